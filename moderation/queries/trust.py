"""How far somebody is trusted here, and what is missing to the next level."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Level
from accounts.queries import person_of
from core import now
from moderation.arrivals import Written, written_by
from moderation.models import Trust
from moderation.queries.settings import numbers

MOST = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts for trust, and what it earns. Nothing here is read where people vote or support."""

    level: int
    days: int
    threads: int
    written: Written
    posts_an_hour: int
    posts_links: bool
    missing_days: int = 0  # to the next level
    missing_threads: int = 0
    missing_posts: int = 0


def standing_of(user: Any) -> Standing:
    """Level 0 to 2 by days here, conversations read and words that stand."""
    person = person_of(user)
    if person is None:
        return Standing(0, 0, 0, Written(), 0, posts_links=False)
    limits = numbers()
    days = (now() - user.date_joined).days
    threads = Trust.objects.filter(person=person).values_list("threads_read", flat=True).first() or 0
    written = written_by(person.pk)
    level = _level(days, threads, written.stands, limits)
    missing = _missing(level + 1, days, threads, written.stands, limits) if level < MOST else (0, 0, 0)
    return Standing(
        level,
        days,
        threads,
        written,
        posts_an_hour=int(limits[f"trust.hour_{level}"]),
        # Whoever has proved where they live is known to be somebody, and spammers are not.
        posts_links=level >= 1 or person.level >= Level.VERIFIED,
        missing_days=missing[0],
        missing_threads=missing[1],
        missing_posts=missing[2],
    )


def _level(days: int, threads: int, stands: int, limits: Mapping[str, Decimal]) -> int:
    return next((level for level in (2, 1) if not any(_missing(level, days, threads, stands, limits))), 0)


def _missing(level: int, days: int, threads: int, stands: int, limits: Mapping[str, Decimal]) -> tuple[int, int, int]:
    wanted = (int(limits[f"trust.{what}_{level}"]) for what in ("days", "threads", "posts"))
    days_wanted, threads_wanted, posts_wanted = wanted
    return max(days_wanted - days, 0), max(threads_wanted - threads, 0), max(posts_wanted - stands, 0)
