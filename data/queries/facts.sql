-- The facts, by key. For every table the same five statements; the columns are core::columns_of.

-- name: force_get
SELECT "key", "name", "origin", "armoury", "first_administrator", "practice", "setup_open",
       "ledger_key"
FROM muster.force WHERE "key" = $1

-- name: force_range
SELECT "key", "name", "origin", "armoury", "first_administrator", "practice", "setup_open",
       "ledger_key"
FROM muster.force WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: force_put
INSERT INTO muster.force (
    "key", "name", "origin", "armoury", "first_administrator", "practice", "setup_open",
    "ledger_key")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("key") DO UPDATE SET
    "name" = EXCLUDED."name", "origin" = EXCLUDED."origin", "armoury" = EXCLUDED."armoury",
    "first_administrator" = EXCLUDED."first_administrator", "practice" = EXCLUDED."practice",
    "setup_open" = EXCLUDED."setup_open", "ledger_key" = EXCLUDED."ledger_key"

-- name: force_remove
DELETE FROM muster.force WHERE "key" = $1

-- name: force_clear
DELETE FROM muster.force

-- name: setting_get
SELECT "name", "value", "since"
FROM muster.setting WHERE "name" = $1

-- name: setting_range
SELECT "name", "value", "since"
FROM muster.setting WHERE "name" >= $1 AND "name" < $2 ORDER BY "name" LIMIT $3

-- name: setting_put
INSERT INTO muster.setting (
    "name", "value", "since")
VALUES ($1, $2, $3)
ON CONFLICT ("name") DO UPDATE SET
    "value" = EXCLUDED."value", "since" = EXCLUDED."since"

-- name: setting_remove
DELETE FROM muster.setting WHERE "name" = $1

-- name: setting_clear
DELETE FROM muster.setting

-- name: reference_get
SELECT "key", "list", "code", "title", "tracking", "authorisation"
FROM muster.reference WHERE "key" = $1

-- name: reference_range
SELECT "key", "list", "code", "title", "tracking", "authorisation"
FROM muster.reference WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: reference_put
INSERT INTO muster.reference (
    "key", "list", "code", "title", "tracking", "authorisation")
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("key") DO UPDATE SET
    "list" = EXCLUDED."list", "code" = EXCLUDED."code", "title" = EXCLUDED."title",
    "tracking" = EXCLUDED."tracking", "authorisation" = EXCLUDED."authorisation"

-- name: reference_remove
DELETE FROM muster.reference WHERE "key" = $1

-- name: reference_clear
DELETE FROM muster.reference

-- name: user_account_get
SELECT "user", "person", "name", "active", "added_by"
FROM muster.user_account WHERE "user" = $1

-- name: user_account_range
SELECT "user", "person", "name", "active", "added_by"
FROM muster.user_account WHERE "user" >= $1 AND "user" < $2 ORDER BY "user" LIMIT $3

-- name: user_account_put
INSERT INTO muster.user_account (
    "user", "person", "name", "active", "added_by")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("user") DO UPDATE SET
    "person" = EXCLUDED."person", "name" = EXCLUDED."name", "active" = EXCLUDED."active",
    "added_by" = EXCLUDED."added_by"

-- name: user_account_remove
DELETE FROM muster.user_account WHERE "user" = $1

-- name: user_account_clear
DELETE FROM muster.user_account

-- name: user_role_get
SELECT "key", "user", "role", "since"
FROM muster.user_role WHERE "key" = $1

-- name: user_role_range
SELECT "key", "user", "role", "since"
FROM muster.user_role WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: user_role_put
INSERT INTO muster.user_role (
    "key", "user", "role", "since")
VALUES ($1, $2, $3, $4)
ON CONFLICT ("key") DO UPDATE SET
    "user" = EXCLUDED."user", "role" = EXCLUDED."role", "since" = EXCLUDED."since"

-- name: user_role_remove
DELETE FROM muster.user_role WHERE "key" = $1

-- name: user_role_clear
DELETE FROM muster.user_role

-- name: credential_get
SELECT "holder", "commitment", "since"
FROM muster.credential WHERE "holder" = $1

-- name: credential_range
SELECT "holder", "commitment", "since"
FROM muster.credential WHERE "holder" >= $1 AND "holder" < $2 ORDER BY "holder" LIMIT $3

-- name: credential_put
INSERT INTO muster.credential (
    "holder", "commitment", "since")
VALUES ($1, $2, $3)
ON CONFLICT ("holder") DO UPDATE SET
    "commitment" = EXCLUDED."commitment", "since" = EXCLUDED."since"

-- name: credential_remove
DELETE FROM muster.credential WHERE "holder" = $1

-- name: credential_clear
DELETE FROM muster.credential

-- name: officer_get
SELECT "officer", "person", "collar", "name", "rank", "unit", "active"
FROM muster.officer WHERE "officer" = $1

-- name: officer_range
SELECT "officer", "person", "collar", "name", "rank", "unit", "active"
FROM muster.officer WHERE "officer" >= $1 AND "officer" < $2 ORDER BY "officer" LIMIT $3

-- name: officer_put
INSERT INTO muster.officer (
    "officer", "person", "collar", "name", "rank", "unit", "active")
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("officer") DO UPDATE SET
    "person" = EXCLUDED."person", "collar" = EXCLUDED."collar", "name" = EXCLUDED."name",
    "rank" = EXCLUDED."rank", "unit" = EXCLUDED."unit", "active" = EXCLUDED."active"

-- name: officer_remove
DELETE FROM muster.officer WHERE "officer" = $1

-- name: officer_clear
DELETE FROM muster.officer

