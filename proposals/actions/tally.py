"""From rows to the published count. Deltas are folded a moment after the act; a nightly recount must agree.

One fold at a time: a transaction's advisory lock keeps two of them from taking proposals' rows in opposite orders. It comes
before every row lock here, so whoever closes supports asks for it first too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import connection, transaction
from django.db.models import F, Q

from core import now, pagecache
from ledger.actions import record
from proposals.actions.steps import put_to_members
from proposals.events import SupportsCounted, TallyRepaired, ThresholdLost, ThresholdReached
from proposals.models import Crossing, Proposal
from proposals.states import State

log = structlog.get_logger(__name__)
LOCK = 0x464D5441  # one number for the tally in this database
TELL_EVERY = timedelta(hours=1)
TELL_AT_ONCE = 200

# Both halves see one snapshot, so what is taken away is what was added: only folds delete deltas, one at a time, and nobody
# changes one. Levels are summed before the proposals come in: the sum is a thousand times shorter than a backlog of deltas.
FOLD = """
WITH taken AS (
    DELETE FROM proposals_supportdelta {only}
), summed AS (
    SELECT proposal_id, level, sum(amount) AS net, coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS added, count(*) AS folded
    FROM proposals_supportdelta {only} GROUP BY proposal_id, level
), change AS (
    SELECT s.proposal_id AS id,
        coalesce(sum(s.net) FILTER (WHERE s.level >= p.minimum_level), 0) AS counting,
        coalesce(sum(s.net) FILTER (WHERE s.level < p.minimum_level), 0) AS below,
        coalesce(sum(s.net) FILTER (WHERE s.level >= 3), 0) AS verified,
        coalesce(sum(s.added) FILTER (WHERE s.level >= p.minimum_level), 0) AS added,
        coalesce(sum(s.added - s.net) FILTER (WHERE s.level >= p.minimum_level), 0) AS withdrawn,
        sum(s.folded) AS folded
    FROM summed s JOIN proposals_proposal p ON p.id = s.proposal_id
    GROUP BY s.proposal_id
)
UPDATE proposals_proposal p SET
    supports = p.supports + c.counting,
    supports_below = p.supports_below + c.below,
    supports_verified = p.supports_verified + c.verified,
    untold_added = p.untold_added + c.added,
    untold_withdrawn = p.untold_withdrawn + c.withdrawn,
    counted_at = %(now)s
FROM change c WHERE p.id = c.id
RETURNING p.id, p.supports - c.counting, p.supports, p.threshold, p.state, c.folded
"""

# Within one snapshot, rows = published + deltas not yet folded: support and delta are written by one statement, and a fold is another.
RECOUNT = """
WITH counted AS (
    SELECT s.proposal_id AS id,
        count(*) FILTER (WHERE s.level >= p.minimum_level) AS counting,
        count(*) FILTER (WHERE s.level < p.minimum_level) AS below,
        count(*) FILTER (WHERE s.level >= 3) AS verified
    FROM (SELECT proposal_id, level FROM proposals_support) s JOIN proposals_proposal p ON p.id = s.proposal_id
    GROUP BY s.proposal_id
), waiting AS (
    SELECT d.proposal_id AS id,
        coalesce(sum(d.amount) FILTER (WHERE d.level >= p.minimum_level), 0) AS counting,
        coalesce(sum(d.amount) FILTER (WHERE d.level < p.minimum_level), 0) AS below,
        coalesce(sum(d.amount) FILTER (WHERE d.level >= 3), 0) AS verified
    FROM proposals_supportdelta d JOIN proposals_proposal p ON p.id = d.proposal_id
    GROUP BY d.proposal_id
), truth AS (
    SELECT p.id, p.supports AS published,
        coalesce(c.counting, 0) - coalesce(w.counting, 0) AS counting,
        coalesce(c.below, 0) - coalesce(w.below, 0) AS below,
        coalesce(c.verified, 0) - coalesce(w.verified, 0) AS verified
    FROM proposals_proposal p LEFT JOIN counted c ON c.id = p.id LEFT JOIN waiting w ON w.id = p.id
    WHERE (p.supports, p.supports_below, p.supports_verified) IS DISTINCT FROM (
        coalesce(c.counting, 0) - coalesce(w.counting, 0),
        coalesce(c.below, 0) - coalesce(w.below, 0),
        coalesce(c.verified, 0) - coalesce(w.verified, 0))
)
UPDATE proposals_proposal p SET
    supports = t.counting, supports_below = t.below, supports_verified = t.verified, counted_at = %(now)s
FROM truth t WHERE p.id = t.id
RETURNING p.id, t.published, p.supports, p.threshold, p.state, 0
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One proposal's published count, before and after."""

    proposal_id: int
    before: int
    after: int
    threshold: int
    state: str
    folded: int

    @property
    def rose_over(self) -> bool:
        return self.threshold > 0 and self.before < self.threshold <= self.after

    @property
    def fell_below(self) -> bool:
        return self.threshold > 0 and self.after < self.threshold <= self.before


