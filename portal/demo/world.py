"""Who and what the stories can call on."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from accounts.actions import register_user
from accounts.models import AgeBand, Level, User
from committees.models import Body, Portfolio
from forums.models import Activity, Forum
from places.models import Area
from portal.demo.names import FIRST, LAST
from portal.demo.stage import Calendar

BANDS = (AgeBand.FROM_18, AgeBand.FROM_25, AgeBand.FROM_35, AgeBand.FROM_50, AgeBand.FROM_65)


@dataclass(frozen=True)
class Size:
    """How large the demonstration is. `citizens` act in the stories, so a threshold stays somewhat below their number."""

    citizens: int
    threshold: int
    supporters: int  # of an ordinary proposal, at most
    crowd: int = 0  # people who come in bulk once the stories are told
    supports: int = 0  # that they give


SMALL = Size(citizens=60, threshold=12, supporters=10)
FULL = Size(citizens=60, threshold=50, supporters=40, crowd=25_000, supports=40_000)


@dataclass
class World:
    calendar: Calendar
    dice: Random
    size: Size
    wards: list[Area] = field(default_factory=list)
    postcodes: dict[str, str] = field(default_factory=dict)  # ward code: a postcode in it
    staff: dict[str, User] = field(default_factory=dict)
    citizens: list[User] = field(default_factory=list)
    councillors: list[User] = field(default_factory=list)
    forums: dict[str, Forum] = field(default_factory=dict)  # by code
    activities: dict[str, Activity] = field(default_factory=dict)  # by the forum's code
    facilitators: dict[str, User] = field(default_factory=dict)  # by the forum's code
    members: dict[str, list[User]] = field(default_factory=dict)
    portfolios: dict[str, Portfolio] = field(default_factory=dict)  # by slug
    holders: dict[str, User] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)  # by code
    chairs: dict[str, User] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)  # what one story leaves for another
    _names: set[str] = field(default_factory=set)

    @property
    def clerk(self) -> User:
        return self.staff["clerk"]

    def name(self) -> str:
        """A name nobody has yet."""
        while True:
            name = f"{self.dice.choice(FIRST)} {self.dice.choice(LAST)}"
            if name not in self._names:
                self._names.add(name)
                return name

    def person(self, name: str = "", *, level: Level = Level.VERIFIED, ward: Area | None = None, **facts: Any) -> User:
        """One more invented human being with a sign-in at example.org."""
        name = name or self.name()
        self._names.add(name)
        home = ward or (self.dice.choice(self.wards) if level >= Level.DECLARED else None)
        mailbox = name.lower().replace(" ", ".").replace("'", "")
        return register_user(
            email=f"{mailbox}.{len(self._names)}@example.org",
            name=name,
            invented=True,
            level=level,
            ward=home,
            postcode=self.postcodes.get(home.code, "") if home else "",
            age_band=facts.pop("age_band", None) or self.dice.choice(BANDS),
            **facts,
        )

    def some(self, number: int, among: list[User] | None = None) -> list[User]:
        """So many different people, drawn at random."""
        people = among if among is not None else self.citizens
        return self.dice.sample(people, min(number, len(people)))
