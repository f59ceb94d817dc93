"""Meetings of a forum that need something: an agenda, a beginning, an end, notes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _, gettext_lazy

from clocks.queries import deadlines_of
from core import now
from core.desk import AT_ONCE, Act, Entry, Office, register
from core.ui.dates import when
from meetings.models import Gathering, Notes
from meetings.states import State

KIND, AGENDA = "meetings.gathering", "meetings.agenda"
PREPARED = (State.SCHEDULED, State.AGENDA_OPEN)
NOTES_WITHIN = timedelta(days=60)  # what nobody wrote up by then is not written up any more


def gatherings(office: Office) -> Iterator[Entry]:
    """One whose agenda is out needs nothing before its day."""
    moment = now()
    bare = Q(state=State.ENDED, ends_at__gt=moment - NOTES_WITHIN) & ~Exists(
        Notes.objects.filter(gathering=OuterRef("pk"))
    )
    wanting = (
        Q(state__in=PREPARED, ends_at__gt=moment)
        | Q(state=State.PUBLISHED, starts_at__lte=moment + timedelta(days=1))
        | Q(state=State.IN_SESSION)
        | bare
    )
    rows = Gathering.objects.filter(wanting, host_kind="forums.forum", host_id__in=office.ids("forum"))
    found = list(rows.order_by("starts_at", "id")[:AT_ONCE])
    agendas = deadlines_of(((KIND, one.pk) for one in found), AGENDA)
    for one in found:
        url = reverse("meetings:gathering", args=[one.pk])
        act, due = _next(one, url, agendas.get((KIND, one.pk)))
        note = format_html("{} · {}", one.get_state_display(), when(one.starts_at, "short"))
        yield Entry("meeting", str(one.pk), one.title, url, (act,), due, since=one.ends_at, note=note)


def _next(one: Gathering, url: str, agenda: date | None) -> tuple[Act, datetime | date | None]:
    """What comes next, and by when."""
    match State(one.state):
        case State.PUBLISHED:
            return Act(_("Open the meeting"), url), one.starts_at
        case State.IN_SESSION:
            return Act(_("Close the meeting"), url), one.ends_at
        case State.ENDED:
            return Act(_("Write the notes"), reverse("meetings:notes", args=[one.pk])), None
        case _prepared:
            return Act(_("Publish the agenda"), url), agenda or one.starts_at


register(gatherings, roles=("facilitator",), kinds={"meeting": gettext_lazy("Meeting")})
