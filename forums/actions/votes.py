"""Say that a post is useful, or not; change it; take it back. Private: no entry in the record says who did."""

from typing import Any

from django.db import transaction
from django.db.models import F

from accounts.queries import person_of
from core.states import StateConflict
from core.verdicts import require
from forums.models import Post, PostVote
from forums.policies import may_vote_on_post


@transaction.atomic
def vote_on_post(*, actor: Any, post: Post, value: int) -> Post:
    """This person's one vote on the post is `value` (1 or -1), or is gone (0); the figures of the post say so at once.

    The lock on the post makes votes given at the same moment follow each other, so the figures are those of the rows.
    """
    require(may_vote_on_post(actor, post))
    person = person_of(actor)
    assert person is not None  # the policy asked
    locked = Post.objects.select_for_update(of=("self",)).only("hidden_at", "deleted_at").get(pk=post.pk)
    if not locked.has_words:
        raise StateConflict
    own = PostVote.objects.filter(post=post, person=person)
    before = own.values_list("value", flat=True).first() or 0
    if value == before:
        return post
    if value == 0:
        own.delete()
    elif before:
        own.update(value=value)
    else:
        PostVote.objects.create(post=post, person=person, value=value)
    count_votes(post.pk, before=before, after=value)
    post.refresh_from_db(fields=("ups", "downs", "score"))
    return post


def count_votes(post_id: int, *, before: int, after: int) -> None:
    """Within the caller's transaction, which holds the post's lock: one vote of it went from `before` to `after`."""
    ups, downs = (after == 1) - (before == 1), (after == -1) - (before == -1)
    Post.objects.filter(pk=post_id).update(ups=F("ups") + ups, downs=F("downs") + downs)
