"""The check, the members' ballot, and the endings without one."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from chain.models import Link, Step
from core import now, today
from core.clock import at
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from proposals.actions import certify_adoption, expire_due, give_support, note_count, open_adoption, take_back_support
from proposals.models import Adoption, Proposal, RemitCheck, RemitReason
from proposals.states import State
from tests.cast import people, person
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db


def steps(proposal):
    return dict(
        Step.objects.filter(subject_kind="proposals.proposal", subject_id=proposal.pk).values_list("kind", "state")
    )


def test_the_members_turn_begins_when_the_threshold_is_reached_after_the_check():
    proposal = scenes.checked(scenes.proposal())
    before = steps(proposal)

    scenes.supported(proposal)

    assert before == {"remit_check": "done", "supports": "open"}
    assert steps(proposal) == {"remit_check": "done", "supports": "done", "adoption": "open"}
    assert Link.objects.filter(child__kind="adoption", parent__kind="supports").count() == 1


def test_and_when_it_is_checked_after_the_threshold_is_reached():
    proposal = scenes.supported(scenes.proposal())
    before = steps(proposal)

    scenes.checked(proposal)

    assert before == {"remit_check": "open", "supports": "open"}
    assert steps(proposal)["adoption"] == "open"


def test_a_proposal_that_fell_below_before_the_check_waits_for_its_supports_again():
    proposal = scenes.proposal()
    crowd = people(3)
    for one in crowd:
        give_support(actor=one.user, proposal=proposal)
    scenes.supported(proposal, 0)
    take_back_support(actor=crowd[0].user, proposal=proposal)

    scenes.checked(proposal)
    below = steps(proposal)
    give_support(actor=crowd[0].user, proposal=proposal)
    scenes.supported(proposal, 0)

    assert below == {"remit_check": "done", "supports": "open"}
    assert steps(proposal)["adoption"] == "open"


def test_a_refusal_needs_a_reason_is_published_and_freezes_the_supports(ada):
    proposal = scenes.supported(scenes.proposal(), 2)
    reason = RemitReason.objects.get(code="another-forum")
    with pytest.raises(Refused):
        scenes.checked(proposal, "refused", reason=reason)

    found = scenes.checked(proposal, "refused", reason=reason, statement="Buses are another forum's.")

    assert (found.state, found.supports) == (State.REFUSED, 2)
    assert steps(proposal) == {"remit_check": "refused", "supports": "refused"}
    assert Step.objects.get(kind="supports").refusal == "Belongs to another forum: Buses are another forum's."
    with pytest.raises(Refused):
        give_support(actor=ada, proposal=proposal)
    assert Entry.objects.get(event="proposals.RemitChecked").data["reason_code"] == "another-forum"


def test_only_a_facilitator_of_the_forum_checks_and_never_their_own(ada):
    facilitator = person("Fay", level=3).user
    host = scenes.activity(facilitator=facilitator)
    own, other = scenes.proposal(facilitator, host=host), scenes.proposal(host=host)

    from proposals.policies import may_check

    assert (
        str(may_check(ada, other).reason)
        == "Only a facilitator of this forum checks whether a proposal is its business."
    )
    assert str(may_check(facilitator, own).reason) == "This is your own proposal. Another facilitator checks it."
    assert may_check(facilitator, other)


def test_opening_the_ballot_closes_the_supports_at_an_exact_count_deltas_included(ada, dov):
    proposal = scenes.checked(scenes.supported(scenes.proposal(host=scenes.activity(members=[ada]))))
    give_support(actor=ada, proposal=proposal)

    adoption = open_adoption(
        actor=scenes.facilitator_of(proposal), proposal=proposal, closes_at=now() + timedelta(days=7)
    )

    found = scenes.fresh(proposal)
    assert (found.state, found.supports, adoption.supports_at_opening, adoption.ballot.roll_size) == (
        State.BALLOTED,
        4,
        4,
        1,
    )
    with pytest.raises(Refused) as refused:
        take_back_support(actor=ada, proposal=found)
    assert "when the forum's members began to vote on it" in str(refused.value)


def test_the_roll_is_the_members_without_the_facilitators(ada, dov):
    adoption = scenes.balloted(ada, dov)

    assert sorted(adoption.ballot.roll.values_list("person_id", flat=True)) == sorted([ada.person.pk, dov.person.pk])


def test_a_counted_ballot_opens_the_days_for_a_challenge_once(ada):
    adoption = scenes.counted([(ada, "yes")])
    until = adoption.challenge_until

    note_count(ballot=adoption.ballot)

    assert until > today() + timedelta(days=7)
    assert Adoption.objects.get().challenge_until == until
    with at(adoption.ballot.closes_at + timedelta(days=1)), pytest.raises(Refused) as refused:
        certify_adoption(actor=scenes.facilitator_of(adoption.proposal), adoption=adoption)
    assert str(refused.value).startswith("The result may be challenged before ")


def test_an_adopted_proposal_waits_on_its_open_step_for_an_output(ada, dov):
    adoption = scenes.certified([(ada, "yes"), (dov, "yes")])

    step = Step.objects.get(kind="adoption")
    assert (adoption.adopted, scenes.fresh(adoption.proposal).state) == (True, State.ADOPTED)
    assert (step.state, step.due, step.note) == ("open", None, "Adopted by 2 to 0; waits for an output")


def test_a_proposal_that_is_not_adopted_ends_its_line_with_the_figures(ada, dov):
    adoption = scenes.certified([(ada, "no"), (dov, "no")])

    step = Step.objects.get(kind="adoption")
    assert (adoption.adopted, scenes.fresh(adoption.proposal).state) == (False, State.NOT_ADOPTED)
    assert (step.state, step.refusal) == ("refused", "The members did not adopt it: 0 for, 2 against, 0 abstained.")


def test_time_runs_out_below_the_threshold_and_not_above_it():
    short, reached = scenes.supported(scenes.proposal(), 1), scenes.supported(scenes.proposal())

    with at(now() + timedelta(days=400)):
        expired = [expire_due() for _ in range(2)]

    assert expired == [1, 0]
    assert [scenes.fresh(one).state for one in (short, reached)] == [State.EXPIRED, State.OPEN]
    assert Step.objects.get(kind="supports", subject_id=short.pk).refusal == "Time ran out with 1 of 3 supports."


@pytest.mark.parametrize(
    "table", ["proposals_adoption", "proposals_remitcheck", "proposals_crossing", "proposals_proposalversion"]
)
def test_what_is_part_of_the_chain_cannot_be_deleted(ada, table):
    scenes.adopted(ada)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")


def test_everybody_is_told_of_their_part_once(ada, dov):
    author = person("Miriam", level=3).user
    host = scenes.activity(members=[ada, dov])
    proposal = scenes.proposal(author, host=host)
    supporter = person("Sam", level=3).user
    give_support(actor=supporter, proposal=proposal)
    scenes.supported(proposal, 2)
    scenes.checked(proposal)
    open_adoption(
        actor=scenes.facilitator_of(proposal), proposal=scenes.fresh(proposal), closes_at=now() + timedelta(days=7)
    )
    deliver_all()
    deliver_all()

    def told(user, event):
        return list(Notice.objects.filter(user=user, event=f"proposals.{event}").values_list("audience", flat=True))

    facilitator = scenes.facilitator_of(proposal)
    assert told(facilitator, "ProposalPublished") == ["facilitators"]
    assert told(author, "RemitChecked") == ["author"]
    assert told(author, "ThresholdReached") == ["author"]
    assert told(supporter, "ThresholdReached") == ["supporters"]
    assert told(ada, "AdoptionOpened") == ["members"]
    assert told(supporter, "AdoptionOpened") == ["supporters"]


def test_the_check_is_kept_with_its_author_and_moment():
    proposal = scenes.checked(scenes.proposal())

    check = RemitCheck.objects.get(proposal=proposal)
    assert (check.outcome, check.by) == ("in_remit", scenes.facilitator_of(proposal))
    assert Proposal.objects.get().checked_at == check.at
