"""The numbers of the moderators' desk to begin with. A newer number is a new row."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import migrations

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NUMBERS = (
    ("desk.lock_minutes", "15", "Long enough to read and to write a statement, short enough that nothing lies."),
    ("desk.urgent_hours", "24", "What may be against the law does not wait for a working day."),
)


def load(apps: Any, schema_editor: Any) -> None:
    setting = apps.get_model("moderation", "Setting")
    setting.objects.bulk_create(
        setting(key=key, value=Decimal(value), why=why, since=LONG_AGO) for key, value, why in NUMBERS
    )


def leave(apps: Any, schema_editor: Any) -> None:
    apps.get_model("moderation", "Setting").objects.filter(key__in=[key for key, _value, _why in NUMBERS]).delete()


class Migration(migrations.Migration):
    dependencies = [("moderation", "0007_locks")]

    operations = [migrations.RunPython(load, leave)]
