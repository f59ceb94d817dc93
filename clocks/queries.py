"""Reads of the calendar: which days the offices are closed, and how long is left."""

import time
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db.models import QuerySet

from clocks import rules
from clocks.computing import rule_in_words
from clocks.models import Deadline, Holiday, Rule
from core import numbers, today

_KEPT_FOR = 60.0  # seconds; a clerk adds a day perhaps once in a year
_kept: dict[str, tuple[float, Mapping[date, str]]] = {}


def holidays(region: str = "england-and-wales") -> Mapping[date, str]:
    """Every holiday and its name; at most one query a minute in each process."""
    read_at, found = _kept.get(region, (0.0, {}))
    # The age of a copy is a matter of the real clock; in tests each transaction has a table of its own.
    if found and time.monotonic() - read_at < _KEPT_FOR and not settings.TEST:
        return found
    return read_holidays(region)


def read_holidays(region: str = "england-and-wales") -> Mapping[date, str]:
    """The same, freshly read and kept from now on."""
    found = dict(Holiday.objects.filter(region=region).values_list("date", "name"))
    _kept[region] = (time.monotonic(), found)
    return found


def working_days_until(day: date) -> int:
    """How many working days are left after today, `day` included; negative once it has passed."""
    return rules.working_days_between(today(), day, holidays())


def rule_in_force(key: str, day: date | None = None) -> Rule:
    """The newest version of a rule that holds on `day` (today). Raises Rule.DoesNotExist for an unknown key."""
    rule: Rule | None = Rule.objects.in_force(day or today()).filter(key=key).first()
    if rule is None:
        raise Rule.DoesNotExist(key)
    return rule


def rules_in_force(day: date | None = None) -> list[Rule]:
    """The newest version of every rule, by key."""
    return list(Rule.objects.in_force(day or today()).distinct("key"))


def rule_numbers(key: str = "") -> list[numbers.Number]:
    """Every rule (or the one of `key`) with all its versions; one query."""
    rows = Rule.objects.filter(key=key) if key else Rule.objects.all()
    versions = (
        numbers.Version(
            id=row.pk,
            key=row.key,
            title=row.title,
            amount=Decimal(row.amount),
            since=row.valid_from,
            why=row.why,
            words=rule_in_words(row),
            source=row.source,
        )
        for row in rows.order_by("key", "valid_from", "version")
    )
    return numbers.grouped(versions, lambda _key: numbers.Limits(least=Decimal(1), most=Decimal(999)))


def holidays_between(first: date, last: date, region: str = "england-and-wales") -> QuerySet[Holiday]:
    return Holiday.objects.filter(region=region, date__range=(first, last))


def deadlines_of(keys: Iterable[tuple[str, int]], rule: str) -> dict[tuple[str, int], date]:
    """Until when each of these records is due under the newest version of one rule; one query."""
    wanted = set(keys)
    rows = Deadline.objects.filter(
        rule__key=rule, subject_kind__in={kind for kind, _pk in wanted}, subject_id__in={pk for _kind, pk in wanted}
    )
    found = rows.order_by("rule__version").values_list("subject_kind", "subject_id", "due")
    return {(kind, pk): due for kind, pk, due in found if (kind, pk) in wanted} if wanted else {}


def deadline_of(key: tuple[str, int], rule: str) -> Deadline | None:
    """The newest deadline of a record under one rule, with its rule and its overrides."""
    found: Deadline | None = (
        Deadline.objects.of(*key)
        .filter(rule__key=rule)
        .select_related("rule")
        .prefetch_related("overrides")
        .order_by("-rule__version")
        .first()
    )
    return found
