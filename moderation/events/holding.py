"""What waits before it is published is decided by rules, which are set and end."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class HoldRuleSet(Event):
    """From now on something waits for a person. `host_key` is "" for everywhere."""

    rule_id: int
    kind: str
    host_key: str


@dataclass(frozen=True)
class HoldRuleEnded(Event):
    """A rule holds no more; what waited by it still waits for its person."""

    rule_id: int
    kind: str
    host_key: str
