"""What the chain promises: nothing is deleted, links are final, and no closed step is a dead end."""

from django.db import migrations

from core.dbops import append_only, forbid_delete

# At commit: a step that was carried on (or sent back) has a child, except at the last station (7, delivered).
NO_DEAD_END = """
CREATE FUNCTION chain_step_no_dead_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE step chain_step;
BEGIN
    SELECT * INTO step FROM chain_step WHERE id = NEW.id;
    IF (step.state = 'returned' OR (step.state = 'done' AND step.station < 7))
       AND NOT EXISTS (SELECT 1 FROM chain_link WHERE parent_id = step.id) THEN
        RAISE EXCEPTION 'step % is closed without a child or a written refusal', step.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_no_dead_end';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER step_no_dead_end AFTER INSERT OR UPDATE OF state ON chain_step
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_step_no_dead_end();
"""
NO_DEAD_END_BACK = "DROP TRIGGER step_no_dead_end ON chain_step; DROP FUNCTION chain_step_no_dead_end();"


class Migration(migrations.Migration):
    dependencies = [("chain", "0001_initial")]
    operations = [
        forbid_delete("chain_step"),
        append_only("chain_link"),
        migrations.RunSQL(NO_DEAD_END, NO_DEAD_END_BACK),
    ]
