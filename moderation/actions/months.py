"""A month that is over is published, and stays as it was counted."""

from django.db import transaction

from core import now
from ledger.actions import record
from moderation.events import MonthPublished
from moderation.models import MonthReport
from moderation.queries.months import count_month, months_to_freeze


@transaction.atomic
def freeze_months() -> int:
    """Every month that is over has its report; asked twice, the second time does nothing."""
    number = 0
    for month in months_to_freeze():
        report, made = MonthReport.objects.get_or_create(
            month=month, defaults={"figures": count_month(month), "counted_at": now()}
        )
        if made:
            number += 1
            record(MonthPublished(report.pk, month=f"{month:%Y-%m}"), actor=None, subject=report)
    return number


def recount_months() -> list[str]:
    """What differs between the published months and the rows; nothing is written. What a month did not say is not held against it."""
    found = []
    for report in MonthReport.objects.order_by("month"):
        counted = count_month(report.month)
        found += [
            f"{report}: {name} was published as {report.figures[name]}, the rows say {value}"
            for name, value in counted.items()
            if name in report.figures and report.figures[name] != value
        ]
    return found
