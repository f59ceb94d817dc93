"""Many people at once, on real connections: nothing is lost, nothing counts twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.db import connection, connections, transaction

from core import now
from core.verdicts import Refused
from ledger.models import Entry
from proposals.actions import (
    check_remit,
    fold_tallies,
    give_support,
    open_adoption,
    publish_proposal,
    recount,
    take_back_support,
)
from proposals.models import Adoption, Crossing, Proposal, ReferenceCounter, Support, SupportDelta
from tests.cast import people, person
from tests.scenes import proposals as scenes

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def together(act, over, *, threads=16):
    """Run `act(one)` for all of `over` in many threads, each with a connection of its own; gives the answers."""

    def run(one):
        try:
            return act(one)
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(run, over))


def test_64_supports_of_one_person_at_once_count_once():
    ada = person("Ada", level=3).user
    proposal = scenes.proposal()

    outcomes = together(lambda _: give_support(actor=ada, proposal=proposal).value, range(64), threads=64)
    fold_tallies()

    assert sorted(outcomes) == ["already"] * 63 + ["given"]
    assert Support.objects.count() == 1
    assert scenes.fresh(proposal).supports == 1


def test_200_people_at_once_with_folds_in_between_are_counted_exactly_and_told_of_once():
    proposal = scenes.proposal(host=scenes.activity(threshold=150))
    crowd = people(200)

    def act(number):
        if number % 20 == 0:
            return fold_tallies()
        return give_support(actor=crowd[number % 200].user, proposal=proposal)

    together(act, [*range(200), *range(0, 200, 20)])
    together(lambda one: give_support(actor=one.user, proposal=proposal), crowd[::20])
    fold_tallies()

    found = scenes.fresh(proposal)
    assert (found.supports, Support.objects.count(), SupportDelta.objects.count()) == (200, 200, 0)
    assert Entry.objects.filter(event="proposals.ThresholdReached").count() == 1
    assert Crossing.objects.count() == 1
    assert recount() == 0


def test_folds_at_once_count_each_support_once():
    proposal, other = scenes.proposal(), scenes.proposal()
    for one in people(30):
        give_support(actor=one.user, proposal=proposal)
        give_support(actor=one.user, proposal=other)

    folded = together(lambda _: fold_tallies(), range(8), threads=8)
    fold_tallies()

    assert sum(folded) <= 60
    assert [scenes.fresh(one).supports for one in (proposal, other)] == [30, 30]


def test_a_crash_between_support_and_fold_loses_nothing():
    proposal = scenes.proposal()
    crowd = people(5)
    for one in crowd:
        give_support(actor=one.user, proposal=proposal)

    class Killed(Exception):
        pass

    with pytest.raises(Killed), transaction.atomic():
        fold_tallies()
        raise Killed
    connections.close_all()
    after_the_crash = scenes.fresh(proposal).supports
    fold_tallies()

    assert after_the_crash == 0
    assert scenes.fresh(proposal).supports == 5


def test_supports_given_while_they_are_being_closed_are_all_counted_or_refused():
    member = person("Mo", level=3).user
    proposal = scenes.checked(scenes.supported(scenes.proposal(host=scenes.activity(members=[member]))))
    facilitator = scenes.facilitator_of(proposal)
    crowd = people(60)

    def act(number):
        if number == 30:
            return open_adoption(actor=facilitator, proposal=proposal, closes_at=now() + timedelta(days=7)) and None
        try:
            return give_support(actor=crowd[number].user, proposal=proposal).value
        except Refused:
            return "refused"

    outcomes = together(act, range(60))
    fold_tallies()

    frozen = Adoption.objects.get().supports_at_opening
    assert frozen == 3 + outcomes.count("given") == Support.objects.count() == scenes.fresh(proposal).supports
    assert outcomes.count("given") + outcomes.count("refused") == 59
    assert recount() == 0


def test_giving_and_taking_back_at_once_leaves_row_and_count_agreed():
    ada = person("Ada", level=3).user
    proposal = scenes.proposal()

    def act(number):
        return (give_support if number % 2 else take_back_support)(actor=ada, proposal=proposal)

    together(act, range(40))
    fold_tallies()

    assert scenes.fresh(proposal).supports == Support.objects.count()
    assert recount() == 0


def test_publications_at_once_have_numbers_without_gaps():
    host = scenes.activity(code="ASC")
    drafts = [scenes.draft(one.user, host=host) for one in people(12)]

    published = together(
        lambda draft: publish_proposal(actor=draft.author.user, proposal=draft).reference, drafts, threads=8
    )

    assert sorted(int(reference[-4:]) for reference in published) == list(range(1, 13))
    assert ReferenceCounter.objects.get().last == 12


def test_a_check_and_a_fold_at_once_put_it_to_the_members_once():
    proposal = scenes.proposal()
    for one in people(3):
        give_support(actor=one.user, proposal=proposal)
    facilitator, ready = scenes.facilitator_of(proposal), Event()

    def act(check):
        if check:
            ready.wait(5)
            return check_remit(actor=facilitator, proposal=proposal, outcome="in_remit")
        ready.set()
        return fold_tallies()

    together(act, [True, False], threads=2)
    fold_tallies()

    found = Proposal.objects.get()
    assert (found.supports, found.ready_at is not None, found.threshold_met_at is not None) == (3, True, True)
