-- Enums, then domains.
types AS (
    SELECT t.oid, schema.name AS schema, t.typname AS name, t.typtype, t.typnotnull, t.typdefault, t.typbasetype, t.typtypmod
    FROM pg_catalog.pg_type t JOIN schema ON schema.oid = t.typnamespace
    WHERE t.typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT FROM extension WHERE classid = 'pg_catalog.pg_type'::regclass AND objid = t.oid)
)
SELECT CASE typtype
    WHEN 'e' THEN format('CREATE TYPE %I.%I AS ENUM (%s);', schema, name,
        (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
         FROM pg_catalog.pg_enum WHERE enumtypid = types.oid))
    ELSE format('CREATE DOMAIN %I.%I AS %s', schema, name, pg_catalog.format_type(typbasetype, typtypmod))
        || coalesce(' DEFAULT ' || typdefault, '')
        || CASE WHEN typnotnull THEN ' NOT NULL' ELSE '' END
        || coalesce((SELECT string_agg(' ' || pg_catalog.pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
                     FROM pg_catalog.pg_constraint k WHERE k.contypid = types.oid AND k.contype = 'c'), '')
        || ';'
    END AS statement
FROM types
ORDER BY typtype DESC, oid
