"""What waits for moderators, what was decided on a thing, and the public figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Min, Q

from core import today
from core.subjects import Subject, describe
from moderation.models import Appeal, Decision, Flag, Reason

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing with all the reports on it."""

    kind: str
    id: int
    host_key: str
    subject: Subject | None
    reports: int
    reasons: tuple[str, ...]
    due: date

    @property
    def is_late(self) -> bool:
        return self.due < today()


@dataclass(frozen=True, slots=True)
class WaitingAppeal:
    appeal: Appeal
    subject: Subject | None

    @property
    def is_late(self) -> bool:
        return self.appeal.due < today()


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


def queue(host_keys: Iterable[str] | None = None) -> list[Waiting]:
    """Reported things that wait for these hosts (None: all), the most urgent first; a fixed number of queries."""
    rows = (
        Flag.objects.waiting()
        .for_hosts(host_keys)
        .values("subject_kind", "subject_id", "host_key")
        .annotate(reports=Count("id"), first_due=Min("due"))
        .order_by("first_due", "subject_kind", "subject_id")[:AT_ONCE]
    )
    found = list(rows)
    keys = [(row["subject_kind"], row["subject_id"]) for row in found]
    subjects, reasons = describe(keys), _reasons_given(keys)
    return [
        Waiting(*key, row["host_key"], subjects.get(key), row["reports"], reasons.get(key, ()), row["first_due"])
        for key, row in zip(keys, found, strict=True)
    ]


def waiting_count(host_keys: Iterable[str] | None = None) -> int:
    """How many reported things wait."""
    waiting = Flag.objects.waiting().for_hosts(host_keys)
    return waiting.values("subject_kind", "subject_id").distinct().count()


def appeals_waiting(host_keys: Iterable[str] | None = None, *, user: Any = None) -> list[WaitingAppeal]:
    """Appeals that wait, leaving out those against this user's own decisions."""
    rows = Appeal.objects.waiting().for_hosts(host_keys).for_another_than(user.pk if user else None)
    found = list(rows.select_related("decision__reason").order_by("due", "id")[:AT_ONCE])
    subjects = describe((one.decision.subject_kind, one.decision.subject_id) for one in found)
    return [WaitingAppeal(one, subjects.get((one.decision.subject_kind, one.decision.subject_id))) for one in found]


def decisions_on(key: tuple[str, int]) -> list[Decision]:
    """What was decided on one thing, latest first."""
    return list(Decision.objects.of(*key).select_related("reason").order_by("-id"))


def hiding_of(key: tuple[str, int]) -> Decision | None:
    """The decision by which it is hidden, if it is."""
    latest = (
        Decision.objects.of(*key)
        .exclude(outcome=Decision.Outcome.KEEP)
        .select_related("reason")
        .order_by("-id")
        .first()
    )
    return latest if latest is not None and latest.outcome == Decision.Outcome.HIDE else None


def reports_on(key: tuple[str, int]) -> list[Flag]:
    """The reports that wait on one thing, oldest first."""
    return list(Flag.objects.waiting().of(*key).select_related("reason").order_by("id"))


def active_reasons() -> list[Reason]:
    return list(Reason.objects.active())


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


def _reasons_given(keys: list[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, ...]]:
    """The titles of the reasons given for each thing, most frequent first."""
    wanted = set(keys)
    rows = (
        Flag.objects.waiting()
        .filter(subject_kind__in={kind for kind, _pk in keys}, subject_id__in={pk for _kind, pk in keys})
        .values_list("subject_kind", "subject_id", "reason__title")
        .annotate(number=Count("id"))
        .order_by("-number", "reason__title")
    )
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for kind, pk, title, _number in rows:
        if (kind, pk) in wanted:
            found[kind, pk] = (*found.get((kind, pk), ()), title)
    return found
