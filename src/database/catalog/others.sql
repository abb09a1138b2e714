-- What no spec carries over, so that it is told: views, functions, triggers.
others AS (
    SELECT 1 AS turn, schema.name AS schema, c.relname AS name,
        format('CREATE %s %I.%I AS %s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END,
            schema.name, c.relname, pg_catalog.pg_get_viewdef(c.oid)) AS statement
    FROM pg_catalog.pg_class c JOIN schema ON schema.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'm')
      AND NOT EXISTS (SELECT FROM extension WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid)
    UNION ALL
    SELECT 2, schema.name, p.proname, pg_catalog.pg_get_functiondef(p.oid) || ';'
    FROM pg_catalog.pg_proc p JOIN schema ON schema.oid = p.pronamespace
    WHERE p.prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT FROM extension WHERE classid = 'pg_catalog.pg_proc'::regclass AND objid = p.oid)
    UNION ALL
    SELECT 3, tables.schema, t.tgname, pg_catalog.pg_get_triggerdef(t.oid) || ';'
    FROM pg_catalog.pg_trigger t JOIN tables ON tables.oid = t.tgrelid
    WHERE NOT t.tgisinternal
)
SELECT statement FROM others ORDER BY turn, schema, name