-- name: authorisation_get
SELECT "key", "officer", "class", "from", "to", "suspended", "source", "as_at", "granted_by",
       "granted_on"
FROM muster.authorisation WHERE "key" = $1

-- name: authorisation_range
SELECT "key", "officer", "class", "from", "to", "suspended", "source", "as_at", "granted_by",
       "granted_on"
FROM muster.authorisation WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: authorisation_put
INSERT INTO muster.authorisation (
    "key", "officer", "class", "from", "to", "suspended", "source", "as_at", "granted_by",
    "granted_on")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("key") DO UPDATE SET
    "officer" = EXCLUDED."officer", "class" = EXCLUDED."class", "from" = EXCLUDED."from",
    "to" = EXCLUDED."to", "suspended" = EXCLUDED."suspended", "source" = EXCLUDED."source",
    "as_at" = EXCLUDED."as_at", "granted_by" = EXCLUDED."granted_by",
    "granted_on" = EXCLUDED."granted_on"

-- name: authorisation_remove
DELETE FROM muster.authorisation WHERE "key" = $1

-- name: authorisation_clear
DELETE FROM muster.authorisation

-- name: location_get
SELECT "location", "parent", "name", "sort", "armoury"
FROM muster.location WHERE "location" = $1

-- name: location_range
SELECT "location", "parent", "name", "sort", "armoury"
FROM muster.location WHERE "location" >= $1 AND "location" < $2 ORDER BY "location" LIMIT $3

-- name: location_put
INSERT INTO muster.location (
    "location", "parent", "name", "sort", "armoury")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("location") DO UPDATE SET
    "parent" = EXCLUDED."parent", "name" = EXCLUDED."name", "sort" = EXCLUDED."sort",
    "armoury" = EXCLUDED."armoury"

-- name: location_remove
DELETE FROM muster.location WHERE "location" = $1

-- name: location_clear
DELETE FROM muster.location

-- name: model_get
SELECT "model", "make", "name", "category", "calibre", "tracking", "authorisation"
FROM muster.model WHERE "model" = $1

-- name: model_range
SELECT "model", "make", "name", "category", "calibre", "tracking", "authorisation"
FROM muster.model WHERE "model" >= $1 AND "model" < $2 ORDER BY "model" LIMIT $3

-- name: model_put
INSERT INTO muster.model (
    "model", "make", "name", "category", "calibre", "tracking", "authorisation")
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("model") DO UPDATE SET
    "make" = EXCLUDED."make", "name" = EXCLUDED."name", "category" = EXCLUDED."category",
    "calibre" = EXCLUDED."calibre", "tracking" = EXCLUDED."tracking",
    "authorisation" = EXCLUDED."authorisation"

-- name: model_remove
DELETE FROM muster.model WHERE "model" = $1

-- name: model_clear
DELETE FROM muster.model

-- name: item_get
SELECT "item", "model", "serial", "tag", "home", "position", "holder", "location_status",
       "condition_status", "acquired", "last_inspected", "next_inspection", "assigned_to",
       "moved", "mounted_on", "under", "owner", "rounds", "inspected_at"
FROM muster.item WHERE "item" = $1

-- name: item_range
SELECT "item", "model", "serial", "tag", "home", "position", "holder", "location_status",
       "condition_status", "acquired", "last_inspected", "next_inspection", "assigned_to",
       "moved", "mounted_on", "under", "owner", "rounds", "inspected_at"
FROM muster.item WHERE "item" >= $1 AND "item" < $2 ORDER BY "item" LIMIT $3

-- name: item_put
INSERT INTO muster.item (
    "item", "model", "serial", "tag", "home", "position", "holder", "location_status",
    "condition_status", "acquired", "last_inspected", "next_inspection", "assigned_to", "moved",
    "mounted_on", "under", "owner", "rounds", "inspected_at")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT ("item") DO UPDATE SET
    "model" = EXCLUDED."model", "serial" = EXCLUDED."serial", "tag" = EXCLUDED."tag",
    "home" = EXCLUDED."home", "position" = EXCLUDED."position", "holder" = EXCLUDED."holder",
    "location_status" = EXCLUDED."location_status",
    "condition_status" = EXCLUDED."condition_status", "acquired" = EXCLUDED."acquired",
    "last_inspected" = EXCLUDED."last_inspected", "next_inspection" = EXCLUDED."next_inspection",
    "assigned_to" = EXCLUDED."assigned_to", "moved" = EXCLUDED."moved",
    "mounted_on" = EXCLUDED."mounted_on", "under" = EXCLUDED."under", "owner" = EXCLUDED."owner",
    "rounds" = EXCLUDED."rounds", "inspected_at" = EXCLUDED."inspected_at"

-- name: item_remove
DELETE FROM muster.item WHERE "item" = $1

-- name: item_clear
DELETE FROM muster.item

-- name: held_get
SELECT "key", "holder", "item"
FROM muster.held WHERE "key" = $1

-- name: held_range
SELECT "key", "holder", "item"
FROM muster.held WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: held_put
INSERT INTO muster.held (
    "key", "holder", "item")
VALUES ($1, $2, $3)
ON CONFLICT ("key") DO UPDATE SET
    "holder" = EXCLUDED."holder", "item" = EXCLUDED."item"

-- name: held_remove
DELETE FROM muster.held WHERE "key" = $1

-- name: held_clear
DELETE FROM muster.held

-- name: hold_get
SELECT "key", "subject", "reason", "since"
FROM muster.hold WHERE "key" = $1

-- name: hold_range
SELECT "key", "subject", "reason", "since"
FROM muster.hold WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: hold_put
INSERT INTO muster.hold (
    "key", "subject", "reason", "since")
