"""What comes in to moderation: a link of somebody new released and another that waits, somebody blocked who appeals, an election to come.

The months of figures come from the nights of the stage, as they would have come.
"""

from datetime import date, timedelta

from accounts.models import Level
from core import today
from forums.actions import enter_election, reply, start_thread, submit_reply
from forums.models import Post
from forums.policies import may_moderate
from moderation.actions import appeal, block_person, decide, flag, take
from moderation.models import Held, Reason
from moderation.queries.blocks import decision_of
from portal.demo.acts import wait
from portal.demo.stage import Story
from portal.demo.world import World

MAY = 5


def stories(world: World) -> list[Story]:
    return [_kept(world), _read_first(world), _blocked(world), _election(world)]


def _kept(world: World) -> Story:
    """A report some months ago that a facilitator looked at, and the words stand."""
    yield world.calendar.weekday_ago(75)
    forum, facilitator = world.forums["HOU"], world.facilitators["HOU"]
    one, two = world.members["HOU"][:2]
    thread = start_thread(actor=one, forum=forum, title="Letters about arrears", opening="Who writes them like that?")
    blunt = reply(actor=two, thread=thread, body="Whoever wrote mine has never had to choose what to pay first.")
    reason = Reason.objects.get(code="personal_attack")
    flag(actor=one, subject=blunt, reason=reason, note="", host_key=f"forum:{forum.pk}")
    yield wait(world, 1)
    allowed = may_moderate(facilitator, forum)
    post = Post.objects.select_related("thread__forum", "thread__activity", "author").get(pk=blunt.pk)
    take(actor=facilitator, subject=post, verdict=allowed)
    decide(
        actor=facilitator, subject=post, outcome="keep", reason=None, statement="It is about a letter, not about a person.",
        host_key=f"forum:{forum.pk}", verdict=allowed,
    )  # fmt: skip


def _read_first(world: World) -> Story:
    """Links of somebody new wait: one was released within a day, one waits now."""
    yield world.calendar.weekday_ago(24)
    forum, facilitator = world.forums["HOU"], world.facilitators["HOU"]
    thread = start_thread(
        actor=world.members["HOU"][0], forum=forum, title="Damp in the stairwells", opening="Who has had it measured?"
    )
    new, newer = (world.person(level=Level.DECLARED) for _ in range(2))
    held = submit_reply(
        actor=new, thread=thread, said={"body": "I wrote down how to measure it: https://damp.example.org/how-to"}
    )
    assert isinstance(held, Held)
    yield wait(world, 1)
    allowed = may_moderate(facilitator, forum)
    take(actor=facilitator, subject=held, verdict=allowed)
    decide(
        actor=facilitator, subject=Held.objects.get(pk=held.pk), outcome="keep", reason=None,
        statement="It is about the subject.", host_key=held.host_key, verdict=allowed,
    )  # fmt: skip
    yield world.calendar.weekday_ago(1)
    submit_reply(
        actor=newer,
        thread=thread,
        said={"body": "Our block's readings since March: https://readings.example.org/block"},
    )


def _blocked(world: World) -> Story:
    """The same advertisement again and again; what they wrote is hidden, and they appeal to another person."""
    yield world.calendar.weekday_ago(8)
    forum, moderator = world.forums["WST"], world.staff["moderator"]
    seller, member = world.person(), world.members["WST"][0]
    thread = start_thread(
        actor=member, forum=forum, title="Where did the bottle bank go?", opening="It was by the shop."
    )
    reason = Reason.objects.get(code="advertising")
    for number in range(3):
        said = reply(actor=seller, thread=thread, body=f"Skips for hire, ring me, the {number + 1}. week half price.")
        flag(actor=member, subject=said, reason=reason, note="", host_key=f"forum:{forum.pk}")
    yield wait(world, 1)
    block = block_person(
        actor=moderator, person=seller.person, reason=reason, hides=True,
        statement="Three advertisements in a conversation about something else.", until=today() + timedelta(days=90),
    )  # fmt: skip
    yield wait(world, 2)
    decision = decision_of(block)
    assert decision is not None
    appeal(
        actor=seller,
        decision=decision,
        subject=block,
        text="I took it for a place to offer things. I will not do it again.",
    )


def _election(world: World) -> Story:
    """The next election on the first Thursday of a May, with the weeks before it."""
    yield world.calendar.weekday_ago(6)
    day = date(today().year + 1, MAY, 1)
    polling = day + timedelta(days=(3 - day.weekday()) % 7)
    enter_election(
        actor=world.clerk,
        begins=polling - timedelta(days=37),
        ends=polling,
        source="Invented for this demonstration; to be checked against the notice of election.",
    )
