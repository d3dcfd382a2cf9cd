-- Kits, urgent and paired movements, function tests, attestations, rounds through a weapon.

ALTER TABLE item ADD COLUMN "rounds" BIGINT;
ALTER TABLE item ADD COLUMN "inspected_at" BIGINT;
ALTER TABLE open_line ADD COLUMN "kit" TEXT;
ALTER TABLE open_line ADD COLUMN "since" TEXT;
ALTER TABLE stocktake ADD COLUMN "frozen" BIGINT;

CREATE TABLE kit (
    "kit"    TEXT PRIMARY KEY NOT NULL,
    "name"   TEXT NOT NULL,
    "label"  TEXT NOT NULL,
    "active" BIGINT NOT NULL,
    "since"  BIGINT NOT NULL
) /* keyed */;

CREATE TABLE kit_line (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "kit"      TEXT,
    "model"    TEXT,
    "category" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL
) /* keyed */;

CREATE TABLE movement_mode (
    "key"       TEXT PRIMARY KEY NOT NULL,
    "movement"  BIGINT NOT NULL,
    "mode"      TEXT NOT NULL,
    "officer"   TEXT,
    "armoury"   TEXT,
    "since"     TEXT NOT NULL,
    "until"     TEXT,
    "basket"    TEXT NOT NULL,
    "confirmed" BIGINT NOT NULL,
    "handover"  BIGINT NOT NULL
) /* keyed */;

CREATE TABLE function_test (
    "item"   TEXT PRIMARY KEY NOT NULL,
    "on"     TEXT NOT NULL,
    "passed" BIGINT NOT NULL,
    "by"     TEXT,
    "since"  BIGINT NOT NULL
) /* keyed */;

CREATE TABLE attestation (
    "officer"     TEXT PRIMARY KEY NOT NULL,
    "asked"       BIGINT NOT NULL,
    "due"         TEXT,
    "answered"    BIGINT NOT NULL,
    "answered_at" TEXT
) /* keyed */;