VALUES ($1, $2, $3, $4)
ON CONFLICT ("key") DO UPDATE SET
    "subject" = EXCLUDED."subject", "reason" = EXCLUDED."reason", "since" = EXCLUDED."since"

-- name: hold_remove
DELETE FROM muster.hold WHERE "key" = $1

-- name: hold_clear
DELETE FROM muster.hold

-- name: batch_get
SELECT "batch", "model", "number", "expiry", "box_size", "use", "owner"
FROM muster.batch WHERE "batch" = $1

-- name: batch_range
SELECT "batch", "model", "number", "expiry", "box_size", "use", "owner"
FROM muster.batch WHERE "batch" >= $1 AND "batch" < $2 ORDER BY "batch" LIMIT $3

-- name: batch_put
INSERT INTO muster.batch (
    "batch", "model", "number", "expiry", "box_size", "use", "owner")
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("batch") DO UPDATE SET
    "model" = EXCLUDED."model", "number" = EXCLUDED."number", "expiry" = EXCLUDED."expiry",
    "box_size" = EXCLUDED."box_size", "use" = EXCLUDED."use", "owner" = EXCLUDED."owner"

-- name: batch_remove
DELETE FROM muster.batch WHERE "batch" = $1

-- name: batch_clear
DELETE FROM muster.batch

-- name: balance_get
SELECT "key", "holder", "stock", "quantity", "boxes"
FROM muster.balance WHERE "key" = $1

-- name: balance_range
SELECT "key", "holder", "stock", "quantity", "boxes"
FROM muster.balance WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: balance_put
INSERT INTO muster.balance (
    "key", "holder", "stock", "quantity", "boxes")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("key") DO UPDATE SET
    "holder" = EXCLUDED."holder", "stock" = EXCLUDED."stock", "quantity" = EXCLUDED."quantity",
    "boxes" = EXCLUDED."boxes"

-- name: balance_remove
DELETE FROM muster.balance WHERE "key" = $1

-- name: balance_clear
DELETE FROM muster.balance

-- name: code_get
SELECT "key", "thing", "sort"
FROM muster.code WHERE "key" = $1

-- name: code_range
SELECT "key", "thing", "sort"
FROM muster.code WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: code_put
INSERT INTO muster.code (
    "key", "thing", "sort")
VALUES ($1, $2, $3)
ON CONFLICT ("key") DO UPDATE SET
    "thing" = EXCLUDED."thing", "sort" = EXCLUDED."sort"

-- name: code_remove
DELETE FROM muster.code WHERE "key" = $1

-- name: code_clear
DELETE FROM muster.code

-- name: open_line_get
SELECT "key", "officer", "issue", "subject", "quantity", "purpose", "due", "from", "kit",
       "since"
FROM muster.open_line WHERE "key" = $1

-- name: open_line_range
SELECT "key", "officer", "issue", "subject", "quantity", "purpose", "due", "from", "kit",
       "since"
FROM muster.open_line WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: open_line_put
INSERT INTO muster.open_line (
    "key", "officer", "issue", "subject", "quantity", "purpose", "due", "from", "kit", "since")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("key") DO UPDATE SET
    "officer" = EXCLUDED."officer", "issue" = EXCLUDED."issue", "subject" = EXCLUDED."subject",
    "quantity" = EXCLUDED."quantity", "purpose" = EXCLUDED."purpose", "due" = EXCLUDED."due",
    "from" = EXCLUDED."from", "kit" = EXCLUDED."kit", "since" = EXCLUDED."since"

-- name: open_line_remove
DELETE FROM muster.open_line WHERE "key" = $1

-- name: open_line_clear
DELETE FROM muster.open_line

-- name: discrepancy_get
SELECT "discrepancy", "sort", "subject", "holder", "expected", "found", "opened_by", "state",
       "opened_at", "severity", "due", "count", "found_by", "assigned", "reported", "outcome",
       "adjustment", "resolved_by", "resolved_at", "approved_by"
FROM muster.discrepancy WHERE "discrepancy" = $1

-- name: discrepancy_range
SELECT "discrepancy", "sort", "subject", "holder", "expected", "found", "opened_by", "state",
       "opened_at", "severity", "due", "count", "found_by", "assigned", "reported", "outcome",
       "adjustment", "resolved_by", "resolved_at", "approved_by"
FROM muster.discrepancy WHERE "discrepancy" >= $1 AND "discrepancy" < $2 ORDER BY "discrepancy" LIMIT $3

-- name: discrepancy_put
INSERT INTO muster.discrepancy (
    "discrepancy", "sort", "subject", "holder", "expected", "found", "opened_by", "state",
    "opened_at", "severity", "due", "count", "found_by", "assigned", "reported", "outcome",
    "adjustment", "resolved_by", "resolved_at", "approved_by")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
ON CONFLICT ("discrepancy") DO UPDATE SET
    "sort" = EXCLUDED."sort", "subject" = EXCLUDED."subject", "holder" = EXCLUDED."holder",
    "expected" = EXCLUDED."expected", "found" = EXCLUDED."found",
    "opened_by" = EXCLUDED."opened_by", "state" = EXCLUDED."state",
    "opened_at" = EXCLUDED."opened_at", "severity" = EXCLUDED."severity", "due" = EXCLUDED."due",
    "count" = EXCLUDED."count", "found_by" = EXCLUDED."found_by", "assigned" = EXCLUDED."assigned",
    "reported" = EXCLUDED."reported", "outcome" = EXCLUDED."outcome",
    "adjustment" = EXCLUDED."adjustment", "resolved_by" = EXCLUDED."resolved_by",
    "resolved_at" = EXCLUDED."resolved_at", "approved_by" = EXCLUDED."approved_by"

