"""Every number of moderation has a name that a person can read, and the one that holds is the one that began last."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("moderation", "0019_urgent_reports"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.AddField("setting", "title", models.CharField(blank=True, max_length=120)),
        migrations.RemoveIndex("setting", name="setting_newest"),
        migrations.AddIndex("setting", models.Index(fields=["key", "-since", "-id"], name="setting_newest")),
    ]
