"""When an agenda must be out, whether it was, and the text that its digest stands for."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from clocks.computing import compute
from clocks.queries import holidays
from committees.models import AgendaItem, Body, Meeting
from core import now
from core.clock import LONDON, day_of
from core.subjects import key_of
from meetings.models import Gathering
from meetings.states import State

CUTOFF = time(17, 0)  # what is published after the offices close is available from the next day


@dataclass(frozen=True, slots=True)
class Timing:
    """Whether an agenda published at `moment` is in time."""

    moment: datetime
    available_on: date
    last_day: date

    @property
    def in_time(self) -> bool:
        return self.available_on <= self.last_day

    @property
    def after_cutoff(self) -> bool:
        return self.available_on != day_of(self.moment)


def timing(last_day: date, moment: datetime | None = None) -> Timing:
    """The gate as it stands now, or at another moment; pure but for the clock."""
    at = moment or now()
    local = at.astimezone(LONDON)
    available = local.date() + timedelta(days=1) if local.time() >= CUTOFF else local.date()
    return Timing(at, available, last_day)


def short_by_now(meeting: Meeting) -> bool:
    """Whether a published agenda, in time then, is late by the calendar as it stands now: a day was added since."""
    if meeting.gathering.state != State.PUBLISHED or not meeting.proof.get("in_time") or meeting.notice is None:
        return False
    last_day = compute(meeting.notice.rule, day_of(meeting.gathering.starts_at), holidays()).due
    return date.fromisoformat(meeting.proof["available_on"]) > last_day


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """The items in order, with what each came from; three queries."""
    rows = meeting.agenda.select_related("item", "claim__commitment", "adjourned_to__meeting__gathering")
    return list(rows.prefetch_related("referrals__output__forum", "recommendations").order_by("item__number"))


def agenda_text(meeting: Meeting, items: list[AgendaItem]) -> str:
    """The agenda as plain text. The digest in the proof of publication is that of exactly these letters, in UTF-8."""
    gathering = meeting.gathering
    starts = gathering.starts_at.astimezone(LONDON)
    lines = [meeting.body.name, gathering.title, starts.strftime("%Y-%m-%d %H:%M"), gathering.place, ""]
    for row in items:
        origin = f" [{row.item.origin}]" if row.item.origin else ""
        lines.append(f"{row.item.number}. {row.item.title}{origin}")
        lines += [f"   {line}" for line in row.item.summary.splitlines() if line.strip()]
    return "\n".join(lines) + "\n"


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def neighbours(meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The body's meeting before this one and the one after it, cancelled ones left out; two queries."""
    others = (
        Meeting.objects.filter(body=meeting.body_id).exclude(pk=meeting.pk).exclude(gathering__state=State.CANCELLED)
    )
    others = others.select_related("gathering")
    start = meeting.gathering.starts_at
    before = others.filter(gathering__starts_at__lt=start).order_by("-gathering__starts_at", "-pk").first()
    after = others.filter(gathering__starts_at__gte=start).order_by("gathering__starts_at", "pk").first()
    return before, after


def meetings_ahead(body: Body, *, but: Meeting | None = None) -> list[Meeting]:
    """Meetings that can still take an item: called or announced, not over; the soonest first."""
    rows = Meeting.objects.filter(body=body, gathering__state__in=(State.SCHEDULED, State.PUBLISHED, State.IN_SESSION))
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    return list(rows.select_related("gathering", "body").order_by("gathering__starts_at", "pk"))


def meetings_of(body: Body, *, past: bool = False, limit: int = 20) -> list[Meeting]:
    """The body's meetings to come, soonest first; or those gone by, latest first."""
    rows = Meeting.objects.filter(body=body).select_related("gathering")
    if past:
        return list(rows.filter(gathering__starts_at__lt=now()).order_by("-gathering__starts_at", "-pk")[:limit])
    return list(rows.filter(gathering__starts_at__gte=now()).order_by("gathering__starts_at", "pk")[:limit])


def meeting_of(gathering: Gathering) -> Meeting | None:
    return Meeting.objects.filter(gathering=gathering).select_related("body").first()


def to_publish(day: date, bodies: Any = None) -> list[Meeting]:
    """Meetings whose agenda is not out yet, by the last day for it: what a clerk sees first thing."""
    rows = Meeting.objects.filter(gathering__state=State.SCHEDULED, gathering__starts_at__date__gte=day)
    if bodies is not None:
        rows = rows.filter(body__in=bodies)
    return list(rows.select_related("gathering", "body").order_by("publish_by", "pk"))


def to_hold() -> list[Meeting]:
    """Meetings whose agenda is out and that have not ended, the next one first: what a clerk has to run."""
    rows = Meeting.objects.filter(gathering__state__in=(State.PUBLISHED, State.IN_SESSION))
    return list(rows.select_related("gathering", "body").order_by("gathering__starts_at", "pk"))


def host_of(body: Body) -> tuple[str, int]:
    return key_of(body)
