"""A table of person, state and reason."""

from datetime import timedelta

import pytest

from accounts.models import AgeBand
from core import now
from forums.models import Activity, Forum
from forums.policies import may_join
from proposals import policies
from proposals.models import Proposal
from tests.cast import person
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db


def answer(verdict):
    return True if verdict else str(verdict.reason)


@pytest.fixture
def who(ada, ben, cleo, dov, esi, finn, clerk):
    return {"ada": ada, "ben": ben, "cleo": cleo, "dov": dov, "esi": esi, "finn": finn, "clerk": clerk}


EMAIL = "Confirm your e-mail address first, so that what is asked here has somebody behind it."


@pytest.mark.parametrize(
    ("name", "reason"),
    [("ada", True), ("ben", True), ("cleo", True), ("clerk", True), ("finn", "Sign in to write a proposal.")],
)
def test_who_may_propose(who, name, reason):
    assert answer(policies.may_propose(who[name], scenes.activity())) == reason


def test_nobody_proposes_without_a_confirmed_address(ada):
    ada.person.level = 0

    assert answer(policies.may_propose(ada, scenes.activity())) == EMAIL


@pytest.mark.parametrize(
    ("age", "kind", "reason"),
    [
        (AgeBand.UNDER_16, "issue", "People under 16 take part in the youth forums."),
        (AgeBand.UNDER_16, "youth", True),
        (AgeBand.FROM_16, "quality", True),
        (AgeBand.UNSAID, "issue", True),
    ],
)
def test_under_16_one_proposes_where_one_may_join(age, kind, reason):
    author, host = person("Kit", level=2, age_band=age).user, scenes.activity()
    Forum.objects.filter(pk=host.forum_id).update(kind=kind)
    host = Activity.objects.select_related("forum").get(pk=host.pk)

    found = [policies.may_propose(author, host), may_join(author, host.forum)]

    assert [answer(verdict) for verdict in found] == [reason, reason]


def test_nobody_publishes_in_a_forum_for_which_they_are_too_young(ada):
    draft = scenes.draft(ada)
    ada.person.age_band = AgeBand.UNDER_16

    assert answer(policies.may_publish(ada, draft)) == "People under 16 take part in the youth forums."


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ada", True),
        ("ben", True),
        ("cleo", True),
        ("finn", "Sign in to support this proposal. Each person counts once."),
    ],
)
def test_who_may_support(who, name, reason):
    assert answer(policies.may_support(who[name], scenes.proposal())) == reason


CLOSED = {
    "draft": "This is a draft. It can be supported once it is published.",
    "balloted": "Supports closed on %s, when the forum's members began to vote on it.",
    "adopted": "Supports closed on %s, when the forum's members began to vote on it. They adopted it.",
    "not_adopted": "Supports closed on %s, when the forum's members began to vote on it. They did not adopt it.",
    "refused": "Supports closed on %s, because the check found it outside the forum's remit. The reason stands on its page.",
    "expired": "Its time to gather supports ended on %s.",
    "withdrawn": "Its author withdrew this proposal on %s.",
}


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize("act", ["support", "take_back"])
def test_in_each_closed_state_the_button_says_what_happened(ada, state, act):
    proposal = Proposal(state=state, supports_closed_at=now(), created_at=now())

    verdict = getattr(policies, f"may_{act}")(ada, proposal)

    day = f"{now().day} {now():%B}"
    assert answer(verdict) == (CLOSED[state] % day if "%" in CLOSED[state] else CLOSED[state])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ada", "Only its author can withdraw a proposal."),
        ("dov", "Only its author can withdraw a proposal."),
        ("clerk", "Only its author can withdraw a proposal."),
        ("finn", "Only its author can withdraw a proposal."),
        ("esi", True),
    ],
)
def test_who_may_withdraw(who, name, reason):
    assert answer(policies.may_withdraw(who[name], scenes.proposal(who["esi"]))) == reason


ONLY = "Only a facilitator of this forum checks whether a proposal is its business."


@pytest.mark.parametrize("name", ["ada", "ben", "dov", "esi", "clerk", "finn"])
def test_nobody_but_a_facilitator_checks(who, name):
    assert answer(policies.may_check(who[name], scenes.proposal())) == ONLY


def test_a_check_is_made_once():
    proposal = scenes.checked(scenes.proposal())

    assert (
        answer(policies.may_check(scenes.facilitator_of(proposal), proposal))
        == "The remit of this proposal is checked already."
    )


def test_members_are_asked_only_of_what_is_checked_and_reached(ada):
    new = scenes.proposal()
    below = scenes.checked(scenes.supported(scenes.proposal(), 1))
    ready = scenes.checked(scenes.supported(scenes.proposal()))

    answers = [answer(policies.may_open_adoption(scenes.facilitator_of(one), one)) for one in (new, below, ready)]

    assert answers == ["First the remit must be checked.", "Members vote on it once it has 3 supports; it has 1.", True]
    assert (
        answer(policies.may_open_adoption(ada, ready))
        == "Only a facilitator of this forum puts a proposal to its members."
    )


def test_a_facilitator_certifies_once_and_after_the_challenge(ada):
    from core.clock import at

    adoption = scenes.counted([(ada, "yes")])
    facilitator = scenes.facilitator_of(adoption.proposal)
    with at(now() + timedelta(days=30)):
        outsider = answer(policies.may_certify(ada, adoption))
        later = answer(policies.may_certify(facilitator, adoption))

    assert outsider == "Only a facilitator of this forum certifies the result."
    assert later is True


@pytest.mark.parametrize("name", ["ada", "ben", "clerk", "finn"])
def test_who_may_not_moderate(who, name):
    assert not policies.may_moderate(who[name], scenes.proposal())


def test_a_moderator_of_the_council_moderates_all_but_their_own(dov):
    assert policies.may_moderate(dov, scenes.proposal())
    assert not policies.may_moderate(dov, scenes.proposal(dov))
