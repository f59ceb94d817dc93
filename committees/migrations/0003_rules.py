"""The clock between a vote and the notice of it. Its number is the council's to change: a newer version is a new row."""

from datetime import date

from django.db import migrations


def load(apps, schema_editor):
    Rule = apps.get_model("clocks", "Rule")
    Rule.objects.get_or_create(
        key="committees.issue",
        version=1,
        defaults={
            "title": "Send an adopted recommendation to the cabinet",
            "counting": "working_days",
            "amount": 5,
            "profile": "working",
            "source": "local rule",
            "valid_from": date(2000, 1, 1),
        },
    )


class Migration(migrations.Migration):
    dependencies = [("committees", "0002_kept"), ("clocks", "0003_rules")]
    # Deadlines may stand on the rule: going back leaves it.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
