"""Forums with people in them, made through the same acts as everywhere."""

from datetime import timedelta
from itertools import count

from core import now
from forums.actions import appoint_facilitator, create_forum, join, open_activity, reply, start_thread
from forums.states import ActivityKind, ForumKind, Stance
from tests.cast import person

_number = count(1)


def clerk():
    return person("Clerk of the scene", level=3, roles=("clerk",)).user


def forum(*, facilitator=None, members=(), by=None, kind=ForumKind.ISSUE, title="", code="", areas=()):
    """A forum, its facilitator (a user) and its members (users)."""
    number = next(_number)
    by = by or clerk()
    made = create_forum(
        actor=by,
        kind=kind,
        title=title or f"Forum {number}",
        code=code or f"F{number}",
        purpose="What we talk about here.",
        areas=areas,
    )
    if facilitator is not None:
        appoint_facilitator(actor=by, forum=made, person=facilitator.person)
    for member in members:
        join(actor=member, forum=made)
    return made


def proposals_activity(forum, *, by=None, threshold=3, **rules):
    """An activity for proposals that is open since a moment ago."""
    values = {"title": "Proposals", "opens_at": now() - timedelta(minutes=1), "threshold": threshold, **rules}
    return open_activity(actor=by or clerk(), forum=forum, kind=ActivityKind.PROPOSALS, **values)


def thread(forum, *, by, title="Shorter waits", opening="Why we begin this.", **more):
    return start_thread(actor=by, forum=forum, title=title, opening=opening, **more)


def posts(thread, number, *, by, stance=Stance.NEUTRAL, parent=None):
    """So many posts of one person in a row."""
    return [reply(actor=by, thread=thread, body=f"Post {i}", stance=stance, parent=parent) for i in range(number)]
