"""What facilitators do: words taken out, other words asked for, a slow conversation, an answer moved to where it belongs, and a report that waits."""

from datetime import timedelta
from typing import Any

from core import now
from core.verdicts import Verdict
from forums.actions import move_posts, reply, slow_thread, start_thread
from forums.models import Post
from forums.policies import may_moderate
from moderation.actions import decide, flag, rephrase, take
from moderation.models import Reason, Rephrase
from portal.demo.acts import fresh, wait
from portal.demo.stage import Story
from portal.demo.world import World


def stories(world: World) -> list[Story]:
    return [_reworded(world), _kept_together(world)]


def _post(post: Post) -> Post:
    return Post.objects.select_related("thread__forum", "thread__activity", "author").get(pk=post.pk)


def _reworded(world: World) -> Story:
    yield world.calendar.weekday_ago(20)
    forum, facilitator = world.forums["HOU"], world.facilitators["HOU"]
    one, two, three = world.members["HOU"][:3]
    thread = start_thread(
        actor=one, forum=forum, title="Who answers the repairs line at night?", opening="I rang four times in January."
    )
    rude = reply(
        actor=two, thread=thread, body="Nobody does. The lazy idiots let it ring, as the log of 14 January shows."
    )
    blunt = reply(actor=three, thread=thread, body="Whoever planned this rota should be ashamed and sent home.")
    reasons = {one.code: one for one in Reason.objects.all()}
    allowed: Verdict = may_moderate(facilitator, forum)
    told: dict[str, Any] = {"host_key": f"forum:{forum.pk}", "verdict": allowed, "reason": reasons["personal_attack"]}
    flag(actor=one, subject=rude, reason=reasons["personal_attack"], note="", host_key=f"forum:{forum.pk}")
    yield wait(world, 1)
    take(actor=facilitator, subject=_post(rude), verdict=allowed)
    decide(
        actor=facilitator, subject=_post(rude), outcome="edit", text="Nobody does. They let it ring, as the log of 14 January shows.",
        statement="The insult is out; what you say of the log stands.", **told,
    )  # fmt: skip
    take(actor=facilitator, subject=_post(blunt), verdict=allowed)
    decide(
        actor=facilitator, subject=_post(blunt), outcome="rephrase", hold_back=False,
        statement="Say what is wrong with the rota, not with the person.", **told,
    )  # fmt: skip
    yield wait(world, 2)
    asked = Rephrase.objects.get(subject_kind="forums.post", subject_id=blunt.pk)
    rephrase(
        actor=three,
        rephrase=asked,
        subject=_post(blunt),
        text="The rota leaves the line empty from two to five at night.",
    )


def _kept_together(world: World) -> Story:
    yield world.calendar.weekday_ago(4)
    forum, facilitator = world.forums["WST"], world.facilitators["WST"]
    one, two, three = world.members["WST"][:3]
    thread = start_thread(
        actor=one,
        forum=forum,
        title="Which day should the bins go out?",
        opening="Ours go on Monday, and the foxes know it.",
    )
    reply(actor=two, thread=thread, body="Thursday, so that nothing stands there over the weekend.")
    off = reply(actor=three, thread=thread, body="And when will the skate park be mended?")
    reply(actor=one, thread=thread, body="My daughter asks that every day.", parent=off)
    yield wait(world, 1)
    park = start_thread(actor=facilitator, forum=forum, title="The skate park")
    move_posts(actor=facilitator, post=_post(off), to=fresh(park), reason="It is about the skate park, not about bins.")
    slow_thread(actor=facilitator, thread=fresh(thread), minutes=10, until=now() + timedelta(days=14))
