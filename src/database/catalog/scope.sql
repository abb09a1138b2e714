-- What each of the other queries begins with. They yield statements in the order in which things were made.
-- $1: the schemas to read, or none for all but the server's own.
WITH schema AS (
    SELECT oid, nspname AS name
    FROM pg_catalog.pg_namespace
    WHERE CASE WHEN cardinality($1::text[]) > 0 THEN nspname = ANY ($1)
               ELSE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' END
),
-- What came with an extension is that extension's.
extension AS (
    SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
),
-- Rows of a partition are its parent's.
tables AS (
    SELECT c.oid, schema.name AS schema, c.relname AS name
    FROM pg_catalog.pg_class c JOIN schema ON schema.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM extension WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid)
),
