"""Surveys. Who answered, and what, is in no event."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class SurveyCounted(Event):
    """A survey ended and was counted; `answers` is how many people answered."""

    forum_id: int
    activity_id: int
    answers: int
