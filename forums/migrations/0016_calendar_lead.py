"""How many days lie at least between setting a meeting and holding it: its agenda needs them."""

from datetime import date

from django.db import migrations


def load(apps, schema_editor):
    apps.get_model("forums", "Measure").objects.get_or_create(
        key="calendar.lead",
        version=1,
        defaults={
            "title": "Days between planning a meeting and holding it",
            "amount": 6,
            "valid_from": date(2000, 1, 1),
        },
    )


class Migration(migrations.Migration):
    dependencies = [("forums", "0015_words_taken_out")]
    # The number stays when going back: numbers are not deleted.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
