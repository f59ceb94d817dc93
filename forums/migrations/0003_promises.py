"""What people said stays, and the rules under which they took part stay as they were."""

from django.db import migrations

from core.dbops import forbid_delete, freeze_columns


class Migration(migrations.Migration):
    dependencies = [("forums", "0002_hidden_threads")]

    operations = [
        forbid_delete("forums_thread"),
        forbid_delete("forums_post"),
        freeze_columns(
            "forums_activity", ("kind", "threshold", "minimum_level", "months_open"), when="OLD.frozen_at IS NOT NULL"
        ),
    ]
