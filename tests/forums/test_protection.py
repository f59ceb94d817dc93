"""Service workers who speak under protection: who may, by which name, and what becomes of it."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actions import erase_person, merge_persons
from accounts.models import Standing, WorkerKind
from core import clock, now, personal
from core.verdicts import Refused
from forums.actions import edit_post, join, reply
from forums.models import Measure, Post, ProtectedVoice
from forums.policies import may_edit_post, may_speak_protected
from forums.protection import protection_of, voice_of, wrote
from forums.pseudonyms import NAMES, new_name
from forums.sealing import nobodys_tag, tag_of
from forums.states import Voice
from ledger.models import Entry
from moderation import hosts
from moderation.actions import appeal
from moderation.policies import may_appeal, may_decide, may_flag
from tests.cast import client_as, person
from tests.scenes import forums as scene, voices
from tests.scenes.moderation import attack, decide


@pytest.fixture
def colleagues(forum):
    return voices.colleagues(forum)


@pytest.fixture
def wanda(forum, colleagues):
    made = voices.worker("Wanda Frost")
    join(actor=made, forum=forum)
    return made


def speak(user, thread, body="The rota leaves ten minutes.", **more):
    return reply(actor=user, thread=thread, body=body, protected=True, **more)


def loaded(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


# --- The name -------------------------------------------------------------------------------------------------------


def test_tags_say_nothing_across_people_forums_or_keys(settings):
    tags = {tag_of(1, 7), tag_of(1, 8), tag_of(2, 7), nobodys_tag()}
    settings.VOICE_KEY = "another key, which nobody else has, of fifty characters"
    tags.add(tag_of(1, 7))

    assert len(tags) == 5
    assert {len(tag) for tag in tags} == {64}


def test_names_are_neutral_and_never_run_out():
    assert len(NAMES) == len(set(NAMES)) > 100
    assert new_name(set(NAMES)).count(" ") == 1


def test_a_protected_post_has_a_voice_and_nobody_for_author(wanda, thread):
    post = speak(wanda, thread)

    assert (post.author, post.voice) == (None, Voice.PROTECTED)
    assert post.author_label == f"Home care worker {post.protected.pseudonym}"
    entry = Entry.objects.get(event="forums.PostPublished", subject_id=post.pk)
    assert (entry.actor_key, entry.role) == ("", "worker")


def test_one_worker_has_one_name_in_a_forum_and_another_in_another(wanda, thread, forum):
    other = scene.forum()
    voices.colleagues(other)

    first, second = speak(wanda, thread), speak(wanda, thread, "And no pay on the way.")
    elsewhere = speak(wanda, scene.thread(other, by=scene.clerk()), "Here too.")

    assert first.protected == second.protected
    assert elsewhere.protected.tag != first.protected.tag
    assert ProtectedVoice.objects.count() == 2


def test_only_the_hour_is_kept(wanda, thread):
    with clock.at(now().replace(minute=37, second=11)):
        post = speak(wanda, thread)
        thread.refresh_from_db()

    assert (post.created_at.minute, post.created_at.second, post.created_at.microsecond) == (0, 0, 0)
    assert Entry.objects.get(event="forums.PostPublished", subject_id=post.pk).at == post.created_at
    assert thread.last_post_at != now()


def test_the_database_refuses_a_post_with_a_name_and_a_voice(wanda, thread):
    post = speak(wanda, thread)

    with pytest.raises(IntegrityError, match="post_names_nobody_it_protects"), transaction.atomic():
        Post.objects.filter(pk=post.pk).update(author=wanda.person)


# --- Who may --------------------------------------------------------------------------------------------------------


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


# --- Their own words ------------------------------------------------------------------------------------------------


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


# --- When people go, or turn out to be one --------------------------------------------------------------------------


def test_whoever_deletes_their_account_leaves_a_voice_that_is_nobodys(wanda, thread, forum):
    post = speak(wanda, thread)
    known = wanda.person

    erase_person(actor=wanda, person=known)

    assert voice_of(known, forum) is None
    assert loaded(post).author_label == post.author_label
    assert loaded(post).body == post.body


def test_a_merged_person_speaks_on_by_the_voice_of_either(wanda, thread, forum, clerk):
    earlier = person("Wanda Frost", level=3)
    post = speak(wanda, thread)
    earlier.created_at = wanda.person.created_at - timedelta(days=1)
    earlier.save()

    kept = merge_persons(actor=clerk, one=earlier, other=wanda.person)

    assert kept == earlier
    assert voice_of(kept, forum) == post.protected
    assert kept.standings.filter(checked_at__isnull=False, worker_kind__code="home-care").exists()


def test_two_voices_of_one_human_being_are_never_joined_in_public(wanda, thread, forum, clerk):
    other = voices.worker("W. Frost")
    first, second = speak(wanda, thread), speak(other, thread, "The same, differently.")

    kept = merge_persons(actor=clerk, one=wanda.person, other=other.person)

    assert loaded(first).author_label != loaded(second).author_label
    assert [wrote(kept.user, loaded(post)) for post in (first, second)] == [True, False]


def test_an_export_has_the_same_sentence_for_everybody(wanda, ada, thread):
    speak(wanda, thread)
    exports = [
        room.export(user.person.pk, user.pk)
        for user in (wanda, ada)
        for room in personal.rooms()
        if room.app == "forums"
    ]

    assert exports[0]["under protection"] == exports[1]["under protection"]
    assert exports[0]["posts"] == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_first_posts_at_once_are_of_one_voice(forum, thread):
    voices.colleagues(forum)
    wanda = voices.worker("Wanda Frost")
    faults, ready = [], threading.Barrier(2)

    def run(words):
        try:
            ready.wait()
            speak(wanda, thread, words)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(words,)) for words in ("One.", "Two.")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert faults == []
    assert ProtectedVoice.objects.count() == 1
    assert Post.objects.filter(protected__isnull=False).count() == 2


def test_an_officer_says_which_kind_of_work_it_is(clerk):
    wanda = person("Wanda Frost", level=3).user
    standing = Standing.objects.create(person=wanda.person, kind="service_worker", of="home care")

    client_as(clerk).post(
        "/me/standings/", {"standing": standing.pk, f"worker_kind_{standing.pk}": WorkerKind.objects.first().code}
    )
    standing.refresh_from_db()

    assert (standing.worker_kind, standing.checked_by) == (WorkerKind.objects.first(), clerk)
