"""Who takes part beside who lives there: wards, kinds and ages, without a figure that points at anybody."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import AgeBand, Standing
from core import clock, now
from core.verdicts import Refused
from forums.actions import join, reply
from forums.balance import compare, upper_end
from forums.models import Membership
from forums.queries.balance import balance_of
from places.actions import add_population
from places.models import Area, Population
from tests.cast import ASTON, STIRCHLEY, client_as, people, person, ward
from tests.scenes import forums as scene, voices

pytestmark = pytest.mark.django_db
CENSUS = {"source": "Census 2021", "as_of": date(2021, 3, 21)}


@pytest.fixture
def council():
    """A council with two wards, one with nine times the people of the other."""
    city = Area.objects.create(kind="council", code="E08000025", name="The city", slug="city", sort_key="city")
    here, there = ward(*STIRCHLEY), ward(*ASTON)
    figures = [(here.code, "", 1000), (there.code, "", 9000), (city.code, "", 10_000)]
    add_population(actor=None, figures=figures, **CENSUS)
    return city


def last_month():
    """The picture is that of the first of the month."""
    return clock.at(now() - timedelta(days=31))


def members(forum, number, home, **fields):
    """So many people at home there are members."""
    found = people(number, level=3)
    for one in found:
        one.ward = home
        for name, value in fields.items():
            setattr(one, name, value)
        one.save()
        with last_month():
            join(actor=one.user, forum=forum)
    return found


def side(forum, number=0):
    return balance_of(forum).sides[number]


def numbers(comparison):
    return {one.label: one.number for one in comparison.groups} | comparison.rest


def test_a_hand_computed_comparison_with_an_empty_group_an_unknown_group_and_a_small_cell():
    found = compare({"A": 60, "B": 40, "C": 3}, {"A": 500, "B": 300, "C": 100, "D": 100}, {"unknown": 20})

    assert {one.label: (one.number, round(one.expected, 1), one.quiet) for one in found.groups} == {
        "A": (60, 61.5, False),
        "B": (40, 36.9, False),
        "C": (None, 12.3, True),  # what is said is four at most: 8.1 % at the upper end, and 10 % of the people
        "D": (None, 12.3, True),
    }
    assert found.rest == {"unknown": None}  # C and D together are three, so a third count is withheld with them
    assert round(upper_end(4, 123), 4) == 0.0806
    assert round(upper_end(0, 100), 4) == 0.0370


def test_a_group_is_quiet_when_chance_does_not_explain_how_few_take_part():
    few = compare({"A": 20, "B": 5}, {"A": 500, "B": 500}, {})
    many = compare({"A": 80, "B": 20}, {"A": 500, "B": 500}, {})

    assert [one.label for one in few.quiet] == []  # of 25 nothing can be said
    assert [one.label for one in many.quiet] == ["B"]


def test_where_so_few_take_part_that_no_number_may_be_shown_one_sentence_says_so(council):
    forum = scene.forum()
    members(forum, 3, ward(*STIRCHLEY))

    page = client_as(person("Rita Roe").user).get(f"/forums/{forum.slug}/balance/").content.decode()

    assert side(forum).comparison.is_withheld
    assert "So few take part that no number can be shown" in page
    assert "Stirchley" not in page


def test_a_ward_that_takes_part_less_than_its_share_is_named_with_the_source(council):
    forum = scene.forum()
    members(forum, 25, ward(*STIRCHLEY))
    members(forum, 10, ward(*ASTON))

    found = side(forum).comparison
    page = client_as(person("Rita Roe").user).get(f"/forums/{forum.slug}/balance/").content.decode()

    assert [(one.label, one.number, round(one.expected, 1)) for one in found.quiet] == [("Aston", 10, 31.5)]
    assert "Census 2021" in page
    assert "1 group takes part less than its share." in page


def test_small_numbers_are_withheld_from_everybody_on_page_and_api(council):
    forum = scene.forum()
    members(forum, 30, ward(*STIRCHLEY))
    members(forum, 2, ward(*ASTON))

    assert numbers(side(forum).comparison)["Aston"] is None
    for address in (f"/forums/{forum.slug}/balance/", f"/api/v1/forums/{forum.slug}/balance/"):
        answer = client_as(scene.clerk()).get(address)
        assert answer.status_code == 200
    assert {one["label"]: one["number"] for one in answer.json()["sides"][0]["groups"]} == {
        one.label: one.number for one in side(forum).comparison.groups
    }


def test_without_a_ward_somebody_counts_as_unknown_and_from_outside_as_from_elsewhere(council):
    forum = scene.forum()
    forum.areas.set([ward(*STIRCHLEY), ward(*ASTON)])
    members(forum, 6, ward(*STIRCHLEY))
    members(forum, 7, ward(*ASTON))
    members(forum, 8, None)
    members(forum, 9, ward("E05000001", "Elsewhere"))

    assert numbers(side(forum).comparison) == {
        "Stirchley": 6,
        "Aston": 7,
        "ward not known": 8,
        "from elsewhere": 9,
    }


def test_who_wrote_or_came_lately_takes_part_and_facilitators_do_not(council, ada, ben, cleo):
    facilitator = person("Fay Lund", level=3).user
    forum = scene.forum(facilitator=facilitator, members=[ada])
    thread = scene.thread(forum, by=ada)
    reply(actor=ben, thread=thread, body="I come from next door.")
    reply(actor=facilitator, thread=thread, body="Thank you.")

    assert balance_of(forum).total == 0  # whoever looked before and after would see them in the difference
    with clock.at(now() + timedelta(days=31)):
        assert balance_of(forum).total == 2
    with clock.at(now() + timedelta(days=400)):
        assert balance_of(forum).total == 1
    Membership.objects.filter(person=ada.person).update(left_at=now() + timedelta(days=1))
    with clock.at(now() + timedelta(days=400)):
        assert balance_of(forum).total == 0


def test_what_was_said_under_protection_counts_for_nobody(council):
    forum = scene.forum(members=[person("Ada Obi", level=3).user])
    voices.colleagues(forum)
    worker = voices.worker("Wyn Hart")
    before = balance_of(forum).total
    reply(actor=worker, thread=scene.thread(forum, by=scene.clerk()), body="We are too few.", protected=True)

    assert balance_of(forum).total == before


def test_kinds_and_ages_stand_beside_the_figures_that_are_held(council):
    forum = scene.forum()
    assert (side(forum, 1).comparison, side(forum, 2).comparison) == (None, None)
    figures = [
        ("E08000025", "kind:service_user", 4000),
        ("E08000025", "age:16_24", 3000),
        ("E08000025", "age:65_plus", 7000),
    ]
    add_population(actor=None, figures=figures, **CENSUS)

    young = members(forum, 30, ward(*STIRCHLEY), age_band=AgeBand.FROM_18)
    members(forum, 5, ward(*STIRCHLEY), age_band=AgeBand.FROM_65)
    for one in young[:6]:
        Standing.objects.create(person=one, kind="service_user", of="home care")

    kinds, ages = side(forum, 1).comparison, side(forum, 2).comparison
    assert numbers(kinds) == {"service user": 6, "everybody else": 29}
    assert [(one.label, round(one.expected, 1)) for one in kinds.quiet] == [("service user", 14.0)]
    assert [(one.label, one.number) for one in ages.quiet] == [("65 or over", 5)]


def test_figures_have_a_source_and_the_newest_day_holds(council, administrator, ada):
    later = {"source": "Census 2031", "as_of": date(2031, 3, 21)}
    add_population(actor=administrator, figures=[(STIRCHLEY[0], "", 5000), ("E00000000", "", 7)], **later)
    add_population(actor=administrator, figures=[(STIRCHLEY[0], "", 5001)], **later)

    people_by_ward = {one.label: one.people for one in side(scene.forum()).comparison.groups}
    assert people_by_ward == {"Stirchley": 5001, "Aston": 9000}
    assert {one.source for one in side(scene.forum()).sources} == {"Census 2021", "Census 2031"}
    with pytest.raises(Refused):
        add_population(actor=ada, figures=[(STIRCHLEY[0], "", 1)], **later)
    with pytest.raises(IntegrityError), transaction.atomic():
        Population.objects.update(source="")


def test_the_page_costs_the_same_however_many_take_part(council):
    forum = scene.forum()

    def cost():
        with CaptureQueriesContext(connection) as queries:
            balance_of(forum)
        return len(queries)

    members(forum, 1, ward(*STIRCHLEY))
    one = cost()
    members(forum, 8, ward(*ASTON))

    assert cost() == one


def test_a_facilitator_comes_there_from_the_desk(council):
    facilitator = person("Fay Lund", level=3).user
    forum = scene.forum(facilitator=facilitator)

    assert f'href="/forums/{forum.slug}/balance/"' in client_as(facilitator).get("/desk/facilitator/").content.decode()
