"""What one month of moderation was, counted from the rows. Every figure is of acts, none is of a person."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q

from accounts.models import Grant, Role
from core import today
from core.clock import day_of, start_of
from core.subjects import describe
from moderation.models import Appeal, Block, Decision, Escalation, Flag, Held, MonthReport
from moderation.queries.figures import Median

# The order in which they stand on the page and in the files.
FIGURES = (
    *("received", "decided", "removed", "kept", "restored", "late", "appealed", "overturned"),
    *("held", "released", "refused", "automatic", "blocks", "escalated"),
)
# Decisions that are counted as what they are, or not as things: blocks, refusals, steps on the ladder.
OWN = ("moderation.block", "moderation.held", "moderation.measure")


def count_month(month: date) -> dict[str, Any]:
    """All figures of the month that begins on this day; the same whenever it is asked, once the month is over."""
    begins, ends = bounds(month)
    within = {"at__gte": begins, "at__lt": ends}
    flags = Flag.objects.filter(**within)
    ended = Flag.objects.filter(decision__at__gte=begins, decision__at__lt=ends)
    first = Decision.objects.filter(**within, answers=None).exclude(subject_kind__in=OWN)
    settled = Held.objects.filter(settled_at__gte=begins, settled_at__lt=ends)
    appeals = Appeal.objects.filter(**within)
    answered = Appeal.objects.filter(answer__at__gte=begins, answer__at__lt=ends)
    return {
        "received": flags.count(),
        **first.aggregate(
            decided=Count("id", filter=~Q(outcome="hold")),
            removed=Count("id", filter=Q(outcome="hide")),
            kept=Count("id", filter=Q(outcome="keep")),
            restored=Count("id", filter=Q(outcome="restore")),
            automatic=Count("id", filter=Q(outcome="hold")),
        ),
        "late": ended.filter(decision__at__date__gt=F("due")).count(),
        "appealed": appeals.count(),
        "overturned": answered.filter(answer__outcome="restore").count(),
        "held": Held.objects.filter(**within).count(),
        "released": settled.filter(state="released").count(),
        "refused": settled.filter(state="refused").count(),
        "blocks": Block.objects.filter(since__gte=begins, since__lt=ends).count(),
        "escalated": Escalation.objects.filter(**within).count(),
        "median_hours": _median(ended),
        "reasons": dict(first.filter(outcome="hide").values_list("reason__code").annotate(Count("id")).order_by()),
        "places": dict(flags.values_list("host_key").annotate(Count("id")).order_by()),
        "roles": _roles(first),
    }


def months_frozen() -> list[MonthReport]:
    """The published months, the latest first."""
    return list(MonthReport.objects.all()[:60])


def months_to_freeze() -> list[date]:
    """Every month that is over, since anything happened here, and has no report."""
    found = [rows.order_by("at").values_list("at", flat=True).first() for rows in (Flag.objects, Decision.objects)]
    known = [moment for moment in (*found, Held.objects.order_by("at").values_list("at", flat=True).first()) if moment]
    if not known:
        return []
    month, done = (
        _first_day(day_of(min(known))),
        set(MonthReport.objects.values_list("month", flat=True)),
    )
    missing = []
    while month < _first_day(today()):
        if month not in done:
            missing.append(month)
        month = next_month(month)
    return missing


def running_month() -> date:
    return _first_day(today())


def names_of_places(reports: list[dict[str, Any]]) -> dict[str, str]:
    """The titles of the forums that any of the reports names; one query."""
    ids = {
        key: int(key.partition(":")[2]) for figures in reports for key in figures["places"] if key.startswith("forum:")
    }
    subjects = describe(("forums.forum", pk) for pk in ids.values())
    return {key: subjects["forums.forum", pk].label for key, pk in ids.items() if ("forums.forum", pk) in subjects}


def bounds(month: date) -> tuple[datetime, datetime]:
    """When the month begins and ends here."""
    return start_of(month), start_of(next_month(month))


def next_month(month: date) -> date:
    return _first_day(month + timedelta(days=32))


def _first_day(day: date) -> date:
    return day.replace(day=1)


def _median(ended: Any) -> float | None:
    took = ExpressionWrapper(F("decision__at") - F("at"), output_field=DurationField())
    median = ended.annotate(took=took).aggregate(median=Median("took"))["median"]
    return round(median.total_seconds() / 3600, 1) if median is not None else None


def _roles(decisions: Any) -> dict[str, int]:
    """By whom: the moderators of a place, those of the council, or nobody."""
    grants = Grant.objects.filter(role__in=(Role.MODERATOR, Role.ADMINISTRATOR)).values_list("user_id", flat=True)
    council = set(grants)
    who: Counter[str] = Counter()
    for by in decisions.values_list("by_id", flat=True):
        who["nobody" if by is None else "council" if by in council else "place"] += 1
    return dict(who)
