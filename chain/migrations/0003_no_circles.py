"""The line never leads back to where it came from."""

from django.db import migrations

# Most links hang a new step on standing ones: a step without children cannot close a circle, and costs one look at an index.
NO_CIRCLE = """
CREATE FUNCTION chain_link_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM chain_link WHERE parent_id = NEW.child_id) AND EXISTS (
        WITH RECURSIVE down(id) AS (
            SELECT NEW.child_id
            UNION
            SELECT link.child_id FROM down JOIN chain_link link ON link.parent_id = down.id
        )
        SELECT 1 FROM down WHERE id = NEW.parent_id
    ) THEN
        RAISE EXCEPTION 'step % came out of step % already', NEW.parent_id, NEW.child_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'link_no_circle';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER link_no_circle BEFORE INSERT ON chain_link FOR EACH ROW EXECUTE FUNCTION chain_link_no_circle();
"""
NO_CIRCLE_BACK = "DROP TRIGGER link_no_circle ON chain_link; DROP FUNCTION chain_link_no_circle();"


class Migration(migrations.Migration):
    dependencies = [("chain", "0002_promises")]
    operations = [migrations.RunSQL(NO_CIRCLE, NO_CIRCLE_BACK)]
