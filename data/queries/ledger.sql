-- The ledger, its tree, its checkpoints and the requests answered.

-- name: meta_get
SELECT "value" FROM muster.meta WHERE "name" = $1

-- name: meta_put
INSERT INTO muster.meta ("name", "value") VALUES ($1, $2)
ON CONFLICT ("name") DO UPDATE SET "value" = EXCLUDED."value"

-- name: head_get
SELECT "number", "recorded_at", "root", "peaks", "note" FROM muster.ledger_head WHERE "id" = 1

-- name: head_put
UPDATE muster.ledger_head
SET "number" = $1, "recorded_at" = $2, "root" = $3, "peaks" = $4, "note" = $5
WHERE "id" = 1 AND "number" <= $1
  AND EXISTS (SELECT 1 FROM muster.ledger WHERE ledger."number" = $1)

-- name: ledger_append
INSERT INTO muster.ledger ("number", "first", "kind", "recorded_at", "line", "leaf")
VALUES ($1, $2, $3, $4, $5, $6)

-- name: ledger_entry
SELECT "number", "first", "kind", "recorded_at", "line", "leaf"
FROM muster.ledger WHERE "number" = $1

-- name: ledger_lines
SELECT "number", "line", "leaf"
FROM muster.ledger WHERE "number" >= $1 AND "number" <= $2 ORDER BY "number"

-- name: ledger_of_kind
SELECT "number", "first", "kind", "recorded_at", "line", "leaf"
FROM muster.ledger WHERE "kind" = $1 AND "number" >= $2 ORDER BY "number"

-- name: ledger_leaves
SELECT "leaf" FROM muster.ledger WHERE "number" >= $1 ORDER BY "number" LIMIT $2

-- name: checkpoint_add
INSERT INTO muster.checkpoint ("size", "note") VALUES ($1, $2)

-- name: checkpoint_at
SELECT "note" FROM muster.checkpoint WHERE "size" = $1

-- name: checkpoint_latest
SELECT "size", "note" FROM muster.checkpoint WHERE "size" <= $1 ORDER BY "size" DESC LIMIT 1

-- name: checkpoint_from
SELECT "size", "note" FROM muster.checkpoint WHERE "size" >= $1 ORDER BY "size"

-- name: tile_get
SELECT "hashes" FROM muster.tile WHERE "level" = $1 AND "idx" = $2

-- name: tile_put
INSERT INTO muster.tile ("level", "idx", "hashes") VALUES ($1, $2, $3)
ON CONFLICT ("level", "idx") DO UPDATE SET "hashes" = EXCLUDED."hashes"

-- name: tile_append
UPDATE muster.tile SET "hashes" = "hashes" || $3
WHERE "level" = $1 AND "idx" = $2 AND LENGTH("hashes") = $4

-- name: request_get
SELECT "request", "first", "digest", "result" FROM muster.request WHERE "request" = $1

-- name: request_put
INSERT INTO muster.request ("request", "first", "digest", "result") VALUES ($1, $2, $3, $4)

-- name: clock_get
SELECT "now" FROM muster.server_clock

-- name: movement_line_add
INSERT INTO muster.movement_line (
    "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity", "from_holder",
    "to_holder", "officer", "by_user", "second", "purpose", "reference")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: movement_line_clear
DELETE FROM muster.movement_line
