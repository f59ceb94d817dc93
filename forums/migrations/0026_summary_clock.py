"""How long a summary is before the members: the council's to change, by a newer row."""

from datetime import date

from django.db import migrations


def load(apps, schema_editor):
    Rule = apps.get_model("clocks", "Rule")
    Rule.objects.get_or_create(
        key="forums.summary",
        valid_from=date(2000, 1, 1),
        defaults={
            "title": "Members agree or object to a summary",
            "counting": "days",
            "amount": 7,
            "profile": "working",
            "source": "local rule",
            "to_check": False,
        },
    )


class Migration(migrations.Migration):
    dependencies = [("forums", "0025_summaries_keep"), ("clocks", "0003_rules")]
    # The rule stays when this is taken back: deadlines may rest on it.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
