"""What waits for whoever holds an office, by due date, with the act one click away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import RetentionRun, Role
from accounts.policies import may_carry_out
from accounts.queries import has_role, newest_report, person_of
from chain.models import Step
from chain.queries import owed_by
from committees.models import AgendaItem, Councillor, Meeting, Portfolio, Seat
from committees.queries.agendas import to_hold, to_publish
from committees.queries.owed import Owed, owed, owner_keys as committee_keys
from core import today
from forums.models import ForumRequest, Thread
from forums.queries import forums_of, requests_waiting
from forums.states import MemberRole
from meetings.models import Item
from moderation.models import Measure
from moderation.queries import Urgent, Waiting, WaitingAppeal, appeals_waiting, escalated, queue
from moderation.queries.ladder import Suggestion, referrals, suggestions
from portal.queries.acts import next_acts
from portal.queries.facilitating import ToRun, meetings_of, talk_of
from portal.queries.public import StepRow, step_rows

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits: what, until when, and the page on which it is done."""

    row: StepRow
    act: str
    url: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One office of one person."""

    role: str
    title: str
    offices: str  # such as "chair of Health and Social Care Scrutiny"

    @property
    def url(self) -> str:
        return reverse("portal:role_desk", args=(self.role,))


@dataclass(frozen=True, slots=True)
class DeskPage:
    desk: Desk
    tasks: list[Task]
    more: int
    next_due: date | None
    agendas: list[Meeting] = field(default_factory=list)
    bare: frozenset[int] = frozenset()  # the meetings among those whose agenda has nothing on it yet
    meetings: Sequence[Meeting] = ()  # with a published agenda, until they have ended
    reports: list[Waiting] = field(default_factory=list)
    appeals: list[WaitingAppeal] = field(default_factory=list)
    urgent: Sequence[Urgent] = ()  # what may be against the law, by the hour
    steps: Sequence[Suggestion] = ()  # for authors of whom several things were hidden
    referred: Sequence[Measure] = ()  # authors whom the moderators of a place handed to the council's
    talk: Sequence[Thread] = ()  # the open conversations of the forums that this person facilitates
    gatherings: Sequence[ToRun] = ()
    owed: list[Owed] = field(default_factory=list)
    items: Sequence[Item] = ()
    requests: Sequence[ForumRequest] = ()  # for forums, which the council or scrutiny has to answer
    report: RetentionRun | None = None  # of personal data past its time, until it is carried out

    @property
    def late(self) -> int:
        return sum(task.row.days_late > 0 for task in self.tasks)


def desks_of(user: Any) -> list[Desk]:
    """The desks this person has, by the offices they hold now."""
    return [Desk(role, str(title), offices) for role, title, find in _DESKS if (offices := find(user))]


def desk_page(desk: Desk, user: Any) -> DeskPage:
    """A fixed number of queries, whatever waits."""
    keys = _KEYS[desk.role](user)
    steps = owed_by(keys) if keys else Step.objects.none()
    rows = step_rows(steps[:AT_MOST])
    acts = next_acts([row.step for row in rows])
    tasks = [Task(row, str(acts[row.step.pk].words), acts[row.step.pk].url) for row in rows]
    more = steps.count() - len(rows) if len(rows) == AT_MOST else 0
    dated = [task.row.step.due for task in tasks if task.row.step.due and task.row.days_late <= 0]
    return DeskPage(desk, tasks, more, min(dated, default=None), **_beside(desk.role, user))


def _beside(role: str, user: Any) -> dict[str, Any]:
    """What lies on this desk besides steps."""
    if role == "clerk":
        # The scrutiny officer sits at this desk too, and publishes no agenda.
        agendas = to_publish(today()) if has_role(user, Role.CLERK) else []
        return {"agendas": agendas, "bare": _bare(agendas), "meetings": to_hold(), "owed": owed(limit=20)} | {
            "requests": requests_waiting(user)
        }
    if role == "facilitator":
        hosts = _facilitator_keys(user)
        forums = [int(key.split(":")[1]) for key in hosts]
        beside = {"talk": talk_of(forums), "gatherings": meetings_of(forums), "steps": suggestions(hosts, user=user)}
        return {"reports": queue(hosts), "appeals": appeals_waiting(hosts, user=user), **beside}
    if role == "moderator":
        beside = {"steps": suggestions(None, user=user), "referred": referrals(user)}
        return {"urgent": escalated(), "reports": queue(None), "appeals": appeals_waiting(None, user=user), **beside}
    if role == "councillor":
        bodies = [seat.body_id for seat in _seats(user)]
        return {"items": _next_items(bodies), "owed": [row for row in owed() if row.body.pk in bodies]}
    if role == "administrator":
        return {"report": _report(user), "requests": requests_waiting(user)}
    return {}


def _report(user: Any) -> RetentionRun | None:
    run = newest_report()
    return run if run is not None and run.count and may_carry_out(user, run) else None


def _bare(agendas: Sequence[Meeting]) -> frozenset[int]:
    """An agenda can be published once there is something on it; one query, and none without agendas."""
    ids = {meeting.pk for meeting in agendas}
    filled = AgendaItem.objects.filter(meeting__in=ids).order_by().values_list("meeting_id", flat=True).distinct()
    return frozenset(ids.difference(filled)) if ids else frozenset()


def _facilitator_keys(user: Any) -> list[str]:
    return [f"forum:{one.forum_id}" for one in forums_of(user) if one.role == MemberRole.FACILITATOR]


def _councillor_keys(user: Any) -> list[str]:
    """What the committees that this person chairs owe: the other members decide nothing alone."""
    return [f"committee:{seat.body_id}" for seat in _seats(user) if seat.chair]


def _seats(user: Any) -> list[Seat]:
    person = person_of(user)
    return list(Seat.objects.standing().filter(person=person).select_related("body")) if person else []


def _next_items(bodies: Sequence[int]) -> list[Item]:
    """What is on the published agendas to come."""
    gatherings = Meeting.objects.filter(
        body__in=bodies, gathering__state="published", gathering__starts_at__date__gte=today()
    ).values("gathering")
    items = Item.objects.filter(gathering__in=gatherings).select_related("gathering")
    return list(items.order_by("gathering__starts_at", "number")[:50])


def _facilitates(user: Any) -> str:
    return ", ".join(one.forum.title for one in forums_of(user) if one.role == MemberRole.FACILITATOR)


def _clerks(user: Any) -> str:
    return _("democratic services") if has_role(user, Role.CLERK, Role.SCRUTINY_OFFICER) else ""


def _moderates(user: Any) -> str:
    return _("content of every forum") if has_role(user, Role.MODERATOR) else ""


def _administers(user: Any) -> str:
    return _("roles, terms and what is kept") if has_role(user, Role.ADMINISTRATOR) else ""


def _sits(user: Any) -> str:
    person = person_of(user)
    if person is None or not (_seats(user) or Councillor.objects.filter(person=person, until=None).exists()):
        return ""
    bodies = [
        _("chair, %(body)s") % {"body": seat.body.name} if seat.chair else seat.body.name for seat in _seats(user)
    ]
    return "; ".join(bodies) or _("councillor")


def _answers(user: Any) -> str:
    person = person_of(user)
    return ", ".join(Portfolio.objects.filter(holder=person).values_list("title", flat=True)) if person else ""


def _clerk_keys(user: Any) -> list[str]:
    return [key for key in committee_keys(user) if key.startswith(("clerk:", "committee:"))]


def _cabinet_keys(user: Any) -> list[str]:
    return [key for key in committee_keys(user) if key.startswith("portfolio:")]


Keys = Callable[[Any], list[str]]
_KEYS: dict[str, Keys] = {
    "facilitator": _facilitator_keys,
    "clerk": _clerk_keys,
    "councillor": _councillor_keys,
    "cabinet": _cabinet_keys,
    "moderator": lambda user: [],
    "administrator": lambda user: [],
}
_DESKS: tuple[tuple[str, Any, Callable[[Any], str]], ...] = (
    ("facilitator", gettext_lazy("Facilitator's desk"), _facilitates),
    ("clerk", gettext_lazy("Clerk's desk"), _clerks),
    ("councillor", gettext_lazy("Councillor's desk"), _sits),
    ("cabinet", gettext_lazy("Cabinet member's desk"), _answers),
    ("moderator", gettext_lazy("Moderator's desk"), _moderates),
    ("administrator", gettext_lazy("Administrator's desk"), _administers),
)
