"""A number of the council's says why it was set, and no version is written anew."""

from django.db import migrations, models

from core.dbops import freeze_columns


class Migration(migrations.Migration):
    dependencies = [("clocks", "0003_rules")]
    operations = [
        migrations.AddField("rule", "why", models.CharField(blank=True, default="", max_length=300), preserve_default=False),
        freeze_columns("clocks_rule", ("key", "version", "counting", "amount", "profile", "valid_from", "why")),
    ]
