"""The name under which a service worker speaks under protection, and what becomes of it."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actions import erase_person, merge_persons
from accounts.models import Standing, WorkerKind
from core import clock, now, personal
from forums.models import Post, ProtectedVoice
from forums.protection import voice_of, wrote
from forums.pseudonyms import NAMES, new_name
from forums.sealing import nobodys_tag, tag_of
from forums.states import Voice
from ledger.models import Entry
from tests.cast import client_as, person
from tests.scenes import forums as scene, voices
from tests.scenes.voices import loaded, speak

# --- The name ---------------------------------------------------------------------------------------------------------


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


# --- When people go, or turn out to be one ----------------------------------------------------------------------------


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
