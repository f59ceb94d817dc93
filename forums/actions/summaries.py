"""Write what a conversation came to, and put it before the members."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext_lazy as _

from clocks.actions import meet, set_deadline
from clocks.queries import deadline_of
from core import now, today
from core.states import StateConflict
from core.subjects import key_of
from core.text import render
from core.verdicts import Refused, no, require
from forums.events import SummaryClosed, SummaryDrafted, SummaryOpened
from forums.models import Citation, Point, PointAnswer, Post, Summary, Thread
from forums.policies import may_answer_point, may_open_summary, may_summarise, may_write_summary
from forums.queries.people import member_person_ids
from forums.queries.summaries import due_to_close
from forums.states import ObjectionShown, SummaryState
from ledger.actions import record

log = structlog.get_logger(__name__)
CLOCK = "forums.summary"
AT_WORK = (SummaryState.DRAFT, SummaryState.OPEN)


@transaction.atomic
def begin_summary(*, actor: Any, thread: Thread) -> Summary:
    """A draft that a facilitator can write at: the one there is, or a new version, which begins as a copy of the last."""
    require(may_summarise(actor, thread))
    Thread.objects.select_for_update(of=("self",)).get(pk=thread.pk)
    last = Summary.objects.filter(thread=thread).order_by("-version").first()
    if last is not None and last.is_open:
        raise Refused(no(_("A summary is before the members. Wait until its time is over.")))
    if last is not None and last.is_draft:
        return last
    made = Summary.objects.create(thread=thread, version=last.version + 1 if last else 1, created_at=now())
    if last is not None:
        for point in Point.objects.filter(summary=last).prefetch_related("citations"):
            copy = Point.objects.create(summary=made, number=point.number, text=point.text, text_html=point.text_html)
            _cite(copy, [citation.post_id for citation in point.citations.all()])
    _drafted(made, actor)
    return made


@transaction.atomic
def write_point(*, actor: Any, thread: Thread, text: str, posts: Iterable[Post]) -> Point:
    """One more point at the end of the draft, resting on these posts of the conversation, in their order."""
    summary = _held(begin_summary(actor=actor, thread=thread))
    require(may_write_summary(actor, summary))
    number = (Point.objects.filter(summary=summary).aggregate(last=Max("number"))["last"] or 0) + 1
    point = Point.objects.create(summary=summary, number=number, text=text, text_html=render(text))
    _cite(point, _of_the_thread(summary, posts))
    _drafted(summary, actor)
    return point


@transaction.atomic
def change_point(*, actor: Any, point: Point, text: str, posts: Iterable[Post]) -> Point:
    """The point says this, and rests on these posts."""
    summary = _held(point.summary)
    require(may_write_summary(actor, summary))
    point.text, point.text_html = text, render(text)
    point.save(update_fields=("text", "text_html"))
    Citation.objects.filter(point=point).delete()
    _cite(point, _of_the_thread(summary, posts))
    _drafted(summary, actor)
    return point


@transaction.atomic
def remove_point(*, actor: Any, point: Point) -> None:
    """It is gone, and those after it move up."""
    summary = _held(point.summary)
    require(may_write_summary(actor, summary))
    number = point.number
    point.delete()
    Point.objects.filter(summary=summary, number__gt=number).update(number=F("number") - 1)
    _drafted(summary, actor)


@transaction.atomic
def open_summary(*, actor: Any, summary: Summary) -> Summary:
    """It is before the members, whose clock begins; nobody changes a word of it any more."""
    held = _held(summary)
    require(may_open_summary(actor, held))
    deadline = set_deadline(subject=held, rule=CLOCK, start=today())
    held.move(SummaryState.OPEN, opened_at=now(), closes_on=deadline.due)
    event = SummaryOpened(
        summary_id=held.pk,
        thread_id=held.thread_id,
        version=held.version,
        points=held.points.count(),
        closes_on=deadline.due.isoformat(),
    )
    record(event, actor=actor, subject=held, role="facilitator")
    return held


@transaction.atomic
def answer_point(
    *, actor: Any, point: Point, agrees: bool, reason: str = "", shown: str = ObjectionShown.FIGURE
) -> PointAnswer:
    """One member's answer to one point, in place of an earlier one. It is theirs alone: no entry, no notice."""
    _held(point.summary)
    point.refresh_from_db()
    require(may_answer_point(actor, point))
    if not agrees and not reason.strip():
        raise Refused(no(_("Say why you object, so that the others can understand it.")))
    values = {"agrees": agrees, "reason": reason.strip(), "shown": ObjectionShown.FIGURE if agrees else shown}
    return PointAnswer.objects.update_or_create(point=point, person=actor.person, defaults=values)[0]


