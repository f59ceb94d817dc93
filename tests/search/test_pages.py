"""The search page and its API."""

import pytest

from search import actions
from tests.scenes.search import KIND, document, learned

pytestmark = pytest.mark.django_db


def test_without_a_question_there_is_the_form_alone(client):
    answer = client.get("/search/")

    text = answer.content.decode()
    assert (answer.status_code, 'name="q"' in text, "Nothing was found" in text) == (200, True, False)
    assert "csrf" not in text


def test_what_was_found_is_listed_with_its_words_marked(client):
    document("Later buses", "Run buses until two.")

    text = client.get("/search/", {"q": "buses"}).content.decode()

    assert "Later <mark>buses</mark>" in text
    assert "1 found, the best first." in text


def test_the_page_says_which_word_was_tried_instead(client):
    learned("A library")

    text = client.get("/search/", {"q": "libary"}).content.decode()

    assert "Nothing was found for “libary”. This is what was found for “library”." in text


def test_a_question_with_markup_in_it_is_shown_as_text(client):
    text = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert(1)" not in text
    assert "Nothing was found for “&lt;script&gt;alert(1)&lt;/script&gt;”." in text


def test_htmx_gets_the_results_alone(client):
    document("Later buses")

    text = client.get("/search/", {"q": "buses"}, headers={"HX-Request": "true"}).content.decode()

    assert text.startswith('<div id="found"')


def test_filters_stay_in_the_address_from_page_to_page(client):
    for number in range(21):
        document(f"Buses {number}", group="forum:1")

    text = client.get("/search/", {"q": "buses", "kind": KIND, "group": "forum:1"}).content.decode()

    assert "?q=buses&amp;kind=meetings.gathering&amp;group=forum%3A1&amp;after=" in text


def test_a_kind_that_nobody_knows_is_no_filter(client):
    document("Later buses")

    assert "1 found" in client.get("/search/", {"q": "buses", "kind": "no.such"}).content.decode()


def test_too_many_questions_from_one_address_wait(client, settings):
    settings.FOLKMOOT_LIMITS_OFF = False
    codes = [client.get("/search/", {"q": f"word{number}"}).status_code for number in range(121)]

    assert (codes[119], codes[120]) == (200, 429)


def test_the_api_finds_the_same(client):
    made = document("Later buses", "Run buses until two.")

    found = client.get("/api/v1/search/", {"q": "buses"}).json()

    assert [(row["id"], row["title"], row["url"]) for row in found["results"]] == [
        (made.subject_id, "Later <mark>buses</mark>", f"/meetings/{made.subject_id}/")
    ]
    assert (found["total_estimate"], found["corrected"], found["kinds"]) == (1, "", {KIND: 1})


def test_the_api_offers_what_is_like_a_title(client):
    made, _other = learned("Later buses for shift workers", "A pool")

    found = client.get("/api/v1/search/similar/", {"title": "later shift buses", "kind": KIND}).json()

    assert [row["id"] for row in found] == [made.subject_id]


def test_a_hidden_record_is_gone_at_once(client):
    made = document("Later buses")

    actions.withdraw(subject_kind=KIND, subject_id=made.subject_id)

    assert "Nothing was found" in client.get("/search/", {"q": "buses"}).content.decode()
