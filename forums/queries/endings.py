"""How a forum rests and ends, and since when nothing has happened in it."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from django.db.models import Max

from core import now
from forums.models import Ending, Forum, Membership, Pause, Thread
from forums.states import QuestionState
from meetings.models import Gathering

Signs = Callable[[Collection[int]], dict[int, datetime]]
_signs: list[Signs] = []


def gives_signs(find: Signs) -> Signs:
    """A floor above tells, at start, when something last happened in each of these forums: `find(forum ids)`."""
    _signs.append(find)
    return find


def quiet_since(forums: Collection[Forum]) -> dict[int, datetime]:
    """The last moment at which somebody spoke, joined, met or asked for something in each forum; a fixed number of queries."""
    ids = [forum.pk for forum in forums]
    last = {forum.pk: forum.created_at for forum in forums}
    met = Gathering.objects.filter(host_kind="forums.forum", host_id__in=ids, state="ended").order_by()
    found: list[Any] = [
        dict(Thread.objects.filter(forum__in=ids).order_by().values_list("forum").annotate(Max("last_post_at"))),
        dict(Membership.objects.filter(forum__in=ids).order_by().values_list("forum").annotate(Max("joined_at"))),
        dict(Pause.objects.filter(forum__in=ids).order_by().values_list("forum").annotate(Max("ended_at"))),
        dict(met.values_list("host_id").annotate(Max("ends_at"))),
        *(find(ids) for find in _signs),
    ]
    for each in found:
        for pk, moment in each.items():
            if moment is not None and moment <= now():
                last[pk] = max(last[pk], moment)
    return last


def pause_of(forum: Forum) -> Pause | None:
    """Why the forum rests, and until when; none while it does not."""
    found: Pause | None = Pause.objects.filter(forum=forum, ended_at=None).first()
    return found


def ending_under_way(forum: Forum) -> Ending | None:
    """What the members are to vote on, or a merger that waits for the other forum's yes."""
    rows = Ending.objects.filter(forum=forum).select_related("into")
    waits = rows.filter(state=QuestionState.CARRIED, kind="merge", agreed_at=None)
    found: Ending | None = (rows.under_way() | waits).order_by("-pk").first()
    return found if forum.is_active else None


def merged_into(forum: Forum) -> Forum | None:
    """Where the forum has gone."""
    found = Ending.objects.filter(forum=forum, kind="merge", agreed_at__isnull=False).select_related("into").first()
    return found.into if found else None
