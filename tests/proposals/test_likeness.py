"""What other forums raise nearly in the same words stands beside a proposal."""

import pytest

from ledger.delivery import deliver_all
from moderation.models import Reason
from proposals.actions import find_likenesses
from proposals.models import Likeness
from proposals.policies import may_moderate
from proposals.queries import likenesses_of
from search.actions import refresh_words
from tests.cast import client_as
from tests.scenes import proposals as scenes
from tests.scenes.moderation import decide

pytestmark = pytest.mark.django_db

BUSES = "Bring back the number 11 bus along the outer circle road"


def alike(title=BUSES, area=None, **more):
    made = scenes.proposal(title=title, area=area, **more)
    deliver_all()
    return made


def test_a_proposal_stands_beside_those_of_other_forums_that_ask_for_nearly_the_same(stirchley, aston):
    refresh_words()
    first = alike(area=stirchley)
    second = alike("Bring the number 11 bus back along the outer circle", area=aston)
    own = scenes.proposal(host=first.activity, title="Bring back the old number 11 bus on the outer circle road")
    deliver_all()

    shown = client_as().get(first.address).content.decode()

    assert list(Likeness.objects.filter(proposal=first).values_list("other", flat=True)) == [second.pk]
    assert ("Other wards raising this" in shown, second.title in shown, "Aston" in shown) == (True, True, True)
    assert set(Likeness.objects.filter(proposal=own).values_list("other", flat=True)) == {second.pk}


def test_a_hidden_one_leaves_the_pages_beside_which_it_stood():
    first, second = alike(), alike("Bring the number 11 bus back along the outer circle")
    guide = scenes.facilitator_of(second)
    decide(
        actor=guide, subject=scenes.fresh(second), outcome="hide", reason=Reason.objects.first(), statement="No.",
        host_key=f"forum:{second.forum_id}", verdict=may_moderate(guide, second),
    )  # fmt: skip
    at_once = second.title in client_as().get(first.address).content.decode()
    deliver_all()

    assert (at_once, scenes.fresh(first).likeness_count) == (False, 0)


def test_finding_it_twice_leaves_the_same_rows():
    first = alike()
    alike("Bring the number 11 bus back along the outer circle")
    before = list(Likeness.objects.order_by("proposal").values_list("proposal", "other", "place"))

    find_likenesses(proposal_id=first.pk)

    assert list(Likeness.objects.order_by("proposal").values_list("proposal", "other", "place")) == before != []


@pytest.mark.parametrize("number", [1, 3])
def test_what_other_wards_raise_costs_one_query_with_one_and_three(number, django_assert_num_queries):
    first = alike()
    for each in range(number):
        alike(f"Bring the number 11 bus back along the outer circle, stage {each}")
    found = scenes.fresh(first)

    with django_assert_num_queries(1):
        shown = [(one.forum.title, one.area) for one in likenesses_of(found)]

    assert len(shown) == number
