-- The ledger, its tree and its checkpoints: rows that are never changed and never removed, beside
-- the few that say where the ledger now stands.
--
-- Migrations only go forward. Storage reads two words for each engine: on SQLite BIGINT becomes
-- INTEGER, on PostgreSQL TEXT sorts by bytes (COLLATE "C"). A table ends with what SQLite makes of
-- it: "keyed" keeps its rows in the order of their key, "numbered" by row number; both are STRICT.

CREATE TABLE meta (
    "name"  TEXT PRIMARY KEY NOT NULL,
    "value" TEXT NOT NULL
) /* keyed */;

CREATE TABLE ledger (
    "number"      BIGINT PRIMARY KEY NOT NULL,
    "first"       BIGINT NOT NULL,
    "kind"        TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "line"        TEXT NOT NULL,
    "leaf"        TEXT NOT NULL
) /* numbered */;
CREATE INDEX ledger_kind ON ledger ("kind", "number");

CREATE TABLE ledger_head (
    "id"          BIGINT PRIMARY KEY NOT NULL CONSTRAINT ledger_head_one CHECK ("id" = 1),
    "number"      BIGINT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "root"        TEXT NOT NULL,
    "peaks"       TEXT NOT NULL,
    "note"        TEXT NOT NULL
) /* numbered */;
INSERT INTO ledger_head VALUES (1, 0, '', '', '', '');

CREATE TABLE checkpoint (
    "size" BIGINT PRIMARY KEY NOT NULL,
    "note" TEXT NOT NULL
) /* numbered */;

-- Up to 256 hashes of 64 hex digits, joined. Level 0 is the ledger's own leaf column.
CREATE TABLE tile (
    "level"  BIGINT NOT NULL,
    "idx"    BIGINT NOT NULL,
    "hashes" TEXT NOT NULL,
    PRIMARY KEY ("level", "idx")
) /* numbered */;

-- What each request was answered: repeating it returns this.
CREATE TABLE request (
    "request" TEXT PRIMARY KEY NOT NULL,
    "first"   BIGINT NOT NULL,
    "digest"  TEXT NOT NULL,
    "result"  TEXT NOT NULL
) /* numbered */;
