"""What waits for the council's moderators by the hour."""

from dataclasses import dataclass

from core.subjects import Subject, describe
from moderation.models import Escalation


@dataclass(frozen=True, slots=True)
class Urgent:
    escalation: Escalation
    subject: Subject | None


def escalated() -> list[Urgent]:
    """What may be against the law and nobody has decided on, the most urgent first; two queries for one kind."""
    found = list(Escalation.objects.filter(settled=None).order_by("due_at", "id")[:100])
    subjects = describe((one.subject_kind, one.subject_id) for one in found)
    return [Urgent(one, subjects.get((one.subject_kind, one.subject_id))) for one in found]


def is_escalated(key: tuple[str, int]) -> bool:
    """Whether the council's moderators have it before them."""
    return Escalation.objects.filter(subject_kind=key[0], subject_id=key[1], settled=None).exists()
