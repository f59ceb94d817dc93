"""Which words wait for a person: by the place, by a rule, by their likeness to spam; and which never do."""

import pytest

from core import now
from core.verdicts import Refused
from forums.actions import reply, submit_edit, submit_reply, submit_thread
from forums.models import Post, Thread
from forums.states import ForumKind
from moderation.models import Held, HoldRule, Why
from tests.cast import client_as, person
from tests.scenes import forums as scene
from tests.scenes.moderation import settle

SAID = {"body": "Peculiarwords about the bus.", "stance": "for"}


def test_nothing_waits_unless_a_rule_says_so(thread, ben):
    assert isinstance(submit_reply(actor=ben, thread=thread, said=SAID), Post)


def test_youth_forums_look_at_everything_first(facilitator):
    forum = scene.forum(facilitator=facilitator, kind=ForumKind.YOUTH)
    young = person("Kit", age_band="under_16", level=2).user
    from forums.actions import join

    join(actor=young, forum=forum)

    held = submit_thread(actor=young, forum=forum, title="A warm place after school")

    assert isinstance(held, Held)
    assert held.why == ["place"]
    settle(held, facilitator, "keep")
    assert Thread.objects.get().title == "A warm place after school"


def test_a_change_of_the_rules_switches_it_on_and_off(forum, ada, ben):
    thread = scene.thread(forum, by=ada)
    before = submit_reply(actor=ben, thread=thread, said={"body": "The first bus is late again."})
    scene.ruled(forum, premoderated=True)
    while_on = submit_reply(actor=ben, thread=thread, said={"body": "The second one did not come."})
    scene.ruled(forum, premoderated=False)
    after = submit_reply(actor=ben, thread=thread, said={"body": "The third was full, so we walked."})

    assert [isinstance(one, Held) for one in (before, while_on, after)] == [False, True, False]


def test_whoever_looks_is_not_looked_at(thread, facilitator, everything_waits):
    assert isinstance(submit_reply(actor=facilitator, thread=thread, said=SAID), Post)


@pytest.mark.parametrize(
    ("rule", "body", "why"),
    [
        ({"kind": "first_posts", "number": 1}, "My first words.", Why.FIRST_POSTS),
        ({"kind": "words", "words": "fool\nblue badge"}, "What a FOOL.", Why.WORDS),
        ({"kind": "words", "words": "fool\nblue badge"}, "About the Blue  Badge scheme", Why.WORDS),
        ({"kind": "trust", "number": 1}, "Hello", Why.TRUST),
        ({"kind": "links"}, "See https://example.org/plan", Why.LINKS),
    ],
)
def test_each_kind_of_rule_catches_what_it_names(thread, ben, rule, body, why):
    HoldRule.objects.create(**rule, why="Agreed.", since=now())

    held = submit_reply(actor=ben, thread=thread, said={"body": body})

    assert isinstance(held, Held)
    assert held.why == [why]


@pytest.mark.parametrize("rule", [{"active": False}, {"host_key": "forum:0"}])
def test_a_rule_that_is_off_or_of_another_place_catches_nothing(thread, ben, rule):
    HoldRule.objects.create(kind="place", why="Agreed.", since=now(), **rule)

    assert isinstance(submit_reply(actor=ben, thread=thread, said=SAID), Post)


def test_words_inside_other_words_are_no_listed_words(thread, ben):
    HoldRule.objects.create(kind="words", words="ass", why="Agreed.", since=now())

    assert isinstance(submit_reply(actor=ben, thread=thread, said={"body": "The class of 2019"}), Post)


def test_a_change_that_would_wait_is_refused_and_says_what_to_do(thread, ben, forum):
    post = reply(actor=ben, thread=thread, body="The bus is late.")
    HoldRule.objects.create(kind="words", words="idiots", why="Agreed.", since=now())

    with pytest.raises(Refused, match="Write a reply"):
        submit_edit(actor=ben, post=post, body="You are all Idiots!")

    assert Post.objects.get().body == "The bus is late."
    assert not Held.objects.exists()
    assert submit_edit(actor=ben, post=post, body="The bus is early.").version == 2


def test_protected_words_do_not_wait_because_what_waits_names_its_author(thread, ben):
    """Where everything waits, nobody speaks under protection; elsewhere the words are published."""
    HoldRule.objects.create(kind="place", host_key=f"forum:{thread.forum_id}", why="Agreed.", since=now())

    with pytest.raises(Refused, match="looked at first"):
        submit_reply(actor=ben, thread=thread, said=SAID | {"protected": True})

    assert not Held.objects.exists()


def test_what_reads_like_spam_waits_and_only_moderators_are_told_why(thread, ben, facilitator):
    text = "Earn money from home, guaranteed profit, join our Telegram group now https://no-such-cash.xyz"
    client_as(ben).post(f"/forums/threads/{thread.pk}/reply/", {"body": text, "stance": "neutral"})

    held = Held.objects.get()

    assert "spam" in held.why
    assert "spam" not in client_as(ben).get(f"/moderation/held/{held.pk}/").content.decode()
    shown = client_as(facilitator).get(f"/moderation/content/moderation.held/{held.pk}/").content.decode()
    assert "It reads like spam." in shown


def test_the_same_words_again_and_again_wait(thread, ben, ada):
    body = "Come to the jumble sale at the church hall this Saturday, everything must go cheap"

    made = [submit_reply(actor=ben, thread=thread, said={"body": body}) for _ in range(5)]

    assert isinstance(made[0], Post)
    assert isinstance(made[4], Held)
