"""Which periods before an election run now, and whom they concern."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from core import today
from forums.models import Forum, PreElection


def running(*, forum: Forum | None = None, areas: Iterable[int] = ()) -> PreElection | None:
    """The period that runs today for this forum or these areas, the one that ends last; one for the whole council concerns all."""
    concerned = Q(areas=None)
    if forum is not None:
        concerned |= Q(areas__in=Forum.areas.through.objects.filter(forum=forum).values("area"))
    if ids := list(areas):
        concerned |= Q(areas__in=ids)
    found: PreElection | None = PreElection.objects.running(today()).filter(concerned).order_by("-ends").first()
    return found


def concerned_forums(election: PreElection) -> QuerySet[Forum]:
    """The active forums of its areas; every active one where it is for the whole council."""
    rows = Forum.objects.active()
    ids = list(election.areas.values_list("pk", flat=True))
    return rows.filter(areas__in=ids).distinct() if ids else rows


def elections() -> list[PreElection]:
    """Those that run or are to come, and the last that are over; with their areas, in two queries."""
    return list(PreElection.objects.prefetch_related("areas").order_by("-begins", "-id")[:30])


def on_the_board() -> list[dict[str, Any]]:
    """The facts of those that have begun and run today, as the banner says them."""
    rows = PreElection.objects.running(today()).exclude(begun_at=None).prefetch_related("areas").order_by("ends", "id")
    return [
        {"ends": one.ends.isoformat(), "areas": [area.name for area in one.areas.all()], "pauses": one.pauses}
        for one in rows
    ]
