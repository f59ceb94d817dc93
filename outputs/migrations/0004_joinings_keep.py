"""What the database itself holds of forums that send an output together: only an approved one that no committee has yet, and for good."""

from django.db import migrations

from core.dbops import append_only

# The step of the output is open until it is sent to a committee. Locked here, it cannot be closed by a referral at the same moment.
JOINS_BEFORE_IT_IS_SENT = """
CREATE FUNCTION outputs_joining_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM outputs_output WHERE id = NEW.output_id AND state = 'approved' AND forum_id <> NEW.forum_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another forum joins what is approved' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM 1 FROM chain_step
        WHERE subject_kind = 'outputs.output' AND subject_id = NEW.output_id AND kind = 'output' AND state = 'open' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'output % is with a committee already', NEW.output_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER outputs_joining_in_time BEFORE INSERT ON outputs_joining
    FOR EACH ROW EXECUTE FUNCTION outputs_joining_in_time();
"""
BACK = "DROP TRIGGER outputs_joining_in_time ON outputs_joining; DROP FUNCTION outputs_joining_in_time();"


class Migration(migrations.Migration):
    dependencies = [("outputs", "0003_joinings"), ("chain", "0001_initial")]
    operations = [migrations.RunSQL(JOINS_BEFORE_IT_IS_SENT, BACK), append_only("outputs_joining")]
