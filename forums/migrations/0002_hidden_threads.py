"""A thread's own words can be hidden, as a post's can."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forums", "0001_initial")]

    operations = [
        migrations.AddField("thread", "hidden_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "thread", "hidden_because", models.CharField(blank=True, default="", max_length=120), preserve_default=False
        ),
    ]
