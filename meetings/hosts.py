"""Who holds gatherings. A floor above tells here, at start, who may run those of its forums or bodies, and where their pages are.

What the host does not tell has a plain answer: nobody may run its gatherings from here, they have a page of ours, nobody
belongs to it, and the house rules of assemblies do not hold for them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from core.verdicts import Verdict, no

MayRun = Callable[[Any, int], Verdict]
Addresses = Callable[[list[int]], dict[int, str]]
People = Callable[[int], Iterable[tuple[int, str]]]
Belongs = Callable[[Any, int], bool]
Runners = Callable[[int], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The slips of one ballot of the host, for the meeting's kit: its question, its page, and the codes of the pile."""

    question: str
    address: str
    closes_at: datetime
    slips: Sequence[Any]  # each has a `code`


Sheets = Callable[[int], list[Sheet]]


@dataclass(frozen=True, slots=True)
class Host:
    """`may_run(user, host_id)`; `addresses(gathering ids)` where its gatherings have pages of their own; `people(host_id)`: (person id, name) of those expected;
    `belongs(user, host_id)`: its members, who join online and may object to notes; `runners(host_id)`: the sign-ins who owe what a meeting needs;
    `sheets(host_id)`: slips of paper for its ballots that are not over.

    An `assembly` keeps the house rules: the agenda so many days before, notes agreed when nobody objects, a closing report.
    """

    may_run: MayRun
    addresses: Addresses | None = None
    people: People | None = None
    belongs: Belongs | None = None
    runners: Runners | None = None
    sheets: Sheets | None = None
    assembly: bool = False


_hosts: dict[str, Host] = {}


def register(
    kind: str,
    may_run: MayRun,
    *,
    addresses: Addresses | None = None,
    people: People | None = None,
    belongs: Belongs | None = None,
    runners: Runners | None = None,
    sheets: Sheets | None = None,
    assembly: bool = False,
) -> None:
    """From now on records of `kind` hold gatherings on these terms."""
    _hosts[kind] = Host(may_run, addresses, people, belongs, runners, sheets, assembly)


def may_run(user: Any, kind: str, pk: int) -> Verdict:
    """Whether `user` may set, change and write up the gatherings of one host."""
    host = _hosts.get(kind)
    return host.may_run(user, pk) if host else no(_("Gatherings of this kind are not run from this page."))


def addresses(kind: str, ids: list[int]) -> dict[int, str]:
    """The addresses of gatherings whose host keeps pages for them."""
    host = _hosts.get(kind)
    return host.addresses(ids) if host and host.addresses else {}


def people(kind: str, pk: int) -> list[tuple[int, str]]:
    """Those who are expected at the gatherings of one host."""
    host = _hosts.get(kind)
    return list(host.people(pk)) if host and host.people else []


def is_open(kind: str) -> bool:
    """Whether anybody may follow its gatherings online: those of hosts that have no members of their own."""
    host = _hosts.get(kind)
    return host is None or host.belongs is None


def belongs(user: Any, kind: str, pk: int) -> bool:
    """Whether the user is one of the host's own members."""
    host = _hosts.get(kind)
    return bool(host and host.belongs and host.belongs(user, pk))


def runners(kind: str, pk: int) -> list[int]:
    """The sign-ins of those who run its gatherings."""
    host = _hosts.get(kind)
    return [user for user in host.runners(pk) if user] if host and host.runners else []


def sheets(kind: str, pk: int) -> list[Sheet]:
    """The slips for votes on paper that a meeting of the host can take with it."""
    host = _hosts.get(kind)
    return host.sheets(pk) if host and host.sheets else []


def is_assembly(kind: str) -> bool:
    """Whether the house rules for assemblies hold for its gatherings."""
    host = _hosts.get(kind)
    return bool(host and host.assembly)


def assemblies() -> list[str]:
    """The kinds of hosts for which they hold."""
    return sorted(kind for kind, host in _hosts.items() if host.assembly)