-- name: discrepancy_remove
DELETE FROM muster.discrepancy WHERE "discrepancy" = $1

-- name: discrepancy_clear
DELETE FROM muster.discrepancy

-- name: stocktake_get
SELECT "count", "started", "counter_a", "counter_b", "counter_third", "sort", "blind", "state",
       "frozen", "categories", "outside", "recount", "closed", "closed_at", "closed_by",
       "closed_second"
FROM muster.stocktake WHERE "count" = $1

-- name: stocktake_range
SELECT "count", "started", "counter_a", "counter_b", "counter_third", "sort", "blind", "state",
       "frozen", "categories", "outside", "recount", "closed", "closed_at", "closed_by",
       "closed_second"
FROM muster.stocktake WHERE "count" >= $1 AND "count" < $2 ORDER BY "count" LIMIT $3

-- name: stocktake_put
INSERT INTO muster.stocktake (
    "count", "started", "counter_a", "counter_b", "counter_third", "sort", "blind", "state",
    "frozen", "categories", "outside", "recount", "closed", "closed_at", "closed_by",
    "closed_second")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT ("count") DO UPDATE SET
    "started" = EXCLUDED."started", "counter_a" = EXCLUDED."counter_a",
    "counter_b" = EXCLUDED."counter_b", "counter_third" = EXCLUDED."counter_third",
    "sort" = EXCLUDED."sort", "blind" = EXCLUDED."blind", "state" = EXCLUDED."state",
    "frozen" = EXCLUDED."frozen", "categories" = EXCLUDED."categories",
    "outside" = EXCLUDED."outside", "recount" = EXCLUDED."recount", "closed" = EXCLUDED."closed",
    "closed_at" = EXCLUDED."closed_at", "closed_by" = EXCLUDED."closed_by",
    "closed_second" = EXCLUDED."closed_second"

-- name: stocktake_remove
DELETE FROM muster.stocktake WHERE "count" = $1

-- name: stocktake_clear
DELETE FROM muster.stocktake

-- name: stocktake_scope_get
SELECT "key", "count", "location"
FROM muster.stocktake_scope WHERE "key" = $1

-- name: stocktake_scope_range
SELECT "key", "count", "location"
FROM muster.stocktake_scope WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: stocktake_scope_put
INSERT INTO muster.stocktake_scope (
    "key", "count", "location")
VALUES ($1, $2, $3)
ON CONFLICT ("key") DO UPDATE SET
    "count" = EXCLUDED."count", "location" = EXCLUDED."location"

-- name: stocktake_scope_remove
DELETE FROM muster.stocktake_scope WHERE "key" = $1

-- name: stocktake_scope_clear
DELETE FROM muster.stocktake_scope

-- name: stocktake_expected_get
SELECT "key", "count", "location", "subject", "quantity"
FROM muster.stocktake_expected WHERE "key" = $1

-- name: stocktake_expected_range
SELECT "key", "count", "location", "subject", "quantity"
FROM muster.stocktake_expected WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: stocktake_expected_put
INSERT INTO muster.stocktake_expected (
    "key", "count", "location", "subject", "quantity")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("key") DO UPDATE SET
    "count" = EXCLUDED."count", "location" = EXCLUDED."location",
    "subject" = EXCLUDED."subject", "quantity" = EXCLUDED."quantity"

-- name: stocktake_expected_remove
DELETE FROM muster.stocktake_expected WHERE "key" = $1

-- name: stocktake_expected_clear
DELETE FROM muster.stocktake_expected

-- name: stocktake_moved_get
SELECT "key", "count", "location", "subject", "quantity", "last"
FROM muster.stocktake_moved WHERE "key" = $1

-- name: stocktake_moved_range
SELECT "key", "count", "location", "subject", "quantity", "last"
FROM muster.stocktake_moved WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: stocktake_moved_put
INSERT INTO muster.stocktake_moved (
    "key", "count", "location", "subject", "quantity", "last")
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("key") DO UPDATE SET
    "count" = EXCLUDED."count", "location" = EXCLUDED."location",
    "subject" = EXCLUDED."subject", "quantity" = EXCLUDED."quantity", "last" = EXCLUDED."last"

-- name: stocktake_moved_remove
DELETE FROM muster.stocktake_moved WHERE "key" = $1

-- name: stocktake_moved_clear
DELETE FROM muster.stocktake_moved

-- name: stocktake_line_get
SELECT "key", "count", "location", "subject", "counter", "quantity", "note", "boxes", "opened"
FROM muster.stocktake_line WHERE "key" = $1

-- name: stocktake_line_range
SELECT "key", "count", "location", "subject", "counter", "quantity", "note", "boxes", "opened"
FROM muster.stocktake_line WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: stocktake_line_put
INSERT INTO muster.stocktake_line (
    "key", "count", "location", "subject", "counter", "quantity", "note", "boxes", "opened")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT ("key") DO UPDATE SET
    "count" = EXCLUDED."count", "location" = EXCLUDED."location", "subject" = EXCLUDED."subject",
    "counter" = EXCLUDED."counter", "quantity" = EXCLUDED."quantity", "note" = EXCLUDED."note",
    "boxes" = EXCLUDED."boxes", "opened" = EXCLUDED."opened"

-- name: stocktake_line_remove
DELETE FROM muster.stocktake_line WHERE "key" = $1

-- name: stocktake_line_clear
DELETE FROM muster.stocktake_line

-- name: stocktake_result_get
SELECT "key", "count", "location", "subject", "result", "expected", "moved", "counted"
FROM muster.stocktake_result WHERE "key" = $1

