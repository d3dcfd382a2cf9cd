-- A clock that stood behind the ledger's, until two people put it right (FORMATS 1).

CREATE TABLE clock_alarm (
    "key"     TEXT PRIMARY KEY NOT NULL,
    "first"   BIGINT NOT NULL,
    "last"    BIGINT NOT NULL,
    "entries" BIGINT NOT NULL
) /* keyed */;
