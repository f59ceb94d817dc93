"""One vote for each person whatever the channel, and no more slips counted than were handed out, whatever the code above does."""

from django.db import migrations

from core.dbops import append_only, forbid_delete, freeze_columns

# Both channels take the same lock on the voter's tag, so that of two that come at once the second sees the first.
ONE_CHANNEL = """
CREATE FUNCTION ballots_vote_one_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.voter, 0));
    IF EXISTS (SELECT 1 FROM ballots_papervoter WHERE ballot_id = NEW.ballot_id AND voter = NEW.voter) THEN
        RAISE EXCEPTION 'this voter of ballot % votes on paper', NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ballots_vote_one_channel BEFORE INSERT OR UPDATE ON ballots_vote
    FOR EACH ROW EXECUTE FUNCTION ballots_vote_one_channel();

CREATE FUNCTION ballots_papervoter_one_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.voter, 0));
    IF EXISTS (SELECT 1 FROM ballots_vote WHERE ballot_id = NEW.ballot_id AND voter = NEW.voter) THEN
        RAISE EXCEPTION 'this voter of ballot % has voted on the web', NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM ballots_ballot WHERE id = NEW.ballot_id AND state = 'open') THEN
        RAISE EXCEPTION 'ballot % is not open', NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ballots_papervoter_one_channel BEFORE INSERT ON ballots_papervoter
    FOR EACH ROW EXECUTE FUNCTION ballots_papervoter_one_channel();
"""
ONE_CHANNEL_BACK = """
DROP TRIGGER ballots_vote_one_channel ON ballots_vote; DROP FUNCTION ballots_vote_one_channel();
DROP TRIGGER ballots_papervoter_one_channel ON ballots_papervoter; DROP FUNCTION ballots_papervoter_one_channel();
"""

# The lock is on the ballot: of two slips that come at once, the second counts the first.
SLIPS = """
CREATE FUNCTION ballots_slip_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.counted AND NOT NEW.counted THEN
        RAISE EXCEPTION 'slip % is counted', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.counted AND NOT OLD.counted THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('ballots_slip', NEW.ballot_id));
        IF (SELECT max(n) FROM (SELECT count(*) n FROM ballots_slipreading WHERE slip_id = NEW.id GROUP BY round) r) IS DISTINCT FROM 2 THEN
            RAISE EXCEPTION 'slip % was not read by two people', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (SELECT count(*) FROM ballots_slip WHERE ballot_id = NEW.ballot_id AND counted)
            > (SELECT count(*) FROM ballots_papervoter WHERE ballot_id = NEW.ballot_id) THEN
            RAISE EXCEPTION 'more slips of ballot % than were handed out', NEW.ballot_id USING ERRCODE = 'restrict_violation';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ballots_slip_counted AFTER UPDATE ON ballots_slip FOR EACH ROW EXECUTE FUNCTION ballots_slip_counted();

CREATE FUNCTION ballots_slip_printed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ballots_slip', NEW.ballot_id));
    IF NEW.counted OR (SELECT count(*) FROM ballots_slip WHERE ballot_id = NEW.ballot_id)
        > (SELECT roll_size FROM ballots_ballot WHERE id = NEW.ballot_id) THEN
        RAISE EXCEPTION 'more slips of ballot % than people on its roll', NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ballots_slip_printed AFTER INSERT ON ballots_slip FOR EACH ROW EXECUTE FUNCTION ballots_slip_printed();
"""
SLIPS_BACK = """
DROP TRIGGER ballots_slip_counted ON ballots_slip; DROP FUNCTION ballots_slip_counted();
DROP TRIGGER ballots_slip_printed ON ballots_slip; DROP FUNCTION ballots_slip_printed();
"""


class Migration(migrations.Migration):
    dependencies = [("ballots", "0003_paper")]
    operations = [
        migrations.RunSQL(ONE_CHANNEL, ONE_CHANNEL_BACK),
        migrations.RunSQL(SLIPS, SLIPS_BACK),
        append_only("ballots_papervoter"),
        append_only("ballots_slipreading"),
        forbid_delete("ballots_slip"),
        freeze_columns("ballots_slip", ("ballot_id", "code")),
    ]
