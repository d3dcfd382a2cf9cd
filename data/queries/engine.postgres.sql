-- What only PostgreSQL understands: its lock, its catalogue and its upkeep.

-- name: postgres_lock_head
SELECT "number" FROM muster.ledger_head WHERE "id" = 1 FOR UPDATE

-- name: postgres_has_schema
SELECT CAST(COUNT(*) AS BIGINT) FROM pg_catalog.pg_namespace WHERE nspname = 'muster'

-- name: postgres_has_meta
SELECT CAST(COUNT(*) AS BIGINT) FROM pg_catalog.pg_tables
WHERE schemaname = 'muster' AND tablename = 'meta'

-- name: postgres_encoding
SELECT CAST(pg_catalog.current_setting('server_encoding') AS TEXT)

-- name: postgres_columns
SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT),
       CAST(pg_catalog.format_type(a.atttypid, a.atttypmod) AS TEXT),
       CAST(CASE WHEN a.attnotnull THEN 1 ELSE 0 END AS BIGINT),
       CAST(COALESCE(l.collname, '') AS TEXT),
       CAST(COALESCE((SELECT pg_catalog.array_position(
                          CAST(i.indkey AS SMALLINT ARRAY), a.attnum) + 1
                      FROM pg_catalog.pg_index i
                      WHERE i.indrelid = c.oid AND i.indisprimary), 0) AS BIGINT)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
WHERE n.nspname = 'muster' AND c.relkind IN ('r', 'p', 'f', 'm')
ORDER BY c.relname, a.attnum

-- name: postgres_indexes
SELECT CAST(c.relname AS TEXT), CAST(pg_catalog.pg_get_indexdef(i.indexrelid) AS TEXT),
       CAST(CASE WHEN i.indisvalid THEN 1 ELSE 0 END AS BIGINT)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'muster' AND NOT i.indisprimary ORDER BY c.relname

-- name: postgres_triggers
SELECT CAST(t.tgname AS TEXT), CAST(pg_catalog.pg_get_triggerdef(t.oid) AS TEXT),
       CAST(t.tgenabled AS TEXT)
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'muster' AND NOT t.tgisinternal ORDER BY t.tgname

-- name: postgres_functions
SELECT CAST(p.proname AS TEXT), CAST(p.prosrc AS TEXT)
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'muster' ORDER BY p.proname

-- name: postgres_views
SELECT CAST(c.relname AS TEXT), CAST(pg_catalog.pg_get_viewdef(c.oid, true) AS TEXT)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'muster' AND c.relkind = 'v' ORDER BY c.relname

-- name: postgres_checks
SELECT CAST(k.conname AS TEXT)
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE n.nspname = 'muster' AND k.contype = 'c' ORDER BY k.conname

-- name: postgres_compact
VACUUM FULL muster.disclosure, muster.draft, muster.credential_record, muster.attachment_part
