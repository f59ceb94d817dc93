"""Who hands out and reads slips of paper for whose ballots. A floor above tells here, at start, for its own members' ballots."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from core.verdicts import Verdict, no

MayKeep = Callable[[Any, int], Verdict]
_keepers: dict[str, MayKeep] = {}


def register(kind: str, may_keep: MayKeep) -> None:
    """From now on `may_keep(user, host_id)` says who keeps the ballot box for the ballots of hosts of `kind`."""
    _keepers[kind] = may_keep


def may_keep(user: Any, kind: str, pk: int) -> Verdict:
    keeper = _keepers.get(kind)
    return keeper(user, pk) if keeper else no(_("Nobody votes on paper in ballots of this kind."))
