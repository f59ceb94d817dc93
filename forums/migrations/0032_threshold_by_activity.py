"""A forum that has agreed on no number of supports says so with 0: each of its activities then says its own.

Until now every kind began with a number that nobody had agreed on and nothing read. What the council gave is replaced by a next
version, what members voted stands.
"""

from django.db import migrations, models
from django.utils import timezone

CHARTER = (
    *("every", "unit", "weekday", "nth", "starts", "minutes", "place", "skips_holidays", "quorum", "chair"),
    *("term_months", "recall_percent", "conduct", "conduct_html", "notice_days", "joining"),
    *("places", "places_service_user", "places_service_worker", "premoderated"),
)


def load(apps, schema_editor):
    Template, Rules = apps.get_model("forums", "RulesTemplate"), apps.get_model("forums", "Rules")
    for template in Template.objects.order_by("kind", "-version").distinct("kind"):
        Template.objects.create(
            kind=template.kind, version=template.version + 1, supports_threshold=0, **_values(template)
        )
    newest = Rules.objects.order_by("forum_id", "-version").distinct("forum_id").values("pk")
    for rules in Rules.objects.filter(pk__in=newest, change=None).iterator(chunk_size=500):
        Rules.objects.create(
            forum_id=rules.forum_id,
            version=rules.version + 1,
            since=timezone.now(),
            supports_threshold=0,
            **_values(rules),
        )


def _values(row):
    return {name: getattr(row, name) for name in CHARTER}


class Migration(migrations.Migration):
    dependencies = [("forums", "0031_two_tables_less")]
    operations = [
        *(
            migrations.AlterField(model, "supports_threshold", models.PositiveIntegerField(default=0))
            for model in ("rules", "rulechange", "rulestemplate")
        ),
        # Going back leaves these versions standing: rules are never taken away.
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
