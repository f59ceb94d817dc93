"""A closing report is never changed; a recording, an objection and its reason neither."""

from django.db import migrations

from core.dbops import append_only, forbid_delete, freeze_columns


class Migration(migrations.Migration):
    dependencies = [("meetings", "0007_after_the_meeting")]
    operations = [
        append_only("meetings_report"),
        forbid_delete("meetings_objection"),
        freeze_columns("meetings_objection", ("notes_id", "reason", "at")),
        # An objection is settled once.
        freeze_columns("meetings_notes", ("gathering_id", "version", "text", "at")),
    ]
