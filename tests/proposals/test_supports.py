"""One person, one support; what is given is counted, and what cannot be given says why."""

from datetime import timedelta

import pytest

from accounts.models import Level
from core import now
from core.clock import at
from core.verdicts import Refused
from ledger.models import Entry
from proposals.actions import fold_persons, fold_tallies, give_support, raise_levels, recount, take_back_support
from proposals.models import Crossing, Proposal, Support, SupportDelta
from tests.cast import people, person
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db


def counts(proposal):
    found = scenes.fresh(proposal)
    return found.supports, found.supports_below, found.supports_verified


def test_a_support_is_counted_once_however_often_it_is_given(ada):
    proposal = scenes.proposal()

    outcomes = [give_support(actor=ada, proposal=proposal).value for _ in range(3)]
    fold_tallies()

    assert outcomes == ["given", "already", "already"]
    assert Support.objects.filter(proposal=proposal).count() == 1
    assert counts(proposal) == (1, 0, 1)


def test_a_support_taken_back_leaves_no_row_and_no_count(ada):
    proposal = scenes.proposal()
    give_support(actor=ada, proposal=proposal)
    fold_tallies()

    taken = [take_back_support(actor=ada, proposal=proposal) for _ in range(2)]
    fold_tallies()

    assert taken == [True, False]
    assert not Support.objects.exists()
    assert counts(proposal) == (0, 0, 0)


def test_supports_below_the_level_are_kept_apart_and_never_added_in(ada, ben):
    proposal = scenes.proposal()

    give_support(actor=ada, proposal=proposal)
    give_support(actor=ben, proposal=proposal)
    fold_tallies()

    assert counts(proposal) == (1, 1, 1)


def test_a_level_that_rises_carries_the_open_supports_with_it(ben):
    proposal, closed = scenes.proposal(), scenes.proposal()
    for one in (proposal, closed):
        give_support(actor=ben, proposal=one)
    fold_tallies()
    Proposal.objects.filter(pk=closed.pk).update(supports_closed_at=now())
    ben.person.level = Level.VERIFIED
    ben.person.save()

    changed = [raise_levels(person_id=ben.person.pk) for _ in range(2)]
    fold_tallies()

    assert changed == [1, 0]
    assert counts(proposal) == (1, 0, 1)
    assert counts(closed) == (0, 1, 0)
    assert recount() == 0


def test_two_rows_of_one_human_being_become_one_support_from_the_earlier_moment(ada, ben):
    both, one = scenes.proposal(), scenes.proposal()
    with at(now() - timedelta(days=3)):
        give_support(actor=ben, proposal=both)
        give_support(actor=ben, proposal=one)
    first = Support.objects.get(proposal=both).given_at
    give_support(actor=ada, proposal=both)
    fold_tallies()

    for _ in range(2):
        fold_persons(person_id=ben.person.pk, into_id=ada.person.pk)
    fold_tallies()

    kept = Support.objects.get(proposal=both)
    assert (kept.person_id, kept.given_at, kept.level) == (ada.person.pk, first, Level.VERIFIED)
    assert Support.objects.get(proposal=one).person_id == ada.person.pk
    assert counts(both) == (1, 0, 1)
    assert recount() == 0


def test_a_support_writes_nothing_into_the_record_of_acts(ada):
    proposal = scenes.proposal()
    before = Entry.objects.count()

    give_support(actor=ada, proposal=proposal)
    take_back_support(actor=ada, proposal=proposal)

    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"state": "balloted"}, "Supports closed on 3 March, when the forum's members began to vote on it."),
        (
            {"state": "refused"},
            "Supports closed on 3 March, because the check found it outside the forum's remit. The reason stands on its page.",
        ),
        ({"state": "withdrawn"}, "Its author withdrew this proposal on 3 March."),
        ({"state": "expired"}, "Its time to gather supports ended on 3 March."),
        (
            {"hidden_at": now(), "hidden_because": "names a neighbour"},
            "This proposal is hidden, so it takes no supports.",
        ),
    ],
)
def test_closed_supports_say_why_also_to_whoever_saw_them_open(ada, change, reason):
    moment = now().replace(month=3, day=3, hour=12)
    seen_open = scenes.proposal()
    Proposal.objects.filter(pk=seen_open.pk).update(**{"supports_closed_at": moment, **change})

    with pytest.raises(Refused) as refused:
        give_support(actor=ada, proposal=seen_open)

    assert str(refused.value) == reason
    assert not Support.objects.exists()


