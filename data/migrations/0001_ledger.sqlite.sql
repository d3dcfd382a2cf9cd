-- SQLite's half: what refuses change, and what tells a ledger from any other file.
CREATE TRIGGER ledger_next BEFORE INSERT ON ledger
WHEN NEW."number" <> (SELECT COALESCE(MAX("number"), 0) + 1 FROM ledger)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: this is not its next number'); END;
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no entry is changed'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no entry is removed'); END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no checkpoint is changed'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no checkpoint is removed'); END;
CREATE TRIGGER ledger_head_no_insert BEFORE INSERT ON ledger_head
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: it has one head'); END;
CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: it keeps its head'); END;

CREATE VIEW server_clock AS SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS "now";

-- "MSTR"
PRAGMA application_id = 1297306706;
PRAGMA user_version = 1;
