"""A rule by which writing waits ends with a reason, and is never written anew."""

from django.db import migrations, models

from core.dbops import freeze_columns


class Migration(migrations.Migration):
    dependencies = [("moderation", "0023_first_texts_for_blocks")]
    operations = [
        migrations.AddField("holdrule", "ended_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("holdrule", "ended_why", models.CharField(blank=True, default="", max_length=300), preserve_default=False),
        migrations.AddConstraint(
            "holdrule",
            models.CheckConstraint(
                condition=models.Q(active=False) | models.Q(ended_at=None), name="hold_rule_ended_is_not_active"
            ),
        ),
        freeze_columns("moderation_holdrule", ("kind", "host_key", "number", "words", "why", "since")),
    ]