-- name: stocktake_result_range
SELECT "key", "count", "location", "subject", "result", "expected", "moved", "counted"
FROM muster.stocktake_result WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: stocktake_result_put
INSERT INTO muster.stocktake_result (
    "key", "count", "location", "subject", "result", "expected", "moved", "counted")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("key") DO UPDATE SET
    "count" = EXCLUDED."count", "location" = EXCLUDED."location",
    "subject" = EXCLUDED."subject", "result" = EXCLUDED."result",
    "expected" = EXCLUDED."expected", "moved" = EXCLUDED."moved", "counted" = EXCLUDED."counted"

-- name: stocktake_result_remove
DELETE FROM muster.stocktake_result WHERE "key" = $1

-- name: stocktake_result_clear
DELETE FROM muster.stocktake_result

-- name: period_get
SELECT "label", "first", "last", "state"
FROM muster.period WHERE "label" = $1

-- name: period_range
SELECT "label", "first", "last", "state"
FROM muster.period WHERE "label" >= $1 AND "label" < $2 ORDER BY "label" LIMIT $3

-- name: period_put
INSERT INTO muster.period (
    "label", "first", "last", "state")
VALUES ($1, $2, $3, $4)
ON CONFLICT ("label") DO UPDATE SET
    "first" = EXCLUDED."first", "last" = EXCLUDED."last", "state" = EXCLUDED."state"

-- name: period_remove
DELETE FROM muster.period WHERE "label" = $1

-- name: period_clear
DELETE FROM muster.period

-- name: import_file_get
SELECT "sha256", "entry"
FROM muster.import_file WHERE "sha256" = $1

-- name: import_file_range
SELECT "sha256", "entry"
FROM muster.import_file WHERE "sha256" >= $1 AND "sha256" < $2 ORDER BY "sha256" LIMIT $3

-- name: import_file_put
INSERT INTO muster.import_file (
    "sha256", "entry")
VALUES ($1, $2)
ON CONFLICT ("sha256") DO UPDATE SET
    "entry" = EXCLUDED."entry"

-- name: import_file_remove
DELETE FROM muster.import_file WHERE "sha256" = $1

-- name: import_file_clear
DELETE FROM muster.import_file

-- name: certificate_get
SELECT "certificate", "name", "user", "method", "since"
FROM muster.certificate WHERE "certificate" = $1

-- name: certificate_range
SELECT "certificate", "name", "user", "method", "since"
FROM muster.certificate WHERE "certificate" >= $1 AND "certificate" < $2 ORDER BY "certificate" LIMIT $3

-- name: certificate_put
INSERT INTO muster.certificate (
    "certificate", "name", "user", "method", "since")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("certificate") DO UPDATE SET
    "name" = EXCLUDED."name", "user" = EXCLUDED."user", "method" = EXCLUDED."method",
    "since" = EXCLUDED."since"

-- name: certificate_remove
DELETE FROM muster.certificate WHERE "certificate" = $1

-- name: certificate_clear
DELETE FROM muster.certificate

-- name: deployment_get
SELECT "key", "log", "started", "ended", "decision", "commander", "level", "reason", "arv",
       "discharge", "since"
FROM muster.deployment WHERE "key" = $1

-- name: deployment_range
SELECT "key", "log", "started", "ended", "decision", "commander", "level", "reason", "arv",
       "discharge", "since"
FROM muster.deployment WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: deployment_put
INSERT INTO muster.deployment (
    "key", "log", "started", "ended", "decision", "commander", "level", "reason", "arv",
    "discharge", "since")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT ("key") DO UPDATE SET
    "log" = EXCLUDED."log", "started" = EXCLUDED."started", "ended" = EXCLUDED."ended",
    "decision" = EXCLUDED."decision", "commander" = EXCLUDED."commander",
    "level" = EXCLUDED."level", "reason" = EXCLUDED."reason", "arv" = EXCLUDED."arv",
    "discharge" = EXCLUDED."discharge", "since" = EXCLUDED."since"

-- name: deployment_remove
DELETE FROM muster.deployment WHERE "key" = $1

-- name: deployment_clear
DELETE FROM muster.deployment

-- name: away_case_get
SELECT "case", "sort", "opened", "since", "by", "to", "other", "person", "reference", "seal",
       "due", "acknowledged", "return_acknowledged", "state"
FROM muster.away_case WHERE "case" = $1

-- name: away_case_range
SELECT "case", "sort", "opened", "since", "by", "to", "other", "person", "reference", "seal",
       "due", "acknowledged", "return_acknowledged", "state"
FROM muster.away_case WHERE "case" >= $1 AND "case" < $2 ORDER BY "case" LIMIT $3

-- name: away_case_put
INSERT INTO muster.away_case (
    "case", "sort", "opened", "since", "by", "to", "other", "person", "reference", "seal", "due",
    "acknowledged", "return_acknowledged", "state")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT ("case") DO UPDATE SET
    "sort" = EXCLUDED."sort", "opened" = EXCLUDED."opened", "since" = EXCLUDED."since",
    "by" = EXCLUDED."by", "to" = EXCLUDED."to", "other" = EXCLUDED."other",
    "person" = EXCLUDED."person", "reference" = EXCLUDED."reference", "seal" = EXCLUDED."seal",
    "due" = EXCLUDED."due", "acknowledged" = EXCLUDED."acknowledged",
    "return_acknowledged" = EXCLUDED."return_acknowledged", "state" = EXCLUDED."state"

-- name: away_case_remove
DELETE FROM muster.away_case WHERE "case" = $1

-- name: away_case_clear
DELETE FROM muster.away_case

