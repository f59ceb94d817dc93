"""What a kind of forum begins with says since when and why, and no version is written anew."""

from django.db import migrations, models

from core.dbops import forbid_delete, freeze_columns

COLUMNS = (
    *("kind", "version", "since", "why", "every", "unit", "weekday", "nth", "starts", "minutes", "place", "skips_holidays"),
    *("quorum", "chair", "term_months", "recall_percent", "conduct", "conduct_html", "supports_threshold", "notice_days"),
    *("joining", "places", "places_service_user", "places_service_worker", "premoderated"),
)


class Migration(migrations.Migration):
    dependencies = [("forums", "0033_numbers_say_why")]
    operations = [
        migrations.AlterModelOptions("rulestemplate", {"ordering": ("-version",)}),
        migrations.AddField("rulestemplate", "since", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("rulestemplate", "why", models.TextField(blank=True, default=""), preserve_default=False),
        freeze_columns("forums_rulestemplate", COLUMNS),
        forbid_delete("forums_rulestemplate"),
    ]
