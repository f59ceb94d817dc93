"""The bank holidays of England and Wales, 2018 to 2030. Source: see clocks/data/README.md."""

import csv
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "holidays.csv"


def load(apps, schema_editor):
    Holiday = apps.get_model("clocks", "Holiday")
    with DATA.open(encoding="utf-8", newline="") as lines:
        days = [
            Holiday(date=date.fromisoformat(line["date"]), name=line["name"], proclaimed=line["proclaimed"] == "yes")
            for line in csv.DictReader(lines)
        ]
    Holiday.objects.bulk_create(days, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("clocks", "0001_initial")]
    # Going back drops the table, so nothing needs to be unloaded.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
