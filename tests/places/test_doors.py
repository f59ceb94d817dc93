import pytest

from places.actions import add_area, load_birmingham
from tests.cast import client_as

pytestmark = pytest.mark.django_db


def test_the_list_names_every_area(client):
    load_birmingham()

    shown = client.get("/areas/").content.decode()

    assert shown.count("<h3>") == 80
    assert "Weoley &amp; Selly Oak" in shown


def test_a_postcode_leads_to_its_ward_without_javascript(client):
    load_birmingham()

    answer = client.get("/areas/", {"postcode": "b30 9zz"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/areas/stirchley/")


@pytest.mark.parametrize(
    ("postcode", "words"), [("", "Give a postcode"), ("B30", "not a whole postcode"), ("M1 1AE", "none of our areas")]
)
def test_a_postcode_that_leads_nowhere_says_why(client, postcode, words):
    answer = client.get("/areas/", {"postcode": postcode})

    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(client, rows, django_assert_num_queries):
    for number in range(rows):
        add_area(actor=None, kind="ward", code=f"E{number}", name=f"Ward {number}")

    with django_assert_num_queries(1):
        client.get("/areas/")


def test_a_signed_in_person_sees_the_list_too(ada):
    assert client_as(ada).get("/areas/").status_code == 200


def test_the_api_lists_areas_and_finds_a_ward(client):
    load_birmingham()

    found = client.get("/api/v1/areas/", {"kind": "constituency"}).json()
    ward = client.get("/api/v1/areas/by-postcode/", {"postcode": "B30 9ZZ"}).json()
    one = client.get("/api/v1/areas/stirchley/").json()

    assert len(found["results"]) == 10
    assert (ward["code"], ward["parent"], ward["url"]) == ("E05011172", "E14000567", "/areas/stirchley/")
    assert (one["successors"], one["boundary"]) == ([], None)


def test_the_api_says_what_is_wrong_with_a_postcode(client):
    answer = client.get("/api/v1/areas/by-postcode/", {"postcode": "B30"})

    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["postcode"]


def test_the_list_of_areas_leads_on_in_its_own_language(client):
    load_birmingham()

    assert 'href="/en-xa/areas/stirchley/"' in client.get("/en-xa/areas/").content.decode()
