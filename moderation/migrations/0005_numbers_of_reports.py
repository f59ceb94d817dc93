"""How reports weigh, and when a thing is held until a person looks. A newer number is a new row."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import migrations

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NUMBERS = (
    ("flags.old_account_days", "14", "Two weeks are long enough that nobody waits for them to silence one post."),
    ("flags.weight_usual", "1", "What a report weighs before anything is known of its reporter."),
    ("flags.weight_new", "0.25", "The most that a report of a fresh account weighs."),
    ("flags.weight_least", "0.10", "A report never weighs nothing, or nobody would learn from being right."),
    ("flags.weight_most", "3", "Nobody's word alone is a decision."),
    ("flags.raise", "0.25", "For each report that was upheld."),
    ("flags.lower", "0.25", "For each report that was not."),
    ("flags.hide_sum", "4", "The weight from which a thing is held until a person looks."),
    ("flags.hide_accounts", "4", "So many accounts that are no fresh ones must agree: more than three, always."),
)


def load(apps: Any, schema_editor: Any) -> None:
    setting = apps.get_model("moderation", "Setting")
    setting.objects.bulk_create(
        setting(key=key, value=Decimal(value), why=why, since=LONG_AGO) for key, value, why in NUMBERS
    )
    rule = apps.get_model("clocks", "Rule")
    held = {"title": "Look at what is held", "counting": "days", "amount": 1, "profile": "working"}
    rule.objects.get_or_create(
        key="moderation.held", defaults={**held, "source": "local rule", "to_check": False, "valid_from": date(2000, 1, 1)}
    )


def leave(apps: Any, schema_editor: Any) -> None:
    """The table goes with the migration before this one."""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0004_weighed_reports"), ("clocks", "0003_rules")]

    operations = [migrations.RunPython(load, leave)]
