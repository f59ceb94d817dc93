"""The next act on a desk is the one that is open now, and its link leads to where it is done."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chain.queries import step_of
from core.clock import at
from portal.queries.acts import next_acts
from tests.cast import client_as, person
from tests.scenes import committees, outputs, proposals

pytestmark = pytest.mark.django_db


def act_of(record, kind):
    step = step_of(record, kind)
    act = next_acts([step])[step.pk]
    return str(act.words), act.url


@pytest.fixture
def two():
    return [person(name, level=3).user for name in ("Mia", "Max")]


def test_a_proposal_is_checked_put_to_the_members_certified_and_carried_on(two):
    published = proposals.proposal()
    ready = proposals.checked(proposals.supported(proposals.proposal()))
    voting = proposals.balloted(*two)
    counted = proposals.counted([(user, "yes") for user in two])
    adopted = proposals.adopted(*two)

    assert act_of(published, "remit_check") == (
        "Check whether it is the forum's business",
        f"{published.address}check/",
    )
    assert act_of(ready, "adoption") == ("Put it to the members", f"{ready.address}adoption/")
    assert act_of(voting.proposal, "adoption") == (
        "See how many days the vote has left",
        f"/ballots/{voting.ballot_id}/",
    )
    assert act_of(counted.proposal, "adoption")[0] == "See the result, which may still be challenged"
    with at(counted.ballot.closes_at + (adopted.certified_at - adopted.ballot.closes_at)):
        assert act_of(counted.proposal, "adoption") == (
            "Certify the result",
            f"{counted.proposal.address}adoption/certify/",
        )
    assert act_of(adopted.proposal, "adoption") == (
        "Write the output that carries it on",
        f"/outputs/new/?forum={adopted.proposal.forum.slug}",
    )


def test_an_output_is_talked_over_put_to_the_vote_settled_and_sent_on(two):
    commented, voting = outputs.commented(*two), outputs.balloted(*two)
    counted, approved = outputs.counted([(user, "yes") for user in two]), outputs.approved(*two)

    assert act_of(commented, "output") == ("See what the members say of it", f"{commented.address}#talk")
    with at(outputs.commenting_over()):
        assert act_of(commented, "output") == ("Ask the members to vote", f"{commented.address}approval/")
    assert act_of(voting, "output")[0] == "See how many days the vote has left"
    assert act_of(counted, "output") == ("Carry out what the members decided", counted.address)
    assert act_of(approved, "output") == ("Send it to a committee", f"/committees/refer/{approved.reference}/")


def test_a_referral_arrives_is_decided_and_then_stands_on_an_agenda():
    sent, here, dated = committees.referred(), committees.acknowledged(), committees.accepted()
    page = "/committees/referrals/{}/".format

    assert act_of(sent.referral, "referral") == ("Confirm that it has arrived", page(sent.referral.reference))
    assert act_of(here.referral, "referral") == ("Decide what becomes of it", page(here.referral.reference))
    assert act_of(dated.referral, "referral") == (
        "See the meeting that considers it",
        f"/committees/meetings/{dated.meeting.pk}/",
    )


def test_every_act_that_a_desk_offers_is_one_that_its_owner_may_do():
    story = committees.disputed()

    words, url = act_of(story.claim, "dispute")

    assert words == "Put the dispute on an agenda"
    assert client_as(story.clerk).get(url).status_code == 200


def test_one_query_for_each_kind_of_record_however_many_wait(two):
    steps = [step_of(proposals.balloted(*two).proposal, "adoption") for _number in range(3)]

    counts = []
    for number in (1, 3):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            next_acts(steps[:number])
        counts.append(len(queries))

    assert counts == [1, 1]
