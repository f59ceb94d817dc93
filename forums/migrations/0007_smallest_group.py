"""The first version of the number below which a group of workers is not named. A newer version is a new row."""

from datetime import date

from django.db import migrations


def load(apps, schema_editor):
    ProtectionRule = apps.get_model("forums", "ProtectionRule")
    ProtectionRule.objects.get_or_create(valid_from=date(2000, 1, 1), defaults={"smallest_group": 5})


class Migration(migrations.Migration):
    dependencies = [("forums", "0006_protected_voice")]
    # Going back drops the table, so nothing needs to be unloaded.
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
