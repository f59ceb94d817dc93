"""The numbers of debates and of protected voices stand where all other numbers of forums stand, version by version."""

from django.db import migrations

SMALLEST_GROUP = "voice.smallest_group"


def copy(apps, schema_editor):
    Measure = apps.get_model("forums", "Measure")
    for rule in apps.get_model("forums", "TalkRule").objects.order_by("key", "version"):
        Measure.objects.get_or_create(
            key=rule.key,
            version=rule.version,
            defaults={"title": rule.title, "amount": rule.amount, "valid_from": rule.valid_from},
        )
    # A day had one number there, so the order of the days is the order of the versions.
    for version, rule in enumerate(apps.get_model("forums", "ProtectionRule").objects.order_by("valid_from"), start=1):
        Measure.objects.get_or_create(
            key=SMALLEST_GROUP,
            version=version,
            defaults={
                "title": "Verified workers that a group needs before it is named",
                "amount": rule.smallest_group,
                "valid_from": rule.valid_from,
            },
        )


def copy_back(apps, schema_editor):
    """The tables that come back are filled again. What was copied stays here too: numbers are not deleted."""
    Measure = apps.get_model("forums", "Measure")
    for row in Measure.objects.filter(key="edit_minutes").order_by("version"):
        apps.get_model("forums", "TalkRule").objects.get_or_create(
            key=row.key,
            version=row.version,
            defaults={"title": row.title, "amount": row.amount, "valid_from": row.valid_from},
        )
    for row in Measure.objects.filter(key=SMALLEST_GROUP).order_by("version"):
        apps.get_model("forums", "ProtectionRule").objects.update_or_create(
            valid_from=row.valid_from, defaults={"smallest_group": row.amount}
        )


class Migration(migrations.Migration):
    dependencies = [("forums", "0029_surveys_keep")]
    operations = [migrations.RunPython(copy, copy_back)]
