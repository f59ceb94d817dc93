"""The ladder to begin with. A council changes its rows."""

from typing import Any

from django.db import migrations

STEPS = (
    ("reminder", 2, 6, None, "Twice may be chance. Most people need no more than to be told."),
    ("warning", 3, 6, None, "Whoever was reminded and goes on is told what comes next."),
    ("pause", 4, 6, 7, "A week away from one place; every other place stays open."),
    ("pause", 6, 12, 30, "A month away from one place, for whom a week changed nothing."),
    ("referral", 8, 12, None, "What a place cannot settle is for the moderators of the council."),
)


def load(apps: Any, schema_editor: Any) -> None:
    step = apps.get_model("moderation", "LadderStep")
    step.objects.bulk_create(
        step(kind=kind, after=after, within_months=months, days=days, why=why)
        for kind, after, months, days, why in STEPS
    )


def leave(apps: Any, schema_editor: Any) -> None:
    """The table goes with the migration before this one."""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0017_ladder")]

    operations = [migrations.RunPython(load, leave)]
