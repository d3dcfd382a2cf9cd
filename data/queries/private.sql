-- What may be forgotten: disclosures, credentials, drafts, attachments.

-- name: disclosure_save
INSERT INTO muster.disclosure ("digest", "line", "text", "word") VALUES ($1, $2, $3, $4)
ON CONFLICT ("digest") DO NOTHING

-- name: disclosure_get
SELECT "digest", "line", "text" FROM muster.disclosure WHERE "digest" = $1

-- name: disclosure_word_of
SELECT "word" FROM muster.disclosure WHERE "digest" = $1

-- name: disclosure_all
SELECT "digest", "line", "text" FROM muster.disclosure ORDER BY "digest"

-- name: disclosure_erase
DELETE FROM muster.disclosure WHERE "digest" = $1

-- name: disclosure_by_word
SELECT "digest" FROM muster.disclosure WHERE "word" = $1 ORDER BY "digest" LIMIT 1000

-- name: credential_record_get
SELECT "holder", "nonce", "record", "failed", "locked"
FROM muster.credential_record WHERE "holder" = $1

-- name: credential_record_all
SELECT "holder", "nonce", "record", "failed", "locked"
FROM muster.credential_record ORDER BY "holder"

-- name: credential_record_put
INSERT INTO muster.credential_record ("holder", "nonce", "record", "failed", "locked")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("holder") DO UPDATE SET "nonce" = EXCLUDED."nonce", "record" = EXCLUDED."record",
    "failed" = EXCLUDED."failed", "locked" = EXCLUDED."locked"

-- name: credential_record_count_failure
UPDATE muster.credential_record
SET "failed" = "failed" + 1, "locked" = CASE WHEN "failed" + 1 >= $2 THEN 1 ELSE "locked" END
WHERE "holder" = $1

-- name: credential_record_clear_failures
UPDATE muster.credential_record SET "failed" = 0 WHERE "holder" = $1

-- name: draft_put
INSERT INTO muster.draft ("key", "value", "owner") VALUES ($1, $2, $3)
ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value", "owner" = EXCLUDED."owner"

-- name: draft_get
SELECT "key", "value", "owner" FROM muster.draft WHERE "key" = $1

-- name: draft_range_of_owner
SELECT "key", "value", "owner" FROM muster.draft
WHERE "key" >= $1 AND "key" < $2 AND "owner" = $3 ORDER BY "key"

-- name: draft_range
SELECT "key", "value", "owner" FROM muster.draft
WHERE "key" >= $1 AND "key" < $2 ORDER BY "key"

-- name: draft_remove
DELETE FROM muster.draft WHERE "key" = $1

-- name: draft_remove_range
DELETE FROM muster.draft WHERE "key" >= $1 AND "key" < $2

-- name: attachment_part_put
INSERT INTO muster.attachment_part ("digest", "part", "base64") VALUES ($1, $2, $3)
ON CONFLICT ("digest", "part") DO UPDATE SET "base64" = EXCLUDED."base64"

-- name: attachment_part_all
SELECT "base64" FROM muster.attachment_part WHERE "digest" = $1 ORDER BY "part"

-- name: attachment_part_erase
DELETE FROM muster.attachment_part WHERE "digest" = $1
