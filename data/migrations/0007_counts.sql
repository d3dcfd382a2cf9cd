-- Counts by team and kind, what is done about discrepancies, dip-tests, sign-offs.

ALTER TABLE discrepancy ADD COLUMN "severity" TEXT;
ALTER TABLE discrepancy ADD COLUMN "due" TEXT;
ALTER TABLE discrepancy ADD COLUMN "count" TEXT;
ALTER TABLE discrepancy ADD COLUMN "found_by" TEXT;
ALTER TABLE discrepancy ADD COLUMN "assigned" TEXT;
ALTER TABLE discrepancy ADD COLUMN "reported" TEXT;
ALTER TABLE discrepancy ADD COLUMN "outcome" TEXT;
ALTER TABLE discrepancy ADD COLUMN "adjustment" BIGINT;
ALTER TABLE discrepancy ADD COLUMN "resolved_by" TEXT;
ALTER TABLE discrepancy ADD COLUMN "resolved_at" TEXT;
ALTER TABLE discrepancy ADD COLUMN "approved_by" TEXT;
ALTER TABLE stocktake ADD COLUMN "categories" TEXT;
ALTER TABLE stocktake ADD COLUMN "outside" BIGINT;
ALTER TABLE stocktake ADD COLUMN "recount" BIGINT;
ALTER TABLE stocktake ADD COLUMN "closed" BIGINT;
ALTER TABLE stocktake ADD COLUMN "closed_at" TEXT;
ALTER TABLE stocktake ADD COLUMN "closed_by" TEXT;
ALTER TABLE stocktake ADD COLUMN "closed_second" TEXT;
ALTER TABLE stocktake_line ADD COLUMN "boxes" BIGINT;
ALTER TABLE stocktake_line ADD COLUMN "opened" BIGINT;

CREATE TABLE discrepancy_action (
    "key"         TEXT PRIMARY KEY NOT NULL,
    "discrepancy" TEXT,
    "entry"       BIGINT NOT NULL,
    "at"          TEXT NOT NULL,
    "by"          TEXT,
    "action"      TEXT NOT NULL,
    "note"        TEXT,
    "evidence"    TEXT
) /* keyed */;

CREATE TABLE count_coverage (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "location" TEXT,
    "sort"     TEXT NOT NULL,
    "quarter"  TEXT NOT NULL,
    "counts"   BIGINT NOT NULL,
    "blind"    BIGINT NOT NULL,
    "outside"  BIGINT NOT NULL,
    "last"     TEXT,
    "last_at"  TEXT NOT NULL,
    "lead"     TEXT,
    "running"  BIGINT NOT NULL
) /* keyed */;

CREATE TABLE left_stock (
    "user" TEXT PRIMARY KEY NOT NULL,
    "at"   TEXT NOT NULL
) /* keyed */;

CREATE TABLE custodian (
    "location" TEXT PRIMARY KEY NOT NULL,
    "user"     TEXT,
    "since"    BIGINT NOT NULL
) /* keyed */;

CREATE TABLE deputy (
    "key"       TEXT PRIMARY KEY NOT NULL,
    "principal" TEXT,
    "deputy"    TEXT,
    "from"      TEXT NOT NULL,
    "to"        TEXT NOT NULL
) /* keyed */;

CREATE TABLE dip_test (
    "test"      TEXT PRIMARY KEY NOT NULL,
    "place"     TEXT,
    "drawn_at"  TEXT NOT NULL,
    "walked_by" TEXT,
    "keyed_at"  TEXT,
    "agreed"    BIGINT NOT NULL,
    "differs"   BIGINT NOT NULL
) /* keyed */;

CREATE TABLE dip_test_line (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "location" TEXT,
    "position" TEXT NOT NULL,
    "item"     TEXT,
    "result"   TEXT NOT NULL
) /* keyed */;

CREATE TABLE oversight_signature (
    "key"       TEXT PRIMARY KEY NOT NULL,
    "what"      TEXT NOT NULL,
    "signer"    TEXT,
    "principal" TEXT,
    "method"    TEXT NOT NULL,
    "witness"   TEXT,
    "at"        TEXT NOT NULL,
    "entry"     BIGINT NOT NULL
) /* keyed */;
