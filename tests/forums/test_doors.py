"""Forums in a browser without scripts, and over the API."""

import re

import pytest
from django.urls import reverse

from core import now
from forums.actions import close_thread, reply
from forums.models import Activity, Forum, Membership, Post, Thread
from moderation.models import Decision, Flag, Reason
from tests.cast import client_as, person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada], title="Buses and Clean Air", code="BUS")


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


@pytest.fixture
def post(thread, ben):
    return reply(actor=ben, thread=thread, body="The 11 is **late**.", stance="for")


PUBLIC = (
    "/forums/",
    "/forums/?q=bus&kind=issue",
    "/forums/{slug}/members/",
    "/forums/{slug}/join/",
    "/forums/{slug}/leave/",
    "/forums/{slug}/threads/",
    "/forums/{slug}/threads/new/",
    "/forums/threads/{thread}/",
    "/forums/threads/{thread}/reply/?parent={post}",
    "/forums/posts/{post}/versions/",
    "/forums/activities/{activity}/",
    "/moderation/flag/forums.post/{post}/",
    "/moderation/figures/",
    "/api/v1/forums/",
    "/api/v1/forums/{slug}/",
    "/api/v1/forums/{slug}/threads/",
    "/api/v1/threads/{thread}/",
    "/api/v1/threads/{thread}/posts/",
    "/api/v1/moderation/reasons/",
    "/api/v1/moderation/figures/",
)


@pytest.mark.parametrize("path", PUBLIC)
def test_everybody_reads_without_a_session(path, forum, thread, post):
    activity = scene.proposals_activity(forum)
    path = path.format(slug=forum.slug, thread=thread.pk, post=post.pk, activity=activity.pk)

    response = client_as().get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert b"csrfmiddlewaretoken" not in response.content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/forums/new/", 403),
        ("/forums/{slug}/edit/", 403),
        ("/forums/{slug}/activities/new/", 403),
        ("/forums/{slug}/mandates/new/", 403),
        ("/forums/threads/{thread}/close/", 403),
        ("/forums/posts/{post}/edit/", 403),
        ("/forums/posts/{post}/pin/", 403),
        ("/moderation/content/forums.post/{post}/", 403),
        ("/moderation/content/forums.post/999/", 404),
        ("/moderation/flag/nothing.here/1/", 404),
        ("/moderation/decision/999/", 404),
        ("/forums/threads/999/", 404),
        ("/forums/nowhere/members/", 404),
    ],
)
def test_staff_pages_say_why_not(path, status, forum, thread, post):
    response = client_as().get(path.format(slug=forum.slug, thread=thread.pk, post=post.pk))

    assert response.status_code == status


def test_a_clerk_sets_a_forum_up_and_appoints(clerk, ada, client):
    browser = client_as(clerk)
    words = {
        "kind": "issue",
        "title": "Home Care",
        "code": "hc",
        "purpose": "Longer *visits*.",
        "topics": "care, homes",
    }

    made = browser.post("/forums/new/", words)

    forum = Forum.objects.get(code="HC")
    assert (made.status_code, made.url) == (302, "/forums/home-care/")
    assert (forum.topics, forum.purpose_html) == (["care", "homes"], "<p>Longer <em>visits</em>.</p>\n")
    assert browser.post("/forums/new/", words).status_code == 422
    assert browser.post("/forums/home-care/facilitators/", {"email": "nobody@example.org"}).status_code == 422
    assert browser.post("/forums/home-care/facilitators/", {"email": ada.email.upper()}).status_code == 302
    assert Membership.objects.facilitators().get().person == ada.person
    assert browser.post("/forums/home-care/state/", {"state": "paused"}).status_code == 302
    assert browser.post("/forums/home-care/state/", {"state": "nonsense"}).status_code == 422
    page = browser.get("/forums/home-care/edit/")
    assert page.status_code == 200
    changed = browser.post("/forums/home-care/edit/", {"title": "Home care", "purpose": "Longer visits."})
    assert changed.status_code == 302
    assert Forum.objects.get().title == "Home care"


def test_joining_and_leaving_in_a_browser(forum, esi):
    browser = client_as(esi)

    assert browser.post(f"/forums/{forum.slug}/join/").status_code == 302
    assert Forum.objects.get().member_count == 3
    assert "Ada Obi" in browser.get(f"/forums/{forum.slug}/members/").content.decode()
    assert browser.post(f"/forums/{forum.slug}/join/").status_code == 403
    assert browser.post(f"/forums/{forum.slug}/leave/").status_code == 302
    page = browser.get(f"/forums/{forum.slug}/members/").content.decode()
    assert Forum.objects.get().member_count == 2
    assert "Ada Obi" not in page
    assert "Fay Lund" in page


def test_who_has_not_said_where_they_live_is_shown_the_way(forum, ben):
    refused = client_as(ben).post(f"/forums/{forum.slug}/join/")

    assert refused.status_code == 403
    assert f'href="{reverse("accounts:address")}"' in refused.content.decode()


