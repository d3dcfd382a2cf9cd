-- Deployment records, imported or entered: what armed issues are reconciled to.

CREATE TABLE deployment (
    "key"       TEXT PRIMARY KEY NOT NULL,
    "log"       TEXT NOT NULL,
    "started"   TEXT NOT NULL,
    "ended"     TEXT,
    "decision"  TEXT NOT NULL,
    "commander" TEXT,
    "level"     TEXT NOT NULL,
    "reason"    TEXT,
    "arv"       BIGINT NOT NULL,
    "discharge" BIGINT NOT NULL,
    "since"     BIGINT NOT NULL
) /* keyed */;
