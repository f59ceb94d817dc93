"""Forums with people in them, made through the same acts as everywhere."""

from datetime import timedelta
from itertools import count

from core import now, today
from forums.actions import (
    answer_request,
    appoint_facilitator,
    back_request,
    create_forum,
    create_process,
    join,
    open_activity,
    reply,
    request_forum,
    start_thread,
)
from forums.actions.surveys import add_survey_question
from forums.models import CHARTER, Ending, Measure, Rules
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


def debate_activity(forum, *, by, title="Debates of the spring", **dates):
    return open_activity(actor=by, forum=forum, kind=ActivityKind.DEBATE, title=title, **dates)


def questions_activity(forum, *, by, title="Ask the bus company", **dates):
    dates = {"opens_at": now() - timedelta(minutes=1), **dates}
    return open_activity(actor=by, forum=forum, kind=ActivityKind.QUESTIONS, title=title, **dates)


SURVEY = (
    {"kind": "one", "text": "How do you travel?", "options": ("By bus", "On foot"), "required": True},
    {"kind": "several", "text": "What would help?", "options": ("A shelter", "A seat", "A clock")},
    {"kind": "scale", "text": "How good is it?"},
    {"kind": "short", "text": "Which line?"},
)


def survey(forum, *, by, title="How you travel", questions=SURVEY, **dates):
    """A survey that is open for a week, with its questions."""
    dates = {"opens_at": now() - timedelta(minutes=1), "closes_at": now() + timedelta(days=7), **dates}
    made = open_activity(actor=by, forum=forum, kind=ActivityKind.SURVEY, title=title, **dates)
    for question in questions:
        add_survey_question(actor=by, activity=made, **question)
    return made


def process(forum, *, by, title="", involvement="consult", **words):
    """A process of the forum, without phases."""
    words = {"purpose": "What is to come of it.", **words}
    return create_process(
        actor=by, forum=forum, title=title or f"Process {next(_number)}", involvement=involvement, **words
    )


def thread(forum, *, by, title="Shorter waits", opening="Why we begin this.", **more):
    return start_thread(actor=by, forum=forum, title=title, opening=opening, **more)


def posts(thread, number, *, by, stance=Stance.NEUTRAL, parent=None):
    """So many posts of one person in a row."""
    return [reply(actor=by, thread=thread, body=f"Post {i}", stance=stance, parent=parent) for i in range(number)]


def backers_needed(number):
    """From today on a request needs so many residents."""
    last = Measure.objects.filter(key="request.backers").latest("version")
    Measure.objects.create(key=last.key, version=last.version + 1, title=last.title, amount=number, valid_from=today())


def requested(by, *, title="", kind=ForumKind.ISSUE, **more):
    """A request that gathers residents; `by` is the first."""
    return request_forum(
        actor=by, kind=kind, title=title or f"Request {next(_number)}", purpose="Nobody talks about this yet.", **more
    )


def considered(by, **more):
    """A request that one resident puts before the council."""
    last = Measure.objects.filter(key="request.backers").latest("version")
    backers_needed(1)
    made = requested(by, **more)
    backers_needed(last.amount)
    return made


def refused(by, *, by_council=None, reasons="Two forums talk about this already.", **more):
    """A request to which the council said no."""
    made = considered(by, **more)
    return answer_request(actor=by_council or clerk(), request=made, agree=False, reasons=reasons)


def agreed(by, *others, by_council=None, code="", **more):
    """A request to which the council said yes: its forum is being founded by those who backed it."""
    backers_needed(1 + len(others))
    made = requested(by, **more)
    for other in others:
        back_request(actor=other, request=made)
    number = next(_number)
    return answer_request(
        actor=by_council or clerk(), request=made, agree=True, reasons="It is needed.", code=code or f"R{number}"
    )


def ruled(made, **charter):
    """The forum has its next version of rules, as if its members had voted for it."""
    last = Rules.objects.filter(forum=made).order_by("-version").first()
    said = {name: getattr(last, name) for name in CHARTER} | charter
    return Rules.objects.create(forum=made, version=last.version + 1, since=now(), **said)


def full(member, *, places=1, **charter):
    """A forum whose one place is taken."""
    made = forum(members=(member,))
    ruled(made, places=places, **charter)
    return made


def merging(member, *, into):
    """The members of a forum have voted to go into another one, which has not said yes."""
    made = forum(members=(member,))
    return Ending.objects.create(
        forum=made,
        kind="merge",
        into=into,
        by=member.person,
        reason="We talk about the same.",
        state="carried",
        asked_at=now(),
        opens_at=now(),
        decided_at=now(),
    )
