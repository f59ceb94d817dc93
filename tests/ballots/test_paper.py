"""Votes on paper: a slip from the pile, typed in by two people, counted like any other; one vote for each person."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from ballots import hosts
from ballots.actions import cast_vote, certify_ballot, close_ballot, hand_out_slip, print_slips, read_slip
from ballots.models import PaperVoter, PublishedVote, Slip, SlipReading, Vote
from ballots.policies import may_vote
from ballots.queries import box_of, waiting_for
from core import now
from core.clock import at
from core.verdicts import Refused, no, yes
from ledger.models import Entry
from tests.ballots.test_races import at_once
from tests.cast import client_as, people, person
from tests.scenes.ballots import open_ballot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keepers():
    """Two people keep the ballot box of wards."""
    found = [person("Kay Keeper", level=3).user, person("Kim Keeper", level=3).user]
    allowed = {user.pk for user in found}
    hosts.register("places.area", lambda user, pk: yes() if user.pk in allowed else no("Only keepers do that."))
    yield found
    hosts._keepers.pop("places.area")


def ballot_of(number=4, slips=4, **changes):
    voters = [each.user for each in people(number)]
    found = open_ballot(*voters, **changes)
    with_slips = found
    if slips:
        hosts_keeper = hosts._keepers["places.area"]
        hosts.register("places.area", lambda user, pk: yes())
        print_slips(actor=None, ballot=with_slips, number=slips)
        hosts.register("places.area", hosts_keeper)
    return found, voters


def read(users, ballot, slip, *choices):
    return [
        read_slip(actor=user, ballot=ballot, code=slip.code, choice=choice)
        for user, choice in zip(users, choices, strict=True)
    ]


def test_a_slip_that_two_people_type_in_alike_is_counted_under_its_code(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    slip = Slip.objects.first()

    first, _second = read(keepers, ballot, slip, "yes", "yes")
    cast_vote(actor=voters[1], ballot=ballot, choice="no")
    with at(ballot.closes_at):
        closed = close_ballot(ballot=ballot)

    assert (closed.yes, closed.no, closed.votes) == (1, 1, 2)
    assert PublishedVote.objects.get(choice="yes").tracker == slip.code
    assert first.place == 1


def test_one_reading_alone_counts_for_nothing(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    slip = Slip.objects.first()
    read(keepers[:1], ballot, slip, "yes")

    with pytest.raises(Refused, match="Now somebody else types it in again"):
        read(keepers[:1], ballot, slip, "yes")

    assert (Vote.objects.count(), box_of(ballot).read_once) == (0, 1)


def test_what_two_people_read_differently_is_listed_and_settled_by_both(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    slip = Slip.objects.first()
    third = person("Kit", level=3).user
    hosts.register("places.area", lambda user, pk: yes())
    read(keepers, ballot, slip, "yes", "no")
    listed = [(row.code, row.readers) for row in box_of(ballot).differing]

    with pytest.raises(Refused, match="They look at it together"):
        read([third], ballot, slip, "yes")
    read(keepers[1:], ballot, slip, "yes")
    with pytest.raises(Refused, match="They look at it together"):
        read([third], ballot, slip, "yes")
    still = len(box_of(ballot).differing)
    read(keepers[:1], ballot, slip, "yes")

    assert listed == [(slip.code, ["Kay Keeper", "Kim Keeper"])]
    assert (still, box_of(ballot).differing, box_of(ballot).counted) == (1, [], 1)


def test_whoever_has_a_slip_does_not_vote_on_the_web_and_is_told_why(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)

    with pytest.raises(Refused, match="You were handed a slip of paper"):
        cast_vote(actor=voters[0], ballot=ballot, choice="yes")

    assert not may_vote(voters[0], ballot)
    assert [len(waiting_for(voter)) for voter in voters[:2]] == [0, 1]


def test_whoever_has_voted_on_the_web_gets_no_slip_and_nobody_gets_two(keepers):
    ballot, voters = ballot_of()
    cast_vote(actor=voters[0], ballot=ballot, choice="yes")
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[1].person)
    stranger = person("Stranger", level=3)

    for who, reason in (
        (voters[0].person, "has voted on the web already"),
        (voters[1].person, "has a slip already"),
        (stranger, "is not on the roll"),
    ):
        with pytest.raises(Refused, match=reason):
            hand_out_slip(actor=keepers[0], ballot=ballot, person=who)


def test_never_more_slips_are_counted_than_were_handed_out(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    one, two = Slip.objects.all()[:2]
    read(keepers, ballot, one, "yes", "yes")

    with pytest.raises(Refused, match="As many slips are counted as were handed out"):
        read(keepers, ballot, two, "yes", "yes")

    assert (Vote.objects.count(), box_of(ballot).counted) == (1, 1)


def test_never_more_slips_are_printed_than_people_are_on_the_roll(keepers):
    ballot, _voters = ballot_of(4, slips=3)

    with pytest.raises(Refused, match="At most 1 more slips"):
        print_slips(actor=keepers[0], ballot=ballot, number=2)


def test_the_database_itself_holds_each_promise(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    mark = PaperVoter.objects.get()
    cast_vote(actor=voters[1], ballot=ballot, choice="yes")
    voted = Vote.objects.get()
    entry = ballot.roll.get(person=voters[1].person)
    slip = Slip.objects.first()

    for broken in (
        lambda: Vote.objects.create(ballot=ballot, voter=mark.voter, sealed=b"x"),
        lambda: PaperVoter.objects.create(ballot=ballot, entry=entry, voter=voted.voter),
        lambda: Slip.objects.filter(pk=slip.pk).update(counted=True),
        lambda: Slip.objects.create(ballot=ballot, code="ONETOOMANY"),
        lambda: PaperVoter.objects.all().delete(),
        lambda: Slip.objects.filter(pk=slip.pk).update(code="OTHER"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            broken()


def test_after_the_close_no_slip_is_handed_out_or_typed_in(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    slip = Slip.objects.first()
    read(keepers[:1], ballot, slip, "yes")

    with at(ballot.closes_at + timedelta(seconds=1)):
        for act in (
            partial(hand_out_slip, actor=keepers[0], ballot=ballot, person=voters[1].person),
            partial(read, keepers[1:], ballot, slip, "yes"),
            partial(print_slips, actor=keepers[0], ballot=ballot, number=1),
        ):
            with pytest.raises(Refused):
                act()
        assert close_ballot(ballot=ballot).votes == 0


def test_nothing_kept_links_a_slip_to_a_person_or_shows_a_choice(keepers):
    ballot, voters = ballot_of(2, slips=2)
    for voter in voters:
        hand_out_slip(actor=keepers[0], ballot=ballot, person=voter.person)
    for slip, choice in zip(Slip.objects.order_by("code"), ("yes", "no"), strict=True):
        read(keepers, ballot, slip, choice, choice)

    assert {field.name for field in Slip._meta.fields} == {"id", "ballot", "code", "counted"}
    assert {field.name for field in PaperVoter._meta.fields} == {"id", "ballot", "entry", "voter"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(t::text, ' ') FROM ballots_slipreading t")
        kept = cursor.fetchone()[0]
    assert not any(word in kept for word in ("yes", "no ", *(slip.code for slip in Slip.objects.all())))
    assert not Entry.objects.filter(event__contains="Slip").exclude(event="ballots.SlipsPrinted").exists()


def test_certified_the_list_stays_and_the_sealed_votes_go(keepers):
    ballot, voters = ballot_of()
    hand_out_slip(actor=keepers[0], ballot=ballot, person=voters[0].person)
    read(keepers, ballot, Slip.objects.first(), "yes", "yes")
    with at(ballot.closes_at):
        certify_ballot(actor=None, ballot=close_ballot(ballot=ballot))

    assert (Vote.objects.count(), PublishedVote.objects.count()) == (0, 1)


def test_the_box_is_kept_in_the_browser_by_two_people(keepers):
    ballot, voters = ballot_of()
    name = voters[0].person.display_name
    slip = Slip.objects.first()
    first, second = (client_as(user) for user in keepers)
    listed = first.get(f"/ballots/{ballot.pk}/paper/?q={name}").content.decode()
    first.post(f"/ballots/{ballot.pk}/paper/hand-out/", {"person": voters[0].person.pk})

    said = [
        browser.post(
            f"/ballots/{ballot.pk}/paper/read/",
            {"code": f"{slip.code[:4]} {slip.code[4:].lower()}", "choice": choice},
            follow=True,
        ).content.decode()
        for browser, choice in ((first, "yes"), (second, "yes"))
    ]

    assert name in listed
    assert "It counts once somebody else has typed in the same." in said[0]
    assert "It is counted." in said[1]
    assert box_of(ballot).counted == 1


def test_slips_are_printed_several_to_a_page_with_their_codes(keepers):
    ballot, _voters = ballot_of(5, slips=2)

    client_as(keepers[0]).post(f"/ballots/{ballot.pk}/paper/print/", {"number": "3"})
    text = client_as(keepers[0]).get(f"/ballots/{ballot.pk}/paper/slips/").content.decode()

    assert all(slip.code in text for slip in Slip.objects.all())
    assert Slip.objects.count() == 5


def test_nobody_else_comes_near_the_box(keepers, ada):
    ballot, voters = ballot_of()
    browser = client_as(ada)

    answers = [browser.get(f"/ballots/{ballot.pk}/paper/{path}").status_code for path in ("", "slips/")]
    answers += [
        browser.post(f"/ballots/{ballot.pk}/paper/{path}/", {"person": voters[0].person.pk}).status_code
        for path in ("print", "hand-out", "read")
    ]

    assert answers == [403] * 5


def test_the_api_hands_out_and_reads_with_the_same_rules(keepers):
    ballot, voters = ballot_of()
    slip = Slip.objects.first()
    first, second = (client_as(user) for user in keepers)
    at_api = f"/api/v1/ballots/{ballot.pk}/slips/"

    handed = first.post(at_api, {"person": voters[0].person.pk}, content_type="application/json")
    for browser in (first, second):
        answer = browser.post(f"{at_api}read/", {"code": slip.code, "choice": "no"}, content_type="application/json")

    assert (handed.status_code, handed.json()["handed_out"]) == (200, 1)
    assert answer.json() == {"printed": 4, "handed_out": 1, "read_once": 0, "counted": 1, "differing": []}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_box_costs_the_same_for_any_number_of_slips(keepers, django_assert_num_queries, rows):
    ballot, voters = ballot_of()
    for voter in voters[:rows]:
        hand_out_slip(actor=keepers[0], ballot=ballot, person=voter.person)
    for slip in Slip.objects.all()[:rows]:
        read(keepers, ballot, slip, "yes", "no")
    browser = client_as(keepers[0])
    browser.get(f"/ballots/{ballot.pk}/paper/?q=neighbour")

    with django_assert_num_queries(9):
        browser.get(f"/ballots/{ballot.pk}/paper/?q=neighbour")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_a_vote_on_the_web_and_a_slip_at_once_exactly_one_succeeds(keepers):
    ballot, voters = ballot_of(8, slips=8)

    tasks = [partial(cast_vote, actor=voter, ballot=ballot, choice="yes") for voter in voters]
    tasks += [partial(hand_out_slip, actor=keepers[0], ballot=ballot, person=voter.person) for voter in voters]
    answers = at_once(tasks)

    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert (
        len(refused),
        [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, Refused)],
    ) == (8, [])
    assert Vote.objects.count() + PaperVoter.objects.count() == 8


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_who_hand_one_person_a_slip_at_once_one_succeeds(keepers):
    ballot, voters = ballot_of(2, slips=2)

    answers = at_once([partial(hand_out_slip, actor=keepers[0], ballot=ballot, person=voters[0].person)] * 6)

    assert sum(answer is None for answer in answers) == 1
    assert PaperVoter.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_slips_typed_in_at_once_are_counted_once_each_and_never_more_than_were_handed_out(keepers):
    ballot, voters = ballot_of(6, slips=6)
    for voter in voters[:3]:
        hand_out_slip(actor=keepers[0], ballot=ballot, person=voter.person)
    slips = list(Slip.objects.all())
    for slip in slips:
        read(keepers[:1], ballot, slip, "yes")

    answers = at_once(
        [partial(read_slip, actor=keepers[1], ballot=ballot, code=slip.code, choice="yes") for slip in slips]
    )

    assert sum(isinstance(answer, SlipReading) for answer in answers) == 3
    assert sum(isinstance(answer, Exception) for answer in answers) == 3
    assert (Vote.objects.count(), Slip.objects.filter(counted=True).count()) == (3, 3)
    assert now() < ballot.closes_at