def fold_tallies() -> int:
    """Every delta that was committed before is in its proposal's published count; gives how many were folded.

    Where another fold is under way it does the work, and this one gives 0.
    """
    with transaction.atomic():
        changes = _fold() if _lock(wait=False) else []
    with transaction.atomic():
        if _lock(wait=False):
            _tell(_due_to_tell())
    return sum(change.folded for change in changes)


def settle(proposal: Proposal) -> Proposal:
    """Within the caller's transaction: the proposal as it stands, locked until the end, with every support given so far counted.

    Supports under way are waited for; whoever comes later finds what the caller makes of the row.
    """
    _lock(wait=True)
    locked = Proposal.objects.select_for_update(of=("self",)).select_related("forum", "activity").get(pk=proposal.pk)
    _fold(only=locked.pk)
    locked.refresh_from_db(
        fields=("supports", "supports_below", "supports_verified", "counted_at", "threshold_met_at", "ready_at")
    )
    return locked


def tell_now(proposal: Proposal) -> None:
    """What was counted and not yet told is in the record: the last tally before supports close."""
    _tell(Proposal.objects.filter(pk=proposal.pk).filter(Q(untold_added__gt=0) | Q(untold_withdrawn__gt=0)))


@transaction.atomic
def recount() -> int:
    """The published counts are those of the rows; gives how many were wrong. Each is logged, put right and entered in the record."""
    _lock(wait=True)
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT, {"now": now()})
        changes = [Change(*row) for row in cursor.fetchall()]
    for change in changes:
        log.error("tally_repaired", proposal=change.proposal_id, published=change.before, recounted=change.after)
    wrong = Proposal.objects.select_related("forum").in_bulk([change.proposal_id for change in changes])
    for change in changes:
        event = TallyRepaired(change.proposal_id, published=change.before, recounted=change.after)
        record(event, actor=None, subject=wrong[change.proposal_id])
    _cross(changes)
    return len(changes)


def _lock(*, wait: bool) -> bool:
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            return True
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", (LOCK,))
        return bool(cursor.fetchone()[0])


def _fold(only: int | None = None) -> list[Change]:
    """Every delta, of all proposals or of one, and what follows from the new counts."""
    statement = FOLD.format(only="WHERE proposal_id = %(only)s" if only else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, {"now": now(), "only": only})
        changes = [Change(*row) for row in cursor.fetchall()]
    if changes:
        pagecache.touch()
        _cross(changes)
    return changes


def _cross(changes: list[Change]) -> None:
    """Every crossing of a threshold is kept. People are told of the first; the members' turn begins when the remit is checked too."""
    crossed = [change for change in changes if change.rose_over or change.fell_below]
    if not crossed:
        return
    moment = now()
    Crossing.objects.bulk_create(
        Crossing(proposal_id=change.proposal_id, upwards=change.rose_over, supports=change.after, at=moment)
        for change in crossed
    )
    found = Proposal.objects.select_related("forum").in_bulk([change.proposal_id for change in crossed])
    for change in crossed:
        _follow_up(found[change.proposal_id], change, moment)


def _follow_up(proposal: Proposal, change: Change, moment: datetime) -> None:
    if change.fell_below:
        if proposal.state == State.OPEN and proposal.ready_at is None:
            record(
                ThresholdLost(proposal.pk, total=change.after, threshold=change.threshold), actor=None, subject=proposal
            )
        return
    if Proposal.objects.filter(pk=proposal.pk, threshold_met_at=None).update(threshold_met_at=moment):
        proposal.threshold_met_at = moment
        record(
            ThresholdReached(proposal.pk, total=change.after, threshold=change.threshold), actor=None, subject=proposal
        )
    put_to_members(proposal)


def _due_to_tell() -> Any:
    long_ago = now() - TELL_EVERY
    untold = Proposal.objects.filter(Q(untold_added__gt=0) | Q(untold_withdrawn__gt=0))
    return untold.filter(Q(told_at=None) | Q(told_at__lte=long_ago)).order_by("id")[:TELL_AT_ONCE]


def _tell(proposals: Any) -> None:
    """Tallies for the record. Only folds write these columns, and one fold runs at a time, so nothing is told twice."""
    moment = now()
    for proposal in proposals:
        event = SupportsCounted(
            proposal.pk, added=proposal.untold_added, withdrawn=proposal.untold_withdrawn, total=proposal.supports
        )
        Proposal.objects.filter(pk=proposal.pk).update(
            untold_added=F("untold_added") - event.added,
            untold_withdrawn=F("untold_withdrawn") - event.withdrawn,
            told_at=moment,
        )
        record(event, actor=None, subject=proposal)