def test_talking_in_a_browser(thread, forum, ada, ben):
    browser = client_as(ben)

    empty = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": " "})
    said = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "Who pays?", "stance": "against"})
    first = Post.objects.get()
    answer = client_as(ada).post(f"/forums/threads/{thread.pk}/reply/", {"body": "We do.", "parent": first.pk})

    assert empty.status_code == 422
    assert said.url == f"/forums/posts/{first.pk}/"
    assert browser.get(said.url).url == f"/forums/threads/{thread.pk}/#post-{first.pk}"
    assert answer.status_code == 302
    page = browser.get(f"/forums/threads/{thread.pk}/").content.decode()
    nested = re.search(r'<ol class="replies" role="list"><li><article class="post" id="post-(\d+)"', page)
    assert int(nested[1]) == Post.objects.get(parent=first).pk
    assert "Put it right" in page
    fixed = browser.post(f"/forums/posts/{first.pk}/edit/", {"body": "Who pays for it?"})
    assert fixed.status_code == 302
    assert "<ins>" in browser.get(f"/forums/posts/{first.pk}/versions/").content.decode()


def test_what_is_deep_is_read_flat_and_says_what_it_answers(thread, ada):
    parent = None
    for number in range(7):
        parent = reply(actor=ada, thread=thread, body=f"Level {number}", parent=parent)

    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()

    assert page.count('class="replies"') == 3
    assert page.count("in reply to") == 3
    assert page.count("<li><article") == 7
    talk = page[page.index('<ol class="thread"') :]
    assert talk.count("<ol") == talk.count("</ol>")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("who", ["finn", "ada"])
def test_a_thread_page_costs_the_same_at_one_and_three(thread, ada, number, who, request, django_assert_num_queries):
    made = scene.posts(thread, number, by=ada)
    reply(actor=ada, thread=thread, body="Reply", parent=made[0])
    browser = client_as(request.getfixturevalue(who))
    browser.get("/forums/")

    with django_assert_num_queries({"finn": 3, "ada": 8}[who]):
        browser.get(f"/forums/threads/{thread.pk}/")


@pytest.mark.parametrize("number", [1, 3])
def test_lists_cost_the_same_at_one_and_three(forum, ada, number, django_assert_num_queries):
    for one in range(number):
        scene.thread(forum, by=ada, title=f"Conversation {one}")
        scene.forum(title=f"Another forum {one}")
    browser = client_as()

    with django_assert_num_queries(2):
        browser.get(f"/forums/{forum.slug}/threads/")
    with django_assert_num_queries(2):
        browser.get("/forums/")


def test_a_facilitator_runs_a_conversation(thread, post, facilitator, forum):
    browser = client_as(facilitator)

    assert browser.get(f"/forums/posts/{post.pk}/pin/").status_code == 200
    assert browser.post(f"/forums/posts/{post.pk}/pin/").status_code == 302
    assert browser.post(f"/forums/threads/{thread.pk}/pin/").status_code == 302
    assert "Put at the top by a facilitator" in browser.get(f"/forums/threads/{thread.pk}/").content.decode()
    assert browser.post(f"/forums/threads/{thread.pk}/close/", {"conclusions": "Short"}).status_code == 422
    words = {"conclusions": "We ask for the 11 to run every eight minutes."}
    assert browser.post(f"/forums/threads/{thread.pk}/close/", words).status_code == 302
    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert "every eight minutes" in page
    assert browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "More"}).status_code == 403


def test_activities_in_a_browser(forum, facilitator):
    browser = client_as(facilitator)
    words = {
        "kind": "proposals",
        "title": "Ideas for the 11",
        "opens_at": "2026-01-05T09:00",
        "threshold": "",
        "minimum_level": "2",
        "months_open": "12",
    }

    assert browser.post(f"/forums/{forum.slug}/activities/new/", words).status_code == 422
    made = browser.post(f"/forums/{forum.slug}/activities/new/", words | {"threshold": "1500"})
    activity = Activity.objects.get()
    assert made.url == f"/forums/activities/{activity.pk}/"
    changed = browser.post(f"/forums/activities/{activity.pk}/edit/", words | {"threshold": "900", "title": "Ideas"})
    activity.refresh_from_db()
    assert (changed.status_code, activity.threshold, activity.title) == (302, 900, "Ideas")
    Activity.objects.update(frozen_at=now())
    browser.post(f"/forums/activities/{activity.pk}/edit/", words | {"threshold": "5", "title": "Ideas again"})
    activity.refresh_from_db()
    assert (activity.threshold, activity.title) == (900, "Ideas again")


def test_mandates_in_a_browser(forum, facilitator, ada):
    browser = client_as(facilitator)
    words = {"person": ada.person.pk, "text": "Speak for shorter waits.", "since": "2026-03-01"}

    assert browser.get(f"/forums/{forum.slug}/mandates/new/").status_code == 200
    assert browser.post(f"/forums/{forum.slug}/mandates/new/", words | {"person": "0"}).status_code == 422
    assert browser.post(f"/forums/{forum.slug}/mandates/new/", words).status_code == 302
    assert "shorter waits" in client_as().get(f"/forums/{forum.slug}/members/").content.decode()
    assert browser.post(f"/forums/mandates/{forum.mandates.get().pk}/recall/").status_code == 302
    assert browser.post(f"/forums/mandates/{forum.mandates.get().pk}/recall/").status_code == 403


