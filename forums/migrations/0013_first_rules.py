"""What each kind of forum begins with; the forums that stand have it as their first version."""

from datetime import date

from django.db import migrations
from django.utils import timezone

LONG_AGO = date(2000, 1, 1)
CHARTER = (
    *("every", "unit", "weekday", "nth", "starts", "minutes", "place", "skips_holidays", "quorum", "chair"),
    *("term_months", "recall_percent", "conduct", "conduct_html", "supports_threshold", "notice_days", "joining"),
    *("places", "places_service_user", "places_service_worker", "premoderated"),
)
CONDUCT = "Speak as you would to a neighbour. Say what you know and how you know it. Let others finish."
COMMON = {"conduct": CONDUCT, "conduct_html": f"<p>{CONDUCT}</p>\n"}
KINDS = {
    "issue": {},
    "portfolio": {},
    "area": {},
    "areas": {},
    "coproduction": {"chair": "in_turn"},
    "quality": {"chair": "elected"},
    "youth": {"premoderated": True, "chair": "in_turn"},
}


def load(apps, schema_editor):
    Template, Rules = apps.get_model("forums", "RulesTemplate"), apps.get_model("forums", "Rules")
    templates = {kind: Template.objects.create(kind=kind, **COMMON, **more) for kind, more in KINDS.items()}
    for forum in apps.get_model("forums", "Forum").objects.iterator(chunk_size=500):
        template = templates[forum.kind]
        values = {name: getattr(template, name) for name in CHARTER}
        Rules.objects.create(forum=forum, version=1, since=timezone.now(), **values)
    apps.get_model("clocks", "Rule").objects.get_or_create(
        key="forums.rule_vote",
        version=1,
        defaults={
            "title": "Members vote on a change of their rules",
            "counting": "days",
            "amount": 7,
            "profile": "working",
            "source": "local rule",
            "valid_from": LONG_AGO,
        },
    )
    apps.get_model("forums", "Measure").objects.get_or_create(
        key="calendar.days",
        version=1,
        defaults={"title": "Days ahead for which meetings are planned", "amount": 92, "valid_from": LONG_AGO},
    )


class Migration(migrations.Migration):
    dependencies = [("forums", "0012_rules")]
    operations = [
        # Going back drops the tables; the rule of the clock stays, since something may hang on it.
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
