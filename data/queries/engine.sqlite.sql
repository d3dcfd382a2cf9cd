-- What only SQLite understands: its catalogue and its upkeep.

-- name: sqlite_objects
SELECT "type", "name", "tbl_name", "sql" FROM sqlite_master
WHERE "name" NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY "type", "name"

-- name: sqlite_columns
SELECT "name", "type", "notnull", "pk" FROM pragma_table_info($1) ORDER BY "cid"

-- name: sqlite_integrity
SELECT "integrity_check" FROM pragma_integrity_check(100)

-- name: sqlite_versions
SELECT a."application_id", v."user_version"
FROM pragma_application_id a, pragma_user_version v

-- name: sqlite_compact
VACUUM

-- name: sqlite_copy
VACUUM INTO $1

-- name: sqlite_empty_wal
PRAGMA wal_checkpoint(TRUNCATE)
