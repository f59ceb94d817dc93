"""A number of forums was set."""

from core import numbers
from core.subjects import Subject
from forums.events import MeasureSet
from ledger.sentences import says


@says(MeasureSet)
def measure_set(event: MeasureSet, subject: Subject | None, audience: str) -> str:
    return numbers.sentence(event, subject)
