"""Two phases of one process never overlap; a phase that has begun keeps its start."""

from django.db import migrations

from core.dbops import freeze_columns

# A range of one key, since a plain number would need an extension here. Checked at the end of a statement by our own act;
# deferrable, so that two phases can change places within one transaction.
APART = """
ALTER TABLE forums_phase ADD CONSTRAINT phase_apart EXCLUDE USING gist (
    int8range(process_id, process_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&
) DEFERRABLE INITIALLY DEFERRED
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0017_processes")]

    operations = [
        migrations.RunSQL(APART, "ALTER TABLE forums_phase DROP CONSTRAINT phase_apart"),
        freeze_columns("forums_phase", ("process_id", "starts_at", "begun_at"), when="OLD.begun_at IS NOT NULL"),
    ]
