"""What waits for somebody on their own page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees import policies
from committees.actions import claim_delivery, judge_delivery
from committees.models import AgendaItem, Claim
from core import now
from portal.queries.own import claims_for
from proposals.models import Support
from tests import cast
from tests.scenes import committees

pytestmark = pytest.mark.django_db


def claimed_for(person):
    """A claim of delivery of what this person supported in time."""
    story = committees.answered()
    with story.on(103):
        Support.objects.create(proposal=story.proposal, person=person, level=3, given_at=now())
    with story.on(105):
        story.claim = claim_delivery(actor=story.holder, commitment=story.commitment, evidence="All are signed.")
    return story


def test_of_many_open_claims_those_that_one_may_judge_are_found():
    me = cast.person("Pat", level=3)
    for _ in range(2):
        committees.claimed()
    mine = [claimed_for(me) for _ in range(2)]

    with mine[0].on(106):
        expected = [claim for claim in Claim.objects.order_by("judge_by", "pk") if policies.may_judge(me.user, claim)]
        found = claims_for(me)
        judge_delivery(actor=me.user, claim=mine[0].claim, verdict="confirm")
        left = claims_for(me)

    assert found == expected == [story.claim for story in mine]
    assert left == [mine[1].claim]


def test_who_asked_first_judges_the_delivery_that_followed_a_dispute_too():
    me = cast.person("Pat", level=3)
    first, second = claimed_for(me), committees.claimed()
    with first.on(106):
        judge_delivery(actor=first.supporter, claim=first.claim, verdict="dispute", reason="Nothing has changed.")
        # The second promise was made when the disputed delivery of the first was considered.
        AgendaItem.objects.filter(pk=second.item.pk).update(claim=first.claim)

        assert policies.may_judge(me.user, committees.fresh(second.claim))
        assert claims_for(me) == [second.claim]


def test_one_s_own_page_costs_the_same_for_few_claims_and_many():
    me, counts = cast.person("Pat", level=3), []
    for number in (1, 2):
        for _ in range(number):
            story = claimed_for(me)
        with story.on(106), CaptureQueriesContext(connection) as queries:
            assert claims_for(me)
        counts.append(len(queries))

    assert counts == [6, 6]
