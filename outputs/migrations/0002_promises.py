"""What the database itself holds of an output: an approved one never changes, and what was public is never deleted."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

NOT_FINAL = "(SELECT state FROM outputs_output WHERE id = OLD.output_id) = 'drafting'"
NEVER_PUBLIC = "(SELECT opened_at FROM outputs_output WHERE id = OLD.output_id) IS NULL"

# What an output carries is chosen while it is being written, and at no other time.
ASKS_WHILE_DRAFTING = """
CREATE FUNCTION outputs_outputproposal_drafting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM outputs_output WHERE id = NEW.output_id) <> 'drafting' THEN
        RAISE EXCEPTION 'what output % carries is settled', NEW.output_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER outputs_outputproposal_drafting BEFORE INSERT OR UPDATE ON outputs_outputproposal
    FOR EACH ROW EXECUTE FUNCTION outputs_outputproposal_drafting();
"""
ASKS_BACK = "DROP TRIGGER outputs_outputproposal_drafting ON outputs_outputproposal; DROP FUNCTION outputs_outputproposal_drafting();"


class Migration(migrations.Migration):
    dependencies = [("outputs", "0001_initial")]
    operations = [
        forbid_delete("outputs_output", unless="OLD.state = 'drafting' AND OLD.opened_at IS NULL"),
        freeze_columns(
            "outputs_output",
            (
                *("forum_id", "reference", "title", "summary", "findings", "findings_html", "dissent", "dissent_html"),
                *("took_part", "version", "state", "ballot_id", "digest", "opened_at", "approved_at"),
            ),
            when="OLD.state = 'approved'",
        ),
        migrations.RunSQL(ASKS_WHILE_DRAFTING, ASKS_BACK),
        forbid_delete("outputs_outputproposal", unless=NOT_FINAL),
        freeze_columns("outputs_outputversion", ("output_id", "version", "title", "summary", "findings", "dissent", "digest", "at")),
        forbid_delete("outputs_outputversion", unless=NEVER_PUBLIC),
    ]
