-- Lists for screens and musterctl. Every page begins after a key and has a limit. $1 is the key.

-- name: register_page
SELECT i."item", i."tag", i."model", m."name", i."serial",
       i."holder", l."name", o."officer", o."collar", d."text",
       i."position", i."location_status", i."condition_status",
       (SELECT COUNT(*) FROM muster.hold h WHERE h."subject" = i."item")
FROM muster.item i
LEFT JOIN muster.model m ON m."model" = i."model"
LEFT JOIN muster.location l ON l."location" = i."holder"
LEFT JOIN muster.officer o ON o."officer" = i."holder"
LEFT JOIN muster.disclosure d ON d."digest" = o."collar"
WHERE i."item" > $1 AND (LOWER(i."serial") LIKE $2 ESCAPE '\' OR LOWER(i."tag") LIKE $2 ESCAPE '\'
       OR LOWER(m."name") LIKE $2 ESCAPE '\')
ORDER BY i."item" LIMIT $3

-- name: register_page_all
SELECT i."item", i."tag", i."model", m."name", i."serial",
       i."holder", l."name", o."officer", o."collar", d."text",
       i."position", i."location_status", i."condition_status",
       (SELECT COUNT(*) FROM muster.hold h WHERE h."subject" = i."item")
FROM muster.item i
LEFT JOIN muster.model m ON m."model" = i."model"
LEFT JOIN muster.location l ON l."location" = i."holder"
LEFT JOIN muster.officer o ON o."officer" = i."holder"
LEFT JOIN muster.disclosure d ON d."digest" = o."collar"
WHERE i."item" > $1
ORDER BY i."item" LIMIT $2

-- name: register_page_of_holder
SELECT i."item", i."tag", i."model", m."name", i."serial",
       i."holder", l."name", o."officer", o."collar", d."text",
       i."position", i."location_status", i."condition_status",
       (SELECT COUNT(*) FROM muster.hold h WHERE h."subject" = i."item")
FROM muster.item i
LEFT JOIN muster.model m ON m."model" = i."model"
LEFT JOIN muster.location l ON l."location" = i."holder"
LEFT JOIN muster.officer o ON o."officer" = i."holder"
LEFT JOIN muster.disclosure d ON d."digest" = o."collar"
WHERE i."item" > $1 AND i."holder" = $2
ORDER BY i."item" LIMIT $3

-- name: register_count
SELECT COUNT(*)
FROM muster.item i
LEFT JOIN muster.model m ON m."model" = i."model"
WHERE (LOWER(i."serial") LIKE $1 ESCAPE '\' OR LOWER(i."tag") LIKE $1 ESCAPE '\'
       OR LOWER(m."name") LIKE $1 ESCAPE '\')

-- name: register_count_all
SELECT COUNT(*) FROM muster.item

-- name: hold_reasons
SELECT DISTINCT "reason" FROM muster.hold WHERE "subject" = $1 ORDER BY "reason" LIMIT 100

-- name: balance_page
SELECT b."key", b."holder", l."name", o."officer", o."collar", d."text",
       b."stock", t."number", m."model", m."name", b."quantity", b."boxes", t."expiry",
       (SELECT COUNT(*) FROM muster.hold h WHERE h."subject" = b."stock")
FROM muster.balance b
LEFT JOIN muster.batch t ON t."batch" = b."stock"
LEFT JOIN muster.model m ON m."model" = COALESCE(t."model", b."stock")
LEFT JOIN muster.location l ON l."location" = b."holder"
LEFT JOIN muster.officer o ON o."officer" = b."holder"
LEFT JOIN muster.disclosure d ON d."digest" = o."collar"
WHERE b."key" > $1 AND b."key" < $2 AND (b."quantity" <> 0 OR b."boxes" <> 0)
ORDER BY b."key" LIMIT $3

-- name: batch_page
SELECT t."batch", t."number", t."model", m."name", t."expiry", t."use", t."box_size",
       (SELECT CAST(COALESCE(SUM(b."quantity"), 0) AS BIGINT)
        FROM muster.balance b WHERE b."stock" = t."batch"),
       (SELECT COUNT(*) FROM muster.hold h WHERE h."subject" = t."batch")
FROM muster.batch t
LEFT JOIN muster.model m ON m."model" = t."model"
WHERE t."batch" > $1
  AND (LOWER(t."number") LIKE $2 ESCAPE '\' OR LOWER(m."name") LIKE $2 ESCAPE '\')
ORDER BY t."batch" LIMIT $3

-- name: movement_page
SELECT "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity",
       "from_holder", "to_holder", "officer", "by_user", "second", "purpose", "reference"
FROM muster.movement_line
WHERE ("entry", "line") > ($1, $2)
ORDER BY "entry", "line" LIMIT $3

-- name: movement_page_before
SELECT "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity",
       "from_holder", "to_holder", "officer", "by_user", "second", "purpose", "reference"
FROM muster.movement_line
WHERE ("entry", "line") < ($1, $2)
ORDER BY "entry" DESC, "line" DESC LIMIT $3

-- name: movement_page_of_subject
SELECT "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity",
       "from_holder", "to_holder", "officer", "by_user", "second", "purpose", "reference"
FROM muster.movement_line
WHERE ("entry", "line") > ($1, $2) AND "subject" = $4
  AND (CAST($5 AS TEXT) IS NULL OR "officer" = $5)
ORDER BY "entry", "line" LIMIT $3

-- name: movement_page_before_of_subject
SELECT "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity",
       "from_holder", "to_holder", "officer", "by_user", "second", "purpose", "reference"
FROM muster.movement_line
WHERE ("entry", "line") < ($1, $2) AND "subject" = $4
  AND (CAST($5 AS TEXT) IS NULL OR "officer" = $5)
ORDER BY "entry" DESC, "line" DESC LIMIT $3

-- name: movement_page_of_officer
SELECT "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity",
       "from_holder", "to_holder", "officer", "by_user", "second", "purpose", "reference"
FROM muster.movement_line
WHERE ("entry", "line") > ($1, $2) AND "officer" = $4
ORDER BY "entry", "line" LIMIT $3

-- name: movement_page_before_of_officer
SELECT "entry", "line", "kind", "happened_at", "recorded_at", "subject", "quantity",
       "from_holder", "to_holder", "officer", "by_user", "second", "purpose", "reference"
FROM muster.movement_line
WHERE ("entry", "line") < ($1, $2) AND "officer" = $4
ORDER BY "entry" DESC, "line" DESC LIMIT $3

-- name: discrepancy_page
SELECT x."discrepancy", x."sort", x."subject", i."serial", t."number", m."name",
       x."holder", l."name", o."officer", o."collar", d."text",
       x."expected", x."found", x."opened_by", x."state", x."opened_at"
FROM muster.discrepancy x
LEFT JOIN muster.item i ON i."item" = x."subject"
LEFT JOIN muster.batch t ON t."batch" = x."subject"
LEFT JOIN muster.model m ON m."model" = COALESCE(i."model", t."model", x."subject")
LEFT JOIN muster.location l ON l."location" = x."holder"
LEFT JOIN muster.officer o ON o."officer" = x."holder"
LEFT JOIN muster.disclosure d ON d."digest" = o."collar"
WHERE x."discrepancy" > $1
ORDER BY x."discrepancy" LIMIT $2

-- name: discrepancy_page_of_state
SELECT x."discrepancy", x."sort", x."subject", i."serial", t."number", m."name",
       x."holder", l."name", o."officer", o."collar", d."text",
       x."expected", x."found", x."opened_by", x."state", x."opened_at"
FROM muster.discrepancy x
LEFT JOIN muster.item i ON i."item" = x."subject"
LEFT JOIN muster.batch t ON t."batch" = x."subject"
LEFT JOIN muster.model m ON m."model" = COALESCE(i."model", t."model", x."subject")
LEFT JOIN muster.location l ON l."location" = x."holder"
LEFT JOIN muster.officer o ON o."officer" = x."holder"
LEFT JOIN muster.disclosure d ON d."digest" = o."collar"
WHERE x."discrepancy" > $1 AND x."state" = $2
ORDER BY x."discrepancy" LIMIT $3

-- name: officer_page
SELECT o."officer", o."person", o."collar", c."text", o."name", n."text",
       o."rank", o."unit", o."active"
FROM muster.officer o
LEFT JOIN muster.disclosure c ON c."digest" = o."collar"
LEFT JOIN muster.disclosure n ON n."digest" = o."name"
WHERE o."officer" > $1
ORDER BY o."officer" LIMIT $2

-- name: deployment_page
SELECT x."key", x."log", x."started", x."ended", x."decision", x."commander", c."text",
       x."level", x."reason", r."text", x."arv", x."discharge", x."since"
FROM muster.deployment x
LEFT JOIN muster.disclosure c ON c."digest" = x."commander"
LEFT JOIN muster.disclosure r ON r."digest" = x."reason"
WHERE x."key" > $1
ORDER BY x."key" LIMIT $2

-- name: deployment_page_of
SELECT x."key", x."log", x."started", x."ended", x."decision", x."commander", c."text",
       x."level", x."reason", r."text", x."arv", x."discharge", x."since"
FROM muster.deployment x
LEFT JOIN muster.disclosure c ON c."digest" = x."commander"
LEFT JOIN muster.disclosure r ON r."digest" = x."reason"
WHERE x."key" > $1 AND (LOWER(x."log") LIKE $2 ESCAPE '\' OR x."decision" LIKE $2 ESCAPE '\')
ORDER BY x."key" LIMIT $3

-- name: user_page
SELECT u."user", u."person", u."name", n."text", u."active"
FROM muster.user_account u
LEFT JOIN muster.disclosure n ON n."digest" = u."name"
WHERE u."user" > $1
ORDER BY u."user" LIMIT $2

-- name: open_line_due
SELECT "key", "officer", "issue", "subject", "quantity", "purpose", "due", "from", "kit",
       "since"
FROM muster.open_line WHERE "due" < $1 ORDER BY "due", "key" LIMIT $2

-- name: officer_by_collar
SELECT o."officer", o."active"
FROM muster.disclosure d JOIN muster.officer o ON o."collar" = d."digest"
WHERE d."word" = $1 ORDER BY o."active" DESC, o."officer" LIMIT 100

-- name: user_by_name
SELECT u."user", u."active"
FROM muster.disclosure d JOIN muster.user_account u ON u."name" = d."digest"
WHERE d."word" = $1 ORDER BY u."active" DESC, u."user" LIMIT 100
