-- What is away and why, what is mounted on what, who must sign, and who has the duty.

ALTER TABLE item ADD COLUMN "mounted_on" TEXT;
ALTER TABLE item ADD COLUMN "under" TEXT;
ALTER TABLE item ADD COLUMN "owner" TEXT;
ALTER TABLE batch ADD COLUMN "owner" TEXT;

CREATE TABLE away_case (
    "case"                TEXT PRIMARY KEY NOT NULL,
    "sort"                TEXT NOT NULL,
    "opened"              BIGINT NOT NULL,
    "since"               TEXT NOT NULL,
    "by"                  TEXT,
    "to"                  TEXT,
    "other"               TEXT NOT NULL,
    "person"              TEXT,
    "reference"           TEXT NOT NULL,
    "seal"                TEXT NOT NULL,
    "due"                 TEXT,
    "acknowledged"        BIGINT NOT NULL,
    "return_acknowledged" BIGINT NOT NULL,
    "state"               TEXT NOT NULL
) /* keyed */;

CREATE TABLE away_line (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "case"     TEXT,
    "subject"  TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "open"     BIGINT NOT NULL,
    "from"     TEXT,
    "status"   TEXT NOT NULL,
    "before"   TEXT,
    "outcome"  TEXT NOT NULL
) /* keyed */;

CREATE TABLE mounted (
    "key"  TEXT PRIMARY KEY NOT NULL,
    "host" TEXT,
    "part" TEXT
) /* keyed */;

CREATE TABLE unfit (
    "item"        TEXT PRIMARY KEY NOT NULL,
    "received_by" TEXT,
    "since"       BIGINT NOT NULL
) /* keyed */;

CREATE TABLE hold_placer (
    "key"  TEXT PRIMARY KEY NOT NULL,
    "user" TEXT
) /* keyed */;

CREATE TABLE seal (
    "key"   TEXT PRIMARY KEY NOT NULL,
    "batch" TEXT,
    "seal"  TEXT NOT NULL,
    "since" BIGINT NOT NULL
) /* keyed */;

CREATE TABLE correction (
    "key"       TEXT PRIMARY KEY NOT NULL,
    "corrected" BIGINT NOT NULL,
    "by"        BIGINT NOT NULL
) /* keyed */;

CREATE TABLE duty (
    "place" TEXT PRIMARY KEY NOT NULL,
    "user"  TEXT,
    "since" BIGINT NOT NULL
) /* keyed */;
