"""What a kind of forum begins with."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class FirstRulesSet(Event):
    """Forums of this kind that begin from now on begin with other rules. Those that stand keep theirs."""

    template_id: int
    kind: str
    version: int
