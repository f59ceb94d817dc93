"""Plan, vote, close, certify, annul. What must not happen early or late is decided inside the database, at one moment."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from ballots.actions.channels import one_channel_at_a_time
from ballots.counting import agreed, digest_of, lines_of
from ballots.events import BallotAnnulled, BallotCertified, BallotClosed, BallotOpened, BallotPlanned
from ballots.models import Ballot, PublishedVote, Vote
from ballots.policies import may_annul, may_certify, may_close, may_plan, may_vote
from ballots.queries import roll_place
from ballots.sealing import new_tracker, seal, unseal, voter_tag
from ballots.states import Choice, State
from core import now
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import require
from ledger.actions import record

FREEZE_ROLL = "INSERT INTO ballots_rollentry (ballot_id, person_id) SELECT %s, unnest(%s::bigint[])"
# The share lock lets voters pass each other and makes the close wait for votes under way. A vote that comes after the
# close, or after the announced moment even where no worker has closed yet, finds no ballot to go into.
CAST = """
INSERT INTO ballots_vote (ballot_id, voter, sealed)
SELECT id, %s, %s FROM ballots_ballot WHERE id = %s AND state = 'open' AND opens_at <= %s AND closes_at > %s
AND NOT EXISTS (SELECT 1 FROM ballots_papervoter WHERE ballot_id = %s AND voter = %s) FOR SHARE
ON CONFLICT (ballot_id, voter) DO UPDATE SET sealed = EXCLUDED.sealed
"""


@transaction.atomic
def plan_ballot(
    *,
    actor: Any,
    subject: models.Model,
    host: models.Model,
    question: str,
    explanation: str = "",
    opens_at: datetime,
    closes_at: datetime,
    quorum: int = 0,
    roll: Iterable[int],
) -> Ballot:
    """A ballot whose question, dates and roll never change again; it is open if `opens_at` has come.

    `roll` is person ids. Raises IntegrityError where another ballot of this host on the subject is under way.
    """
    people = sorted(set(roll))
    require(may_plan(actor, closes_at=closes_at, roll_size=len(people)))
    moment = now()
    subject_kind, subject_id = key_of(subject)
    host_kind, host_id = key_of(host)
    ballot = Ballot.objects.create(
        subject_kind=subject_kind,
        subject_id=subject_id,
        host_kind=host_kind,
        host_id=host_id,
        question=question,
        explanation=explanation,
        planned_at=moment,
        opens_at=opens_at,
        closes_at=closes_at,
        quorum=quorum,
        roll_size=len(people),
    )
    with connection.cursor() as cursor:
        cursor.execute(FREEZE_ROLL, (ballot.pk, people))
    if opens_at <= moment:
        return _open(ballot, actor)
    event = BallotPlanned(ballot.pk, subject_kind, subject_id, len(people), opens_at.isoformat(), closes_at.isoformat())
    record(event, actor=actor, subject=ballot)
    return ballot


@transaction.atomic
def open_ballot(*, ballot: Ballot) -> Ballot:
    """A planned ballot takes votes, once its moment has come. Raises StateConflict before that, or if it is open already."""
    if ballot.opens_at > now():
        raise StateConflict
    return _open(ballot, None)


@transaction.atomic
def cast_vote(*, actor: Any, ballot: Ballot, choice: str) -> str:
    """The actor's vote is sealed in the ballot, in place of any earlier one; gives its tracker, which is kept nowhere in the clear.

    Two votes of one person at once leave one row. Raises Refused, with the reason, when voting has closed meanwhile.
    """
    require(may_vote(actor, ballot))
    place = roll_place(actor, ballot)
    assert place is not None
    tracker, moment, voter = new_tracker(), now(), voter_tag(ballot.pk, place)
    sealed = seal(ballot_id=ballot.pk, voter=voter, choice=Choice(choice).value, tracker=tracker)
    one_channel_at_a_time(voter)
    with connection.cursor() as cursor:
        cursor.execute(CAST, (voter, sealed, ballot.pk, moment, moment, ballot.pk, voter))
        taken = cursor.rowcount
    if not taken:
        ballot.refresh_from_db()
        require(may_vote(actor, ballot))
        raise StateConflict
    return tracker


@transaction.atomic
def close_ballot(*, actor: Any = None, ballot: Ballot) -> Ballot:
    """The votes are counted twice, alike; the figures and the list of trackers with choices are public. Nothing is destroyed yet.

    Waits for votes under way. Raises CountsDisagree or InvalidTag, and changes nothing, where the votes do not hold.
    """
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    require(may_close(actor, ballot))
    opened = [
        unseal(ballot_id=ballot.pk, voter=voter, sealed=bytes(sealed))
        for voter, sealed in Vote.objects.filter(ballot=ballot)
        .order_by("voter")
        .values_list("voter", "sealed")
        .iterator()
    ]
    figures = agreed(opened)
    ballot.move(
        State.COUNTED,
        yes=figures.yes,
        no=figures.no,
        abstain=figures.abstain,
        counted_at=now(),
        receipts_digest=digest_of(lines_of(opened)),
    )
    # In the order of the trackers, so that not even the row numbers say who came when.
    by_tracker = sorted((tracker, choice) for choice, tracker in opened)
    PublishedVote.objects.bulk_create(
        PublishedVote(ballot=ballot, tracker=tracker, choice=choice) for tracker, choice in by_tracker
    )
    event = BallotClosed(
        ballot_id=ballot.pk,
        subject_kind=ballot.subject_kind,
        subject_id=ballot.subject_id,
        yes=figures.yes,
        no=figures.no,
        abstain=figures.abstain,
        roll_size=ballot.roll_size,
        carried=bool(ballot.carried),
        receipts_digest=ballot.receipts_digest,
    )
    record(event, actor=actor, subject=ballot)
    return ballot


@transaction.atomic
def certify_ballot(*, actor: Any, ballot: Ballot) -> Ballot:
    """The result stands and the sealed votes are destroyed: nobody, with whatever key, can link a person to a choice any more.

    The caller's own policy says whose act this is.
    """
    require(may_certify(actor, ballot))
    ballot.move(State.CERTIFIED, certified_at=now())
    _destroy_votes(ballot)
    event = BallotCertified(ballot.pk, ballot.subject_kind, ballot.subject_id, bool(ballot.carried))
    record(event, actor=actor, subject=ballot)
    return ballot


@transaction.atomic
def annul_ballot(*, actor: Any, ballot: Ballot, reason: str) -> Ballot:
    """The ballot counts for nothing, for the published reason; its sealed votes are destroyed, what was published stays."""
    require(may_annul(actor, ballot))
    ballot.move(State.ANNULLED, annulled_at=now(), annulled_because=reason)
    _destroy_votes(ballot)
    record(BallotAnnulled(ballot.pk, ballot.subject_kind, ballot.subject_id), actor=actor, subject=ballot)
    return ballot


def _open(ballot: Ballot, actor: Any) -> Ballot:
    ballot.move(State.OPEN)
    event = BallotOpened(
        ballot.pk, ballot.subject_kind, ballot.subject_id, ballot.roll_size, ballot.closes_at.isoformat()
    )
    record(event, actor=actor, subject=ballot)
    return ballot


def _destroy_votes(ballot: Ballot) -> None:
    """A trigger refuses this until the ballot is certified or annulled."""
    Vote.objects.filter(ballot=ballot).delete()
