"""What an assembly could talk about: its top issues. A floor above that keeps them tells here, at start, how to find those of one host.

What a host has met about, or has on an agenda to come, is offered no more.
"""

from collections.abc import Callable
from dataclasses import dataclass

from meetings.models import Item


@dataclass(frozen=True, slots=True)
class Pick:
    """One issue by its key, the words on the agenda, and why it is offered, such as "204 supports"."""

    kind: str
    id: int
    title: str
    why: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


Picker = Callable[[tuple[str, int]], list[Pick]]
_pickers: dict[str, Picker] = {}


def register(name: str, picker: Picker) -> None:
    """From now on `picker(host key)` gives issues, the foremost first, for the agendas of each host."""
    _pickers[name] = picker


def picks(host: tuple[str, int]) -> list[Pick]:
    """The issues of one host that it has not met about, each once, those of every picker in their order."""
    found: dict[str, Pick] = {}
    for name in sorted(_pickers):
        for pick in _pickers[name](host):
            found.setdefault(pick.key, pick)
    met = Item.objects.filter(gathering__host_kind=host[0], gathering__host_id=host[1]).exclude(
        gathering__state="cancelled"
    )
    done = {f"{kind}:{pk}" for kind, pk in met.exclude(subject_id=None).values_list("subject_kind", "subject_id")}
    return [pick for key, pick in found.items() if key not in done]
