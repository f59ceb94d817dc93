"""Numbers that the council sets. Each app keeps its own in versions and tells here, at start, how they are read and set.

A version holds from its day on, until the day of another has come. None is ever changed: what began under it stays under it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _, gettext_lazy

from core.clock import today
from core.states import StateConflict
from core.subjects import Subject
from core.verdicts import Verdict, no, require, yes


class VersionState(models.TextChoices):
    COMING = "coming", gettext_lazy("to come")
    IN_FORCE = "in_force", gettext_lazy("in force")
    GONE = "gone", gettext_lazy("gone")
    REPLACED = "replaced", gettext_lazy("replaced by another for the same day")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one number. `words` says it with its unit; `source` says where it comes from, where it is not the council's own."""

    id: int
    key: str
    title: str
    amount: Decimal
    since: date
    why: str
    words: str = ""
    source: str = ""

    def __str__(self) -> str:
        return self.words or plain(self.amount)


@dataclass(frozen=True, slots=True)
class Limits:
    """Between which numbers one makes sense at all."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(100_000)
    whole: bool = True

    def admits(self, amount: Decimal) -> Verdict:
        if self.whole and amount != amount.to_integral_value():
            return no(_("Give a whole number."))
        if not self.least <= amount <= self.most:
            values = {"least": plain(self.least), "most": plain(self.most)}
            return no(_("Give a number from %(least)s to %(most)s.") % values)
        return yes()


@dataclass(frozen=True, slots=True)
class Line:
    """A version as it stands today; `until` is the first day on which it holds no more, where that is known."""

    version: Version
    state: VersionState
    until: date | None


@dataclass(frozen=True, slots=True)
class Number:
    """One number with its versions, those that begin first before the others."""

    key: str
    versions: tuple[Version, ...]
    limits: Limits

    @property
    def title(self) -> str:
        return self.versions[-1].title

    @property
    def source(self) -> str:
        return self.versions[-1].source

    @property
    def newest(self) -> int:
        """What a form has seen, so that nobody sets a number over one that they have not read."""
        return max(version.id for version in self.versions)

    @property
    def in_force(self) -> Version | None:
        begun = [version for version in self.versions if version.since <= today()]
        return begun[-1] if begun else None

    @property
    def coming(self) -> list[Line]:
        """What will hold, the next first."""
        return [line for line in reversed(self.lines) if line.state == VersionState.COMING]

    @property
    def lines(self) -> list[Line]:
        """Every version, the last to begin first."""
        current, found = self.in_force, []
        for version, after in zip(self.versions, (*self.versions[1:], None), strict=True):
            if after is not None and after.since == version.since:
                state = VersionState.REPLACED
            elif version.since > today():
                state = VersionState.COMING
            else:
                state = VersionState.IN_FORCE if version == current else VersionState.GONE
            found.append(Line(version, state, after.since if after is not None else None))
        return found[::-1]

    def require_next(self, *, amount: Decimal, since: date, why: str, seen: int | None) -> Decimal:
        """What the number is on `since` now (`amount` where it is nothing yet), once this one may follow. Raises Refused, and StateConflict where `seen` is not the newest one."""
        if seen is not None and seen != self.newest:
            raise StateConflict
        require(self.limits.admits(amount))
        require(begins(since))
        require(yes() if why.strip() else no(_("Say why: the reason is published with the number.")))
        before = [version for version in self.versions if version.since <= since]
        return before[-1].amount if before else amount


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of one app. `read("")` gives them all, `read(key)` one or none; `write` is the act that sets one."""

    name: str
    title: Any
    read: Callable[[str], list[Number]]
    may_set: Callable[[Any, Number], Verdict]
    write: Callable[..., models.Model]


_tables: dict[str, Table] = {}


def register(table: Table) -> None:
    """From now on the council's page of numbers has this table."""
    _tables[table.name] = table


def tables() -> list[Table]:
    return [_tables[name] for name in sorted(_tables)]


def table(name: str) -> Table | None:
    return _tables.get(name)


def grouped(versions: Iterable[Version], limits: Callable[[str], Limits]) -> list[Number]:
    """Numbers of versions that come by key and, of one key, in the order in which they begin."""
    return [Number(key, tuple(found), limits(key)) for key, found in groupby(versions, key=lambda one: one.key)]


def begins(since: date) -> Verdict:
    """What has happened under a number stays under it, so none begins in the past."""
    return yes() if since >= today() else no(_("The day must not lie in the past."))


def plain(amount: Decimal) -> str:
    """As people write it: 4, 0.8."""
    return str(number_format(f"{amount.normalize():f}", force_grouping=True))


def sentence(event: Any, subject: Subject | None) -> str:
    """That a number was set, as every app's record says it; `event` has `amount`, `before` and `since`."""
    values = {
        "title": subject.label if subject else "?",
        "amount": plain(Decimal(event.amount)),
        "before": plain(Decimal(event.before)),
        "day": date_format(date.fromisoformat(event.since), "j F Y"),
    }
    return (
        _("“%(title)s” is %(amount)s instead of %(before)s from %(day)s on. The reason stands with the number.")
        % values
    )