-- name: away_line_get
SELECT "key", "case", "subject", "quantity", "open", "from", "status", "before", "outcome"
FROM muster.away_line WHERE "key" = $1

-- name: away_line_range
SELECT "key", "case", "subject", "quantity", "open", "from", "status", "before", "outcome"
FROM muster.away_line WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: away_line_put
INSERT INTO muster.away_line (
    "key", "case", "subject", "quantity", "open", "from", "status", "before", "outcome")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT ("key") DO UPDATE SET
    "case" = EXCLUDED."case", "subject" = EXCLUDED."subject", "quantity" = EXCLUDED."quantity",
    "open" = EXCLUDED."open", "from" = EXCLUDED."from", "status" = EXCLUDED."status",
    "before" = EXCLUDED."before", "outcome" = EXCLUDED."outcome"

-- name: away_line_remove
DELETE FROM muster.away_line WHERE "key" = $1

-- name: away_line_clear
DELETE FROM muster.away_line

-- name: mounted_get
SELECT "key", "host", "part"
FROM muster.mounted WHERE "key" = $1

-- name: mounted_range
SELECT "key", "host", "part"
FROM muster.mounted WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: mounted_put
INSERT INTO muster.mounted (
    "key", "host", "part")
VALUES ($1, $2, $3)
ON CONFLICT ("key") DO UPDATE SET
    "host" = EXCLUDED."host", "part" = EXCLUDED."part"

-- name: mounted_remove
DELETE FROM muster.mounted WHERE "key" = $1

-- name: mounted_clear
DELETE FROM muster.mounted

-- name: unfit_get
SELECT "item", "received_by", "since"
FROM muster.unfit WHERE "item" = $1

-- name: unfit_range
SELECT "item", "received_by", "since"
FROM muster.unfit WHERE "item" >= $1 AND "item" < $2 ORDER BY "item" LIMIT $3

-- name: unfit_put
INSERT INTO muster.unfit (
    "item", "received_by", "since")
VALUES ($1, $2, $3)
ON CONFLICT ("item") DO UPDATE SET
    "received_by" = EXCLUDED."received_by", "since" = EXCLUDED."since"

-- name: unfit_remove
DELETE FROM muster.unfit WHERE "item" = $1

-- name: unfit_clear
DELETE FROM muster.unfit

-- name: hold_placer_get
SELECT "key", "user"
FROM muster.hold_placer WHERE "key" = $1

-- name: hold_placer_range
SELECT "key", "user"
FROM muster.hold_placer WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: hold_placer_put
INSERT INTO muster.hold_placer (
    "key", "user")
VALUES ($1, $2)
ON CONFLICT ("key") DO UPDATE SET
    "user" = EXCLUDED."user"

-- name: hold_placer_remove
DELETE FROM muster.hold_placer WHERE "key" = $1

-- name: hold_placer_clear
DELETE FROM muster.hold_placer

-- name: seal_get
SELECT "key", "batch", "seal", "since"
FROM muster.seal WHERE "key" = $1

-- name: seal_range
SELECT "key", "batch", "seal", "since"
FROM muster.seal WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: seal_put
INSERT INTO muster.seal (
    "key", "batch", "seal", "since")
VALUES ($1, $2, $3, $4)
ON CONFLICT ("key") DO UPDATE SET
    "batch" = EXCLUDED."batch", "seal" = EXCLUDED."seal", "since" = EXCLUDED."since"

-- name: seal_remove
DELETE FROM muster.seal WHERE "key" = $1

-- name: seal_clear
DELETE FROM muster.seal

-- name: correction_get
SELECT "key", "corrected", "by"
FROM muster.correction WHERE "key" = $1

-- name: correction_range
SELECT "key", "corrected", "by"
FROM muster.correction WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: correction_put
INSERT INTO muster.correction (
    "key", "corrected", "by")
VALUES ($1, $2, $3)
ON CONFLICT ("key") DO UPDATE SET
    "corrected" = EXCLUDED."corrected", "by" = EXCLUDED."by"

-- name: correction_remove
DELETE FROM muster.correction WHERE "key" = $1

-- name: correction_clear
DELETE FROM muster.correction

-- name: duty_get
SELECT "place", "user", "since"
FROM muster.duty WHERE "place" = $1

-- name: duty_range
SELECT "place", "user", "since"
FROM muster.duty WHERE "place" >= $1 AND "place" < $2 ORDER BY "place" LIMIT $3

-- name: duty_put
INSERT INTO muster.duty (
    "place", "user", "since")
VALUES ($1, $2, $3)
ON CONFLICT ("place") DO UPDATE SET
    "user" = EXCLUDED."user", "since" = EXCLUDED."since"

-- name: duty_remove
DELETE FROM muster.duty WHERE "place" = $1

-- name: duty_clear
DELETE FROM muster.duty

-- name: kit_get
SELECT "kit", "name", "label", "active", "since"
FROM muster.kit WHERE "kit" = $1

-- name: kit_range
SELECT "kit", "name", "label", "active", "since"
FROM muster.kit WHERE "kit" >= $1 AND "kit" < $2 ORDER BY "kit" LIMIT $3

-- name: kit_put
INSERT INTO muster.kit (
    "kit", "name", "label", "active", "since")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("kit") DO UPDATE SET
    "name" = EXCLUDED."name", "label" = EXCLUDED."label", "active" = EXCLUDED."active",
    "since" = EXCLUDED."since"

-- name: kit_remove
DELETE FROM muster.kit WHERE "kit" = $1

-- name: kit_clear
DELETE FROM muster.kit

-- name: kit_line_get
SELECT "key", "kit", "model", "category", "quantity"
FROM muster.kit_line WHERE "key" = $1

