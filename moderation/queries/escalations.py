"""What waits for the council's moderators by the hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min

from core import now
from core.subjects import Subject, describe
from moderation.models import Escalation, Flag
from moderation.queries.settings import numbers


@dataclass(frozen=True, slots=True)
class Urgent:
    escalation: Escalation
    subject: Subject | None


def escalated() -> list[Urgent]:
    """What may be against the law and nobody has decided on, the most urgent first; two queries for one kind."""
    found = list(Escalation.objects.filter(settled=None).order_by("due_at", "id")[:100])
    subjects = describe((one.subject_kind, one.subject_id) for one in found)
    return [Urgent(one, subjects.get((one.subject_kind, one.subject_id))) for one in found]


def urgent_until(key: tuple[str, int]) -> datetime:
    """When a decision on what may be against the law is due: one clock for each thing, from the first report that said so, or from now."""
    running = Flag.objects.waiting().of(*key).aggregate(until=Min("due_at"))["until"]
    return running or now() + timedelta(hours=int(numbers()["desk.urgent_hours"]))


def escalated_keys() -> set[tuple[str, int]]:
    """What the council's moderators have before them, by key; one query."""
    return set(Escalation.objects.filter(settled=None).values_list("subject_kind", "subject_id"))


def is_escalated(key: tuple[str, int]) -> bool:
    """Whether the council's moderators have it before them."""
    return Escalation.objects.filter(subject_kind=key[0], subject_id=key[1], settled=None).exists()
