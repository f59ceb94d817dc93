"""The council sets its numbers on one page: from a day on, a number, because; never by writing an older one anew."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from clocks.models import Rule
from clocks.queries import rule_in_force
from core import clock, now, numbers, today
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused
from forums.actions import set_measure
from forums.models import Measure
from forums.queries import measure
from ledger.delivery import deliver_all
from ledger.models import Entry
from ledger.queries import timeline
from moderation.models import Setting
from moderation.queries.settings import numbers as moderation_numbers
from notifications.models import Notice
from tests.cast import client_as

pytestmark = pytest.mark.django_db

PLACES = [("clocks", "proposals.remit_check"), ("forums", "request.backers"), ("moderation", "flags.hide_sum")]
WHO = ("finn", "ada", "scrutiny_officer", "dov", "clerk", "administrator")


def day(number):
    return today() + timedelta(days=number)


def said(amount=30, first=7, why="Twenty-five were found too few.", **more):
    return {"amount": str(amount), "since": day(first).isoformat(), "why": why, **more}


def backers(clerk, amount=30, first=7, **more):
    return set_measure(
        actor=clerk, key="request.backers", amount=Decimal(amount), since=day(first), why="Too few.", **more
    )


def the(name, key):
    return numbers.table(name).read(key)[0]


@pytest.mark.parametrize(
    ("name", "key", "may"),
    [
        ("clocks", "proposals.remit_check", {"clerk", "administrator"}),
        ("clocks", "committees.agenda", set()),
        ("forums", "request.backers", {"clerk", "administrator"}),
        ("moderation", "flags.hide_sum", {"dov", "administrator"}),
    ],
)
def test_stewards_set_numbers_and_the_others_read_why_not(name, key, may, request):
    verdicts = {who: numbers.table(name).may_set(request.getfixturevalue(who), the(name, key)) for who in WHO}

    assert {who for who, verdict in verdicts.items() if verdict} == may
    assert all(str(verdict.reason).endswith(".") for verdict in verdicts.values() if not verdict)


@pytest.mark.parametrize(("name", "key"), PLACES)
def test_from_a_day_on_another_number_holds_and_the_older_one_stays_to_be_read(name, key, administrator):
    before = the(name, key)
    client = client_as(administrator)

    answer = client.post(reverse("portal:set_number", args=[name, key]), said(seen=before.newest))

    page = client_as().get(reverse("portal:number", args=[name, key])).content.decode()
    assert (answer.status_code, answer.url) == (302, reverse("portal:number", args=[name, key]))
    assert the(name, key).in_force == before.in_force
    assert [str(line.state) for line in the(name, key).lines] == ["coming", "in_force"]
    assert "Twenty-five were found too few." in page
    with clock.at(now() + timedelta(days=8)):
        assert the(name, key).in_force.amount == 30
        assert [str(line.state) for line in the(name, key).lines] == ["in_force", "gone"]


def test_what_holds_is_what_the_house_goes_by(administrator):
    for name, key in PLACES:
        numbers.table(name).write(actor=administrator, key=key, amount=Decimal(30), since=day(7), why="Tried.")

    with clock.at(now() + timedelta(days=6)):
        found = (rule_in_force(PLACES[0][1]).amount, measure(PLACES[1][1]), moderation_numbers()[PLACES[2][1]])
        assert found == (3, 25, 4)
    with clock.at(now() + timedelta(days=8)):
        found = (rule_in_force(PLACES[0][1]).amount, measure(PLACES[1][1]), moderation_numbers()[PLACES[2][1]])
        assert found == (30, 30, 30)


def test_from_today_on_it_holds_at_once(administrator):
    for name, key in PLACES:
        numbers.table(name).write(actor=administrator, key=key, amount=Decimal(30), since=day(0), why="Tried.")

    assert (rule_in_force(PLACES[0][1]).amount, measure(PLACES[1][1])) == (30, 30)
    assert moderation_numbers()["flags.hide_sum"] == 30


def test_no_number_begins_in_the_past(clerk):
    with pytest.raises(Refused, match="past"):
        backers(clerk, first=-1)

    assert Measure.objects.filter(key="request.backers").count() == 1


def test_no_number_is_set_without_a_reason(clerk):
    with pytest.raises(Refused, match="Say why"):
        set_measure(actor=clerk, key="request.backers", amount=Decimal(30), since=day(1), why="  ")


@pytest.mark.parametrize(
    ("name", "key", "amount", "words"),
    [
        ("forums", "request.backers", "0", "from 1 to 100,000"),
        ("forums", "request.backers", "1.5", "whole number"),
        ("forums", "voice.smallest_group", "2", "from 3 to"),
        ("moderation", "flags.hide_accounts", "3", "from 4 to"),
        ("moderation", "spam.hold", "1.2", "from 0.05 to 1"),
        ("clocks", "proposals.remit_check", "0", "from 1 to 999"),
    ],
)
def test_a_number_that_makes_no_sense_is_refused_on_the_page_and_at_the_act(name, key, amount, words, administrator):
    answer = client_as(administrator).post(reverse("portal:set_number", args=[name, key]), said(amount))

    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    with pytest.raises(Refused, match=words):
        numbers.table(name).write(
            actor=administrator, key=key, amount=Decimal(amount), since=day(1), why="Because of this."
        )


def test_one_that_has_not_begun_is_replaced_by_a_later_one_for_the_same_day(clerk):
    backers(clerk, 30)
    backers(clerk, 40)

    lines = the("forums", "request.backers").lines

    assert [(int(line.version.amount), str(line.state)) for line in lines] == [
        (40, "coming"), (30, "replaced"), (25, "in_force"),
    ]  # fmt: skip
    with clock.at(now() + timedelta(days=8)):
        assert measure("request.backers") == 40


def test_one_for_an_earlier_day_holds_until_the_later_one_begins(clerk):
    backers(clerk, 40, first=20)
    backers(clerk, 30, first=10)

    with clock.at(now() + timedelta(days=12)):
        assert measure("request.backers") == 30
    with clock.at(now() + timedelta(days=22)):
        assert measure("request.backers") == 40


@pytest.mark.parametrize(
    ("model", "row", "change"),
    [(Rule, {"key": "proposals.remit_check"}, "amount"), (Measure, {"key": "request.backers"}, "amount"),
     (Setting, {"key": "flags.hide_sum"}, "value")],
)  # fmt: skip
def test_no_version_is_written_anew(model, row, change):
    with pytest.raises(IntegrityError, match="final"), transaction.atomic():
        model.objects.filter(**row).update(**{change: 77})


@pytest.mark.parametrize(("name", "key"), PLACES)
def test_the_record_says_it_in_public_and_stewards_are_told(name, key, administrator, clerk, dov):
    made = numbers.table(name).write(actor=administrator, key=key, amount=Decimal(30), since=day(7), why="Tried.")
    deliver_all()

    entry = Entry.objects.get(event__endswith="Set")
    (line,) = timeline(key_of(made))
    told = set(Notice.objects.filter(event=entry.event).values_list("user_id", flat=True))
    assert (entry.public, " is 30 instead of " in line.sentence) == (True, True)
    assert line.url == reverse("portal:number", args=[name, key])
    assert {fact for fact in entry.data if not fact.endswith("_id")} == {"amount", "before", "since"}
    assert told == {dov.pk if name == "moderation" else clerk.pk}


def test_whoever_has_not_seen_the_newest_version_looks_again(clerk):
    seen = the("forums", "request.backers").newest
    backers(clerk, 30)

    with pytest.raises(StateConflict):
        backers(clerk, 40, seen=seen)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_set_it_at_once_one_looks_again(clerk):
    seen = the("forums", "request.backers").newest

    def try_it(amount):
        try:
            backers(clerk, amount, seen=seen)
            return "set"
        except StateConflict:
            return "look again"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(try_it, (30, 40)))

    assert answers == ["look again", "set"]
    assert Measure.objects.filter(key="request.backers").count() == 2


def test_the_api_reads_and_sets_the_same(clerk, ada):
    url = reverse("api:number", args=["forums", "request.backers"])

    refused = client_as(ada).post(url, said(), content_type="application/json")
    made = client_as(clerk).post(url, said(), content_type="application/json")
    faulty = client_as(clerk).post(url, said(first=-1), content_type="application/json")

    assert (refused.status_code, made.status_code, faulty.status_code) == (403, 201, 400)
    assert [row["amount"] for row in made.json()["versions"]] == ["30.00", "25.00"]
    assert client_as().get(url).json() == made.json()
    assert made.json() in client_as().get(reverse("api:numbers")).json()


@pytest.mark.parametrize("versions", [1, 3])
def test_the_pages_cost_the_same_for_one_version_and_for_three(versions, clerk, django_assert_num_queries):
    for number in range(1, versions):
        backers(clerk, 30 + number, first=number)

    with django_assert_num_queries(3):
        client_as().get(reverse("portal:numbers"))
    with django_assert_num_queries(1):
        client_as().get(reverse("portal:number", args=["forums", "request.backers"]))


def test_a_number_that_nobody_knows_is_not_found(clerk):
    client = client_as(clerk)

    for place in (("forums", "no.such"), ("nowhere", "request.backers")):
        assert client.get(reverse("portal:number", args=place)).status_code == 404
        assert client.post(reverse("api:number", args=place), {}).status_code == 404


@pytest.mark.parametrize(
    ("key", "amount", "first"),
    [("idle.months", 11, 0), ("idle.first_warning", 11, 0), ("idle.second_warning", 12, 30), ("idle.second_warning", 14, 10)],
)  # fmt: skip
def test_no_forum_is_warned_of_a_day_that_has_passed(key, amount, first, clerk):
    set_measure(actor=clerk, key="idle.months", amount=Decimal(15), since=day(10), why="A year is short.")
    set_measure(actor=clerk, key="idle.months", amount=Decimal(12), since=day(20), why="It was long enough.")

    with pytest.raises(Refused, match="warned twice before it is closed"):
        set_measure(actor=clerk, key=key, amount=Decimal(amount), since=day(first), why="Shorter.")

    assert Measure.objects.filter(key=key).count() == (3 if key == "idle.months" else 1)


def test_quiet_months_are_set_one_after_the_other(clerk):
    for key, amount in (("idle.first_warning", 3), ("idle.second_warning", 6), ("idle.months", 9)):
        set_measure(actor=clerk, key=key, amount=Decimal(amount), since=day(0), why="Half a year is enough.")

    assert [measure(key) for key in ("idle.first_warning", "idle.second_warning", "idle.months")] == [3, 6, 9]
