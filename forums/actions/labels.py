"""Put posts of a conversation under tags and groups, for everybody to see."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Func, Value
from django.utils.translation import gettext_lazy as _

from core.text import one_line
from core.verdicts import Refused, no, require
from forums.events import PostsLabelled
from forums.models import Labelling, Post, PostLabel, Thread
from forums.policies import may_group_posts
from ledger.actions import record

LABELS = Post._meta.get_field("labels")


@transaction.atomic
def label_posts(*, actor: Any, thread: Thread, sort: str, name: str, posts: Iterable[Post]) -> PostLabel:
    """These posts stand under the tag or group of this name, which is made where there is none; each bears it where it is read."""
    require(may_group_posts(actor, thread))
    ids = _ids(thread, posts)
    label, _created = PostLabel.objects.get_or_create(thread=thread, sort=sort, name=one_line(name)[:60])
    fresh = ids - set(Labelling.objects.filter(label=label, post__in=ids).values_list("post_id", flat=True))
    Labelling.objects.bulk_create([Labelling(label=label, post_id=pk) for pk in sorted(fresh)], ignore_conflicts=True)
    added = Func("labels", Value(label.name), function="array_append", output_field=LABELS)
    Post.objects.filter(pk__in=fresh).exclude(labels__contains=[label.name]).update(labels=added)
    _told(label, actor, len(fresh))
    return label


@transaction.atomic
def unlabel_posts(*, actor: Any, label: PostLabel, posts: Iterable[Post]) -> None:
    """These posts stand under it no more; a tag or group without posts is gone."""
    require(may_group_posts(actor, label.thread))
    ids = _ids(label.thread, posts)
    Labelling.objects.filter(label=label, post__in=ids).delete()
    # A tag and a group of one name are one word on the post: it stays while either holds.
    alike = PostLabel.objects.filter(thread=label.thread_id, name=label.name)
    held = Labelling.objects.filter(label__in=alike, post__in=ids).values_list("post_id", flat=True)
    removed = Func("labels", Value(label.name), function="array_remove", output_field=LABELS)
    Post.objects.filter(pk__in=ids - set(held)).update(labels=removed)
    _told(label, actor, -len(ids))
    if not Labelling.objects.filter(label=label).exists():
        label.delete()


def _ids(thread: Thread, posts: Iterable[Post]) -> set[int]:
    ids = {post.pk for post in posts}
    if not ids or Post.objects.filter(thread=thread, pk__in=ids).count() != len(ids):
        raise Refused(no(_("Choose posts of this conversation.")))
    return ids


def _told(label: PostLabel, actor: Any, posts: int) -> None:
    event = PostsLabelled(thread_id=label.thread_id, label_id=label.pk, sort=label.sort, posts=posts)
    record(event, actor=actor, subject=label.thread, role="facilitator")
