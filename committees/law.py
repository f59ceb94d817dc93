"""The law that these pages lean on, as data: what it says in plain words, where it stands, and whether a person has checked it.

A line with `to_check` is still to be checked against its source. The page says so; nobody should take it for law until a person
has read the source on legislation.gov.uk.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from committees.states import BodyKind, Scope, SeatKind


@dataclass(frozen=True, slots=True)
class Law:
    """One rule in plain words, with its source."""

    words: Any
    source: str
    to_check: bool = False


LAW = {
    "employment": Law(
        _(
            "People employed by the council, or by a company it controls, cannot be members of its committees. They may speak as invited witnesses."
        ),
        "Local Government Act 1972 s80(1)(a), (aa) and s104",
        to_check=True,
    ),
    "ordinary": Law(
        _("On a committee that decides, people who are not councillors may speak but have no vote."),
        "Local Government and Housing Act 1989 s13(1)",
    ),
    "advisory": Law(
        _("On an advisory committee every member may vote, councillor or not."),
        "Local Government and Housing Act 1989 s13(4)(e)",
    ),
    "scheme": Law(
        _("Co-opted members of a scrutiny committee vote only under a scheme that the council has made and published."),
        "Local Government Act 2000 Schedule A1 para 11",
    ),
    "education": Law(
        _("Church and parent governor co-optees vote on questions about education and on no others."),
        "Local Government Act 2000 Schedule A1",
        to_check=True,
    ),
    "executive": Law(
        _("A member of the cabinet cannot sit on a committee that scrutinises it."),
        "Local Government Act 2000 s9FA",
        to_check=True,
    ),
    "casting": Law(
        _("When the votes are equal the chair has a second, casting vote."),
        "Local Government Act 1972 Schedule 12 para 39(2)",
        to_check=True,
    ),
    "notice": Law(
        _("An agenda and its reports are open to everybody at least five clear days before the meeting."),
        "Local Government Act 1972 s100A(6) and s100B(3); SI 2002/715",
    ),
    "urgency": Law(
        _(
            "An item that was not on the published agenda is taken only if the chair says, for reasons written down, that it cannot wait."
        ),
        "Local Government Act 1972 s100B(4)(b)",
        to_check=True,
    ),
    "response": Law(
        _(
            "The cabinet must answer a scrutiny committee within two months, which begin with the day it receives the notice."
        ),
        "Local Government Act 2000 s9FE",
        to_check=True,
    ),
}

# What a seat may be, by kind of body. Councillors vote on everything.
_LAY = frozenset({SeatKind.SERVICE_USER, SeatKind.WORKER, SeatKind.FORUM})
_SPEAKS = frozenset({Scope.NONE})


def scopes_for(body_kind: str, seat_kind: str) -> frozenset[str]:
    """The voting scopes that a seat of this kind may have on a body of that kind; empty where such a seat cannot be."""
    if seat_kind == SeatKind.COUNCILLOR:
        return frozenset({Scope.ALL})
    if body_kind in {BodyKind.COUNCIL, BodyKind.CABINET}:
        return frozenset()
    if seat_kind == SeatKind.STATUTORY:
        return frozenset({Scope.EDUCATION, Scope.NONE}) if body_kind == BodyKind.SCRUTINY else frozenset()
    if body_kind == BodyKind.SCRUTINY:
        return frozenset({Scope.SCHEME, Scope.NONE})
    if body_kind in {BodyKind.ADVISORY, BodyKind.PARTNERSHIP}:
        return frozenset({Scope.ALL, Scope.NONE})
    return _SPEAKS if seat_kind in _LAY else frozenset()


def law_of_seats(body_kind: str) -> list[Law]:
    """The rules that explain who may sit and vote on such a body."""
    names = {
        BodyKind.SCRUTINY: ("scheme", "education", "executive", "employment"),
        BodyKind.ADVISORY: ("advisory", "employment"),
    }.get(BodyKind(body_kind), ("ordinary", "employment"))
    return [LAW[name] for name in names]
