"""A mark of opposition is ended, never rewritten or deleted."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

MARK = ("issue_id", "one_id", "other_id", "reason", "marked_at")


class Migration(migrations.Migration):
    dependencies = [("outputs", "0005_oppositions")]
    operations = [
        forbid_delete("outputs_opposition"),
        freeze_columns("outputs_opposition", MARK),
    ]
