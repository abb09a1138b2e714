-- Comments on tables and columns.
comments AS (
    SELECT tables.oid, tables.schema, tables.name AS table, d.objsubid, a.attname, d.description
    FROM pg_catalog.pg_description d
    JOIN tables ON tables.oid = d.objoid
    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid AND d.objsubid > 0
    WHERE d.classoid = 'pg_catalog.pg_class'::regclass
)
SELECT CASE WHEN objsubid = 0 THEN format('COMMENT ON TABLE %I.%I IS %L;', schema, "table", description)
            ELSE format('COMMENT ON COLUMN %I.%I.%I IS %L;', schema, "table", attname, description) END AS statement
FROM comments
ORDER BY oid, objsubid
