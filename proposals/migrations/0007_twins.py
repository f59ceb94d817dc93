from datetime import date

from django.db import migrations


def load(apps, schema_editor):
    apps.get_model("forums", "Measure").objects.get_or_create(
        key="twins.percent",
        version=1,
        defaults={
            "title": "How alike two titles of one forum are, in percent, before its facilitator is asked whether they are one",
            "amount": 50,
            "valid_from": date(2000, 1, 1),
        },
    )


class Migration(migrations.Migration):
    dependencies = [("proposals", "0006_pairs"), ("forums", "0032_threshold_by_activity")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
