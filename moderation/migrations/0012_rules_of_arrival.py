"""What a level of trust asks and earns, from which score something waits, and the one rule that holds from the start."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import migrations

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NUMBERS = (
    ("trust.days_1", "2", "Two days are enough to have come back once."),
    ("trust.threads_1", "3", "Somebody who has read three conversations knows how people talk here."),
    ("trust.posts_1", "0", "Nobody has to write in order to be trusted a little."),
    ("trust.days_2", "30", "A month of being here."),
    ("trust.threads_2", "20", "Somebody who reads."),
    ("trust.posts_2", "5", "Five posts that stand a day later."),
    ("trust.hour_0", "12", "Posts an hour at level 0."),
    ("trust.hour_1", "30", "Posts an hour at level 1."),
    ("trust.hour_2", "60", "Posts an hour at level 2."),
    ("spam.hold", "0.80", "On texts that the scorer had not seen, nothing wanted scored so high."),
)


def load(apps: Any, schema_editor: Any) -> None:
    setting = apps.get_model("moderation", "Setting")
    setting.objects.bulk_create(
        setting(key=key, value=Decimal(value), why=why, since=LONG_AGO) for key, value, why in NUMBERS
    )
    rule = apps.get_model("moderation", "HoldRule")
    why = "Whoever floods a place with links comes new and unread. Everybody else earns links by reading, or has proved where they live."
    rule.objects.create(kind="links", why=why, since=LONG_AGO)


def leave(apps: Any, schema_editor: Any) -> None:
    """The tables go with the migrations before this one."""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0011_what_waits")]

    operations = [migrations.RunPython(load, leave)]
