-- What may be forgotten, and therefore stands in no ledger line.

-- "word" is the text with A-Z lowered, where it has at most 64 characters: people are found by it.
CREATE TABLE disclosure (
    "digest" TEXT PRIMARY KEY NOT NULL,
    "line"   TEXT NOT NULL,
    "text"   TEXT NOT NULL,
    "word"   TEXT
) /* numbered */;
CREATE INDEX disclosure_word ON disclosure ("word");

CREATE TABLE credential_record (
    "holder" TEXT PRIMARY KEY NOT NULL,
    "nonce"  TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "failed" BIGINT NOT NULL,
    "locked" BIGINT NOT NULL
) /* keyed */;

CREATE TABLE draft (
    "key"   TEXT PRIMARY KEY NOT NULL,
    "value" TEXT NOT NULL,
    "owner" TEXT NOT NULL
) /* numbered */;

CREATE TABLE attachment_part (
    "digest" TEXT NOT NULL,
    "part"   BIGINT NOT NULL,
    "base64" TEXT NOT NULL,
    PRIMARY KEY ("digest", "part")
) /* numbered */;
