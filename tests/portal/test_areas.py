"""The page of an area gathers what lies in it, and whoever is signed in follows it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ledger.delivery import deliver_all
from notifications.models import Notice
from places.models import Area
from portal.queries.places import area_page
from proposals.queries.lists import Wanted, narrowed
from tests.cast import ASTON, client_as, person, ward
from tests.scenes import committees, forums, proposals

pytestmark = pytest.mark.django_db


def area(kind, name, code, **more):
    return Area.objects.create(
        kind=kind, name=name, slug=name.lower().replace(" ", "-"), sort_key=name.lower(), code=code, **more
    )


@pytest.fixture
def city():
    return area("council", "Birmingham", "E08000025", electorate=700000)


@pytest.fixture
def constituency(city):
    """With two wards in it; a third one, Aston, lies in the city alone."""
    made = area("constituency", "Selly Oak", "E14000567", parent=city)
    for one in (ward(), ward("E05011999", "Bournville")):
        Area.objects.filter(pk=one.pk).update(parent=made, best_fit=True)
    Area.objects.filter(pk=ward(*ASTON).pk).update(parent=city)
    return made


def names(rows):
    return sorted(row.name for row in rows)


def test_a_constituency_shows_the_wards_in_it_and_counts_over_them(constituency, clerk):
    committees.councillor("Ravi Hall", by=clerk)
    committees.councillor("Ann Aston", by=clerk, ward=ward(*ASTON))
    forums.forum(title="Parks of Stirchley", areas=[ward()])
    forums.forum(title="Aston alone", areas=[ward(*ASTON)])
    about = proposals.proposal(area=ward())
    proposals.proposal(area=ward(*ASTON))

    shown = area_page(constituency)

    assert names(shown.wards) == ["Bournville", "Stirchley"]
    assert (shown.electorate, shown.population) == (2 * 7133, 2 * 10309)
    assert [one.person.name for one in shown.councillors] == ["Ravi Hall"]
    assert [one.title for one in shown.forums] == ["Parks of Stirchley"]
    assert ([row.reference for row in shown.proposals.rows], shown.proposal_count) == ([about.reference], 1)


def test_the_city_shows_everything(constituency, city, clerk):
    committees.councillor("Ravi Hall", by=clerk)
    committees.councillor("Ann Aston", by=clerk, ward=ward(*ASTON))
    proposals.proposal(area=ward())
    proposals.proposal()

    shown = area_page(city)
    text = client_as().get("/areas/birmingham/").content.decode()

    assert names(shown.constituencies) == ["Selly Oak"]
    assert names(shown.wards) == ["Aston", "Bournville", "Stirchley"]
    assert (shown.electorate, len(shown.councillors), shown.proposal_count) == (700000, 2, 2)
    assert 'href="/areas/stirchley/"' in text
    assert "No councillor" not in text


def test_a_ward_shows_its_own_alone(constituency):
    proposals.proposal(area=ward(*ASTON))

    shown = area_page(ward())

    assert (shown.wards, shown.proposal_count) == ([], 0)
    assert narrowed(Wanted(area="aston")).count() == 1


def test_an_area_page_costs_the_same_for_few_wards_and_many(constituency, clerk, ada):
    counts = []
    for number in (1, 3):
        for other in range(number):
            place = ward(f"E0501{number}{other}", f"Ward {number} {other}")
            Area.objects.filter(pk=place.pk).update(parent=constituency)
            committees.councillor(f"Councillor {other}", by=clerk, ward=place)
            forums.forum(areas=[place])
            proposals.proposal(area=place)
        with CaptureQueriesContext(connection) as queries:
            client_as(ada).get("/areas/birmingham/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("slug", ["stirchley", "selly-oak", "birmingham"])
def test_who_follows_an_area_hears_of_what_is_proposed_in_it(constituency, slug):
    follower = person("Flo Lower", level=3).user
    followed = Area.objects.get(slug=slug)
    client_as(follower).post(reverse("notifications:follow"), {"kind": "places.area", "id": followed.pk})

    proposals.proposal(area=ward())
    deliver_all()

    assert Notice.objects.filter(user=follower).exists()


def test_a_visitor_is_shown_the_way_to_sign_in_and_others_the_button(constituency, ada):
    visitor = client_as().get("/areas/stirchley/")
    signed_in = client_as(ada).get("/areas/stirchley/").content.decode()

    assert "?next=/areas/stirchley/" in visitor.content.decode()
    assert b"csrfmiddlewaretoken" not in visitor.content
    assert not visitor.cookies
    assert 'value="places.area"' in signed_in
