"""The next steps for an author: a reminder of the rules, then a pause; and a report that something may be against the law."""

from accounts.models import User
from forums.actions import reply, start_thread
from forums.models import Post, Thread
from forums.policies import may_moderate
from moderation.actions import decide, flag, take, take_step
from moderation.models import LadderStep, Reason
from portal.demo.acts import wait
from portal.demo.stage import Story
from portal.demo.world import World


def stories(world: World) -> list[Story]:
    return [_steps(world), _urgent(world)]


def _steps(world: World) -> Story:
    """Twice unkind, and reminded of the rules; twice again, and paused from writing in that forum."""
    yield world.calendar.weekday_ago(60)
    forum, facilitator = world.forums["PRK"], world.facilitators["PRK"]
    sharp = world.person()
    thread = start_thread(
        actor=world.members["PRK"][0], forum=forum, title="Dogs off the lead by the pond", opening="Where, and when?"
    )
    _hidden(facilitator, reply(actor=sharp, thread=_fresh(thread), body="People like you should not have dogs."))
    yield wait(world, 1)
    second = reply(actor=sharp, thread=_fresh(thread), body="You are too dim to read a sign.")
    _hidden(facilitator, second)
    _step(facilitator, second, LadderStep.Kind.REMINDER, "Talk of the dogs, and leave their people out of it.")
    yield world.calendar.weekday_ago(5)
    _hidden(facilitator, reply(actor=sharp, thread=_fresh(thread), body="Nobody asked the likes of you."))
    yield wait(world, 1)
    fourth = reply(actor=sharp, thread=_fresh(thread), body="Whoever wrote that should be locked in with the dogs.")
    _hidden(facilitator, fourth)
    _step(facilitator, fourth, LadderStep.Kind.PAUSE, "You were reminded in spring. Come back in a week.")


def _urgent(world: World) -> Story:
    """Reported on the last morning; the hours run."""
    yield world.calendar.ago(0, 9)
    forum = world.forums["PRK"]
    one, two = world.members["PRK"][:2]
    thread = start_thread(actor=one, forum=forum, title="Who locks the gate at night?", opening="It stood open again.")
    post = reply(
        actor=two, thread=thread, body="I know who has the key, and one night I will be waiting there for him."
    )
    reason = Reason.objects.get(code=Reason.UNLAWFUL)
    flag(actor=one, subject=_post(post), reason=reason, note="Is that a threat?", host_key=f"forum:{forum.pk}")


def _hidden(facilitator: User, post: Post) -> None:
    found = _post(post)
    forum = found.thread.forum
    allowed = may_moderate(facilitator, forum)
    take(actor=facilitator, subject=found, verdict=allowed)
    decide(
        actor=facilitator, subject=found, outcome="hide", reason=Reason.objects.get(code="personal_attack"),
        statement="It is about the person and not about the park.", host_key=f"forum:{forum.pk}", verdict=allowed,
    )  # fmt: skip


def _step(facilitator: User, post: Post, kind: str, statement: str) -> None:
    found = _post(post)
    take_step(
        actor=facilitator, subject=found, step=LadderStep.objects.active().filter(kind=kind)[0],
        reason=Reason.objects.get(code="personal_attack"), statement=statement,
        verdict=may_moderate(facilitator, found.thread.forum),
    )  # fmt: skip


def _post(post: Post) -> Post:
    return Post.objects.select_related("thread__forum", "thread__activity", "author").get(pk=post.pk)


def _fresh(thread: Thread) -> Thread:
    return Thread.objects.select_related("forum", "activity", "author").get(pk=thread.pk)
