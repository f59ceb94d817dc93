"""A conversation in a browser without scripts, from the first word to its conclusions."""

import re

import pytest

from forums.actions import close_thread, reply
from forums.models import Post
from tests.cast import client_as
from tests.scenes import forums as scene


def test_talking_in_a_browser(thread, forum, ada, ben):
    browser = client_as(ben)

    empty = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": " "})
    said = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "Who pays?", "stance": "against"})
    first = Post.objects.get()
    answer = client_as(ada).post(f"/forums/threads/{thread.pk}/reply/", {"body": "We do.", "parent": first.pk})

    assert empty.status_code == 422
    assert said.url == f"/forums/posts/{first.pk}/"
    assert f'id="post-{first.pk}"' in browser.get(said.url).text
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

    opener = Post.objects.get(depth=0)
    page = client_as().get(f"/forums/threads/{thread.pk}/?under={opener.pk}").content.decode()

    assert page.count('class="replies"') == 3
    assert page.count("in answer to") == 3
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

    with django_assert_num_queries({"finn": 2, "ada": 12}[who]):
        browser.get(f"/forums/threads/{thread.pk}/")


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


def test_too_many_posts_in_an_hour_are_told_to_wait(thread, ben):
    browser = client_as(ben)
    for _ in range(60):
        browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": ""})

    refused = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "One more"})

    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


def test_a_closed_thread_shows_what_came_of_it(thread, facilitator):
    close_thread(actor=facilitator, thread=thread, conclusions="We agreed on the route of the 11.")

    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()

    assert "We agreed on the route" in page
    assert "This conversation is closed" in page
