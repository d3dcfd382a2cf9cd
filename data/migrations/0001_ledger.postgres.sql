-- PostgreSQL's half: what refuses change. A superuser can still drop a trigger; check_schema says so.
CREATE FUNCTION muster.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION muster.refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."number" <> (SELECT COALESCE(MAX("number"), 0) + 1 FROM muster.ledger) THEN
        RAISE EXCEPTION 'the ledger is append-only: % is not its next number', NEW."number"
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION muster.utc_now() RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

CREATE TRIGGER ledger_next BEFORE INSERT ON muster.ledger FOR EACH ROW EXECUTE FUNCTION refuse_gap();
CREATE TRIGGER ledger_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON muster.ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON muster.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_no_change BEFORE INSERT OR DELETE OR TRUNCATE ON muster.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Also where a session says that it only replicates.
ALTER TABLE muster.ledger ENABLE ALWAYS TRIGGER ledger_next;
ALTER TABLE muster.ledger ENABLE ALWAYS TRIGGER ledger_no_change;
ALTER TABLE muster.checkpoint ENABLE ALWAYS TRIGGER checkpoint_no_change;
ALTER TABLE muster.ledger_head ENABLE ALWAYS TRIGGER ledger_head_no_change;

CREATE VIEW server_clock AS SELECT utc_now() AS now;
