"""A protected worker speaks, is reported, hidden, appeals and is heard: and nothing anywhere says who it was."""

import logging
from types import SimpleNamespace

import pytest
from django.urls import reverse

from accounts import actions as accounts
from core import now
from forums.actions import join, reply
from forums.models import Post, ProtectedVoice
from forums.protection import voice_of
from forums.sealing import tag_of
from ledger.actions import record
from ledger.delivery import deliver_due
from moderation.models import Appeal, Decision
from notifications.actions import follow
from notifications.models import Notice
from notifications.sending import send_waiting
from search.models import Document
from tests import cast
from tests.doors import searching
from tests.doors.addresses import addresses
from tests.doors.table import TABLE
from tests.doors.world import ROLES
from tests.scenes import forums as scene, voices

pytestmark = pytest.mark.django_db
WORDS = "Ten minutes for a visit, and eleven to drive there"
LATER = "Ten minutes for a visit, and twelve to drive there"
APPEAL = "These are the plain figures of the rota, and nobody is named in them."


@pytest.fixture(autouse=True)
def _no_limits(settings):
    settings.FOLKMOOT_LIMITS_OFF = False


@pytest.fixture
def heard(world, mailoutbox, caplog):
    """The whole story, through the pages; with what was known of the person before it and after it."""
    forum = world.one.forum
    person = voices.worker(user=voices.hidden_person())
    voices.colleagues(forum)
    join(actor=person, forum=forum)
    accounts.build_export(export_id=accounts.ask_export(actor=person).pk)
    facilitator, moderator = world.one.forum_place.facilitator, world.people["moderator"]
    reporter = world.people["neighbour"]
    thread = scene.thread(forum, by=world.one.forum_place.member, title="How long is a visit?")
    follow(actor=reporter, subject=thread)
    settle()
    browsers = {user.pk: cast.client_as(user) for user in (person, facilitator, moderator, reporter)}
    names = searching.names_of(person)
    story = SimpleNamespace(person=person, forum=forum, thread=thread, names=names, mails=mailoutbox)
    story.before = (searching.rows_with(names), searching.kept_in_redis(names))
    caplog.set_level(logging.DEBUG)
    mailoutbox.clear()

    mine = browsers[person.pk]
    sent(mine, "forums:reply", thread.pk, body=WORDS, stance="against", protected="on")
    story.post = Post.objects.latest("pk")
    sent(mine, "forums:edit_post", story.post.pk, body=LATER)
    sent(browsers[reporter.pk], "moderation:flag", "forums.post", story.post.pk, reason=world.one.decision.reason.code)
    settle()
    sent(browsers[facilitator.pk], "moderation:take", "forums.post", story.post.pk)
    sent(
        browsers[facilitator.pk],
        "moderation:content",
        "forums.post",
        story.post.pk,
        outcome="hide",
        reason=world.one.decision.reason.code,
        statement="A service user could be known from this.",
    )
    story.decision = Decision.objects.latest("pk")
    settle()
    sent(mine, "moderation:appeal", story.decision.pk, text=APPEAL)
    story.appeal = Appeal.objects.latest("pk")
    settle()
    story.at_the_appeal = look(world, story, [("moderator", moderator)])
    sent(browsers[moderator.pk], "moderation:take", "forums.post", story.post.pk)
    sent(
        browsers[moderator.pk],
        "moderation:answer",
        story.appeal.pk,
        outcome="restore",
        statement="Nobody is named in it.",
    )
    settle()
    mine.get(reverse("forums:voice", args=[forum.slug]))
    story.post.refresh_from_db()
    story.voice = story.post.protected
    story.after = (searching.rows_with(names), searching.kept_in_redis(names))
    story.log = caplog.text
    caplog.set_level(logging.CRITICAL)
    return story


def sent(browser, name, *args, **data):
    response = browser.post(reverse(name, args=args), data)
    assert response.status_code == 302, (name, response.status_code, response.content.decode()[-600:])


def settle():
    while deliver_due():
        pass
    send_waiting()


def look(world, story, people, names=()):
    """The pages about the post, as these people; those that say who wrote it, or that say the voice beside the person."""
    own = [
        *(reverse("forums:thread", args=[story.thread.pk]), reverse("forums:post", args=[story.post.pk])),
        *(reverse("forums:versions", args=[story.post.pk]), reverse("forums:reply", args=[story.thread.pk])),
        *(reverse("api:thread", args=[story.thread.pk]), reverse("api:thread-posts", args=[story.thread.pk])),
        reverse("moderation:content", args=["forums.post", story.post.pk]),
        reverse("moderation:flag", args=["forums.post", story.post.pk]),
        *(reverse("moderation:decision", args=[pk]) for pk in Decision.objects.values_list("pk", flat=True)),
        *(reverse("moderation:answer", args=[pk]) for pk in Appeal.objects.values_list("pk", flat=True)),
        *(reverse("forums:voice", args=[story.forum.slug]), reverse("forums:edit_post", args=[story.post.pk])),
        f"{reverse('search:search')}?q=twelve+minutes+visit",
        f"{reverse('api:search')}?q=twelve+minutes+visit",
        *(reverse("ledger:record"), reverse("api:record"), reverse("api:record_everything")),
    ]
    addresses = [*own, *names]
    voice = {Post.objects.get(pk=story.post.pk).protected.pseudonym, LATER, WORDS, APPEAL}
    faults, shown = [], 0
    for role, user in people:
        browser = cast.client_as(user, raise_request_exception=False)
        for address in addresses:
            text = answered(browser, address)
            shown += any(word in text for word in voice)
            if any(name in text for name in story.names) and (address in own or any(word in text for word in voice)):
                faults.append(f"{role} reads who it was at {address}")
    return SimpleNamespace(faults=faults, shown=shown)


