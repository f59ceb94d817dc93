"""Who may speak under protection, and what they can do with their own words."""

from datetime import timedelta

import pytest

from accounts.models import Standing
from core import clock, now
from core.verdicts import Refused
from forums.actions import edit_post, reply
from forums.models import Measure, Post
from forums.policies import may_edit_post, may_speak_protected
from forums.protection import protection_of
from ledger.models import Entry
from moderation import hosts
from moderation.actions import appeal
from moderation.policies import may_appeal, may_decide, may_flag
from tests.cast import client_as, person
from tests.scenes import voices
from tests.scenes.moderation import attack, decide
from tests.scenes.voices import loaded, speak

# --- Who may ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("finn", "Sign in first."),
        ("ada", "Service workers speak under protection once an officer has seen that they are."),
        ("unseen", "Service workers speak under protection once an officer has seen that they are."),
        ("clerk", "Service workers speak under protection once an officer has seen that they are."),
        ("wanda", ""),
    ],
)
def test_whose_work_an_officer_has_seen_may_speak_under_protection(who, answer, request, forum, colleagues):
    if who == "unseen":
        user = person("Una Price", level=3).user
        Standing.objects.create(person=user.person, kind="service_worker", of="home care")
    else:
        user = request.getfixturevalue(who)

    assert str(may_speak_protected(user, forum).reason) == answer


def test_where_hardly_anybody_is_known_as_a_worker_protection_would_not_hide_and_is_refused(forum, thread):
    alone = voices.worker("Wanda Frost")

    with pytest.raises(Refused, match="So few people"):
        speak(alone, thread)
    assert not Post.objects.exists()


def test_a_small_group_is_not_named(forum, thread):
    voices.colleagues(forum, 4)
    voices.colleagues(forum, 5, kind="library")
    wanda = voices.worker("Wanda Frost")

    post = speak(wanda, thread)

    assert post.author_label == f"Service worker {post.protected.pseudonym}"
    assert protection_of(wanda, forum).is_broader


def test_the_size_of_a_group_is_a_row(forum, thread, wanda):
    Measure.objects.create(key="voice.smallest_group", version=2, amount=50, valid_from=now().date())

    with pytest.raises(Refused, match="So few people"):
        speak(wanda, thread)


def test_a_voice_grows_broader_and_never_narrower(forum, thread, wanda, colleagues):
    before = speak(wanda, thread)
    Standing.objects.filter(person=colleagues[0].person).delete()
    Standing.objects.filter(person=colleagues[1].person).delete()
    voices.colleagues(forum, 2, kind="library")

    speak(wanda, thread, "Again.")
    broader = loaded(before).author_label
    voices.colleagues(forum, 4)
    after = speak(wanda, thread, "And again.")

    assert broader == after.author_label == f"Service worker {before.protected.pseudonym}"


def test_two_ways_of_speaking_in_one_conversation_need_a_second_yes(wanda, thread):
    reply(actor=wanda, thread=thread, body="By name.")

    with pytest.raises(Refused, match="under your name already"):
        speak(wanda, thread)
    post = speak(wanda, thread, sure=True)
    with pytest.raises(Refused, match="under protection already"):
        reply(actor=wanda, thread=thread, body="By name again.")

    assert post.protected is not None


def test_the_page_warns_and_asks_again(wanda, thread):
    browser = client_as(wanda)
    browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "By name."})

    refused = browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "Not by name.", "protected": "on"})
    taken = browser.post(
        f"/forums/threads/{thread.pk}/reply/", {"body": "Not by name.", "protected": "on", "sure": "on"}
    )

    assert refused.status_code == 422
    assert "under your name already" in refused.content.decode()
    assert "Not by name." in refused.content.decode()
    assert taken.status_code == 302


def test_the_api_warns_and_asks_again(wanda, thread):
    browser, address = client_as(wanda), f"/api/v1/threads/{thread.pk}/posts/"
    browser.post(address, {"body": "By name."}, content_type="application/json")
    said = {"body": "Not by name.", "protected": True}

    refused = browser.post(address, said, content_type="application/json")
    taken = browser.post(address, {**said, "sure": True}, content_type="application/json")

    assert (refused.status_code, taken.status_code) == (403, 201)
    assert taken.json()["voice"] == "protected"
    assert "Wanda" not in taken.content.decode()


@pytest.mark.parametrize(("who", "offered"), [("wanda", True), ("ada", False), ("finn", False)])
def test_the_box_is_there_for_those_who_may(who, offered, request, thread, colleagues):
    page = client_as(request.getfixturevalue(who)).get(f"/forums/threads/{thread.pk}/").content.decode()

    assert ("Speak as a protected service worker" in page) is offered


# --- Their own words --------------------------------------------------------------------------------------------------


def test_a_worker_puts_their_post_right_until_a_quarter_past_the_next_hour(wanda, thread, ada):
    with clock.at(now().replace(minute=50)):
        post = speak(wanda, thread)
    begun = post.created_at

    with clock.at(begun + timedelta(minutes=74)):
        assert may_edit_post(wanda, loaded(post))
        assert not may_edit_post(ada, loaded(post))
        edited = edit_post(actor=wanda, post=loaded(post), body="Eleven minutes.")
    with clock.at(begun + timedelta(minutes=76)):
        assert not may_edit_post(wanda, loaded(post))

    assert edited.version == 2
    assert Entry.objects.get(event="forums.PostEdited").actor_key == ""


def test_nobody_reports_or_moderates_their_own_voice(forum, thread, colleagues):
    facilitator = voices.worker("Fay Second")
    post = loaded(speak(facilitator, thread))

    assert str(may_flag(facilitator, post).reason) == "These are your own words."
    assert not may_decide(facilitator, post, hosts.may_moderate(person("Mo", roles=("moderator",)).user, post))


def test_an_appeal_is_the_voices_and_names_nobody(wanda, thread, facilitator, ada):
    post = loaded(speak(wanda, thread))
    hidden = decide(
        actor=facilitator,
        subject=post,
        outcome="hide",
        reason=attack(),
        statement="Too close.",
        host_key="forum:1",
        verdict=hosts.may_moderate(facilitator, post),
    )

    assert not may_appeal(ada, hidden, loaded(post))
    made = appeal(actor=wanda, decision=hidden, subject=loaded(post), text="It names nobody at all.")

    assert (made.by, made.at.minute) == (None, 0)
    assert Entry.objects.get(event="moderation.AppealMade").actor_key == ""
    page = client_as(wanda).get(f"/forums/{thread.forum.slug}/voice/").content.decode()
    assert "Too close." in page
    assert "Your appeal waits for a second person." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_voice_costs_the_same_at_one_and_three(wanda, thread, number, django_assert_num_queries):
    for one in range(number):
        speak(wanda, thread, f"Post {one}.")
    browser = client_as(wanda)
    browser.get("/forums/")

    with django_assert_num_queries(19):
        browser.get(f"/forums/{thread.forum.slug}/voice/")


def test_the_api_tells_a_worker_of_their_voice_and_nobody_else(wanda, ada, thread):
    post = speak(wanda, thread)
    address = f"/api/v1/forums/{thread.forum.slug}/voice/"

    mine, anothers, nobodys = (client_as(who).get(address) for who in (wanda, ada, None))

    assert (mine.json()["name"], [one["id"] for one in mine.json()["posts"]]) == (post.author_label, [post.pk])
    assert (anothers.json()["name"], anothers.json()["posts"]) == ("", [])
    assert nobodys.status_code in (401, 403)
    assert "no-store" in mine.headers["Cache-Control"]