def test_nobody_supports_after_the_last_day_even_where_no_job_has_run(ada):
    proposal = scenes.proposal()

    with at(now() + timedelta(days=366)), pytest.raises(Refused) as refused:
        give_support(actor=ada, proposal=proposal)

    assert "ended on" in str(refused.value)


def test_an_erased_person_supports_nothing(ada):
    proposal = scenes.proposal()
    type(ada.person).objects.filter(pk=ada.person.pk).update(erased_at=now())

    with pytest.raises(Refused):
        give_support(actor=ada, proposal=proposal)

    assert not Support.objects.exists()


def test_a_visitor_is_sent_to_sign_in_and_back(finn):
    proposal = scenes.proposal()

    with pytest.raises(Refused) as refused:
        give_support(actor=finn, proposal=proposal)

    assert refused.value.verdict.remedy_url.endswith(f"next=%2Fproposals%2F{proposal.reference}%2F")


def test_folding_twice_leaves_the_same_world():
    proposal = scenes.supported(scenes.proposal(), 5)

    again = fold_tallies()

    assert again == 0
    assert counts(proposal) == (5, 0, 5)


def test_what_waits_in_deltas_is_no_fault_to_the_recount(ada):
    proposal = scenes.supported(scenes.proposal(), 2)
    give_support(actor=ada, proposal=proposal)

    assert recount() == 0
    assert SupportDelta.objects.count() == 1
    fold_tallies()
    assert counts(proposal) == (3, 0, 3)


def test_a_wrong_count_is_put_right_and_entered_in_the_record():
    proposal = scenes.supported(scenes.proposal(), 2)
    Proposal.objects.filter(pk=proposal.pk).update(supports=7)

    wrong = [recount() for _ in range(2)]

    assert wrong == [1, 0]
    assert counts(proposal) == (2, 0, 2)
    entry = Entry.objects.get(event="proposals.TallyRepaired")
    assert (entry.data["published"], entry.data["recounted"]) == (7, 2)


def test_every_crossing_is_kept_and_people_are_told_of_the_first():
    proposal = scenes.proposal()
    crowd = people(3)
    for one in crowd:
        give_support(actor=one.user, proposal=proposal)
    fold_tallies()
    take_back_support(actor=crowd[0].user, proposal=proposal)
    fold_tallies()
    give_support(actor=crowd[0].user, proposal=proposal)
    fold_tallies()

    assert list(Crossing.objects.values_list("upwards", "supports")) == [(True, 3), (False, 2), (True, 3)]
    assert Entry.objects.filter(event="proposals.ThresholdReached").count() == 1
    assert Entry.objects.filter(event="proposals.ThresholdLost").count() == 1


def test_the_record_has_one_tally_an_hour_and_says_all_of_it():
    proposal = scenes.proposal()
    start = now()
    with at(start):
        scenes.supported(proposal, 2)
    for minutes in (1, 2):
        with at(start + timedelta(minutes=minutes)):
            scenes.supported(proposal, 1)
    with at(start + timedelta(hours=1)):
        fold_tallies()

    told = Entry.objects.filter(event="proposals.SupportsCounted").order_by("id").values_list("data", flat=True)

    assert [(one["added"], one["withdrawn"], one["total"]) for one in told] == [(2, 0, 2), (2, 0, 4)]


def test_a_person_with_no_account_counts_as_well():
    proposal = scenes.proposal()
    someone = person("Walter Paper", level=Level.VERIFIED, user=False)
    Support.objects.create(proposal=proposal, person=someone, level=3, channel="paper", given_at=now())

    assert recount() == 1
    assert counts(proposal) == (1, 0, 1)
