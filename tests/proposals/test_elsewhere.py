"""Across forums: what other wards raise, one proposal decided by several forums, and forums that disagree."""

from datetime import timedelta

import pytest

from ballots.actions import cast_vote, close_ballot
from core import now
from core.clock import at
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.actions import follow
from notifications.models import Notice
from outputs.queries import waiting_adoptions
from portal.queries.desks import desk_page, desks_of
from proposals.actions import ask_elsewhere, certify_adoption, look_elsewhere
from proposals.models import Adoption, Proposal
from proposals.policies import may_ask_elsewhere, may_certify, may_look_elsewhere
from proposals.queries import decisions_on, news_elsewhere
from tests.cast import client_as, people, person
from tests.scenes import forums, proposals as scenes

pytestmark = pytest.mark.django_db


def answer(verdict):
    return True if verdict else str(verdict.reason)


@pytest.fixture
def other():
    """Another forum, its facilitator and two members."""
    facilitator = person("Otto Other", level=3).user
    members = [one.user for one in people(2)]
    made = forums.forum(facilitator=facilitator, members=members, title="Aston Ward Forum")
    made.guide, made.people = facilitator, members
    return made


def asked(found, other):
    return ask_elsewhere(actor=other.guide, proposal=found, forum=other, closes_at=now() + timedelta(days=7))


def decided(adoption, other, choice):
    """The members there voted so, and it is certified."""
    for user in other.people:
        cast_vote(actor=user, ballot=adoption.ballot, choice=choice)
    with at(adoption.ballot.closes_at):
        close_ballot(ballot=adoption.ballot)
        deliver_all()
    held = Adoption.objects.select_related("proposal__forum", "forum", "ballot").get(pk=adoption.pk)
    with at(adoption.ballot.closes_at + timedelta(days=14)):
        return certify_adoption(actor=other.guide, adoption=held)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("other", True),
        ("own", "Only a facilitator of that forum puts a proposal to its members."),
        ("ada", "Only a facilitator of that forum puts a proposal to its members."),
        ("finn", "Only a facilitator of that forum puts a proposal to its members."),
    ],
)
def test_who_may_ask_the_members_of_another_forum(name, said, other, ada, finn):
    found = scenes.checked(scenes.proposal())
    user = {"other": other.guide, "own": scenes.facilitator_of(found), "ada": ada, "finn": finn}[name]

    assert answer(may_ask_elsewhere(user, found, other)) == said


def test_a_proposal_is_asked_elsewhere_once_it_is_checked_and_while_it_lives(other):
    fresh = scenes.proposal()
    refused = scenes.fresh(scenes.proposal(title="Another wish that goes nowhere at all"))
    Proposal.objects.filter(pk=refused.pk).update(state="expired")

    said = [answer(may_ask_elsewhere(other.guide, scenes.fresh(one), other)) for one in (fresh, refused)]

    assert said == [
        "First its own forum must check the remit.",
        "This proposal has come to its end, so no other forum can take it up.",
    ]


def test_another_forum_decides_and_the_proposal_stays_where_it_is(other):
    found = scenes.checked(scenes.proposal())

    adoption = decided(asked(found, other), other, "yes")

    after = scenes.fresh(found)
    assert (adoption.adopted, after.state, after.supports_closed_at, after.elsewhere_count) == (True, "open", None, 1)
    assert Entry.objects.filter(event="proposals.DecidedElsewhere").count() == 1
    assert list(waiting_adoptions(other)) == []


def test_a_forum_is_asked_once(other):
    found = scenes.checked(scenes.proposal())
    asked(found, other)

    with pytest.raises(Refused, match="was asked about it already"):
        asked(found, other)


def test_two_forums_vote_at_the_same_time_each_in_its_own_ballot(other, ada):
    own = scenes.balloted(ada)

    there = asked(own.proposal, other)

    assert [one.ballot.host_id for one in (own, there)] == [own.forum_id, other.pk]
    assert {one.state for one in (own.ballot, there.ballot)} == {"open"}


def test_only_its_own_facilitator_certifies_what_another_forum_decided(other):
    found = scenes.checked(scenes.proposal())
    adoption = asked(found, other)
    with at(adoption.ballot.closes_at):
        close_ballot(ballot=adoption.ballot)
        deliver_all()
    held = Adoption.objects.select_related("proposal__forum", "forum", "ballot").get(pk=adoption.pk)

    with at(adoption.ballot.closes_at + timedelta(days=14)):
        said = [bool(may_certify(user, held)) for user in (other.guide, scenes.facilitator_of(found))]

    assert said == [True, False]
    assert Notice.objects.filter(user=other.guide, event="ballots.BallotClosed").count() == 1


def test_when_forums_disagree_both_are_told_and_both_decisions_stand_side_by_side(other, ada, ben):
    own = scenes.certified([(ada, "yes")])
    follow(actor=ben, subject=own.proposal)

    decided(asked(scenes.fresh(own.proposal), other), other, "no")
    deliver_all()

    told = {other.guide, scenes.facilitator_of(own.proposal), ben}
    shown = client_as().get(own.proposal.address).content.decode()
    assert Entry.objects.get(event="proposals.ForumsDisagree").data == {
        "proposal_id": own.proposal_id, "adopted": 1, "not_adopted": 1,
    }  # fmt: skip
    assert {one.user for one in Notice.objects.filter(event="proposals.ForumsDisagree")} >= told
    assert [words in shown for words in ("Forums disagree", "Aston Ward Forum", "not adopted", "(its own forum)")] == [
        True
    ] * 4


