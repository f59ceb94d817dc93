"""What somebody says is published at once, or waits whole for a person. Pages and the API come in by these doors."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core import now
from core.text import render
from core.verdicts import Refused, no, require
from forums.actions.activities import lasts
from forums.actions.posts import edit_post, reply
from forums.actions.questions import ask
from forums.actions.threads import start_thread
from forums.models import Activity, AskedQuestion, Forum, Post, Thread
from forums.policies import (
    may_ask,
    may_edit_post,
    may_moderate,
    may_reply,
    may_speak_before_election,
    may_start_thread,
)
from forums.queries.rules import is_premoderated
from moderation.actions import receive
from moderation.arrivals import Arrival, Written, counts, publishes
from moderation.models import Held
from moderation.queries.arrivals import looks_first

REPLY, THREAD, QUESTION, EDIT = "forums.reply", "forums.start_thread", "forums.ask", "forums.edit_post"


@transaction.atomic
def submit_reply(*, actor: Any, thread: Thread, said: dict[str, Any], parent: Post | None = None) -> Post | Held:
    """The post stands in the thread, or all of it waits. `said` are the words of `reply` that can be kept as JSON."""
    require(may_reply(actor, thread))
    if not said.get("sure"):
        require(may_speak_before_election(actor, thread.forum))
    looks = bool(may_moderate(actor, thread.forum))
    if said.get("protected"):
        if not looks and (is_premoderated(thread.forum) or looks_first(f"forum:{thread.forum_id}")):
            raise Refused(
                no(
                    _(
                        "Here everything is looked at first, and what is kept for that names who wrote it. Nobody can speak under protection."
                    )
                )
            )
        return reply(actor=actor, thread=thread, parent=parent, **said)
    body = str(said["body"])
    arrival = _arrival(
        REPLY,
        thread.forum,
        title=thread.title,
        url=reverse("forums:thread", args=[thread.pk]),
        text=f"{body}\n{said.get('link', '')}",
        html=render(f"{body}\n\n{said.get('link', '')}"),
        payload={"thread": thread.pk, "parent": parent.pk if parent else None, "said": said},
        exempt=looks,
    )
    held = receive(actor=actor, arrival=arrival)
    return held if held is not None else reply(actor=actor, thread=thread, parent=parent, **said)


@transaction.atomic
def submit_thread(
    *,
    actor: Any,
    forum: Forum,
    title: str,
    opening: str = "",
    activity: Activity | None = None,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    sure: bool = False,
) -> Thread | Held:
    """The conversation is open, or all of it waits. `sure`: though a councillor was warned of the weeks before an election."""
    require(may_start_thread(actor, forum))
    if not sure:
        require(may_speak_before_election(actor, forum))
    require(lasts(opens_at, closes_at))
    period: dict[str, Any] = {"opens_at": opens_at, "closes_at": closes_at}
    arrival = _arrival(
        THREAD,
        forum,
        title=forum.title,
        url=reverse("forums:threads", args=[forum.slug]),
        **_titled(title, opening),
        payload={
            "forum": forum.pk,
            "title": title,
            "opening": opening,
            "activity": activity.pk if activity else None,
            **{name: moment.isoformat() if moment else None for name, moment in period.items()},
        },
        exempt=bool(may_moderate(actor, forum)),
    )
    held = receive(actor=actor, arrival=arrival)
    if held is not None:
        return held
    return start_thread(actor=actor, forum=forum, title=title, opening=opening, activity=activity, **period)


@transaction.atomic
def submit_question(*, actor: Any, activity: Activity, title: str, opening: str = "") -> AskedQuestion | Held:
    """The question stands in its activity, or all of it waits."""
    require(may_ask(actor, activity))
    forum = activity.forum
    arrival = _arrival(
        QUESTION,
        forum,
        title=activity.title,
        url=reverse("forums:activity", args=[activity.pk]),
        **_titled(title, opening),
        payload={"activity": activity.pk, "title": title, "opening": opening},
        exempt=bool(may_moderate(actor, forum)),
    )
    held = receive(actor=actor, arrival=arrival)
    return held if held is not None else ask(actor=actor, activity=activity, title=title, opening=opening)


@transaction.atomic
def submit_edit(*, actor: Any, post: Post, body: str) -> Post:
    """The post says this now, unless such words would have to wait: a change cannot, for what it changes stands there."""
    require(may_edit_post(actor, post))
    forum = post.thread.forum
    arrival = _arrival(
        EDIT,
        forum,
        title=post.thread.title,
        url=reverse("forums:post", args=[post.pk]),
        text=body,
        html=render(body),
        exempt=bool(may_moderate(actor, forum)) or body == post.body or post.author_id is None,
    )
    with transaction.atomic():
        if receive(actor=actor, arrival=arrival) is not None:
            raise Refused(
                no(
                    _(
                        "A person would have to look at these words first, so they cannot take the place of the others. Write a reply that puts it right."
                    )
                )
            )
    return edit_post(actor=actor, post=post, body=body)


def _arrival(act: str, forum: Forum, **what: Any) -> Arrival:
    """What comes in at a door of the forum, which may look at everything first."""
    return Arrival(act=act, host_key=f"forum:{forum.pk}", place_asks=is_premoderated(forum), **what)


def _titled(title: str, opening: str) -> dict[str, Any]:
    """The words of what has a title: as they are judged, and as a moderator reads them."""
    return {"text": f"{title}\n{opening}", "html": format_html("<h3>{}</h3>{}", title, render(opening))}


@publishes(REPLY)
def publish_reply(held: Held) -> str:
    payload = held.payload
    thread = Thread.objects.select_related("forum", "activity", "author").get(pk=payload["thread"])
    parent = Post.objects.get(pk=payload["parent"]) if payload["parent"] else None
    post = reply(actor=held.by, thread=thread, parent=parent, **payload["said"])
    return reverse("forums:post", args=[post.pk])


@publishes(THREAD)
def publish_thread(held: Held) -> str:
    payload = held.payload
    activity = Activity.objects.get(pk=payload["activity"]) if payload["activity"] else None
    forum = Forum.objects.get(pk=payload["forum"])
    period: dict[str, Any] = {
        name: datetime.fromisoformat(payload[name]) if payload[name] else None for name in ("opens_at", "closes_at")
    }
    thread = start_thread(
        actor=held.by, forum=forum, title=payload["title"], opening=payload["opening"], activity=activity, **period
    )
    return reverse("forums:thread", args=[thread.pk])


@publishes(QUESTION)
def publish_question(held: Held) -> str:
    payload = held.payload
    activity = Activity.objects.select_related("forum").get(pk=payload["activity"])
    question = ask(actor=held.by, activity=activity, title=payload["title"], opening=payload["opening"])
    return reverse("forums:thread", args=[question.thread_id])


@counts
def written_in_forums(person_id: int) -> Written:
    """Posts and conversations of this person that are shown, and those of them older than a day."""
    before = Q(created_at__lt=now() - timedelta(days=1))
    posts = (
        Post.objects.shown().filter(author=person_id).aggregate(total=Count("pk"), stands=Count("pk", filter=before))
    )
    return Written(**posts)
