"""Who says whether a promise was kept: those who asked before it was claimed, and nobody who answers for it."""

import pytest

from committees import policies
from committees.models import Claim
from core import now
from forums.actions import join
from forums.models import Membership
from forums.states import MemberRole
from portal.queries.own import claims_for
from proposals.models import Support
from tests import cast
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db

STRANGER = "Those who asked for this say whether it was delivered: people who supported the proposals, and members of the forum that sent them."
LATE = "Those who had asked before the delivery was claimed judge it. You joined, or gave your support, later."
UNCOUNTED = "Your support stands below the level that counts, so it gives no say on the delivery."
ANSWERS = "You answer for this delivery. Those who asked for it say whether it was delivered."
RUNS = "Facilitators run the forum. Its members, and people who supported the proposals, judge the delivery."


def support(story, person, *, level=3):
    Support.objects.create(proposal=story.proposal, person=person, level=level, given_at=now())
    return person


def joined(story, person, role=MemberRole.MEMBER):
    join(actor=person.user, forum=story.forum)
    Membership.objects.filter(forum=story.forum, person=person).update(role=role)
    return person


# who they are, what they did before the claim, what they did after it, and the answer
TABLE = [
    ("a stranger", (), (), STRANGER),
    ("a member of before", ("join",), (), True),
    ("a member of after", (), ("join",), LATE),
    ("a supporter of before", ("support",), (), True),
    ("a supporter of after", (), ("support",), LATE),
    ("a support that does not count", ("weak support",), (), UNCOUNTED),
    ("a support that does not count, and a new member", ("weak support",), ("join",), UNCOUNTED),
    ("a member whose support does not count", ("join", "weak support"), (), True),
    ("a supporter of before who joined after", ("support",), ("join",), True),
    ("a facilitator", ("facilitate",), (), RUNS),
    ("a facilitator who supported", ("facilitate", "support"), (), RUNS),
    ("the holder", ("hold",), (), ANSWERS),
    ("the holder who supported and joined", ("hold", "support", "join"), (), ANSWERS),
    ("who made the claim, and has left the post", ("claim", "support"), (), ANSWERS),
]
DEEDS = {
    "join": joined,
    "support": support,
    "weak support": lambda story, person: support(story, person, level=1),
    "facilitate": lambda story, person: joined(story, person, MemberRole.FACILITATOR),
    "hold": lambda story, person: type(story.portfolio).objects.update(holder=person),
    "claim": lambda story, person: Claim.objects.update(by=person.user),
}


@pytest.mark.parametrize(("before", "after", "answer"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_judges_a_delivery(before, after, answer):
    story = scenes.claimed()
    with story.on(100):
        person = cast.person("Pat", level=3)
    for day, deeds in ((104, before), (106, after)):
        with story.on(day):
            for deed in deeds:
                DEEDS[deed](story, person)

    with story.on(107):
        verdict = policies.may_judge(person.user, scenes.fresh(story.claim))
        waiting = claims_for(person)

    assert (True if verdict else str(verdict.reason)) == answer
    assert waiting == ([story.claim] if answer is True else [])


@pytest.mark.parametrize("supports", [1, 3])
def test_asking_whether_one_may_judge_costs_the_same_however_often_one_asked(supports, django_assert_num_queries):
    story = scenes.claimed()
    with story.on(104):
        for person in [cast.person(f"Pat {number}", level=3) for number in range(supports)]:
            support(story, person)
    claim = scenes.fresh(story.claim)

    with story.on(107), django_assert_num_queries(5):
        assert policies.may_judge(person.user, claim)
