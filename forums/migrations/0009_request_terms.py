"""How many residents a request needs, the clocks of its answers, and what nobody changes afterwards."""

from datetime import date

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns

LONG_AGO = date(2000, 1, 1)
RULES = [
    ("forums.request_answer", "Answer a request for a forum", 20),
    ("forums.request_review", "Look again at a refused request for a forum", 20),
]


def load(apps, schema_editor):
    Rule, Measure = apps.get_model("clocks", "Rule"), apps.get_model("forums", "Measure")
    Rule.objects.bulk_create(
        [
            Rule(key=key, title=title, counting="working_days", amount=days, profile="working",
                 source="local rule", valid_from=LONG_AGO)
            for key, title, days in RULES
        ],
        ignore_conflicts=True,
    )
    Measure.objects.create(
        key="request.backers", title="Residents behind a request for a forum", amount=25, valid_from=LONG_AGO
    )


def unload(apps, schema_editor):
    Rule = apps.get_model("clocks", "Rule")
    Rule.objects.filter(key__in=[key for key, _title, _days in RULES]).delete()


class Migration(migrations.Migration):
    dependencies = [("forums", "0008_requests"), ("clocks", "0003_rules")]
    operations = [
        migrations.RunPython(load, unload),
        freeze_columns("forums_measure", ("key", "version", "amount", "valid_from")),
        forbid_delete("forums_measure"),
        forbid_delete("forums_forumrequest"),
        freeze_columns("forums_forumrequest", ("kind", "title", "purpose", "needed", "created_at")),
    ]
