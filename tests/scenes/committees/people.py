"""Who is in a story, and the council in which it happens."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count
from typing import Any

from committees import actions
from committees.states import BodyKind, SeatKind
from core.clock import LONDON, at, day_of
from tests import cast

numbers = count(1)
LONG_AGO = 110  # days from the beginning of a story to now


@dataclass
class Story:
    """Who takes part, and how far it has come. People are users; what has not happened yet is None."""

    began: datetime
    day: int = 0
    clerk: Any = None
    chair: Any = None
    holder: Any = None
    facilitator: Any = None
    member: Any = None
    other_member: Any = None
    supporter: Any = None
    author: Any = None
    forum: Any = None
    portfolio: Any = None
    body: Any = None
    seats: dict = field(default_factory=dict)
    proposal: Any = None
    output: Any = None
    referral: Any = None
    meeting: Any = None
    item: Any = None
    recommendation: Any = None
    response: Any = None
    commitment: Any = None
    claim: Any = None

    def on(self, day: int, hour: int = 10):
        """Within the block it is that day of the story."""
        self.day = day
        return at(datetime.combine(day_of(self.began) + timedelta(days=day), time(hour), tzinfo=LONDON))

    def seat(self, name: str):
        return self.seats[name]


def councillor(name, *, by, ward=None, group="A"):
    """A person in office; gives the user."""
    person = cast.person(name, level=3)
    actions.add_councillor(actor=by, person=person, ward=ward or cast.ward(), group=group)
    return person.user


def portfolio(*, by, holder=None, title="Health and Social Care"):
    number = next(numbers)
    return actions.create_portfolio(
        actor=by, title=title, slug=f"portfolio-{number}", holder=holder.person if holder else None
    )


def body(*, by, kind=BodyKind.SCRUTINY, name="Health and Social Care Scrutiny Committee", quorum=3, **more):
    number = next(numbers)
    values = {"voting_scheme": "https://example.org/scheme", "topics": ["home care"], **more}
    return actions.create_body(
        actor=by,
        kind=kind,
        name=name,
        code=f"HSC{number}",
        slug=f"body-{number}",
        remit="How people are cared for at home and in homes.",
        quorum=quorum,
        **values,
    )


def seated(body, user, *, by, kind=SeatKind.COUNCILLOR, chair=False, scope="", label="", mandate=None, **more):
    seat = actions.add_seat(actor=by, body=body, kind=kind, scope=scope, chair=chair, label=label)
    return actions.fill_seat(actor=by, seat=seat, person=user.person, eligible=True, mandate=mandate, **more)


def council(story, *, kind=BodyKind.SCRUTINY):
    """A clerk, a cabinet member with a portfolio, and a body with six seats taken and one vacant."""
    story.clerk = cast.person("Clara Whitby", roles=("clerk",)).user
    story.holder = councillor("Jo Whitlock", by=story.clerk)
    story.portfolio = portfolio(by=story.clerk, holder=story.holder)
    story.body = body(by=story.clerk, kind=kind, portfolio=story.portfolio)
    story.chair = councillor("Esi Boateng", by=story.clerk)
    story.seats["chair"] = seated(story.body, story.chair, by=story.clerk, chair=True)
    for name in ("Ravi", "Moira"):
        story.seats[name] = seated(story.body, councillor(f"{name} Hall", by=story.clerk), by=story.clerk)
    lay = {"user": (SeatKind.SERVICE_USER, "Uma Daley"), "worker": (SeatKind.WORKER, "Wes Kaur")}
    for name, (seat_kind, who) in lay.items():
        story.seats[name] = seated(story.body, cast.person(who, level=3).user, by=story.clerk, kind=seat_kind)
    if kind == BodyKind.SCRUTINY:
        church = cast.person("Fr Tom Reid", level=3).user
        story.seats["church"] = seated(story.body, church, by=story.clerk, kind=SeatKind.STATUTORY)
    story.seats["vacant"] = actions.add_seat(actor=story.clerk, body=story.body, kind=SeatKind.COUNCILLOR)
    return story
