"""The community asset directory: found, kept right, doubted, moderated."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Standing
from clocks.models import Rule
from core import clock, now, personal, today
from core.states import StateConflict
from core.verdicts import Refused
from ledger.delivery import deliver_all
from moderation.models import Reason
from neighbourhoods import actions, policies
from neighbourhoods.models import Asset, AssetReport
from neighbourhoods.queries import Wanted, directory_page
from neighbourhoods.queries.directory import narrowed
from notifications.models import Notice
from places.models import Area, Postcode
from tests.cast import client_as, person, ward
from tests.scenes.moderation import decide
from tests.scenes.neighbourhoods import asset, kind, local_facilitator

pytestmark = pytest.mark.django_db


def speaks_for_an_organisation(name="Olu Made"):
    user = person(name, level=2).user
    Standing.objects.create(person=user.person, kind="organisation", of="The Made-up Trust")
    return user


def answer(verdict):
    return True if verdict else str(verdict.reason)


ADDING = "Entries are added by people who speak for an organisation, by facilitators and by the council's clerks."
KEEPING = "Only who keeps this entry, a facilitator of a forum there or a clerk changes it."


@pytest.mark.parametrize(
    ("name", "adds", "changes"),
    [
        ("clerk", True, True),
        ("ada", ADDING, KEEPING),
        ("dov", ADDING, KEEPING),
        ("finn", "Sign in to add an entry.", "Sign in to keep this entry right."),
    ],
)
def test_who_may_add_and_change(name, adds, changes, request):
    user, entry = request.getfixturevalue(name), asset()

    assert answer(policies.may_add_asset(user)) == adds
    assert answer(policies.may_edit_asset(user, entry)) == changes


def test_who_speaks_for_an_organisation_keeps_their_entry_and_no_other():
    olu = speaks_for_an_organisation()
    own, other = asset(by=olu, name="Repair café"), asset()

    assert (own.keeper, bool(policies.may_edit_asset(olu, own)), bool(policies.may_edit_asset(olu, other))) == (
        *(olu.person, True, False),
    )


def test_an_entry_counts_as_checked_for_the_months_of_the_rule_and_then_is_stale():
    entry = asset()
    wanted = Wanted(state="stale")

    fresh = narrowed(wanted).count()
    with clock.at(now() + timedelta(days=367)):
        later = list(narrowed(wanted))
        shown = client_as().get("/directory/").content.decode()
    Rule.objects.create(
        key="neighbourhoods.check", version=2, title="Check", counting="months_beginning_with", amount=3, valid_from=today()
    )  # fmt: skip

    assert (fresh, later, "ask before you go" in shown) == (0, [entry], True)
    assert asset(name="Another").check_by < entry.check_by


def test_one_button_makes_it_fresh_again_and_settles_what_was_said(ada):
    local = local_facilitator()
    entry = asset(by=local)
    actions.report_asset(actor=ada, asset=entry, text="The number is dead.")
    doubted = narrowed(Wanted(state="stale")).count()

    client_as(local).post(f"/directory/{entry.pk}/check/")

    entry.refresh_from_db()
    assert (doubted, entry.is_stale, AssetReport.objects.waiting().count()) == (1, False, 0)


def test_anybody_signed_in_says_once_that_it_is_out_of_date_and_the_keeper_is_told(ada):
    local = local_facilitator()
    entry = asset(by=local)

    actions.report_asset(actor=ada, asset=entry, text="The number is dead.")
    with pytest.raises(Refused, match="You have said so"):
        actions.report_asset(actor=ada, asset=entry, text="Still dead.")
    deliver_all()

    assert Notice.objects.filter(user=local, event="neighbourhoods.AssetReported").count() == 1


def test_what_was_said_is_read_by_those_who_keep_it_and_by_nobody_else(ada):
    local = local_facilitator()
    entry = asset(by=local)
    actions.report_asset(actor=ada, asset=entry, text="The number is dead.")

    seen = [
        "The number is dead." in client_as(who).get(f"/directory/{entry.pk}/").content.decode()
        for who in (local, ada, None)
    ]

    assert seen == [True, False, False]


def test_filters_stand_in_the_address(aston):
    asset(name="Stirchley Baths")
    asset(name="Aston Zumba", ward=aston, kind=kind("sport"), offers="Dance on Mondays.", topics=["dance"])
    asset(name="City Choir", ward=None, kind=kind("arts"))

    def named(query):
        return [one.name for one in client_as().get(f"/directory/?{query}").context["shown"].page.rows]

    assert {query: named(query) for query in ("q=dance", "ward=aston", "kind=arts", "q=nothing", "")} == {
        "q=dance": ["Aston Zumba"],
        "ward=aston": ["Aston Zumba"],
        "kind=arts": ["City Choir"],
        "q=nothing": [],
        "": ["Aston Zumba", "City Choir", "Stirchley Baths"],
    }


def test_with_a_postcode_the_own_ward_comes_first_then_its_constituency_then_the_city(aston):
    home = ward()
    seat = Area.objects.create(kind="constituency", code="E14000001", name="Selly Oak", slug="selly-oak", sort_key="s")
    next_door = ward("E05011000", "Bournville")
    Area.objects.filter(pk__in=(home.pk, next_door.pk)).update(parent=seat)
    Postcode.objects.create(code="B302AA", ward=home)
    for name, place in (("A far one", aston), ("B city", None), ("C next door", next_door), ("D here", home)):
        asset(name=name, ward=place)

    shown = directory_page(Wanted(postcode="B30 2AA"))
    unknown = directory_page(Wanted(postcode="M1 1AE"))

    assert [one.name for one in shown.page.rows] == ["D here", "C next door", "B city", "A far one"]
    assert (unknown.unknown, unknown.page.rows[0].name) == (True, "A far one")


def test_the_list_by_nearness_goes_on_where_it_stopped():
    home = ward()
    Postcode.objects.create(code="B302AA", ward=home)
    local = local_facilitator()
    for number in range(35):
        asset(by=local, name=f"Group {number:02}", ward=home if number % 2 else None)

    first = directory_page(Wanted(postcode="B30 2AA"))
    second = directory_page(Wanted(postcode="B30 2AA"), after=first.page.next_cursor)

    names = [one.name for one in (*first.page.rows, *second.page.rows)]
    assert (len(names), len(set(names))) == (35, 35)


def test_of_two_who_write_at_once_the_second_is_told():
    local = local_facilitator()
    entry = asset(by=local)
    words = {"kind": kind(), "name": "Baths", "offers": "Rooms."}
    actions.edit_asset(actor=local, asset=entry, **words, seen=1)

    with pytest.raises(StateConflict):
        actions.edit_asset(actor=local, asset=entry, **words, seen=1)


def test_a_hidden_entry_leaves_list_table_api_and_search_and_loses_its_words():
    entry = asset(name="Gorblimey Society", offers="Unkind words.")
    moderator = person("Mo", level=3, roles=("moderator",)).user
    verdict = policies.may_moderate_asset(moderator, entry)
    decide(
        actor=moderator, subject=entry, outcome="hide", reason=Reason.objects.first(), statement="Unkind.",
        host_key="directory", verdict=verdict,
    )  # fmt: skip
    deliver_all()

    seen = [
        client_as().get(address).content.decode()
        for address in (
            "/directory/",
            "/directory/export.csv",
            "/api/v1/directory/",
            f"/directory/{entry.pk}/",
            f"/api/v1/directory/{entry.pk}/",
        )
    ]

    assert ["Gorblimey" in text or "Unkind words" in text for text in seen] == [False] * 5


def test_a_closed_entry_leaves_the_list_and_keeps_its_page():
    local = local_facilitator()
    entry = asset(by=local)

    actions.close_asset(actor=local, asset=entry)

    assert "What this entry names is no more" in client_as().get(f"/directory/{entry.pk}/").content.decode()
    assert (narrowed(Wanted()).count(), bool(policies.may_check_asset(local, Asset.objects.get()))) == (0, False)


def test_the_table_holds_every_entry_and_no_formula():
    asset(name="=1+1")

    rows = list(csv.DictReader(io.StringIO(client_as().get("/directory/export.csv").content.decode())))

    assert [(row["name"], row["ward"], row["last checked"]) for row in rows] == [
        ("'=1+1", "Stirchley", today().isoformat())
    ]


def test_the_database_lets_one_report_of_a_person_wait_at_a_time(ada):
    entry = asset()
    AssetReport.objects.create(asset=entry, by=ada, text="x", at=now())

    with pytest.raises(IntegrityError), transaction.atomic():
        AssetReport.objects.create(asset=entry, by=ada, text="y", at=now())


def test_erasing_the_keeper_leaves_the_entry_with_nobody():
    olu = speaks_for_an_organisation()
    entry = asset(by=olu)
    rooms = {room.app: room for room in personal.rooms()}

    kept = rooms["neighbourhoods"].export(olu.person.pk, olu.pk)
    rooms["neighbourhoods"].erase(olu.person.pk, olu.pk)

    entry.refresh_from_db()
    assert (kept["directory_entries"][0]["name"], entry.keeper) == ("Stirchley Baths", None)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_with_one_entry_and_three(number, django_assert_num_queries):
    local = local_facilitator()
    for each in range(number):
        asset(by=local, name=f"Group {each}")

    with django_assert_num_queries(4):
        client_as().get("/directory/")
