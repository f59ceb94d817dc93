"""The kinds of entries, and how long an entry counts as checked: the council's to change."""

from datetime import date

from django.db import migrations

KINDS = [
    ("advice", "Advice and information"),
    ("allotment", "Allotments and growing"),
    ("arts", "Arts, crafts and music"),
    ("children", "Children and families"),
    ("faith", "Faith groups"),
    ("food", "Food and meals"),
    ("green-space", "Parks and green space"),
    ("hall", "Halls and rooms"),
    ("health", "Health and wellbeing"),
    ("learning", "Learning and languages"),
    ("older", "Older people"),
    ("residents", "Residents’ and tenants’ groups"),
    ("sharing", "Sharing, lending and repairing"),
    ("sport", "Sport, dance and exercise"),
    ("youth", "Young people"),
]


def load(apps, schema_editor):
    AssetKind = apps.get_model("neighbourhoods", "AssetKind")
    AssetKind.objects.bulk_create([AssetKind(code=code, title=title) for code, title in KINDS], ignore_conflicts=True)
    apps.get_model("clocks", "Rule").objects.get_or_create(
        key="neighbourhoods.check",
        version=1,
        defaults={
            "title": "Check an entry of the directory again",
            "counting": "months_beginning_with",
            "amount": 12,
            "profile": "working",
            "source": "local rule",
            "valid_from": date(2000, 1, 1),
        },
    )


class Migration(migrations.Migration):
    dependencies = [("neighbourhoods", "0001_initial"), ("clocks", "0003_rules")]
    # Going back drops the kinds; the clock stays, for deadlines may point to it.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
