"""A number of forums says why it was set."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forums", "0032_threshold_by_activity")]
    operations = [
        migrations.AddField("measure", "why", models.CharField(blank=True, default="", max_length=300), preserve_default=False),
    ]
