"""A million supports counted by the product's jobs, beside the same counting as bare SQL.

Two ways lead to a published count. The *fold* takes the deltas that supports leave behind and adds them to it, a moment after
the act; the *recount* counts the rows themselves, every night, and finds that both agree. Each is run as Celery runs it and
then as the shortest SQL that gives the same numbers; compared is the processor time of database and process together.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from django.db import connection, transaction

from proposals.actions import fold_tallies, recount
from tests.bench.house import House

# Each person supports every n-th proposal, another set for each.
_GIVE = """
INSERT INTO proposals_support (proposal_id, person_id, level, channel, given_at)
SELECT p.id, h.id, h.level, 'web', now()
FROM (SELECT id, level, row_number() OVER (ORDER BY id) AS place FROM accounts_person) h
CROSS JOIN generate_series(0, %(each)s - 1) AS k
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM proposals_proposal) p
    ON p.place = (h.place + k * (%(proposals)s / %(each)s)) %% %(proposals)s
ON CONFLICT DO NOTHING
"""
_LEAVE_DELTAS = """
TRUNCATE proposals_supportdelta;
UPDATE proposals_proposal SET supports = 0, supports_below = 0, supports_verified = 0, untold_added = 0, told_at = now();
INSERT INTO proposals_supportdelta (proposal_id, support_id, amount, level)
SELECT proposal_id, id, 1, level FROM proposals_support ORDER BY id;
"""
_SUMS = """
    sum({one}) FILTER (WHERE r.level >= p.minimum_level) AS counting,
    sum({one}) FILTER (WHERE r.level < p.minimum_level) AS below,
    sum({one}) FILTER (WHERE r.level >= 3) AS verified
"""
PLAIN_FOLD = f"""
UPDATE proposals_proposal p SET supports = p.supports + coalesce(c.counting, 0), counted_at = now(),
    supports_below = p.supports_below + coalesce(c.below, 0), supports_verified = p.supports_verified + coalesce(c.verified, 0)
FROM (SELECT r.proposal_id, {_SUMS.format(one="r.amount")}
      FROM proposals_supportdelta r JOIN proposals_proposal p ON p.id = r.proposal_id GROUP BY r.proposal_id) c
WHERE p.id = c.proposal_id;
DELETE FROM proposals_supportdelta;
"""
PLAIN_COUNT = f"""
SELECT r.proposal_id, {_SUMS.format(one="1")}
FROM proposals_support r JOIN proposals_proposal p ON p.id = r.proposal_id GROUP BY r.proposal_id
"""


@dataclass(frozen=True)
class Cost:
    """Median seconds of processor time, and of the clock."""

    cpu: float
    clock: float


@dataclass(frozen=True)
class Tally:
    supports: int
    fold: Cost
    plain_fold: Cost
    recount: Cost
    plain_count: Cost

    @property
    def fold_ratio(self) -> float:
        return self.fold.cpu / self.plain_fold.cpu

    @property
    def recount_ratio(self) -> float:
        return self.recount.cpu / self.plain_count.cpu


def tally(house: House, *, supports: int, times: int, say: Callable[[str], None]) -> Tally:
    """Count `supports` rows both ways, `times` over, taking turns."""
    _sql("ALTER TABLE proposals_supportdelta SET (autovacuum_enabled = false)")
    _sql("ALTER TABLE proposals_proposal SET (autovacuum_enabled = false)")
    given = _give(supports)
    say(f"{given:,} supports stand")
    folds, plains = [], []
    for _ in range(times):
        plains.append(_timed(house, _plain_fold, before=_leave_deltas))
        kept = _published()
        folds.append(_timed(house, fold_tallies, before=_leave_deltas))
        assert kept == _published(), "The fold and the plain SQL do not agree."
    say("folded")
    _sql("ANALYZE")
    counts, recounts = [], []
    for _ in range(times + 2):
        counts.append(_timed(house, lambda: _sql(PLAIN_COUNT)))
        recounts.append(_timed(house, lambda: _agreeing(recount())))
    return Tally(given, *(_median(costs) for costs in (folds, plains, recounts, counts)))


def _give(number: int) -> int:
    people, proposals = _one("SELECT count(*) FROM accounts_person"), _one("SELECT count(*) FROM proposals_proposal")
    each = max(min(number // people, proposals), 1)
    with transaction.atomic(), connection.cursor() as cursor:
        # The keys come from the tables themselves; checking a million of them one by one would only take time.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(_GIVE, {"each": each, "proposals": proposals})
    _sql("VACUUM ANALYZE proposals_support")
    return _one("SELECT count(*) FROM proposals_support")


def _leave_deltas() -> None:
    _sql(_LEAVE_DELTAS)
    for table in ("proposals_supportdelta", "proposals_proposal"):
        _sql(f"VACUUM ANALYZE {table}")
    _sql("CHECKPOINT")


def _plain_fold() -> None:
    with transaction.atomic():
        _sql(PLAIN_FOLD)


def _agreeing(wrong: int) -> None:
    assert wrong == 0, f"{wrong} published counts were wrong."


def _timed(house: House, act: Callable[[], object], before: Callable[[], None] | None = None) -> Cost:
    if before:
        before()
    used, began = _used(house), time.perf_counter()
    act()
    return Cost(_used(house) - used, time.perf_counter() - began)


def _used(house: House) -> float:
    return house.cpu()["database"] + time.process_time()


def _median(costs: list[Cost]) -> Cost:
    return Cost(median(cost.cpu for cost in costs), median(cost.clock for cost in costs))


def _published() -> object:
    return _one(
        "SELECT md5(string_agg(ARRAY[supports, supports_below, supports_verified]::text, ',' ORDER BY id)) FROM proposals_proposal"
    )


def _sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        if cursor.description:
            cursor.fetchall()


def _one(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]
