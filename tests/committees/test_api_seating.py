"""A council is set up over the API as on the pages: the same bodies, posts and seats, the same events in the record."""

from datetime import timedelta

import pytest

from committees import policies
from committees.models import Body, Councillor, Portfolio, Seat
from core import today
from ledger.models import Entry
from tests import cast
from tests.cast import client_as
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db
HOME = "/api/v1/committees/"
BODY = {
    "kind": "scrutiny",
    "name": "Homes Scrutiny Committee",
    "remit": "Homes.",
    "topics": "homes, rents",
    "quorum": 3,
    "notice_rule": "committees.agenda",
    "voting_scheme": "https://example.org/scheme",
    "disputes_needed": 1,
}


def send(user, path, data=None):
    return client_as(user).post(f"{HOME}{path}", data or {}, content_type="application/json")


def over_the_api(user, path, data):
    answer = send(user, path.format(bodies="bodies/"), data)
    assert answer.status_code in {200, 201}, answer.content


def over_the_pages(user, path, data):
    path = path.format(bodies="")
    answer = client_as(user).post(
        f"/committees/{path}new/" if path.endswith("/seats/") else f"/committees/{path}", data
    )
    assert answer.status_code in {302, 303}, answer.content


def set_up(way, number):
    """What stands at the end, and what was told on the way."""
    clerk = cast.person("Clara Whitby", roles=("clerk",)).user
    person = cast.person(f"Cora Lane {number}", level=3)
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    way(clerk, "portfolios/new/", {"title": f"Homes {number}"})
    portfolio = Portfolio.objects.latest("pk")
    way(
        clerk,
        "{bodies}new/",
        BODY | {"name": f"Homes Scrutiny {number}", "code": f"HOM{number}", "portfolio": portfolio.pk},
    )
    body = Body.objects.latest("pk")
    office = {"person": person.user.email, "ward": cast.ward().pk, "group": "A", "since": str(today())}
    way(clerk, "councillors/new/", office)
    councillor = Councillor.objects.latest("pk")
    way(clerk, f"portfolios/{portfolio.slug}/holder/", {"councillor": councillor.pk})
    held = Portfolio.objects.get(pk=portfolio.pk).holder_id == person.pk
    way(clerk, f"portfolios/{portfolio.slug}/holder/", {"councillor": ""})
    way(clerk, f"{{bodies}}{body.slug}/seats/", {"kind": "councillor"})
    seat = Seat.objects.latest("pk")
    terms = {"who": councillor.pk, "appointed_by": "Full council", "term_ends": str(today() + timedelta(days=300))}
    way(clerk, f"seats/{seat.pk}/fill/", terms | {"eligible": True})
    taken = Seat.objects.values_list("kind", "scope", "appointed_by", "term_ends", "eligible").get(pk=seat.pk)
    way(clerk, f"seats/{seat.pk}/vacate/", {"reason": "Moved away."})
    way(clerk, f"councillors/{councillor.pk}/end/", {"reason": "Moved away."})
    told = Entry.objects.filter(pk__gt=last).order_by("pk").values_list("event", "role", "public")
    rows = Seat.objects.filter(body=body).order_by("pk").values_list("until", "person")
    seats = [(until, holder is None) for until, holder in rows]
    councillor.refresh_from_db()
    return body.topics, body.quorum, taken, held, seats, councillor.until, list(told)


def test_a_council_set_up_over_the_api_is_the_one_set_up_on_the_pages():
    by_api, by_pages = set_up(over_the_api, 1), set_up(over_the_pages, 2)

    assert by_api == by_pages
    assert by_api[3] is True
    assert by_api[4] == [(today(), False), (None, True)]
    assert len(by_api[-1]) >= 8


def test_councillors_in_office_are_listed_for_everybody():
    story = scenes.begun()

    rows = client_as().get(f"{HOME}councillors/").json()["results"]

    assert {"Esi Boateng", "Ravi Hall", "Moira Hall"} <= {row["name"] for row in rows}
    assert str(story.chair.email) not in str(rows)


def test_only_a_clerk_sets_up_a_body():
    story = scenes.begun()

    answer = send(story.chair, "bodies/new/", BODY | {"code": "HOM"})

    assert (answer.status_code, answer.json()["detail"]) == (403, policies.may_create_body(story.chair).reason)
    assert not Body.objects.filter(code="HOM").exists()


def test_a_seat_is_for_somebody_who_was_checked():
    story = scenes.begun()
    seat = story.seats["vacant"]

    answer = send(story.clerk, f"seats/{seat.pk}/fill/", {"who": "nobody", "appointed_by": "x" * 161})

    assert (answer.status_code, sorted(answer.json()["errors"])) == (400, ["appointed_by", "eligible", "who"])
    assert Seat.objects.get(pk=seat.pk).person_id is None


@pytest.mark.parametrize("name", ["Homes Scrutiny Committee", "Homes: Scrutiny Committee", "New", "!!!"])
def test_two_bodies_never_share_an_address(name):
    story = scenes.begun()
    send(story.clerk, "bodies/new/", BODY | {"code": "HOM"})

    answer = send(story.clerk, "bodies/new/", BODY | {"code": "HOM2", "name": name})
    page = client_as(story.clerk).post("/committees/new/", BODY | {"code": "HOM2", "name": name})

    assert (answer.status_code, list(answer.json()["errors"]), page.status_code) == (400, ["name"], 422)


def test_two_posts_never_share_an_address():
    story = scenes.begun()

    answers = [send(story.clerk, "portfolios/new/", {"title": title}) for title in ("Homes", "Homes!", "New", "?")]

    assert [answer.status_code for answer in answers] == [201, 400, 400, 400]