def answered(browser, address):
    response = browser.get(address, follow=True)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace") + str(response.headers)


def test_the_story_is_told_to_its_end(heard):
    assert (heard.post.body, heard.post.is_hidden, heard.post.version) == (LATER, False, 2)
    assert (heard.post.author_id, heard.appeal.by_id) == (None, None)
    assert heard.post.author_label == f"Home care worker {heard.voice.pseudonym}"
    assert Document.objects.filter(subject_kind="forums.post", subject_id=heard.post.pk).exists()


def test_nothing_that_knows_the_person_was_written_while_the_voice_spoke(heard):
    """Rows and Redis that hold the name, the address or a key of the person are what they were: so nothing ties them to the voice."""
    assert heard.after[0] == heard.before[0]
    assert heard.after[1] == heard.before[1]


def test_no_row_holds_both_the_person_and_the_voice(heard):
    assert searching.rows_with_both(heard.names, searching.names_of_voice(heard.voice)) == []
    assert searching.fields_that_reach_a_person() == []


def test_with_the_key_the_service_finds_its_worker_again_and_without_it_nobody(heard, settings):
    assert voice_of(heard.person.person, heard.forum) == heard.voice

    settings.VOICE_KEY = "another key altogether, as long as a key has to be, and longer"

    assert voice_of(heard.person.person, heard.forum) is None


def test_no_page_and_no_answer_of_the_api_says_who_it_was_to_anybody(world, heard):
    people = {role: world.who(role, world.one.forum_place) for role in ROLES}
    colleague = voices.worker("Colette Amsler")

    found = look(world, heard, [*people.items(), ("colleague", colleague)])

    assert heard.at_the_appeal.faults == []
    assert found.faults == []
    assert found.shown > 60


def test_no_other_address_says_who_it_was(world, heard):
    """Every door of the house, as those who see most."""
    doors = [TABLE[address.name].url(world, address.name) for address in addresses() if not TABLE[address.name].post]
    people = [(role, world.who(role, world.one.forum_place)) for role in ("administrator", "facilitator")]

    assert look(world, heard, people, dict.fromkeys(doors)).faults == []


def test_no_export_no_mail_and_no_line_of_a_log_says_who_it_was(world, heard, settings):
    mails = [f"{mail.subject} {mail.to} {mail.body} {mail.message()}" for mail in heard.mails]
    told = [mail for mail in mails if "visit" in mail]

    assert [mail for mail in mails if any(name in mail for name in heard.names)] == []
    assert [line for line in heard.log.splitlines() if any(name in line for name in heard.names)] == []
    assert "/reply/" in heard.log
    assert told or Notice.objects.filter(subject_id=heard.post.pk).exists()
    for somebody in (heard.person, world.people["neighbour"], world.one.forum_place.facilitator):
        assert WORDS not in exported(somebody) and LATER not in exported(somebody)
        assert heard.voice.pseudonym not in exported(somebody)
        assert "is in no file" in exported(somebody)


def exported(user):
    from core import personal

    return str({room.app: room.export(user.person.pk, user.pk) for room in personal.rooms()})


@pytest.mark.parametrize("leak", ["follow", "actor", "log", "redis"])
def test_a_planted_leak_is_found(heard, leak):
    from django.contrib.admin.models import LogEntry

    from core.redis import client
    from forums.events import PostEdited

    if leak == "follow":
        follow(actor=heard.person, subject=heard.post)
    elif leak == "actor":
        record(PostEdited(post_id=heard.post.pk, version=3, digest="d"), actor=heard.person, subject=heard.post)
    elif leak == "log":
        LogEntry.objects.create(user=heard.person, action_flag=2, object_repr=heard.voice.pseudonym, action_time=now())
    else:
        client().set(f"limit:post:u{heard.person.pk}", 1)
    names = heard.names | searching.names_of(heard.person)

    found = (searching.rows_with(names), searching.kept_in_redis(names))

    assert found != heard.before
    if leak == "log":
        assert len(searching.rows_with_both(names, searching.names_of_voice(heard.voice))) == 1


def test_voices_of_one_person_in_two_forums_have_nothing_in_common(heard):
    other = scene.forum()
    voices.colleagues(other)
    join(actor=heard.person, forum=other)
    post = reply(
        actor=heard.person, thread=scene.thread(other, by=heard.person), body="Here too.", protected=True, sure=True
    )

    assert post.protected.tag != heard.voice.tag
    assert post.protected.tag == tag_of(other.pk, heard.person.person.pk)
    assert ProtectedVoice.objects.filter(tag=heard.voice.tag).count() == 1
