"""The desks that somebody has by their offices, and the page of one: a single list of what waits, by due time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import Role
from accounts.queries import has_role, person_of
from chain.queries import lines_of
from chain.stops import Stop
from committees.models import Councillor, Meeting, Portfolio, Seat
from committees.queries.agendas import to_hold
from committees.queries.owed import Owed, owed, owner_keys as committee_keys
from core import desk as waits, today
from core.desk import Entry, Office
from core.keyset import decode, encode
from forums.desk.talk import led
from forums.models import Forum
from forums.queries import forums_of
from forums.states import MemberRole
from meetings.models import Item

SIZE = 20


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
class Row:
    """One entry as the page draws it: what its kind is called, and the line it stands on."""

    entry: Entry
    kind: Any
    line: Sequence[Stop] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of the list, and how many of it wait."""

    code: str
    name: Any
    number: int


@dataclass(frozen=True, slots=True)
class DeskPage:
    """`total`, `late` and `next_due` are of everything that waits, whatever part of it is shown."""

    desk: Desk
    rows: list[Row]
    total: int
    late: int
    next_due: Any
    aside: int  # what waits for somebody else, because this person stands aside
    kinds: list[Kind]
    kind: str = ""  # which of them alone is shown
    next_cursor: str = ""
    previous_cursor: str = ""
    led: list[Row] = field(default_factory=list)  # open conversations in which nothing waits
    forums: Sequence[Forum] = ()
    meetings: Sequence[Meeting] = ()  # with a published agenda, until they have ended
    owed: list[Owed] = field(default_factory=list)
    items: Sequence[Item] = ()


def desks_of(user: Any) -> list[Desk]:
    """The desks this person has, by the offices they hold now."""
    return [Desk(role, str(title), offices) for role, title, find in _DESKS if (offices := find(user))]


def desk_page(desk: Desk, user: Any, *, kind: str = "", after: str = "", before: str = "") -> DeskPage:
    """A fixed number of queries, whatever waits."""
    office = Office(desk.role, user, _PLACES[desk.role](user))
    every = waits.waiting(office)
    mine = [entry for entry in every if not entry.aside]
    names = waits.names()
    numbers = {code: sum(entry.kind == code for entry in mine) for code in names}
    kinds = [Kind(code, name, numbers[code]) for code, name in names.items() if numbers[code]]
    kind = kind if kind in {one.code for one in kinds} else ""
    shown, following, previous = _part([entry for entry in mine if kind in ("", entry.kind)], after, before)
    coming = (entry.due for entry in mine if entry.due is not None and not entry.is_late)
    return DeskPage(
        desk=desk,
        rows=_rows(shown, names),
        total=len(mine),
        late=sum(entry.is_late for entry in mine),
        next_due=next(coming, None),
        aside=len(every) - len(mine),
        kinds=kinds,
        kind=kind,
        next_cursor=following,
        previous_cursor=previous,
        **_beside(office, names),
    )


def _part(entries: list[Entry], after: str, before: str) -> tuple[list[Entry], str, str]:
    """One page of them with its cursors. It begins after an entry and not after a count, so it stays put while others are done."""
    cursor = decode(after or before, 4)
    place = tuple(cursor) if cursor and all(isinstance(part, str) for part in cursor) else None
    if place is not None and before and not after:
        shown = [entry for entry in entries if entry.order < place][-SIZE:]
    else:
        shown = [entry for entry in entries if place is None or entry.order > place][:SIZE]
    if not shown:
        return [], "", ""
    first, last = entries[0] is not shown[0], entries[-1] is not shown[-1]
    return shown, encode(shown[-1].order) if last else "", encode(shown[0].order) if first else ""


def _rows(entries: Sequence[Entry], names: dict[str, Any]) -> list[Row]:
    """With the lines of what stands on the line; one query."""
    subjects = [entry.subject for entry in entries if entry.subject is not None]
    lines = lines_of(subjects) if subjects else {}
    return [Row(entry, names[entry.kind], lines[entry.subject] if entry.subject else None) for entry in entries]


def _beside(office: Office, names: dict[str, Any]) -> dict[str, Any]:
    """What lies on this desk and waits for nobody."""
    if office.role == "facilitator":
        rows = Forum.objects.filter(pk__in=office.ids("forum")).for_list().order_by("sort_key", "id")
        return {"led": _rows(led(office), names), "forums": list(rows)}
    if office.role == "clerk":
        return {"meetings": to_hold(), "owed": owed(limit=20)}
    if office.role == "councillor":
        bodies = [seat.body_id for seat in _seats(office.user)]
        return {"items": _next_items(bodies), "owed": [row for row in owed() if row.body.pk in bodies]}
    return {}


def _facilitator_keys(user: Any) -> tuple[str, ...]:
    return tuple(f"forum:{one.forum_id}" for one in forums_of(user) if one.role == MemberRole.FACILITATOR)


def _councillor_keys(user: Any) -> tuple[str, ...]:
    """What the committees that this person chairs owe: the other members decide nothing alone."""
    return tuple(f"committee:{seat.body_id}" for seat in _seats(user) if seat.chair)


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


def _clerk_keys(user: Any) -> tuple[str, ...]:
    return tuple(key for key in committee_keys(user) if key.startswith(("clerk:", "committee:")))


def _cabinet_keys(user: Any) -> tuple[str, ...]:
    return tuple(key for key in committee_keys(user) if key.startswith("portfolio:"))


# The places that an office is for: the forums that somebody facilitates, the committees they chair, their portfolios.
_PLACES: dict[str, Callable[[Any], tuple[str, ...] | None]] = {
    "facilitator": _facilitator_keys,
    "clerk": _clerk_keys,
    "councillor": _councillor_keys,
    "cabinet": _cabinet_keys,
    "moderator": lambda user: None,
    "administrator": lambda user: (),
}
_DESKS: tuple[tuple[str, Any, Callable[[Any], str]], ...] = (
    ("facilitator", gettext_lazy("Facilitator's desk"), _facilitates),
    ("clerk", gettext_lazy("Clerk's desk"), _clerks),
    ("councillor", gettext_lazy("Councillor's desk"), _sits),
    ("cabinet", gettext_lazy("Cabinet member's desk"), _answers),
    ("moderator", gettext_lazy("Moderator's desk"), _moderates),
    ("administrator", gettext_lazy("Administrator's desk"), _administers),
)
