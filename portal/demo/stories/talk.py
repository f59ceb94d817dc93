"""Conversations: one open, one closed with conclusions, something hidden and appealed, a forum that rests and one that ended."""

from forums.actions import (
    close_thread,
    create_forum,
    move_forum,
    pause_forum,
    pin_post,
    reply,
    start_thread,
    write_point,
)
from forums.models import Post
from forums.policies import may_moderate
from forums.states import ForumState
from moderation.actions import appeal, decide, decide_appeal, flag, take
from moderation.models import Reason
from notifications.actions import follow
from portal.demo.acts import fresh, wait
from portal.demo.stage import Story
from portal.demo.world import World


def stories(world: World) -> list[Story]:
    return [_closed(world), _open(world), _moderated(world), _resting(world), _followers(world)]


def _closed(world: World) -> Story:
    yield world.calendar.weekday_ago(75)
    one, two, three = world.members["ASC"][:3]
    thread = start_thread(
        actor=one,
        forum=world.forums["ASC"],
        title="When should we meet?",
        opening="Evenings suit those who work, mornings those who get care.",
    )
    for user, words in (
        (two, "Mornings. I cannot travel after dark."),
        (three, "Evenings. I work until five."),
        (one, "One of each, then?"),
    ):
        reply(actor=user, thread=thread, body=words)
    yield wait(world, 6)
    close_thread(
        actor=world.facilitators["ASC"],
        thread=fresh(thread),
        conclusions="One morning and one evening each month, in turn.",
    )


def _open(world: World) -> Story:
    yield world.calendar.weekday_ago(14)
    speakers = world.members["HOU"]
    thread = start_thread(
        actor=speakers[0],
        forum=world.forums["HOU"],
        title="What did your repair cost you?",
        opening="Days off, ruined carpets, nights in a hotel: write down what it cost.",
    )
    first = reply(
        actor=speakers[1],
        thread=thread,
        body="Three days off work, because nobody comes at the hour they say.",
        stance="for",
    )
    reply(actor=speakers[2], thread=thread, body="The same here, twice.", stance="for", parent=first)
    reply(
        actor=speakers[3],
        thread=thread,
        body="Mine was done well and quickly. It depends on who comes.",
        stance="against",
    )
    pin_post(actor=world.facilitators["HOU"], post=first)
    yield wait(world, 10)
    write_point(
        actor=world.facilitators["HOU"], thread=fresh(thread), text="A repair costs days off work, because nobody says the hour.", posts=[first]
    )  # fmt: skip


def _moderated(world: World) -> Story:
    """Hidden with a reason, appealed, and shown again by another moderator; and one that stays hidden."""
    yield world.calendar.weekday_ago(45)
    forum = world.forums["WST"]
    author, rude, reporter = world.members["WST"][:3]
    facilitator, other = world.facilitators["WST"], world.staff["moderator"]
    thread = start_thread(
        actor=author, forum=forum, title="Who leaves mattresses on Church Road?", opening="Every Monday."
    )
    blunt = reply(
        actor=author, thread=thread, body="The same van, and the council has its number. Somebody is looking away."
    )
    worse = reply(actor=rude, thread=thread, body="The people at number nine are animals.")
    reasons = list(Reason.objects.filter(active=True).order_by("pk"))
    for post in (blunt, worse):
        flag(actor=reporter, subject=post, reason=reasons[0], note="", host_key=f"forum:{forum.pk}")
    yield wait(world, 1)
    for post, words in ((blunt, "This accuses somebody who can be found out."), (worse, "This insults neighbours.")):
        take(actor=facilitator, subject=post, verdict=may_moderate(facilitator, forum))
        decision = decide(
            actor=facilitator, subject=Post.objects.get(pk=post.pk), outcome="hide", reason=reasons[0], statement=words,
            host_key=f"forum:{forum.pk}", verdict=may_moderate(facilitator, forum),
        )  # fmt: skip
        if post.pk == blunt.pk:
            world.kept["decision"] = decision
    stays = decision
    yield wait(world, 2)
    made = appeal(
        actor=author,
        decision=world.kept["decision"],
        subject=Post.objects.get(pk=blunt.pk),
        text="I named nobody. That the council knows the number is in its own answer to my letter.",
    )
    rudely = appeal(actor=rude, decision=stays, subject=Post.objects.get(pk=worse.pk), text="They are, though.")
    yield wait(world, 3)
    take(actor=other, subject=worse, verdict=may_moderate(other, forum))
    decide_appeal(
        actor=other, appeal=rudely, subject=Post.objects.get(pk=worse.pk), outcome="hide",
        statement="It is said of people who can be found, and says nothing about mattresses. It stays hidden.", verdict=may_moderate(other, forum),
    )  # fmt: skip
    take(actor=other, subject=blunt, verdict=may_moderate(other, forum))
    decide_appeal(
        actor=other, appeal=made, subject=Post.objects.get(pk=blunt.pk), outcome="restore",
        statement="Nobody is named, and the statement can be checked. It is shown again.", verdict=may_moderate(other, forum),
    )  # fmt: skip


def _resting(world: World) -> Story:
    yield world.calendar.weekday_ago(100)
    boundaries, legacy = [
        create_forum(
            actor=world.clerk,
            kind="issue",
            title=title,
            code=code,
            purpose="It had a question, and the question has been settled for now.",
        )
        for title, code in (("Ward Boundaries", "BOU"), ("Commonwealth Games Legacy", "CGL"))
    ]
    yield wait(world, 5)
    move_forum(actor=world.clerk, forum=fresh(boundaries), to=ForumState.CLOSED)
    pause_forum(
        actor=world.clerk, forum=fresh(legacy), until=world.calendar.ago(-120).date(),
        reason="The city waits for the audit of the Games. The forum goes on when there is something to read.",
    )  # fmt: skip


def _followers(world: World) -> Story:
    """Some people follow a forum from the beginning, so that news has somewhere to go."""
    yield world.calendar.weekday_ago(288)
    for code, forum in world.forums.items():
        for user in world.members[code][:2]:
            follow(actor=user, subject=forum)
