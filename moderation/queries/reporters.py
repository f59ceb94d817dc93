"""The record of whoever reports, and how far the reports on one thing agree."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from core import now
from moderation.models import Decision, Flag
from moderation.weights import Record

Outcome = Decision.Outcome


@dataclass(frozen=True, slots=True)
class Agreement:
    """What waits on one thing: the sum of the weights, and how many accounts that are no fresh ones."""

    weight: Decimal
    settled: int


def record_of(user: Any) -> Record:
    """How long they are here, and how their reports ended; one query."""
    ended = Flag.objects.filter(by=user).aggregate(
        upheld=Count("id", filter=Q(decision__outcome=Outcome.HIDE)),
        dismissed=Count("id", filter=Q(decision__outcome__in=(Outcome.KEEP, Outcome.RESTORE))),
    )
    return Record(days=(now() - user.date_joined).days, **ended)


def agreement_on(key: tuple[str, int]) -> Agreement:
    found = Flag.objects.waiting().of(*key).aggregate(weight=Sum("weight"), settled=Count("id", filter=Q(settled=True)))
    return Agreement(found["weight"] or Decimal(0), found["settled"])


def was_kept(key: tuple[str, int]) -> bool:
    """Whether a person has looked at it and left it, or brought it back."""
    return Decision.objects.of(*key).filter(outcome__in=(Outcome.KEEP, Outcome.RESTORE)).exists()