def test_reporting_hiding_and_appealing_in_a_browser(post, thread, ada, ben, facilitator, dov):
    flagged = client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/", {"reason": "personal_attack"})
    assert (flagged.status_code, Flag.objects.count()) == (302, 1)
    assert client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/", {}).status_code == 403
    desk = client_as(facilitator)
    at = f"/moderation/content/forums.post/{post.pk}/"
    assert "Personal attack" in desk.get(at).content.decode()
    assert desk.post(at, {"outcome": "hide"}).status_code == 422
    done = desk.post(at, {"outcome": "hide", "reason": "personal_attack", "statement": "Please say it kindly."})
    decision = Decision.objects.get()
    assert done.url == f"/moderation/decision/{decision.pk}/"
    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert "Hidden by a moderator: Personal attack." in page
    assert "late" not in page
    assert "kindly" not in client_as().get(done.url).content.decode()
    assert "kindly" in client_as(ben).get(done.url).content.decode()
    assert client_as(ben).post(f"{done.url}appeal/", {"text": "no"}).status_code == 422
    assert client_as(ben).post(f"{done.url}appeal/", {"text": "I meant the bus, not a person."}).status_code == 302
    answer = f"/moderation/appeal/{decision.appeal.pk}/"
    assert desk.get(answer).status_code == 403
    assert client_as(dov).get(answer).status_code == 200
    assert client_as(dov).post(answer, {"outcome": "restore", "statement": "It was the bus."}).status_code == 302
    assert "late" in client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert "1 succeeded" in client_as().get("/moderation/figures/").content.decode()


def test_a_hidden_conversation_shows_the_reason_and_not_its_title(thread, forum, facilitator, dov):
    at = f"/moderation/content/forums.thread/{thread.pk}/"
    words = {"outcome": "hide", "reason": "advertising", "statement": "This sells something."}

    assert client_as(dov).post(at, words).status_code == 302

    for path in (f"/forums/threads/{thread.pk}/", f"/forums/{forum.slug}/threads/"):
        page = client_as().get(path).content.decode()
        assert "Shorter waits" not in page
        assert "Advertising" in page
    assert client_as().get(f"/api/v1/threads/{thread.pk}/").json()["title"] == ""


def test_the_same_acts_over_the_api(forum, thread, ada, ben, esi):
    api = client_as(ben)

    def send(path, **body):
        return api.post(f"/api/v1/{path}", body, content_type="application/json")

    assert send(f"forums/{forum.slug}/join/").status_code == 403
    assert send(f"forums/{forum.slug}/threads/", title="A new matter").json()["remedy_url"].endswith("/join/")
    said = send(f"threads/{thread.pk}/posts/", body="Over the API", stance="for")
    assert (said.status_code, said.json()["html"]) == (201, "<p>Over the API</p>\n")
    assert send(f"threads/{thread.pk}/posts/", body="").json()["errors"].keys() == {"body"}
    assert send(f"threads/{thread.pk}/posts/", body="x", parent=999999).status_code == 404
    found = client_as().get(f"/api/v1/threads/{thread.pk}/posts/").json()
    assert [row["author"] for row in found["results"]] == ["Ben Price"]
    assert (found["next"], found["previous"]) == (None, None)
    api = client_as(esi)
    assert send(f"forums/{forum.slug}/join/").status_code == 204
    assert send(f"forums/{forum.slug}/threads/", title="A new matter").status_code == 201
    assert send("moderation/flags/", kind="forums.post", id=said.json()["id"], reason="unlawful").status_code == 201
    assert send("moderation/flags/", kind="forums.post", id=0, reason="unlawful").status_code == 404
    assert send(f"forums/{forum.slug}/leave/").status_code == 204


def test_signed_out_nobody_acts(forum, thread, post):
    for path in (
        f"/forums/{forum.slug}/join/",
        f"/forums/{forum.slug}/threads/new/",
        f"/forums/threads/{thread.pk}/reply/",
        f"/forums/threads/{thread.pk}/pin/",
        f"/moderation/flag/forums.post/{post.pk}/",
        f"/forums/{forum.slug}/facilitators/",
    ):
        assert client_as().post(path, {"body": "x", "title": "A title", "reason": "unlawful"}).status_code == 403
    assert client_as().post(f"/api/v1/threads/{thread.pk}/posts/", {"body": "x"}).status_code == 401
    assert (Thread.objects.count(), Post.objects.count()) == (1, 1)


def test_too_many_posts_in_an_hour_are_told_to_wait(thread, ben):
    browser = client_as(ben)
    for _ in range(60):
        browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": ""})

    refused = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "One more"})

    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


def test_reasons_are_data(db):
    assert Reason.objects.active().count() == 7


def test_a_closed_thread_shows_what_came_of_it(thread, facilitator):
    close_thread(actor=facilitator, thread=thread, conclusions="We agreed on the route of the 11.")

    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()

    assert "We agreed on the route" in page
    assert "This conversation is closed" in page
