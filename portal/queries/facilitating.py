"""What lies on a facilitator's desk besides steps and reports: conversations to lead, meetings to prepare and to close."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import now
from forums.models import Thread
from meetings.models import Gathering
from meetings.states import State

LATEST = 10


@dataclass(frozen=True, slots=True)
class ToRun:
    """A meeting with the act that comes next."""

    gathering: Gathering
    act: Any
    url: str


def talk_of(forum_ids: Sequence[int]) -> list[Thread]:
    """The open conversations of these forums, those last spoken in first; one query."""
    rows = Thread.objects.filter(forum__in=forum_ids, state="open", hidden_at=None).own().select_related("forum")
    return list(rows.order_by("-last_post_at", "-id")[:LATEST]) if forum_ids else []


def meetings_of(forum_ids: Sequence[int]) -> list[ToRun]:
    """The forums' meetings whose agenda is not out, that begin or that are to be closed, by their day; one query."""
    if not forum_ids:
        return []
    due = Q(state__in=(State.SCHEDULED, State.AGENDA_OPEN, State.PUBLISHED), ends_at__gt=now()) | Q(
        state=State.IN_SESSION
    )
    rows = Gathering.objects.filter(due, host_kind="forums.forum", host_id__in=forum_ids).order_by("starts_at", "id")
    return [_next(one) for one in rows[:LATEST]]


def _next(gathering: Gathering) -> ToRun:
    words, name = {
        State.PUBLISHED: (_("Look at the meeting"), "meetings:gathering"),
        State.IN_SESSION: (_("Close the meeting"), "meetings:gathering"),
    }.get(State(gathering.state), (_("Publish the agenda"), "meetings:gathering"))
    return ToRun(gathering, words, reverse(name, args=[gathering.pk]))
