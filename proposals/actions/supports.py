"""One person, one support. The row is the truth; the delta beside it carries the news to the published count.

Each act here is one SQL statement, so row and delta stand or fall together without a transaction around them, and it is
durable when it returns. Eligibility stands in the statement: it locks the proposal FOR KEY SHARE, which lets other
supports and the tally pass, while whoever closes the supports (FOR UPDATE) waits for those under way and leaves none to come.
"""

from enum import StrEnum
from typing import Any

from django.db import connection, transaction

from core import now, today
from core.states import StateConflict
from core.verdicts import require
from proposals.models import Proposal, Support
from proposals.policies import may_support, may_take_back
from proposals.states import Channel, State

TRIES = 5  # against oneself, in another window

GIVE = """
WITH gift AS (
    INSERT INTO proposals_support (proposal_id, person_id, level, channel, given_at)
    SELECT p.id, h.id, h.level, %(channel)s, %(now)s
    FROM proposals_proposal p, accounts_person h
    WHERE p.id = %(proposal)s AND p.state = 'open' AND p.supports_closed_at IS NULL AND p.hidden_at IS NULL
      AND (p.expires_on IS NULL OR p.expires_on >= %(today)s)
      AND h.id = %(person)s AND h.erased_at IS NULL AND h.merged_into_id IS NULL
    FOR KEY SHARE
    ON CONFLICT (proposal_id, person_id) DO NOTHING
    RETURNING id, proposal_id, level
), delta AS (
    INSERT INTO proposals_supportdelta (proposal_id, support_id, amount, level)
    SELECT proposal_id, id, 1, level FROM gift
)
SELECT level FROM gift
"""

TAKE_BACK = """
WITH gone AS (
    DELETE FROM proposals_support
    WHERE person_id = %(person)s
      AND proposal_id = (
        SELECT p.id FROM proposals_proposal p
        WHERE p.id = %(proposal)s AND p.state = 'open' AND p.supports_closed_at IS NULL AND p.hidden_at IS NULL
          AND (p.expires_on IS NULL OR p.expires_on >= %(today)s)
        FOR KEY SHARE)
    RETURNING id, proposal_id, level
), delta AS (
    INSERT INTO proposals_supportdelta (proposal_id, support_id, amount, level)
    SELECT proposal_id, id, -1, level FROM gone
)
SELECT level FROM gone
"""

# Supports that are closed keep the level they were counted at.
RAISE = """
WITH old AS (
    SELECT s.id, s.level AS was, h.level AS becomes
    FROM proposals_support s JOIN accounts_person h ON h.id = s.person_id JOIN proposals_proposal p ON p.id = s.proposal_id
    WHERE h.id = %(person)s AND s.level < h.level AND p.state = 'open' AND p.supports_closed_at IS NULL
    FOR UPDATE OF s FOR KEY SHARE OF p
), raised AS (
    UPDATE proposals_support s SET level = old.becomes FROM old WHERE s.id = old.id
    RETURNING s.id, s.proposal_id, old.was, old.becomes
)
INSERT INTO proposals_supportdelta (proposal_id, support_id, amount, level)
SELECT r.proposal_id, r.id, step.amount, CASE WHEN step.amount < 0 THEN r.was ELSE r.becomes END
FROM raised r CROSS JOIN (VALUES (-1), (1)) AS step (amount)
ORDER BY r.id, step.amount
"""

