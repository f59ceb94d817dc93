"""What waits to be published, and how long that takes."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import DurationField, ExpressionWrapper, F

from core import now
from moderation.models import Held
from moderation.queries.figures import Median

AT_ONCE = 200
LATELY = timedelta(days=30)


def held_waiting(host_keys: Iterable[str] | None = None) -> list[Held]:
    """What waits for these places (None: all), the most urgent first; one query."""
    rows = Held.objects.waiting().for_hosts(host_keys).select_related("by__person")
    return list(rows.order_by("due", "id")[:AT_ONCE])


def held_of(user: Any) -> list[Held]:
    """What this person sent that waits, or waited lately; the latest first."""
    return list(Held.objects.filter(by=user, at__gte=now() - LATELY).order_by("-id")[:50])


def usual_hours() -> int | None:
    """Within how many hours half of it was looked at lately; None while nothing was."""
    took = ExpressionWrapper(F("settled_at") - F("at"), output_field=DurationField())
    rows = Held.objects.filter(settled_at__gte=now() - LATELY).exclude(state=Held.State.TAKEN_BACK)
    median = rows.annotate(took=took).aggregate(median=Median("took"))["median"]
    return max(1, round(median.total_seconds() / 3600)) if median is not None else None