-- name: kit_line_range
SELECT "key", "kit", "model", "category", "quantity"
FROM muster.kit_line WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: kit_line_put
INSERT INTO muster.kit_line (
    "key", "kit", "model", "category", "quantity")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("key") DO UPDATE SET
    "kit" = EXCLUDED."kit", "model" = EXCLUDED."model", "category" = EXCLUDED."category",
    "quantity" = EXCLUDED."quantity"

-- name: kit_line_remove
DELETE FROM muster.kit_line WHERE "key" = $1

-- name: kit_line_clear
DELETE FROM muster.kit_line

-- name: movement_mode_get
SELECT "key", "movement", "mode", "officer", "armoury", "since", "until", "basket", "confirmed",
       "handover"
FROM muster.movement_mode WHERE "key" = $1

-- name: movement_mode_range
SELECT "key", "movement", "mode", "officer", "armoury", "since", "until", "basket", "confirmed",
       "handover"
FROM muster.movement_mode WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: movement_mode_put
INSERT INTO muster.movement_mode (
    "key", "movement", "mode", "officer", "armoury", "since", "until", "basket", "confirmed",
    "handover")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("key") DO UPDATE SET
    "movement" = EXCLUDED."movement", "mode" = EXCLUDED."mode", "officer" = EXCLUDED."officer",
    "armoury" = EXCLUDED."armoury", "since" = EXCLUDED."since", "until" = EXCLUDED."until",
    "basket" = EXCLUDED."basket", "confirmed" = EXCLUDED."confirmed",
    "handover" = EXCLUDED."handover"

-- name: movement_mode_remove
DELETE FROM muster.movement_mode WHERE "key" = $1

-- name: movement_mode_clear
DELETE FROM muster.movement_mode

-- name: function_test_get
SELECT "item", "on", "passed", "by", "since"
FROM muster.function_test WHERE "item" = $1

-- name: function_test_range
SELECT "item", "on", "passed", "by", "since"
FROM muster.function_test WHERE "item" >= $1 AND "item" < $2 ORDER BY "item" LIMIT $3

-- name: function_test_put
INSERT INTO muster.function_test (
    "item", "on", "passed", "by", "since")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("item") DO UPDATE SET
    "on" = EXCLUDED."on", "passed" = EXCLUDED."passed", "by" = EXCLUDED."by",
    "since" = EXCLUDED."since"

-- name: function_test_remove
DELETE FROM muster.function_test WHERE "item" = $1

-- name: function_test_clear
DELETE FROM muster.function_test

-- name: attestation_get
SELECT "officer", "asked", "due", "answered", "answered_at"
FROM muster.attestation WHERE "officer" = $1

-- name: attestation_range
SELECT "officer", "asked", "due", "answered", "answered_at"
FROM muster.attestation WHERE "officer" >= $1 AND "officer" < $2 ORDER BY "officer" LIMIT $3

-- name: attestation_put
INSERT INTO muster.attestation (
    "officer", "asked", "due", "answered", "answered_at")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("officer") DO UPDATE SET
    "asked" = EXCLUDED."asked", "due" = EXCLUDED."due", "answered" = EXCLUDED."answered",
    "answered_at" = EXCLUDED."answered_at"

-- name: attestation_remove
DELETE FROM muster.attestation WHERE "officer" = $1

-- name: attestation_clear
DELETE FROM muster.attestation

-- name: discrepancy_action_get
SELECT "key", "discrepancy", "entry", "at", "by", "action", "note", "evidence"
FROM muster.discrepancy_action WHERE "key" = $1

-- name: discrepancy_action_range
SELECT "key", "discrepancy", "entry", "at", "by", "action", "note", "evidence"
FROM muster.discrepancy_action WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: discrepancy_action_put
INSERT INTO muster.discrepancy_action (
    "key", "discrepancy", "entry", "at", "by", "action", "note", "evidence")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("key") DO UPDATE SET
    "discrepancy" = EXCLUDED."discrepancy", "entry" = EXCLUDED."entry", "at" = EXCLUDED."at",
    "by" = EXCLUDED."by", "action" = EXCLUDED."action", "note" = EXCLUDED."note",
    "evidence" = EXCLUDED."evidence"

-- name: discrepancy_action_remove
DELETE FROM muster.discrepancy_action WHERE "key" = $1

-- name: discrepancy_action_clear
DELETE FROM muster.discrepancy_action

-- name: count_coverage_get
SELECT "key", "location", "sort", "quarter", "counts", "blind", "outside", "last", "last_at",
       "lead", "running"
FROM muster.count_coverage WHERE "key" = $1

-- name: count_coverage_range
SELECT "key", "location", "sort", "quarter", "counts", "blind", "outside", "last", "last_at",
       "lead", "running"
FROM muster.count_coverage WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: count_coverage_put
INSERT INTO muster.count_coverage (
    "key", "location", "sort", "quarter", "counts", "blind", "outside", "last", "last_at", "lead",
    "running")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT ("key") DO UPDATE SET
    "location" = EXCLUDED."location", "sort" = EXCLUDED."sort", "quarter" = EXCLUDED."quarter",
    "counts" = EXCLUDED."counts", "blind" = EXCLUDED."blind", "outside" = EXCLUDED."outside",
    "last" = EXCLUDED."last", "last_at" = EXCLUDED."last_at", "lead" = EXCLUDED."lead",
    "running" = EXCLUDED."running"

-- name: count_coverage_remove
DELETE FROM muster.count_coverage WHERE "key" = $1

-- name: count_coverage_clear
DELETE FROM muster.count_coverage

