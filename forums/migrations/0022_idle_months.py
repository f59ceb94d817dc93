"""After how many quiet months a forum is warned, warned again, and closed."""

from datetime import date

from django.db import migrations

MEASURES = [
    ("idle.first_warning", "Quiet months before the first warning", 10),
    ("idle.second_warning", "Quiet months before the second warning", 11),
    ("idle.months", "Quiet months before a forum is closed", 12),
]


def load(apps, schema_editor):
    Measure = apps.get_model("forums", "Measure")
    for key, title, amount in MEASURES:
        Measure.objects.get_or_create(
            key=key, version=1, defaults={"title": title, "amount": amount, "valid_from": date(2000, 1, 1)}
        )


class Migration(migrations.Migration):
    dependencies = [("forums", "0021_endings")]
    # The numbers stay when going back: numbers are not deleted.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
