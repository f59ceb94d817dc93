"""One person's own calendar."""

from typing import Any

from accounts.queries import person_of
from core import now
from meetings.models import CalendarKey, Gathering, Registration
from meetings.queries.gatherings import KEPT_IN_FEEDS, MOST


def calendar_token(user: Any) -> str:
    """The token of this user's feed, or "" where they have not asked for one."""
    return CalendarKey.objects.filter(user=user).values_list("token", flat=True).first() or ""


def gatherings_of_token(token: str) -> list[Gathering] | None:
    """What the person behind the token has a place at or waits for, cancelled meetings too; None for a token that opens nothing."""
    key = CalendarKey.objects.filter(token=token, user__is_active=True).select_related("user__person").first()
    person = person_of(key.user) if key else None
    if person is None or not person.is_here:
        return None
    mine = Gathering.objects.filter(pk__in=Registration.objects.live().filter(person=person).values("gathering"))
    return list(mine.filter(ends_at__gt=now() - KEPT_IN_FEEDS).order_by("starts_at", "id")[:MOST])
