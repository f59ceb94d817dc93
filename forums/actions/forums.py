"""Set a forum up, change what it is for, pause it, close it."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core import now
from core.text import one_line, render, sort_key
from core.verdicts import Refused, no, require
from forums.actions.rules import give_first_rules
from forums.events import ForumChanged, ForumCreated, ForumMoved
from forums.models import Forum, Pause
from forums.policies import may_change, may_create
from forums.states import ForumState
from ledger.actions import record
from places.models import Area


@transaction.atomic
def create_forum(
    *,
    actor: Any,
    kind: str,
    title: str,
    code: str,
    purpose: str,
    slug: str = "",
    areas: Iterable[Area] = (),
    topics: Iterable[str] = (),
) -> Forum:
    """A forum stands open to members. `code` begins the references of its proposals; no `areas` means the whole city.

    Raises Refused where another forum has the code or the address.
    """
    require(may_create(actor))
    return set_up(
        actor=actor, kind=kind, title=title, code=code, purpose=purpose, slug=slug, areas=areas, topics=topics
    )


@transaction.atomic
def set_up(
    *,
    actor: Any,
    kind: str,
    title: str,
    code: str,
    purpose: str,
    slug: str = "",
    areas: Iterable[Area] = (),
    topics: Iterable[str] = (),
    state: str = ForumState.ACTIVE,
) -> Forum:
    """The forum stands in this state. Whose act it is, the caller's policy has said.

    Raises Refused where another forum has the code or the address.
    """
    title = one_line(title)
    forum = Forum(
        kind=kind,
        slug=slug or slugify(title)[:80],
        code=code.strip().upper(),
        title=title,
        sort_key=sort_key(title),
        purpose=purpose,
        purpose_html=render(purpose),
        topics=list(topics),
        state=state,
        created_at=now(),
    )
    try:
        with transaction.atomic():
            forum.save()
    except IntegrityError as error:
        raise Refused(no(_("Another forum has this code or this address. Choose another one."))) from error
    forum.areas.set(areas)
    if forum.is_active:
        give_first_rules(forum=forum)
    record(ForumCreated(forum_id=forum.pk), actor=actor, subject=forum)
    return forum


@transaction.atomic
def change_forum(
    *, actor: Any, forum: Forum, title: str, purpose: str, areas: Iterable[Area], topics: Iterable[str] = ()
) -> Forum:
    """Its words, areas and topics are new; its address and its code stay for ever."""
    require(may_change(actor, forum))
    forum.title = one_line(title)
    forum.sort_key = sort_key(forum.title)
    forum.purpose = purpose
    forum.purpose_html = render(purpose)
    forum.topics = list(topics)
    forum.save(update_fields=("title", "sort_key", "purpose", "purpose_html", "topics"))
    forum.areas.set(areas)
    record(ForumChanged(forum_id=forum.pk), actor=actor, subject=forum)
    return forum


@transaction.atomic
def move_forum(*, actor: Any, forum: Forum, to: str) -> Forum:
    """It is paused, taken up again, or closed for good; what was said in it stays."""
    require(may_change(actor, forum))
    forum.move(to)
    Pause.objects.filter(forum=forum, ended_at=None).update(ended_at=now())
    record(ForumMoved(forum_id=forum.pk, state=str(to)), actor=actor, subject=forum)
    return forum
