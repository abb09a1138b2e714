-- Indexes that are not a constraint's own.
indexes AS (
    SELECT tables.oid AS table_oid, i.indexrelid
    FROM pg_catalog.pg_index i JOIN tables ON tables.oid = i.indrelid
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                      WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
)
SELECT pg_catalog.pg_get_indexdef(indexrelid) || ';' AS statement
FROM indexes
ORDER BY table_oid, indexrelid
