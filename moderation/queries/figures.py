"""The public figures: how many reports, how they ended, and how long it took."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Q

from core import today
from moderation.models import Appeal, Decision, Flag, Reason


@dataclass(frozen=True, slots=True)
class ReasonFigures:
    """How often one reason was given, and how it ended."""

    title: str
    reports: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Figures:
    since: date
    reports: int
    waiting: int
    late: int
    hidden: int
    kept: int
    restored: int
    appeals: int
    appeals_waiting: int
    appeals_upheld: int  # the author was right, and it is shown again
    median_hours: float | None  # from a report to its decision
    reasons: list[ReasonFigures]


def figures(since: datetime) -> Figures:
    """Everything that was reported, decided and appealed against since then, in five queries."""
    flags = Flag.objects.filter(at__gte=since)
    told = flags.aggregate(
        reports=Count("id"),
        waiting=Count("id", filter=Q(decision=None)),
        late=Count("id", filter=Q(decision=None, due__lt=today())),
    )
    decided = Decision.objects.filter(at__gte=since, answers=None).aggregate(
        hidden=Count("id", filter=Q(outcome="hide")),
        kept=Count("id", filter=Q(outcome="keep")),
        restored=Count("id", filter=Q(outcome="restore")),
    )
    appealed = Appeal.objects.filter(at__gte=since).aggregate(
        appeals=Count("id"),
        appeals_waiting=Count("id", filter=Q(answer=None)),
        appeals_upheld=Count("id", filter=Q(answer__outcome="restore")),
    )
    took = ExpressionWrapper(F("decision__at") - F("at"), output_field=DurationField())
    median = flags.filter(decision__isnull=False).annotate(took=took).aggregate(median=Median("took"))["median"]
    return Figures(
        since=since.date(),
        **told,
        **decided,
        **appealed,
        median_hours=median.total_seconds() / 3600 if median is not None else None,
        reasons=_by_reason(since),
    )


class Median(Aggregate):
    """The middle value, as PostgreSQL counts it."""

    function = "PERCENTILE_CONT"
    template = "percentile_cont(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def _by_reason(since: datetime) -> list[ReasonFigures]:
    flagged = dict(Flag.objects.filter(at__gte=since).values_list("reason").annotate(Count("id")))
    hidden = dict(
        Decision.objects.filter(at__gte=since, answers=None).hiding().values_list("reason").annotate(Count("id"))
    )
    rows = [ReasonFigures(one.title, flagged.get(one.pk, 0), hidden.get(one.pk, 0)) for one in Reason.objects.all()]
    return [row for row in rows if row.reports or row.hidden]
