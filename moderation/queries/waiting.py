"""What waits for moderators, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Min, Sum

from core import now, today
from core.subjects import Subject, describe
from moderation.models import Appeal, Flag, Lock, Rephrase
from moderation.queries.locks import locks_of

AT_ONCE = 200
AFTER_SILENCE = timedelta(days=3)  # from the author's day until the moderators' own


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
    weight: Decimal = Decimal(0)  # the reports of those whose reports hold weigh more
    news: str = ""  # "rephrased": its author has found other words; "silent": they were asked to and did not
    lock: Lock | None = None  # who has it on the desk now
    due_at: datetime | None = None  # the hour, where a report says that it may be against the law

    @property
    def is_late(self) -> bool:
        return self.due_at < now() if self.due_at is not None else self.due < today()


@dataclass(frozen=True, slots=True)
class WaitingAppeal:
    appeal: Appeal
    subject: Subject | None

    @property
    def is_late(self) -> bool:
        return self.appeal.due < today()


def queue(host_keys: Iterable[str] | None = None) -> list[Waiting]:
    """Things that wait for these hosts (None: all), what may be against the law first, then by the day, of one day the weightiest.

    They were reported, or have come back from an author who was asked for other words. A fixed number of queries.
    """
    rows = (
        Flag.objects.waiting()
        .for_hosts(host_keys)
        .values("subject_kind", "subject_id", "host_key")
        .annotate(reports=Count("id"), first_due=Min("due"), first_hour=Min("due_at"), weighs=Sum("weight"))
        .order_by(F("first_hour").asc(nulls_last=True), "first_due", "-weighs", "subject_kind", "subject_id")[:AT_ONCE]
    )
    found = list(rows)
    keys = [(row["subject_kind"], row["subject_id"]) for row in found]
    back = list(Rephrase.objects.back(today()).for_hosts(host_keys).order_by("due", "id")[:AT_ONCE])
    every = {*keys, *((one.subject_kind, one.subject_id) for one in back)}
    subjects, reasons, locks = describe(every), _reasons_given(keys), locks_of(every)
    reported = [
        Waiting(
            *key,
            row["host_key"],
            subjects.get(key),
            row["reports"],
            reasons.get(key, ()),
            row["first_due"],
            row["weighs"],
            lock=locks.get(key),
            due_at=row["first_hour"],
        )
        for key, row in zip(keys, found, strict=True)
    ]
    returned = [_returned(one, subjects, locks) for one in back if (one.subject_kind, one.subject_id) not in set(keys)]
    return sorted([*reported, *returned], key=_urgency)


def _urgency(one: Waiting) -> tuple[bool, float, date, Decimal]:
    """What may be against the law first, by the hour; then by the day, and of one day the weightiest."""
    return one.due_at is None, one.due_at.timestamp() if one.due_at else 0, one.due, -one.weight


def _returned(one: Rephrase, subjects: dict[tuple[str, int], Subject], locks: dict[tuple[str, int], Lock]) -> Waiting:
    key = (one.subject_kind, one.subject_id)
    news = "rephrased" if one.said_at else "silent"
    due = one.due if one.said_at else one.due + AFTER_SILENCE
    return Waiting(*key, one.host_key, subjects.get(key), 0, (), due, news=news, lock=locks.get(key))


def waiting_count(host_keys: Iterable[str] | None = None) -> int:
    """How many things wait."""
    waiting = Flag.objects.waiting().for_hosts(host_keys).values_list("subject_kind", "subject_id")
    back = Rephrase.objects.back(today()).for_hosts(host_keys).values_list("subject_kind", "subject_id")
    return waiting.order_by().union(back.order_by()).count()


def appeals_waiting(host_keys: Iterable[str] | None = None, *, user: Any = None) -> list[WaitingAppeal]:
    """Appeals that wait, leaving out those against this user's own decisions."""
    rows = Appeal.objects.waiting().for_hosts(host_keys).for_another_than(user.pk if user else None)
    found = list(rows.select_related("decision__reason").order_by("due", "id")[:AT_ONCE])
    subjects = describe((one.decision.subject_kind, one.decision.subject_id) for one in found)
    return [WaitingAppeal(one, subjects.get((one.decision.subject_kind, one.decision.subject_id))) for one in found]


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
