"""What a body is owed, what a cabinet member owes, and how late it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accounts.models import Role
from accounts.queries import has_role, person_of
from chain.models import Step
from chain.queries import owed_by
from committees.models import Body, Commitment, Portfolio, Recommendation, Seat
from committees.querysets import CommitmentQuerySet, RecommendationQuerySet
from core import today

REPORT_EVERY = timedelta(days=31)  # a promise is reported on every month


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that somebody owes: an answer, or the keeping of a promise."""

    record: Recommendation | Commitment
    kind: str  # "answer" or "promise"
    text: str
    reference: str
    portfolio: Portfolio
    body: Body
    due: date | None
    days_late: int  # negative while there is time; 0 on the day itself and where there is no day yet

    @property
    def is_late(self) -> bool:
        return self.days_late > 0


def open_recommendations(*, body: Body | None = None, portfolio: Portfolio | None = None) -> RecommendationQuerySet:
    """Adopted and not answered, the earliest date first; those not sent yet come first of all."""
    rows = Recommendation.objects.owed().for_list()
    if body is not None:
        rows = rows.filter(body=body)
    if portfolio is not None:
        rows = rows.filter(portfolio=portfolio)
    return rows.order_by("answer_due", "pk")


def open_commitments(*, body: Body | None = None, portfolio: Portfolio | None = None) -> CommitmentQuerySet:
    """Promised and not yet said to be kept, the earliest date first."""
    rows = Commitment.objects.owed().for_list()
    if body is not None:
        rows = rows.filter(recommendation__body=body)
    if portfolio is not None:
        rows = rows.filter(portfolio=portfolio)
    return rows.order_by("due", "pk")


def owed(*, body: Body | None = None, portfolio: Portfolio | None = None, limit: int = 200) -> list[Owed]:
    """Everything open, the longest overdue first; two queries."""
    day = today()
    found = [_answer(row, day) for row in open_recommendations(body=body, portfolio=portfolio)[:limit]]
    found += [_promise(row, day) for row in open_commitments(body=body, portfolio=portfolio)[:limit]]
    return sorted(found, key=lambda one: (one.due is None, one.due or date.max, one.reference))


def owner_keys(user: Any) -> list[str]:
    """The owner keys of the steps that wait for this user: as clerk of every body, as chair of theirs, as cabinet member."""
    person = person_of(user)
    keys: list[str] = []
    if person is not None:
        keys += [
            f"committee:{pk}"
            for pk in Seat.objects.chairs().filter(person=person).order_by("body_id").values_list("body_id", flat=True)
        ]
        keys += [
            f"portfolio:{pk}"
            for pk in Portfolio.objects.filter(holder=person).order_by("pk").values_list("pk", flat=True)
        ]
    if user.is_authenticated and has_role(user, Role.CLERK):
        keys += [f"clerk:{pk}" for pk in Body.objects.order_by("pk").values_list("pk", flat=True)]
    if user.is_authenticated and has_role(user, Role.SCRUTINY_OFFICER):
        keys += [f"committee:{pk}" for pk in Body.objects.order_by("pk").values_list("pk", flat=True)]
    return list(dict.fromkeys(keys))


def waiting_for(user: Any) -> Iterable[Step]:
    """The open steps that wait for this user on any body, the earliest date first."""
    keys = owner_keys(user)
    return owed_by(keys) if keys else ()


def report_due(commitment: Commitment) -> date:
    """When the owner's next report is due: a month after the last one, or after the promise."""
    from_day = commitment.reported_at or commitment.created_at
    return from_day.date() + REPORT_EVERY


def _answer(row: Recommendation, day: date) -> Owed:
    late = (day - row.answer_due).days if row.answer_due else 0
    return Owed(row, "answer", row.text, row.reference, row.portfolio, row.body, row.answer_due, late)


def _promise(row: Commitment, day: date) -> Owed:
    return Owed(
        row, "promise", row.text, row.reference, row.portfolio, row.recommendation.body, row.due, (day - row.due).days
    )
