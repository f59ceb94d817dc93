"""What the database itself holds of a ballot, whatever the code above does."""

from django.db import migrations

from core.dbops import append_only, forbid_delete, freeze_columns

# The rules of a ballot never change after its announcement; a figure, once published, neither; nor the end of it.
FINAL = """
CREATE FUNCTION ballots_ballot_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.yes IS NOT NULL AND ROW(NEW.yes, NEW.no, NEW.abstain, NEW.counted_at, NEW.receipts_digest)
        IS DISTINCT FROM ROW(OLD.yes, OLD.no, OLD.abstain, OLD.counted_at, OLD.receipts_digest) THEN
        RAISE EXCEPTION 'the figures of ballot % are published', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state IN ('certified', 'annulled') OR NEW.state = 'planned' OR OLD.state = 'counted' AND NEW.state = 'open') THEN
        RAISE EXCEPTION 'ballot % does not go back from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ballots_ballot_final BEFORE UPDATE ON ballots_ballot FOR EACH ROW EXECUTE FUNCTION ballots_ballot_final();
"""
FINAL_BACK = "DROP TRIGGER ballots_ballot_final ON ballots_ballot; DROP FUNCTION ballots_ballot_final();"

# A roll comes whole, in one statement, as large as its ballot says; so nobody is added to it later.
ROLL_WHOLE = """
CREATE FUNCTION ballots_rollentry_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM ballots_ballot b
        WHERE b.id IN (SELECT ballot_id FROM added)
          AND b.roll_size <> (SELECT count(*) FROM ballots_rollentry r WHERE r.ballot_id = b.id)
    ) THEN
        RAISE EXCEPTION 'the roll of a ballot is frozen' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ballots_rollentry_whole AFTER INSERT ON ballots_rollentry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION ballots_rollentry_whole();
"""
ROLL_WHOLE_BACK = "DROP TRIGGER ballots_rollentry_whole ON ballots_rollentry; DROP FUNCTION ballots_rollentry_whole();"

VOTE_WHILE_OPEN = """
CREATE FUNCTION ballots_vote_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM ballots_ballot WHERE id = NEW.ballot_id AND state = 'open') THEN
        RAISE EXCEPTION 'ballot % is not open', NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ballots_vote_while_open BEFORE INSERT OR UPDATE ON ballots_vote FOR EACH ROW EXECUTE FUNCTION ballots_vote_while_open();
"""
VOTE_WHILE_OPEN_BACK = "DROP TRIGGER ballots_vote_while_open ON ballots_vote; DROP FUNCTION ballots_vote_while_open();"

# A third count, by the database: the published list comes whole and says what the figures say.
LIST_AGREES = """
CREATE FUNCTION ballots_publishedvote_agrees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM ballots_ballot b
        WHERE b.id IN (SELECT ballot_id FROM added)
          AND (b.state <> 'counted' OR ROW(b.yes, b.no, b.abstain)::text IS DISTINCT FROM (
              SELECT ROW(
                  count(*) FILTER (WHERE p.choice = 'yes'), count(*) FILTER (WHERE p.choice = 'no'),
                  count(*) FILTER (WHERE p.choice = 'abstain')
              )::text FROM ballots_publishedvote p WHERE p.ballot_id = b.id))
    ) THEN
        RAISE EXCEPTION 'the published votes do not agree with the figures' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ballots_publishedvote_agrees AFTER INSERT ON ballots_publishedvote REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION ballots_publishedvote_agrees();
"""
LIST_AGREES_BACK = "DROP TRIGGER ballots_publishedvote_agrees ON ballots_publishedvote; DROP FUNCTION ballots_publishedvote_agrees();"


class Migration(migrations.Migration):
    dependencies = [("ballots", "0001_initial")]
    operations = [
        forbid_delete("ballots_ballot"),
        freeze_columns(
            "ballots_ballot",
            (
                *("subject_kind", "subject_id", "host_kind", "host_id", "question", "explanation"),
                *("planned_at", "opens_at", "closes_at", "quorum", "roll_size"),
            ),
        ),
        migrations.RunSQL(FINAL, FINAL_BACK),
        append_only("ballots_rollentry"),
        migrations.RunSQL(ROLL_WHOLE, ROLL_WHOLE_BACK),
        migrations.RunSQL(VOTE_WHILE_OPEN, VOTE_WHILE_OPEN_BACK),
        forbid_delete(
            "ballots_vote",
            unless="(SELECT state FROM ballots_ballot WHERE id = OLD.ballot_id) IN ('certified', 'annulled')",
        ),
        append_only("ballots_publishedvote"),
        migrations.RunSQL(LIST_AGREES, LIST_AGREES_BACK),
    ]