-- name: left_stock_get
SELECT "user", "at"
FROM muster.left_stock WHERE "user" = $1

-- name: left_stock_range
SELECT "user", "at"
FROM muster.left_stock WHERE "user" >= $1 AND "user" < $2 ORDER BY "user" LIMIT $3

-- name: left_stock_put
INSERT INTO muster.left_stock (
    "user", "at")
VALUES ($1, $2)
ON CONFLICT ("user") DO UPDATE SET
    "at" = EXCLUDED."at"

-- name: left_stock_remove
DELETE FROM muster.left_stock WHERE "user" = $1

-- name: left_stock_clear
DELETE FROM muster.left_stock

-- name: custodian_get
SELECT "location", "user", "since"
FROM muster.custodian WHERE "location" = $1

-- name: custodian_range
SELECT "location", "user", "since"
FROM muster.custodian WHERE "location" >= $1 AND "location" < $2 ORDER BY "location" LIMIT $3

-- name: custodian_put
INSERT INTO muster.custodian (
    "location", "user", "since")
VALUES ($1, $2, $3)
ON CONFLICT ("location") DO UPDATE SET
    "user" = EXCLUDED."user", "since" = EXCLUDED."since"

-- name: custodian_remove
DELETE FROM muster.custodian WHERE "location" = $1

-- name: custodian_clear
DELETE FROM muster.custodian

-- name: deputy_get
SELECT "key", "principal", "deputy", "from", "to"
FROM muster.deputy WHERE "key" = $1

-- name: deputy_range
SELECT "key", "principal", "deputy", "from", "to"
FROM muster.deputy WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: deputy_put
INSERT INTO muster.deputy (
    "key", "principal", "deputy", "from", "to")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("key") DO UPDATE SET
    "principal" = EXCLUDED."principal", "deputy" = EXCLUDED."deputy", "from" = EXCLUDED."from",
    "to" = EXCLUDED."to"

-- name: deputy_remove
DELETE FROM muster.deputy WHERE "key" = $1

-- name: deputy_clear
DELETE FROM muster.deputy

-- name: dip_test_get
SELECT "test", "place", "drawn_at", "walked_by", "keyed_at", "agreed", "differs"
FROM muster.dip_test WHERE "test" = $1

-- name: dip_test_range
SELECT "test", "place", "drawn_at", "walked_by", "keyed_at", "agreed", "differs"
FROM muster.dip_test WHERE "test" >= $1 AND "test" < $2 ORDER BY "test" LIMIT $3

-- name: dip_test_put
INSERT INTO muster.dip_test (
    "test", "place", "drawn_at", "walked_by", "keyed_at", "agreed", "differs")
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("test") DO UPDATE SET
    "place" = EXCLUDED."place", "drawn_at" = EXCLUDED."drawn_at",
    "walked_by" = EXCLUDED."walked_by", "keyed_at" = EXCLUDED."keyed_at",
    "agreed" = EXCLUDED."agreed", "differs" = EXCLUDED."differs"

-- name: dip_test_remove
DELETE FROM muster.dip_test WHERE "test" = $1

-- name: dip_test_clear
DELETE FROM muster.dip_test

-- name: dip_test_line_get
SELECT "key", "location", "position", "item", "result"
FROM muster.dip_test_line WHERE "key" = $1

-- name: dip_test_line_range
SELECT "key", "location", "position", "item", "result"
FROM muster.dip_test_line WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: dip_test_line_put
INSERT INTO muster.dip_test_line (
    "key", "location", "position", "item", "result")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("key") DO UPDATE SET
    "location" = EXCLUDED."location", "position" = EXCLUDED."position", "item" = EXCLUDED."item",
    "result" = EXCLUDED."result"

-- name: dip_test_line_remove
DELETE FROM muster.dip_test_line WHERE "key" = $1

-- name: dip_test_line_clear
DELETE FROM muster.dip_test_line

-- name: oversight_signature_get
SELECT "key", "what", "signer", "principal", "method", "witness", "at", "entry"
FROM muster.oversight_signature WHERE "key" = $1

-- name: oversight_signature_range
SELECT "key", "what", "signer", "principal", "method", "witness", "at", "entry"
FROM muster.oversight_signature WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: oversight_signature_put
INSERT INTO muster.oversight_signature (
    "key", "what", "signer", "principal", "method", "witness", "at", "entry")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("key") DO UPDATE SET
    "what" = EXCLUDED."what", "signer" = EXCLUDED."signer", "principal" = EXCLUDED."principal",
    "method" = EXCLUDED."method", "witness" = EXCLUDED."witness", "at" = EXCLUDED."at",
    "entry" = EXCLUDED."entry"

-- name: oversight_signature_remove
DELETE FROM muster.oversight_signature WHERE "key" = $1

-- name: oversight_signature_clear
DELETE FROM muster.oversight_signature

-- name: clock_alarm_get
SELECT "key", "first", "last", "entries" FROM muster.clock_alarm WHERE "key" = $1

-- name: clock_alarm_range
SELECT "key", "first", "last", "entries"
FROM muster.clock_alarm WHERE "key" >= $1 AND "key" < $2 ORDER BY "key" LIMIT $3

-- name: clock_alarm_put
INSERT INTO muster.clock_alarm ("key", "first", "last", "entries")
VALUES ($1, $2, $3, $4)
ON CONFLICT ("key") DO UPDATE SET
    "first" = EXCLUDED."first", "last" = EXCLUDED."last", "entries" = EXCLUDED."entries"

-- name: clock_alarm_remove
DELETE FROM muster.clock_alarm WHERE "key" = $1

-- name: clock_alarm_clear
DELETE FROM muster.clock_alarm