def test_forums_that_agree_are_not_said_to_disagree_and_a_third_says_it_no_second_time(other, ada):
    own = scenes.certified([(ada, "yes")])
    decided(asked(scenes.fresh(own.proposal), other), other, "yes")
    agreed = Entry.objects.filter(event="proposals.ForumsDisagree").count()
    for number in (1, 2):
        third = forums.forum(facilitator=other.guide, members=other.people, title=f"Third {number}")
        third.guide, third.people = other.guide, other.people
        decided(asked(scenes.fresh(own.proposal), third), third, "no")

    assert (agreed, Entry.objects.filter(event="proposals.ForumsDisagree").count()) == (0, 1)


def test_the_pages_and_the_api_ask_and_show_the_same(other):
    found = scenes.checked(scenes.proposal())
    browser = client_as(other.guide)
    day = (now() + timedelta(days=9)).date().isoformat()

    chosen = browser.get(f"{found.address}elsewhere/").content.decode()
    browser.post(f"{found.address}elsewhere/{other.slug}/", {"closes_on": day})
    again = browser.post(
        f"/api/v1/proposals/{found.reference}/elsewhere/{other.slug}/",
        {"closes_on": day},
        content_type="application/json",
    )
    shown = client_as().get(f"/api/v1/proposals/{found.reference}/decisions/").json()

    assert "Ask the members" in chosen
    assert (again.status_code, [one["forum"] for one in shown["decisions"]]) == (403, [other.slug])


def test_a_proposal_beside_which_nothing_stands_costs_no_query_for_it(django_assert_num_queries):
    found = scenes.proposal()

    with django_assert_num_queries(0):
        decisions_on(found)


def on_desk(user):
    desk = next(one for one in desks_of(user) if one.role == "facilitator")
    return [(row.entry.title, row.entry.note) for row in desk_page(desk, user).rows if row.entry.kind == "there"]


def test_what_another_forum_does_with_a_proposal_is_on_its_own_facilitators_desk_until_looked_at(other):
    found = scenes.checked(scenes.proposal())
    home = scenes.facilitator_of(found)
    browser = client_as(home)
    seen = f"/proposals/{found.reference}/elsewhere/{other.slug}/seen/"

    adoption = asked(found, other)
    begun = on_desk(home)
    answered = browser.post(seen)
    between = on_desk(home)
    decided(adoption, other, "yes")
    certified = on_desk(home)
    with at(adoption.ballot.closes_at + timedelta(days=15)):
        client_as(home).post(seen)

    assert begun == [(found.title, "Aston Ward Forum votes on it")]
    assert answered.headers["Location"].endswith(f"{found.address}#elsewhere")
    assert certified == [(found.title, "Aston Ward Forum adopted it")]
    assert (between, on_desk(home), on_desk(other.guide)) == ([], [], [])
    assert list(Entry.objects.filter(event="proposals.SeenElsewhere").values_list("public", flat=True)) == [False] * 2


def test_a_desk_has_none_of_the_words_of_a_hidden_proposal(other):
    found = scenes.checked(scenes.proposal())
    asked(found, other)
    Proposal.objects.filter(pk=found.pk).update(hidden_at=now(), hidden_because="off_subject")

    assert on_desk(scenes.facilitator_of(found)) == [
        (f"Hidden proposal {found.reference}", "Aston Ward Forum votes on it")
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("own", True),
        ("other", "Only a facilitator of the proposal's own forum takes this off their desk."),
        ("ada", "Only a facilitator of the proposal's own forum takes this off their desk."),
        ("finn", "Only a facilitator of the proposal's own forum takes this off their desk."),
    ],
)
def test_who_takes_it_off_the_desk(name, said, other, ada, finn):
    found = scenes.checked(scenes.proposal())
    adoption = asked(found, other)
    user = {"own": scenes.facilitator_of(found), "other": other.guide, "ada": ada, "finn": finn}[name]

    assert answer(may_look_elsewhere(user, adoption)) == said


def test_looking_twice_leaves_one_trace(other):
    found = scenes.checked(scenes.proposal())
    adoption = asked(found, other)

    for _time in range(2):
        look_elsewhere(actor=scenes.facilitator_of(found), adoption=adoption)

    assert Entry.objects.filter(event="proposals.SeenElsewhere").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_news_from_elsewhere_costs_one_query_for_one_and_for_three(number, other, django_assert_num_queries):
    for one in range(number):
        asked(scenes.checked(scenes.proposal(title=f"Bring back the bus number {one}")), other)

    forums_at_home = list(Proposal.objects.values_list("forum_id", flat=True))

    with django_assert_num_queries(1):
        rows = list(news_elsewhere(forums_at_home))

    assert len(rows) == number
