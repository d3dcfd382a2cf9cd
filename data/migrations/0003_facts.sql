-- The facts: one table for each table of core::Facts, with its columns in its order, made from the
-- ledger and from nothing else. A contract test compares them with core::columns_of.

CREATE TABLE force (
    "key"                 TEXT PRIMARY KEY NOT NULL,
    "name"                TEXT NOT NULL,
    "origin"              TEXT NOT NULL,
    "armoury"             TEXT,
    "first_administrator" TEXT,
    "practice"            BIGINT NOT NULL,
    "setup_open"          BIGINT NOT NULL,
    "ledger_key"          TEXT NOT NULL
) /* keyed */;

CREATE TABLE setting (
    "name"  TEXT PRIMARY KEY NOT NULL,
    "value" TEXT NOT NULL,
    "since" BIGINT NOT NULL
) /* keyed */;

CREATE TABLE reference (
    "key"           TEXT PRIMARY KEY NOT NULL,
    "list"          TEXT NOT NULL,
    "code"          TEXT NOT NULL,
    "title"         TEXT NOT NULL,
    "tracking"      TEXT NOT NULL,
    "authorisation" TEXT NOT NULL
) /* keyed */;

CREATE TABLE user_account (
    "user"     TEXT PRIMARY KEY NOT NULL,
    "person"   TEXT,
    "name"     TEXT NOT NULL,
    "active"   BIGINT NOT NULL,
    "added_by" TEXT
) /* keyed */;
CREATE INDEX user_account_name ON user_account ("name");

CREATE TABLE user_role (
    "key"   TEXT PRIMARY KEY NOT NULL,
    "user"  TEXT,
    "role"  TEXT NOT NULL,
    "since" BIGINT NOT NULL
) /* keyed */;

CREATE TABLE credential (
    "holder"     TEXT PRIMARY KEY NOT NULL,
    "commitment" TEXT NOT NULL,
    "since"      BIGINT NOT NULL
) /* keyed */;

CREATE TABLE officer (
    "officer" TEXT PRIMARY KEY NOT NULL,
    "person"  TEXT,
    "collar"  TEXT NOT NULL,
    "name"    TEXT NOT NULL,
    "rank"    TEXT NOT NULL,
    "unit"    TEXT NOT NULL,
    "active"  BIGINT NOT NULL
) /* keyed */;
CREATE INDEX officer_collar ON officer ("collar");

CREATE TABLE authorisation (
    "key"        TEXT PRIMARY KEY NOT NULL,
    "officer"    TEXT,
    "class"      TEXT NOT NULL,
    "from"       TEXT NOT NULL,
    "to"         TEXT NOT NULL,
    "suspended"  BIGINT NOT NULL,
    "source"     TEXT NOT NULL,
    "as_at"      TEXT NOT NULL,
    "granted_by" TEXT,
    "granted_on" TEXT NOT NULL
) /* keyed */;
CREATE INDEX authorisation_to ON authorisation ("to");

CREATE TABLE location (
    "location" TEXT PRIMARY KEY NOT NULL,
    "parent"   TEXT,
    "name"     TEXT NOT NULL,
    "sort"     TEXT NOT NULL,
    "armoury"  TEXT
) /* keyed */;

CREATE TABLE model (
    "model"         TEXT PRIMARY KEY NOT NULL,
    "make"          TEXT NOT NULL,
    "name"          TEXT NOT NULL,
    "category"      TEXT NOT NULL,
    "calibre"       TEXT NOT NULL,
    "tracking"      TEXT NOT NULL,
    "authorisation" TEXT NOT NULL
) /* keyed */;

CREATE TABLE item (
    "item"             TEXT PRIMARY KEY NOT NULL,
    "model"            TEXT,
    "serial"           TEXT NOT NULL,
    "tag"              TEXT NOT NULL,
    "home"             TEXT,
    "position"         TEXT NOT NULL,
    "holder"           TEXT,
    "location_status"  TEXT NOT NULL,
    "condition_status" TEXT NOT NULL,
    "acquired"         TEXT,
    "last_inspected"   TEXT,
    "next_inspection"  TEXT,
    "assigned_to"      TEXT,
    "moved"            BIGINT NOT NULL
) /* keyed */;
CREATE INDEX item_model ON item ("model");
CREATE INDEX item_holder ON item ("holder", "item");
CREATE INDEX item_serial ON item ("serial");

CREATE TABLE held (
    "key"    TEXT PRIMARY KEY NOT NULL,
    "holder" TEXT,
    "item"   TEXT
) /* keyed */;

CREATE TABLE hold (
    "key"     TEXT PRIMARY KEY NOT NULL,
    "subject" TEXT NOT NULL,
    "reason"  TEXT NOT NULL,
    "since"   BIGINT NOT NULL
) /* keyed */;
CREATE INDEX hold_subject ON hold ("subject");

