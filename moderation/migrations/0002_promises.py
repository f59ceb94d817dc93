"""A decision is kept for ever and says what it said; its statement to the author may be blanked."""

from django.db import migrations, models

from core.dbops import forbid_delete, freeze_columns


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]

    operations = [
        migrations.AlterModelOptions("reason", {"ordering": ("id",)}),
        migrations.AddIndex("decision", models.Index(fields=("-at",), name="decision_newest")),
        migrations.AddIndex(
            "appeal", models.Index(fields=("due",), condition=models.Q(answer=None), name="appeal_waiting")
        ),
        forbid_delete("moderation_decision"),
        freeze_columns("moderation_decision", ("subject_kind", "subject_id", "outcome", "reason_id", "at")),
        freeze_columns("moderation_appeal", ("answer_id",), when="OLD.answer_id IS NOT NULL"),
    ]
