-- Keys and conditions of tables; those that point to other tables last.
constraints AS (
    SELECT tables.oid AS table_oid, tables.schema, tables.name AS table, k.oid, k.conname, k.contype, pg_catalog.pg_get_constraintdef(k.oid) AS definition
    FROM pg_catalog.pg_constraint k JOIN tables ON tables.oid = k.conrelid
    WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0
)
SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s;', schema, "table", conname, definition) AS statement
FROM constraints
ORDER BY contype = 'f', table_oid, contype <> 'p', oid
