"""What a forum runs."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ActivityOpened(Event):
    """The forum set up one more activity, which runs from its first day on."""

    forum_id: int
    activity_id: int


@dataclass(frozen=True)
class ActivityStarted(Event):
    """Its first moment has come: people can take part."""

    forum_id: int
    activity_id: int
    kind: str


@dataclass(frozen=True)
class ActivityEnded(Event):
    """Its last moment has passed: nobody can take part any more."""

    forum_id: int
    activity_id: int
    kind: str


@dataclass(frozen=True)
class ActivityChanged(Event):
    """Its words, its end or, while nobody had taken part, its rules were changed."""

    forum_id: int
    activity_id: int


@dataclass(frozen=True)
class ActivityRulesFrozen(Event):
    """Somebody took part for the first time; these rules hold to the end."""

    activity_id: int
    threshold: int
    minimum_level: int
    months_open: int