@transaction.atomic
def close_summary(*, summary: Summary) -> Summary:
    """Its time is over: the figures are final, it is agreed or sent back, and who agreed is known to nobody any more."""
    held = _held(summary)
    if not held.is_open or held.closes_on is None or held.closes_on >= today():
        raise StateConflict
    points = list(Point.objects.filter(summary=held))
    answers = PointAnswer.objects.filter(point__summary=held)
    for point in points:
        point.agreed = answers.filter(point=point, agrees=True).count()
        point.objected = answers.filter(point=point, agrees=False).count()
        point.save(update_fields=("agreed", "objected"))
    answered = answers.exclude(person=None).values("person").distinct().count()
    answers.filter(agrees=True).delete()
    answers.filter(shown=ObjectionShown.FIGURE).delete()
    answers.filter(shown=ObjectionShown.REASON).update(person=None)
    holding = sum(point.holds for point in points)
    outcome = SummaryState.AGREED if holding == len(points) else SummaryState.RETURNED
    members = len(member_person_ids(held.thread.forum))
    held.move(outcome, closed_at=now(), members=members, answered=answered)
    deadline = deadline_of(key_of(held), CLOCK)
    if deadline is not None:
        meet(deadline=deadline)
    event = SummaryClosed(
        summary_id=held.pk,
        thread_id=held.thread_id,
        version=held.version,
        outcome=str(outcome),
        points=len(points),
        holding=holding,
        members=members,
        answered=answered,
        digest=sha256("\n\n".join(point.text for point in points).encode()).hexdigest(),
    )
    record(event, actor=None, subject=held)
    return held


def close_due_summaries() -> int:
    """Every summary whose last day is over is closed; gives how many. One that cannot be counted is named in the log and holds up no other."""
    closed = 0
    for summary in due_to_close(today()):
        try:
            close_summary(summary=summary)
            closed += 1
        except StateConflict:
            continue  # another worker was quicker
        except Exception:
            log.exception("summary_not_closed", summary_id=summary.pk)
    return closed


@transaction.atomic
def forget_answers(person_id: int) -> None:
    """Answers to what is still open are taken back; published objections stay, without the name."""
    mine = PointAnswer.objects.filter(person=person_id)
    mine.filter(point__summary__state=SummaryState.OPEN).delete()
    mine.update(person=None)


@transaction.atomic
def fold_answers(*, into_id: int, person_id: int) -> None:
    """One human being has one answer to a point: the kept person's, or else the merged one's."""
    theirs = PointAnswer.objects.filter(person=person_id)
    theirs.filter(point__in=PointAnswer.objects.filter(person=into_id).values("point")).delete()
    theirs.update(person=into_id)


def _held(summary: Summary) -> Summary:
    """The summary as it is now, kept from others until this act is done."""
    rows = Summary.objects.select_for_update(of=("self",)).select_related("thread__forum")
    return rows.get(pk=summary.pk)


def _of_the_thread(summary: Summary, posts: Iterable[Post]) -> list[int]:
    ids = list(dict.fromkeys(post.pk for post in posts))
    if Post.objects.shown().filter(thread=summary.thread_id, pk__in=ids).count() != len(ids):
        raise Refused(no(_("A point cites posts of its own conversation that everybody can read.")))
    return ids


def _cite(point: Point, post_ids: list[int]) -> None:
    rows = [Citation(point=point, post_id=pk, number=number) for number, pk in enumerate(post_ids, 1)]
    try:
        with transaction.atomic():
            Citation.objects.bulk_create(rows)
    except IntegrityError as error:
        raise StateConflict from error


def _drafted(summary: Summary, actor: Any) -> None:
    event = SummaryDrafted(summary_id=summary.pk, version=summary.version, points=summary.points.count())
    record(event, actor=actor, subject=summary, role="facilitator", public=False)