# The earlier of two supports of one human being stays, at the better of their levels; the later one is taken out of the count.
FOLD_DOUBLES = """
WITH double AS (
    SELECT k.id AS kept, k.level AS kept_level, d.id AS gone, d.level AS gone_level, d.given_at, d.channel, k.proposal_id,
           d.given_at < k.given_at AS earlier
    FROM proposals_support d JOIN proposals_support k ON k.proposal_id = d.proposal_id AND k.person_id = %(into)s
    WHERE d.person_id = %(person)s
    FOR UPDATE
), gone AS (
    DELETE FROM proposals_support s USING double WHERE s.id = double.gone
), kept AS (
    UPDATE proposals_support s
    SET level = greatest(double.kept_level, double.gone_level),
        given_at = CASE WHEN double.earlier THEN double.given_at ELSE s.given_at END,
        channel = CASE WHEN double.earlier THEN double.channel ELSE s.channel END
    FROM double WHERE s.id = double.kept
), change AS (
    SELECT proposal_id, gone AS support_id, -1 AS amount, gone_level AS level FROM double
    UNION ALL
    SELECT proposal_id, kept, step.amount, CASE WHEN step.amount < 0 THEN kept_level ELSE gone_level END
    FROM double CROSS JOIN (VALUES (-1), (1)) AS step (amount) WHERE gone_level > kept_level
)
INSERT INTO proposals_supportdelta (proposal_id, support_id, amount, level)
SELECT proposal_id, support_id, amount, level FROM change
"""


class Outcome(StrEnum):
    GIVEN = "given"
    ALREADY = "already"


def give_support(*, actor: Any, proposal: Proposal, channel: str = Channel.WEB) -> Outcome:
    """The actor's person supports the proposal, once, whatever else happens at the same moment.

    Raises Refused with the reason when the proposal no longer takes supports, also where the caller saw it open.
    """
    require(may_support(actor, proposal))
    for _try in range(TRIES):
        if _run(GIVE, proposal, actor, channel=channel):
            return Outcome.GIVEN
        if _supports(proposal, actor):
            return Outcome.ALREADY
        _refuse(may_support, actor, proposal)
    raise StateConflict


def take_back_support(*, actor: Any, proposal: Proposal) -> bool:
    """The actor's person does not support the proposal any more; gives whether they did.

    Raises Refused with the reason when the count is closed.
    """
    require(may_take_back(actor, proposal))
    for _try in range(TRIES):
        if _run(TAKE_BACK, proposal, actor):
            return True
        if not _supports(proposal, actor):
            return False
        _refuse(may_take_back, actor, proposal)
    raise StateConflict


def raise_levels(*, person_id: int) -> int:
    """The open supports of a person count at the level at which the person is known now; gives how many changed."""
    with connection.cursor() as cursor:
        cursor.execute(RAISE, {"person": person_id})
        return int(cursor.rowcount) // 2


@transaction.atomic
def fold_persons(*, person_id: int, into_id: int) -> None:
    """Two rows were one human being: every support is theirs once, from the earlier moment on, and so is what they proposed.

    Of two drafts in one activity the one of the person who is kept stays.
    """
    with connection.cursor() as cursor:
        cursor.execute(FOLD_DOUBLES, {"person": person_id, "into": into_id})
    Support.objects.filter(person_id=person_id).update(person_id=into_id)
    kept = Proposal.objects.filter(author_id=into_id, state=State.DRAFT).values("activity_id")
    Proposal.objects.filter(author_id=person_id, state=State.DRAFT, activity_id__in=kept).delete()
    Proposal.objects.filter(author_id=person_id).update(author_id=into_id)


def _run(statement: str, proposal: Proposal, actor: Any, **values: Any) -> bool:
    """Whether the statement wrote or took away a row."""
    with connection.cursor() as cursor:
        cursor.execute(
            statement, {"proposal": proposal.pk, "person": actor.person.pk, "now": now(), "today": today(), **values}
        )
        return cursor.fetchone() is not None


def _supports(proposal: Proposal, actor: Any) -> bool:
    return Support.objects.filter(proposal_id=proposal.pk, person_id=actor.person.pk).exists()


def _refuse(policy: Any, actor: Any, proposal: Proposal) -> None:
    """Say why, by the row as it stands now. Where that gives no reason, the same person acted elsewhere a moment ago: try again."""
    proposal.refresh_from_db()
    require(policy(actor, proposal))
