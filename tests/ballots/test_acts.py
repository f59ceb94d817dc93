"""Acts: what each does, refuses, records, and what the database holds against everybody."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction

from ballots.actions import annul_ballot, cast_vote, certify_ballot, close_ballot, open_ballot
from ballots.counting import digest_of
from ballots.models import Ballot, PublishedVote, RollEntry, Vote
from ballots.policies import may_annul, may_certify, may_close, may_vote
from ballots.queries import has_voted, waiting_for
from ballots.states import State
from ballots.tasks import open_and_close
from core import now
from core.clock import at
from core.states import StateConflict
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from tests.scenes import ballots as scene

pytestmark = pytest.mark.django_db


def events():
    return list(Entry.objects.order_by("id").values_list("event", flat=True))


def test_planning_freezes_the_roll_and_opens_at_once_when_the_moment_has_come(ada, ben):
    ballot = scene.open_ballot(ada, ben, ada)

    assert (ballot.state, ballot.roll_size) == (State.OPEN, 2)
    assert set(RollEntry.objects.values_list("person_id", flat=True)) == {ada.person.pk, ben.person.pk}
    assert events() == ["ballots.BallotOpened"]


def test_a_ballot_for_later_is_announced_and_opens_and_closes_by_itself(ada):
    later = now() + timedelta(days=2)
    ballot = scene.open_ballot(ada, opens_at=later, closes_at=later + timedelta(days=7))

    with at(later):
        open_and_close()
        open_and_close()
        cast_vote(actor=ada, ballot=Ballot.objects.get(), choice="yes")
    with at(later + timedelta(days=7)):
        open_and_close()
        open_and_close()

    ballot.refresh_from_db()
    assert (ballot.state, ballot.yes, ballot.no, ballot.abstain) == (State.COUNTED, 1, 0, 0)
    assert events() == ["ballots.BallotPlanned", "ballots.BallotOpened", "ballots.BallotClosed"]


def test_a_ballot_is_not_opened_before_its_moment(ada):
    later = now() + timedelta(days=2)
    ballot = scene.open_ballot(ada, opens_at=later, closes_at=later + timedelta(days=7))

    with pytest.raises(StateConflict):
        open_ballot(ballot=ballot)


def test_nobody_plans_a_ballot_that_nobody_could_vote_in(ada):
    with pytest.raises(Refused, match="Nobody is on the roll"):
        scene.open_ballot()
    with pytest.raises(Refused, match="close in the future"):
        scene.open_ballot(ada, closes_at=now())


def test_one_subject_has_one_ballot_at_a_time(ada):
    scene.open_ballot(ada)

    with pytest.raises(IntegrityError), transaction.atomic():
        scene.open_ballot(ada)


def test_a_second_vote_replaces_the_first_and_its_tracker(ada, ben):
    ballot = scene.open_ballot(ada, ben)

    first = cast_vote(actor=ada, ballot=ballot, choice="no")
    second = cast_vote(actor=ada, ballot=ballot, choice="yes")
    with at(ballot.closes_at):
        ballot = close_ballot(ballot=ballot)

    assert first != second
    assert list(PublishedVote.objects.values_list("tracker", "choice")) == [(second, "yes")]
    assert (ballot.yes, ballot.no, ballot.votes, ballot.roll_size) == (1, 0, 1, 2)


def test_a_vote_is_never_an_entry(ada):
    ballot = scene.open_ballot(ada)
    before = events()

    cast_vote(actor=ada, ballot=ballot, choice="yes")

    assert events() == before


def test_the_vote_row_has_nothing_but_the_ballot_a_tag_and_a_cipher_text(ada):
    cast_vote(actor=ada, ballot=scene.open_ballot(ada), choice="yes")

    with connection.cursor() as cursor:
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'ballots_vote'")
        columns = {name for (name,) in cursor.fetchall()}
    vote = Vote.objects.get()
    assert columns == {"id", "ballot_id", "voter", "sealed"}
    assert str(ada.person.pk) not in vote.voter
    assert b"yes" not in bytes(vote.sealed)


def test_who_may_vote_and_why_not(ada, ben, finn):
    opens = now() + timedelta(days=1)
    ballot = scene.open_ballot(ada, opens_at=opens, closes_at=opens + timedelta(days=1))
    before = may_vote(ada, ballot)
    with at(opens):
        open_ballot(ballot=ballot)
        inside, outside, signed_out = (may_vote(user, ballot) for user in (ada, ben, finn))
    with at(ballot.closes_at):
        over = may_vote(ada, ballot)
        annulled = may_vote(ada, Ballot(state=State.ANNULLED, annulled_because="Half the roll was missing."))

    assert str(before.reason).startswith("Voting has not opened yet. It opens at ")
    assert inside.allowed
    assert str(outside.reason).startswith("You are not on the roll of this ballot. It was frozen on ")
    assert signed_out.remedy_url.endswith(f"?next=%2Fballots%2F{ballot.pk}%2F")
    assert str(over.reason).startswith("Voting closed at ")
    assert str(annulled.reason) == "This ballot was annulled: Half the roll was missing."


def test_a_closed_ballot_refuses_votes_and_says_why(ada):
    ballot = scene.open_ballot(ada)
    stale = Ballot.objects.get()

    with at(ballot.closes_at):
        close_ballot(ballot=ballot)
        with pytest.raises(Refused, match="Voting closed at"):
            cast_vote(actor=ada, ballot=stale, choice="yes")

    assert not Vote.objects.exists()


def test_a_vote_after_the_moment_is_refused_even_where_no_worker_has_closed_yet(ada):
    ballot = scene.open_ballot(ada)

    with at(ballot.closes_at), pytest.raises(Refused, match="Voting closed at"):
        cast_vote(actor=ada, ballot=ballot, choice="yes")


def test_a_vote_that_meets_the_close_on_its_way_is_refused_with_the_reason(ada):
    ballot = scene.open_ballot(ada)
    Ballot.objects.filter(pk=ballot.pk).update(state=State.ANNULLED, annulled_because="The question was unclear.")

    with pytest.raises(Refused, match=r"This ballot was annulled: The question was unclear\."):
        cast_vote(actor=ada, ballot=ballot, choice="yes")


def test_a_choice_that_is_not_on_the_paper_is_refused(ada):
    with pytest.raises(ValueError):
        cast_vote(actor=ada, ballot=scene.open_ballot(ada), choice="perhaps")


def test_nobody_closes_or_counts_early(ada, clerk):
    ballot = scene.open_ballot(ada)

    for user in (ada, clerk, None):
        with pytest.raises(Refused, match="Nobody can close it or count it earlier"):
            close_ballot(actor=user, ballot=ballot)

    assert not may_close(clerk, ballot)
    assert not may_certify(clerk, ballot)


def test_the_result_needs_more_yes_than_no_and_its_quorum(ada, ben, cleo):
    tie = scene.counted_ballot([(ada, "yes"), (ben, "no")])
    certify_ballot(actor=None, ballot=tie)
    short = scene.counted_ballot([(ada, "yes"), (ben, None)], quorum=2)
    certify_ballot(actor=None, ballot=short)
    carried = scene.counted_ballot([(ada, "yes"), (ben, "abstain"), (cleo, None)], quorum=2)

    assert [ballot.carried for ballot in (tie, short, carried)] == [False, False, True]


def test_the_published_list_has_the_digest_of_the_record(ada, ben):
    ballot = scene.counted_ballot([(ada, "yes"), (ben, "no")])

    rows = PublishedVote.objects.of(ballot).values_list("tracker", "choice")
    assert ballot.receipts_digest == digest_of(f"{tracker} {choice}" for tracker, choice in rows)
    assert Entry.objects.get(event="ballots.BallotClosed").data["receipts_digest"] == ballot.receipts_digest
    assert list(PublishedVote.objects.order_by("id")) == list(PublishedVote.objects.order_by("tracker"))


def test_a_ballot_in_which_nobody_voted_is_counted_too(ada):
    ballot = scene.counted_ballot([(ada, None)])

    assert (ballot.votes, ballot.carried, ballot.receipts_digest) == (0, False, digest_of([]))


def test_certifying_destroys_every_link_between_a_person_and_a_choice(ada, ben):
    ballot = scene.counted_ballot([(ada, "yes"), (ben, "no")])
    assert Vote.objects.count() == 2

    certify_ballot(actor=None, ballot=ballot)

    assert not Vote.objects.exists()
    assert PublishedVote.objects.count() == 2
    assert not has_voted(ada, ballot)
    with pytest.raises(Refused, match="certified already"):
        certify_ballot(actor=None, ballot=ballot)


def test_a_clerk_annuls_with_a_published_reason_until_the_result_is_certified(ada, clerk):
    open_one = scene.open_ballot(ada)
    cast_vote(actor=ada, ballot=open_one, choice="yes")
    annul_ballot(actor=clerk, ballot=open_one, reason="The roll left out everyone who joined in May.")
    counted = scene.counted_ballot([(ada, "yes")])
    annul_ballot(actor=clerk, ballot=counted, reason="Two people voted on one phone for everybody.")
    certified = scene.certified_ballot([(ada, "yes")])

    assert not Vote.objects.exists()
    assert (open_one.yes, counted.yes, counted.state) == (None, 1, State.ANNULLED)
    assert PublishedVote.objects.filter(ballot=counted).count() == 1
    assert str(may_annul(clerk, certified).reason) == "This result is certified and stands."


def test_nobody_but_a_clerk_annuls(ada, dov, finn):
    ballot = scene.open_ballot(ada)

    for user in (ada, dov, finn):
        with pytest.raises(Refused, match="Only a clerk of the council"):
            annul_ballot(actor=user, ballot=ballot, reason="I do not like what they will say.")

    ballot.refresh_from_db()
    assert ballot.state == State.OPEN


def test_a_ballot_that_was_tampered_with_gives_no_figures_and_holds_up_no_other(ada, ben):
    ballot = scene.open_ballot(ada, ben)
    cast_vote(actor=ada, ballot=ballot, choice="yes")
    cast_vote(actor=ben, ballot=ballot, choice="no")
    other = scene.open_ballot(ada, subject=ada.person)
    first, second = Vote.objects.order_by("id")
    Vote.objects.filter(pk=first.pk).update(sealed=bytes(second.sealed))

    with at(other.closes_at):
        open_and_close()

    ballot.refresh_from_db()
    other.refresh_from_db()
    assert (ballot.state, ballot.yes) == (State.OPEN, None)
    assert other.state == State.COUNTED
    assert not PublishedVote.objects.exists()


def test_those_on_the_roll_are_told_and_nobody_else(ada, ben):
    scene.counted_ballot([(ada, "yes")])
    deliver_all()

    assert list(Notice.objects.order_by("id").values_list("user_id", "event", "audience")) == [
        (ada.pk, "ballots.BallotOpened", "roll"),
        (ada.pk, "ballots.BallotClosed", "roll"),
    ]


def test_a_ballot_waits_for_a_member_until_they_have_voted(ada, ben):
    ballot = scene.open_ballot(ada)

    assert [waiting_for(ada), waiting_for(ben), waiting_for(AnonymousUser())] == [[ballot], [], []]
    cast_vote(actor=ada, ballot=ballot, choice="yes")
    assert waiting_for(ada) == []
    assert (has_voted(ada, ballot), has_voted(ben, ballot)) == (True, False)
