"""Two proposals of one forum that may be one: the desk shows the pair, a facilitator invites, and each author decides for their own."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from core import now
from core.states import StateConflict
from core.verdicts import Refused, yes
from forums.models import Measure
from ledger.delivery import deliver_all
from ledger.models import Entry
from moderation.actions import stand_aside
from notifications.models import Notice
from portal.queries.desks import desk_page, desks_of
from proposals.actions import (
    decline,
    edit_proposal,
    find_twins,
    give_support,
    invite,
    join,
    set_apart,
    withdraw_proposal,
)
from proposals.models import Pair, Proposal, Support
from proposals.policies import may_answer_pair, may_invite, may_join, may_see_pair, may_set_apart
from search.actions import refresh_words
from tests.cast import client_as, person
from tests.proposals.test_together import together
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db
BUSES = "Bring back the number 11 bus along the outer circle road"
WHY = "Both ask for the 11 to run again; one proposal gets there sooner."


@pytest.fixture
def host():
    return scenes.activity(facilitator=person("Fay Lund", level=3).user)


@pytest.fixture
def fay(host):
    return scenes.facilitator_of(Proposal(forum=host.forum))


@pytest.fixture
def one(host, ada):
    return scenes.proposal(ada, host=host, title=BUSES)


@pytest.fixture
def other(host, ben, one):
    return scenes.proposal(ben, host=host, title="Bring the number 11 bus back along the outer circle road")


@pytest.fixture
def pair(one, other):
    return found(other)


def found(proposal):
    deliver_all()
    refresh_words()
    find_twins(proposal_id=proposal.pk)
    return Pair.objects.for_page().filter(newer=proposal).first()


def fresh(pair):
    return Pair.objects.for_page().get(pk=pair.pk)


def invited(pair, fay):
    return invite(actor=fay, pair=pair, reason=WHY)


def on_desk(user):
    page = desk_page(next(one for one in desks_of(user) if one.role == "facilitator"), user)
    return [row.entry.key for row in page.rows if row.entry.kind == "pair"]


def said(verdict):
    return True if verdict else str(verdict.reason)


def test_two_of_one_forum_that_ask_for_nearly_the_same_stand_on_its_desk(pair, one, other, fay):
    unlike = scenes.proposal(host=one.activity, title="Plant lime trees along the Pershore Road in spring")
    elsewhere = scenes.proposal(host=scenes.activity(), title=BUSES)

    assert (pair.both, pair.state) == ((other, one), "found")
    assert (found(unlike), found(elsewhere)) == (None, None)
    assert on_desk(fay) == [str(pair.pk)]
    main = client_as(fay).get(pair.address).content.decode()
    assert one.title in main
    assert other.title in main
    assert "Invite both authors" in main


def test_how_alike_they_are_is_a_number_of_the_council(one, other):
    Measure.objects.create(key="twins.percent", version=2, title="Stricter", amount=101, valid_from=now().date())

    assert found(other) is None


def test_what_was_changed_or_has_ended_leaves_the_desk_and_what_was_looked_at_is_not_asked_again(
    pair, one, other, ben, fay
):
    edit_proposal(
        actor=ben,
        proposal=other,
        title="Plant lime trees along the Pershore Road in spring",
        body=other.body,
        assets="",
    )
    deliver_all()
    gone = Pair.objects.exists()
    edit_proposal(actor=ben, proposal=scenes.fresh(other), title=BUSES, body=other.body, assets="")
    again = found(scenes.fresh(other))
    set_apart(actor=fay, pair=again)

    assert (gone, again.state, found(other).state, on_desk(fay)) == (False, "found", "apart", [])
    withdraw_proposal(actor=ben, proposal=other, reason="It was not needed any more.")
    assert on_desk(fay) == []


def test_who_sees_invites_and_answers(pair, one, other, fay, ada, ben, cleo, clerk, finn):
    def may(policy, *about):
        everybody = {"fay": fay, "ada": ada, "ben": ben, "cleo": cleo, "clerk": clerk, "finn": finn}
        return {name for name, user in everybody.items() if policy(user, *about)}

    before = [may(may_see_pair, pair), may(may_invite, pair), may(may_set_apart, pair), may(may_join, pair, one)]
    pair = invited(pair, fay)
    after = [
        may(may_see_pair, pair),
        may(may_invite, pair),
        may(may_answer_pair, pair, one),
        may(may_join, pair, other),
    ]

    assert before == [{"fay"}, {"fay"}, {"fay"}, set()]
    assert after == [{"fay", "ada", "ben"}, set(), {"ada"}, {"ben"}]


def test_a_facilitator_who_wrote_one_of_them_leaves_it_to_another(host, fay, one):
    own = scenes.proposal(fay, host=host, title="Bring the number 11 bus back along the outer circle road")
    pair = found(own)

    assert said(may_invite(fay, pair)) == "One of the two is your own. Another facilitator looks at them."
    assert on_desk(fay) == []


def test_a_facilitator_who_declared_an_interest_leaves_it_to_another_by_its_address_too(pair, other, fay):
    stand_aside(actor=fay, subject=other, scope="this", verdict=yes())

    assert said(may_invite(fay, pair)) == said(may_set_apart(fay, pair))
    with pytest.raises(Refused, match="declared an interest"):
        invite(actor=fay, pair=pair, reason=WHY)


def test_both_authors_are_told_with_the_reason_and_nothing_has_happened_yet(pair, one, other, fay, ada, ben):
    with pytest.raises(Refused, match="Say why"):
        invite(actor=fay, pair=pair, reason="  ")
    invited(pair, fay)
    deliver_all()

    told = Notice.objects.filter(event="proposals.PairInvited").order_by("user_id").values_list("user_id", flat=True)
    assert list(told) == sorted([ada.pk, ben.pk])
    assert WHY in client_as(ada).get(pair.address).content.decode()
    assert (scenes.fresh(one).state, scenes.fresh(other).state, on_desk(fay)) == ("open", "open", [])
    assert not Entry.objects.filter(event="proposals.PairInvited", public=True).exists()
    with pytest.raises(Refused, match="looked at these two already"):
        invited(fresh(pair), fay)


def test_an_author_joins_their_own_and_no_support_moves(pair, one, other, fay, ben, cleo):
    give_support(actor=cleo, proposal=other)
    pair = invited(pair, fay)

    join(actor=ben, pair=pair, proposal=other)
    deliver_all()

    joined = scenes.fresh(other)
    assert (joined.state, scenes.fresh(one).state, fresh(pair).stays) == ("withdrawn", "open", one)
    assert one.reference in joined.withdrawn_because
    assert [row.proposal for row in Support.objects.all()] == [other]
    assert Notice.objects.filter(user=cleo, event="proposals.ProposalWithdrawn").count() == 1
    page = client_as(cleo).get(joined.address).content.decode()
    assert f'href="{one.address}"' in page
    assert "support was moved" in page
    assert f"The author of {other.reference} joined theirs to" in client_as(cleo).get(one.address).content.decode()


def test_nobody_joins_what_is_another_authors_and_nobody_before_the_invitation(pair, one, other, fay, ada, ben):
    with pytest.raises(Refused, match="Nobody is invited"):
        join(actor=ben, pair=pair, proposal=other)
    pair = invited(pair, fay)
    for actor in (ada, fay):
        with pytest.raises(Refused, match="Only its author"):
            join(actor=actor, pair=pair, proposal=other)

    assert {one.state for one in Proposal.objects.all()} == {"open"}


def test_one_author_declines_and_the_other_may_still_join_both_decline_and_it_ends(pair, one, other, fay, ada, ben):
    pair = invited(pair, fay)

    decline(actor=ada, pair=pair, proposal=one)
    half = fresh(pair)
    with pytest.raises(Refused, match="stands on its own"):
        decline(actor=ada, pair=half, proposal=one)
    assert (half.state, bool(may_join(ben, half, other))) == ("invited", True)
    decline(actor=ben, pair=half, proposal=other)

    assert fresh(pair).state == "declined"
    assert said(may_join(ben, fresh(pair), other)) == "Nobody is invited to join these two."


def test_in_a_browser_without_scripts_and_over_the_api(pair, one, other, fay, ada, ben, cleo):
    browser, author, api = client_as(fay), client_as(ben), f"/api/v1{pair.address}"
    assert client_as(cleo).get(pair.address).status_code == 404
    assert client_as(ada).get(api).status_code == 404
    assert browser.post(f"{pair.address}invitation/", {"reason": "short"}).status_code == 422
    assert browser.post(f"{pair.address}invitation/", {"reason": WHY}).status_code == 302
    assert (
        client_as(ada).post(f"{api}refusal/", {"proposal": one.reference}, "application/json").json()["state"]
        == "invited"
    )
    assert author.post(f"{pair.address}joining/", {"proposal": one.reference}).status_code == 403
    assert author.post(f"{pair.address}joining/", {"proposal": "ASC-0"}).status_code == 404

    assert author.post(f"{pair.address}joining/", {"proposal": other.reference}).url == one.address
    assert author.get(api).json()["stays"] == one.reference
    assert author.post(f"{api}joining/", {"proposal": other.reference}, "application/json").status_code == 403


def test_the_database_holds_what_a_pair_promises(pair, one):
    for broken in (
        {"newer": F("older")},
        {"state": "invited"},
        {"state": "joined", "reason": WHY},
        {"stays": one, "reason": WHY, "state": "invited"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Pair.objects.filter(pk=pair.pk).update(**broken)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_authors_who_join_at_once_one_does_and_the_other_goes_on(host, ada, ben):
    fay = scenes.facilitator_of(Proposal(forum=host.forum))
    one = scenes.proposal(ada, host=host, title=BUSES)
    other = scenes.proposal(ben, host=host, title="Bring the number 11 bus back along the outer circle road")
    pair = invited(found(other), fay)

    def act(whose):
        try:
            return bool(join(actor=whose[0], pair=pair, proposal=whose[1]))
        except (Refused, StateConflict):
            return False

    assert sorted(together(act, [(ada, one), (ben, other)], threads=2)) == [False, True]
    assert sorted(Proposal.objects.values_list("state", flat=True)) == ["open", "withdrawn"]
