"""Who holds gatherings. A floor above tells here, at start, who may run those of its forums or bodies, and where their pages are.

What the host does not tell has a plain answer: nobody may run its gatherings from here, and they have a page of ours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.verdicts import Verdict, no

MayRun = Callable[[Any, int], Verdict]
Addresses = Callable[[list[int]], dict[int, str]]
People = Callable[[int], Iterable[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Host:
    """`may_run(user, host_id)`; `addresses(gathering ids)` where its gatherings have pages of their own; `people(host_id)`: (person id, name) of those expected."""

    may_run: MayRun
    addresses: Addresses | None = None
    people: People | None = None


_hosts: dict[str, Host] = {}


def register(kind: str, may_run: MayRun, *, addresses: Addresses | None = None, people: People | None = None) -> None:
    """From now on records of `kind` hold gatherings on these terms."""
    _hosts[kind] = Host(may_run, addresses, people)


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