CREATE TABLE batch (
    "batch"    TEXT PRIMARY KEY NOT NULL,
    "model"    TEXT,
    "number"   TEXT NOT NULL,
    "expiry"   TEXT,
    "box_size" BIGINT NOT NULL,
    "use"      TEXT NOT NULL
) /* keyed */;
CREATE INDEX batch_model ON batch ("model");
CREATE INDEX batch_number ON batch ("number");

CREATE TABLE balance (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "holder"   TEXT,
    "stock"    TEXT,
    "quantity" BIGINT NOT NULL,
    "boxes"    BIGINT NOT NULL
) /* keyed */;
CREATE INDEX balance_stock ON balance ("stock");

CREATE TABLE code (
    "key"   TEXT PRIMARY KEY NOT NULL,
    "thing" TEXT NOT NULL,
    "sort"  TEXT NOT NULL
) /* keyed */;

CREATE TABLE open_line (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "officer"  TEXT,
    "issue"    BIGINT NOT NULL,
    "subject"  TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "purpose"  TEXT NOT NULL,
    "due"      TEXT,
    "from"     TEXT
) /* keyed */;
CREATE INDEX open_line_subject ON open_line ("subject");
CREATE INDEX open_line_due ON open_line ("due");

CREATE TABLE discrepancy (
    "discrepancy" TEXT PRIMARY KEY NOT NULL,
    "sort"        TEXT NOT NULL,
    "subject"     TEXT NOT NULL,
    "holder"      TEXT NOT NULL,
    "expected"    BIGINT NOT NULL,
    "found"       BIGINT NOT NULL,
    "opened_by"   BIGINT NOT NULL,
    "state"       TEXT NOT NULL,
    "opened_at"   TEXT NOT NULL
) /* keyed */;
CREATE INDEX discrepancy_state ON discrepancy ("state", "discrepancy");

CREATE TABLE stocktake (
    "count"         TEXT PRIMARY KEY NOT NULL,
    "started"       BIGINT NOT NULL,
    "counter_a"     TEXT,
    "counter_b"     TEXT,
    "counter_third" TEXT,
    "sort"          TEXT NOT NULL,
    "blind"         BIGINT NOT NULL,
    "state"         TEXT NOT NULL
) /* keyed */;

CREATE TABLE stocktake_scope (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "count"    TEXT,
    "location" TEXT
) /* keyed */;

CREATE TABLE stocktake_expected (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "count"    TEXT,
    "location" TEXT,
    "subject"  TEXT NOT NULL,
    "quantity" BIGINT NOT NULL
) /* keyed */;

CREATE TABLE stocktake_moved (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "count"    TEXT,
    "location" TEXT,
    "subject"  TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "last"     BIGINT NOT NULL
) /* keyed */;

CREATE TABLE stocktake_line (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "count"    TEXT,
    "location" TEXT,
    "subject"  TEXT NOT NULL,
    "counter"  TEXT,
    "quantity" BIGINT NOT NULL,
    "note"     TEXT
) /* keyed */;

CREATE TABLE stocktake_result (
    "key"      TEXT PRIMARY KEY NOT NULL,
    "count"    TEXT,
    "location" TEXT,
    "subject"  TEXT NOT NULL,
    "result"   TEXT NOT NULL,
    "expected" BIGINT NOT NULL,
    "moved"    BIGINT NOT NULL,
    "counted"  BIGINT NOT NULL
) /* keyed */;

CREATE TABLE period (
    "label" TEXT PRIMARY KEY NOT NULL,
    "first" BIGINT NOT NULL,
    "last"  BIGINT NOT NULL,
    "state" TEXT NOT NULL
) /* keyed */;

CREATE TABLE import_file (
    "sha256" TEXT PRIMARY KEY NOT NULL,
    "entry"  BIGINT NOT NULL
) /* keyed */;

CREATE TABLE certificate (
    "certificate" TEXT PRIMARY KEY NOT NULL,
    "name"        TEXT NOT NULL,
    "user"        TEXT,
    "method"      TEXT NOT NULL,
    "since"       BIGINT NOT NULL
) /* keyed */;

-- One row for each line of a movement, for histories; made from its entry alone.
CREATE TABLE movement_line (
    "entry"       BIGINT NOT NULL,
    "line"        BIGINT NOT NULL,
    "kind"        TEXT NOT NULL,
    "happened_at" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "subject"     TEXT NOT NULL,
    "quantity"    BIGINT NOT NULL,
    "from_holder" TEXT,
    "to_holder"   TEXT,
    "officer"     TEXT,
    "by_user"     TEXT,
    "second"      TEXT,
    "purpose"     TEXT NOT NULL,
    "reference"   TEXT NOT NULL,
    PRIMARY KEY ("entry", "line")
) /* keyed */;
CREATE INDEX movement_line_subject ON movement_line ("subject", "entry", "line");
CREATE INDEX movement_line_officer ON movement_line ("officer", "entry", "line");
