"""Say something, put it right within a quarter of an hour, put it at the top."""

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Func, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from core import now
from core.states import StateConflict
from core.text import render
from core.verdicts import Refused, no, require
from forums.actions.protection import as_whom, to_the_hour
from forums.events import PostEdited, PostPinned, PostPublished
from forums.models import Post, PostVersion, Thread
from forums.paths import path_below
from forums.policies import may_edit_post, may_pin, may_reply
from forums.states import Stance, Voice
from ledger.actions import record

LANGUAGES = Thread._meta.get_field("languages")


@transaction.atomic
def reply(
    *,
    actor: Any,
    thread: Thread,
    body: str,
    stance: str = Stance.NEUTRAL,
    parent: Post | None = None,
    language: str = "en",
    protected: bool = False,
    sure: bool = False,
) -> Post:
    """The post stands in the thread, below `parent` where it answers one, labelled with the role in which its author speaks.

    `protected`: as a service worker whose name is kept from everybody; `sure`: though the conversation hears them both ways.

    Of a reply and a closing at the same moment exactly one succeeds; the other meets StateConflict.
    """
    require(may_reply(actor, thread))
    if parent is not None and (parent.thread_id != thread.pk or parent.is_hidden):
        raise Refused(no(_("What you answer is no longer there to be answered.")))
    speaker = as_whom(actor=actor, thread=thread, protected=protected, sure=sure)
    _count(thread, stance, speaker.at, language)
    post = Post.objects.create(
        thread=thread,
        parent=parent,
        root_id=(parent.root_id or parent.pk) if parent else None,
        depth=parent.depth + 1 if parent else 0,
        **speaker.columns,
        stance=stance,
        body=body,
        body_html=render(body),
        language=language,
        created_at=speaker.at,
    )
    post.path = path_below(parent.path if parent else "", post.pk)
    post.save(update_fields=("path",))
    if post.root_id:
        Post.objects.filter(pk=post.root_id).update(reply_count=F("reply_count") + 1)
    event = PostPublished(
        post_id=post.pk,
        thread_id=thread.pk,
        parent_id=parent.pk if parent else 0,
        about_kind=thread.about_kind,
        about_id=thread.about_id or 0,
        digest=_digest(body),
    )
    record(event, actor=speaker.recorded_as, subject=post, role=speaker.role, at=speaker.at)
    return post


@transaction.atomic
def edit_post(*, actor: Any, post: Post, body: str) -> Post:
    """The post says this now; what it said before can still be read."""
    require(may_edit_post(actor, post))
    if body == post.body:
        return post
    sealed = post.protected_id is not None
    moment, html = to_the_hour(now()) if sealed else now(), render(body)
    before = PostVersion(post=post, version=post.version, body=post.body, at=moment)
    changes = {"body": body, "body_html": html, "version": post.version + 1}
    if not Post.objects.filter(pk=post.pk, version=post.version).update(**changes):
        raise StateConflict
    before.save()
    for name, value in changes.items():
        setattr(post, name, value)
    event = PostEdited(post_id=post.pk, version=post.version, digest=_digest(body))
    record(event, actor=None if sealed else actor, subject=post, role=Voice.WORKER if sealed else "", at=moment)
    return post


@transaction.atomic
def pin_post(*, actor: Any, post: Post, pinned: bool = True) -> Post:
    """It is shown at the top of its thread as well, or no longer is."""
    require(may_pin(actor, post.thread))
    if not Post.objects.shown().filter(pk=post.pk, pinned=not pinned).update(pinned=pinned):
        raise StateConflict
    post.pinned = pinned
    record(PostPinned(post_id=post.pk, pinned=pinned), actor=actor, subject=post, role="facilitator")
    return post


def _count(thread: Thread, stance: str, moment: Any, language: str) -> None:
    """One more post in the thread's figures, while it is open and within its period: the row's lock is what keeps a closing away."""
    figures: dict[str, Any] = {
        "post_count": F("post_count") + 1,
        "last_post_at": Greatest(Coalesce("last_post_at", moment), moment),
    }
    if language not in thread.languages:
        # Asked of the row as well: somebody else may have been the first in this language a moment ago.
        figures["languages"] = Case(
            When(languages__contains=[language], then=F("languages")),
            default=Func(F("languages"), Value(language), function="array_append", output_field=LANGUAGES),
        )
    if stance == Stance.FOR:
        figures["for_count"] = F("for_count") + 1
    elif stance == Stance.AGAINST:
        figures["against_count"] = F("against_count") + 1
    if not Thread.objects.filter(pk=thread.pk).taking_posts(now()).update(**figures):
        raise StateConflict


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()
