"""The closed list of kinds. Broad on purpose: a kind with few people in it would name them."""

from django.db import migrations

KINDS = [
    ("home-care", "Home care worker"),
    ("residential-care", "Care home worker"),
    ("day-centre", "Day centre worker"),
    ("social-work", "Social worker"),
    ("school", "School worker"),
    ("early-years", "Early years worker"),
    ("youth", "Youth worker"),
    ("library", "Library worker"),
    ("waste-and-streets", "Waste and street cleaning worker"),
    ("parks", "Parks worker"),
    ("housing", "Housing worker"),
    ("transport", "Transport worker"),
    ("health", "Health worker"),
    ("advice", "Advice and benefits worker"),
    ("leisure-and-culture", "Leisure and culture worker"),
    ("office", "Office worker"),
]


def load(apps, schema_editor):
    WorkerKind = apps.get_model("accounts", "WorkerKind")
    rows = [WorkerKind(code=code, title=title) for code, title in KINDS]
    WorkerKind.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_worker_kinds")]
    # Going back drops the table, so nothing needs to be unloaded.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
