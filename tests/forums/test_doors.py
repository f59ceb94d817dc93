"""Forums in a browser without scripts, and over the API: who reads, who is told why not."""

import pytest

from forums.models import Post, Thread
from tests.cast import client_as
from tests.scenes import forums as scene

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
