"""What comes in to moderation: links of somebody new released, refused, taken back and waiting, words that many report, words that may be
unlawful, somebody blocked who appeals, an election to come.

The months of figures come from the nights of the stage, as they would have come.
"""

from datetime import date, timedelta

from accounts.models import Level, User
from core import today
from forums.actions import enter_election, reply, start_thread, submit_reply
from forums.models import Post, Thread
from forums.policies import may_moderate
from moderation.actions import appeal, block_person, decide, escalate, flag, take, take_back
from moderation.models import Held, Reason
from moderation.queries.decisions import decision_of
from portal.demo.acts import wait
from portal.demo.stage import Story
from portal.demo.world import World

MAY = 5


def stories(world: World) -> list[Story]:
    return [_kept(world), _read_first(world), _reported(world), _blocked(world), _election(world)]


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
    take(actor=facilitator, subject=_post(blunt), verdict=allowed)
    decide(
        actor=facilitator, subject=_post(blunt), outcome="keep", reason=None, statement="It is about a letter, not about a person.",
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
    useful, selling, mistaken = (_held(new, thread, words) for words in LINKS)
    take_back(actor=new, held=mistaken)
    yield wait(world, 1)
    allowed, advertising = may_moderate(facilitator, forum), Reason.objects.get(code="advertising")
    for held, outcome, reason, statement in (
        (useful, "keep", None, "It is about the subject."),
        (selling, "hide", advertising, "It sells something."),
    ):
        take(actor=facilitator, subject=held, verdict=allowed)
        decide(
            actor=facilitator, subject=Held.objects.get(pk=held.pk), outcome=outcome, reason=reason,
            statement=statement, host_key=held.host_key, verdict=allowed,
        )  # fmt: skip
    yield world.calendar.weekday_ago(1)
    submit_reply(
        actor=newer,
        thread=thread,
        said={"body": "Our block's readings since March: https://readings.example.org/block"},
    )


LINKS = (
    "I wrote down how to measure it: https://damp.example.org/how-to",
    "Meters from nine pounds: https://meters.example.org/",
    "My landlord's letter: https://letters.example.org/mine",
)


def _held(user: User, thread: Thread, words: str) -> Held:
    held = submit_reply(actor=user, thread=thread, said={"body": words})
    assert isinstance(held, Held)
    return held


def _reported(world: World) -> Story:
    """Reported by so many who are here long enough that it is held until somebody looks; and something that may be unlawful."""
    yield world.calendar.weekday_ago(1, hour=9)
    forum, facilitator = world.forums["SAF"], world.facilitators["SAF"]
    members, reason = world.members["SAF"], Reason.objects.get(code="personal_attack")
    thread = start_thread(
        actor=members[0], forum=forum, title="Who stands at the underpass?", opening="Since the clocks went back."
    )
    named = reply(
        actor=members[1], thread=thread, body="Everybody knows which family. Somebody should pay them a visit."
    )
    lies = reply(
        actor=members[2], thread=thread, body="It is always the ones from number nine who let them in, the pigs."
    )
    for user in world.some(6, [one for one in world.citizens if one not in (members[1], members[2])]):
        if not _post(lies).is_hidden:
            flag(actor=user, subject=_post(lies), reason=reason, note="", host_key=f"forum:{forum.pk}")
    allowed = may_moderate(facilitator, forum)
    yield world.calendar.ago(0, 9)
    take(actor=facilitator, subject=_post(named), verdict=allowed)
    escalate(
        actor=facilitator, subject=_post(named), statement="It calls for people to go to somebody's door.",
        host_key=f"forum:{forum.pk}", verdict=allowed,
    )  # fmt: skip


def _post(post: Post) -> Post:
    return Post.objects.select_related("thread__forum", "thread__activity", "author").get(pk=post.pk)


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
