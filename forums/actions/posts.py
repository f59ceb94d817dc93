"""Say something, put it right soon after, delete it, put it at the top."""

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Func, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from core import now
from core.states import StateConflict
from core.verdicts import Refused, no, require
from forums.actions.protection import as_whom, to_the_hour
from forums.events import PostDeleted, PostEdited, PostPinned, PostPublished
from forums.mentions import Mention, mentions_in, rendered
from forums.models import Post, PostMention, PostVersion, Thread
from forums.paths import path_below
from forums.policies import may_delete_post, may_edit_post, may_pin, may_reply
from forums.policies.pace import in_time
from forums.states import EvidenceKind, Stance, Voice
from ledger.actions import record
from search import actions as search

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
    evidence: str = "",
    link: str = "",
    protected: bool = False,
    sure: bool = False,
) -> Post:
    """The post stands in the thread, below `parent` where it answers one, labelled with the role in which its author speaks.

    What it offers is marked by `evidence`: a source has a `link`, a correction puts right what it answers.
    `protected`: as a service worker whose name is kept from everybody; `sure`: though the conversation hears them both ways.

    Of a reply and a closing at the same moment exactly one succeeds; the other meets StateConflict.
    """
    require(may_reply(actor, thread))
    if parent is not None and (parent.thread_id != thread.pk or not parent.has_words):
        raise Refused(no(_("What you answer is no longer there to be answered.")))
    _offered(evidence, link, parent)
    mentions = mentions_in(body, thread)
    speaker = as_whom(actor=actor, thread=thread, protected=protected, sure=sure)
    _count(thread, stance, speaker.at, language)
    # Asked again under the lock of the thread: of two posts at the same moment one has to wait.
    require(in_time(thread, **speaker.who))
    post = Post.objects.create(
        thread=thread,
        parent=parent,
        root_id=(parent.root_id or parent.pk) if parent else None,
        depth=parent.depth + 1 if parent else 0,
        **speaker.columns,
        stance=stance,
        body=body,
        body_html=rendered(body, mentions),
        language=language,
        evidence=evidence,
        link=link,
        created_at=speaker.at,
    )
    post.path = path_below(parent.path if parent else "", post.pk)
    post.save(update_fields=("path",))
    _name(post, mentions)
    if post.root_id:
        Post.objects.filter(pk=post.root_id).update(reply_count=F("reply_count") + 1)
    if parent is not None and evidence == EvidenceKind.CORRECTION:
        Post.objects.filter(pk=parent.pk).update(corrections=F("corrections") + 1)
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
    sealed, mentions = post.protected_id is not None, mentions_in(body, post.thread)
    moment, html = to_the_hour(now()) if sealed else now(), rendered(body, mentions)
    before = PostVersion(post=post, version=post.version, body=post.body, at=moment)
    changes = {"body": body, "body_html": html, "version": post.version + 1}
    if not Post.objects.shown().filter(pk=post.pk, version=post.version).update(**changes):
        raise StateConflict
    before.save()
    for name, value in changes.items():
        setattr(post, name, value)
    _name(post, mentions)
    event = PostEdited(post_id=post.pk, version=post.version, digest=_digest(body))
    record(event, actor=None if sealed else actor, subject=post, role=Voice.WORKER if sealed else "", at=moment)
    return post


@transaction.atomic
def delete_post(*, actor: Any, post: Post) -> Post:
    """Its place stays, so that answers keep their sense; its words, its earlier wordings and its author are gone from there.

    The record keeps the digest of what it said last. Of an edit and a deletion at the same moment one succeeds.
    """
    require(may_delete_post(actor, post))
    digest, corrects = _digest(post.body), post.parent_id if post.evidence == EvidenceKind.CORRECTION else None
    sealed = post.protected_id is not None
    moment = to_the_hour(now()) if sealed else now()
    blank = {"body": "", "body_html": "", "link": "", "evidence": "", "pinned": False}
    changes: dict[str, Any] = {**blank, "author": None, "author_label": "", "protected": None, "deleted_at": moment}
    _take_from_figures(post)
    if not Post.objects.shown().filter(pk=post.pk, version=post.version).update(**changes):
        raise StateConflict
    if corrects is not None:
        Post.objects.filter(pk=corrects).update(corrections=F("corrections") - 1)
    PostVersion.objects.filter(post=post).update(body="")
    PostMention.objects.filter(post=post).delete()
    for name, value in changes.items():
        setattr(post, name, value)
    search.withdraw(subject_kind="forums.post", subject_id=post.pk)
    event = PostDeleted(post_id=post.pk, thread_id=post.thread_id, version=post.version, digest=digest)
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


def _take_from_figures(post: Post) -> None:
    """One post fewer in the thread's figures; its row is locked first, as by everybody who writes below it."""
    figures: dict[str, Any] = {"post_count": F("post_count") - 1}
    if post.stance == Stance.FOR:
        figures["for_count"] = F("for_count") - 1
    elif post.stance == Stance.AGAINST:
        figures["against_count"] = F("against_count") - 1
    Thread.objects.filter(pk=post.thread_id).update(**figures)


def _name(post: Post, mentions: list[Mention]) -> None:
    """Whom the post names is told once, of the text that named them first. One is not told of one's own words."""
    people = {one.people[0] for one in mentions if one.is_clear} - {post.author_id}
    PostMention.objects.bulk_create(
        [PostMention(post=post, person_id=pk, version=post.version) for pk in sorted(people)], ignore_conflicts=True
    )


def _offered(evidence: str, link: str, parent: Post | None) -> None:
    """What the constraints hold, in words."""
    if evidence == EvidenceKind.SOURCE and not link:
        raise Refused(no(_("A source needs the address where it can be read.")))
    if evidence == EvidenceKind.CORRECTION and parent is None:
        raise Refused(no(_("A correction answers the post that it puts right. Reply to that post.")))


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()
