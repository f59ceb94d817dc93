"""Ask for a forum, stand behind the request, answer it, look at a refusal once more."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clocks.actions import meet, set_deadline
from clocks.queries import deadline_of
from core import now, today
from core.states import StateConflict
from core.text import one_line, render
from core.verdicts import Refused, no, require
from forums.actions.forums import set_up
from forums.events import ForumRequested, RequestAnswered, RequestReached, RequestReviewAsked, RequestReviewed
from forums.models import Forum, ForumRequest, RequestBacking
from forums.policies import (
    may_answer_request,
    may_ask_review,
    may_back,
    may_request,
    may_review_request,
    may_withdraw_backing,
)
from forums.queries.measures import measure
from forums.queries.requests import ANSWER, REVIEW
from forums.states import ForumState, RequestState
from ledger.actions import record
from notifications.actions import follow
from places.models import Area


@transaction.atomic
def request_forum(
    *, actor: Any, kind: str, title: str, purpose: str, areas: Iterable[Area] = (), topics: Iterable[str] = ()
) -> ForumRequest:
    """The request stands for residents to back; whoever asks is the first. How many it needs is fixed now."""
    require(may_request(actor))
    request = ForumRequest.objects.create(
        kind=kind,
        title=one_line(title),
        purpose=purpose,
        purpose_html=render(purpose),
        topics=list(topics),
        by=actor.person,
        needed=measure("request.backers"),
        created_at=now(),
    )
    request.areas.set(areas)
    record(ForumRequested(request_id=request.pk, needed=request.needed), actor=actor, subject=request)
    return back_request(actor=actor, request=request)


@transaction.atomic
def back_request(*, actor: Any, request: ForumRequest) -> ForumRequest:
    """One resident more stands behind it, whoever clicks twice. The one who makes the number puts it before the council."""
    held = _held(request)
    require(may_back(actor, held))
    try:
        with transaction.atomic():
            RequestBacking.objects.create(request=held, person=actor.person, at=now())
    except IntegrityError as error:
        raise Refused(no(_("You back this request already."))) from error
    held.backing_count += 1
    held.save(update_fields=("backing_count",))
    follow(actor=actor, subject=held)
    if held.backing_count >= held.needed:
        _put_before_the_council(held)
    return _seen(request, held)


@transaction.atomic
def withdraw_backing(*, actor: Any, request: ForumRequest) -> ForumRequest:
    """The resident no longer stands behind it."""
    held = _held(request)
    require(may_withdraw_backing(actor, held))
    gone, _rows = RequestBacking.objects.filter(request=held, person=actor.person).delete()
    if not gone:
        raise StateConflict
    held.backing_count -= 1
    held.save(update_fields=("backing_count",))
    return _seen(request, held)


@transaction.atomic
def answer_request(
    *, actor: Any, request: ForumRequest, agree: bool, reasons: str, code: str = "", title: str = ""
) -> ForumRequest:
    """The council's yes or no is published with its reasons. A yes makes a forum, with this `code`, for its founders to constitute."""
    require(may_answer_request(actor, request))
    reasons = _written(reasons, _("Write down why: the reasons are published."))
    forum = _founded(actor, request, code, title) if agree else None
    request.move(
        RequestState.AGREED if agree else RequestState.REFUSED,
        reasons=reasons,
        answered_by=actor,
        answered_at=now(),
        due=None,
        forum=forum,
    )
    _met(request, ANSWER)
    event = RequestAnswered(request_id=request.pk, agreed=agree, forum_id=forum.pk if forum else 0)
    record(event, actor=actor, subject=request, role="council")
    return request


@transaction.atomic
def ask_review(*, actor: Any, request: ForumRequest, objection: str) -> ForumRequest:
    """Scrutiny owes a second look by a day. Who asked is not told to anybody; what they hold against the refusal is."""
    require(may_ask_review(actor, request))
    objection = _written(objection, _("Write down what is wrong with the refusal."))
    deadline = set_deadline(subject=request, rule=REVIEW, start=today())
    request.move(RequestState.REVIEWING, objection=objection, review_asked_at=now(), due=deadline.due)
    event = RequestReviewAsked(request_id=request.pk, due=deadline.due.isoformat())
    # The entry has no actor: the record shows nobody who stands behind a request.
    record(event, actor=None, subject=request)
    return request


@transaction.atomic
def review_request(
    *, actor: Any, request: ForumRequest, overturn: bool, findings: str, code: str = "", title: str = ""
) -> ForumRequest:
    """Scrutiny confirms the refusal, or overturns it and the forum is founded. Nobody is asked a third time."""
    require(may_review_request(actor, request))
    findings = _written(findings, _("Write down what scrutiny found: it is published."))
    forum = _founded(actor, request, code, title) if overturn else None
    request.move(
        RequestState.AGREED if overturn else RequestState.UPHELD,
        review=findings,
        reviewed_by=actor,
        reviewed_at=now(),
        due=None,
        forum=forum,
    )
    _met(request, REVIEW)
    event = RequestReviewed(request_id=request.pk, overturned=overturn, forum_id=forum.pk if forum else 0)
    record(event, actor=actor, subject=request, role="scrutiny officer")
    return request


@transaction.atomic
def fold_backings(*, person_id: int, into_id: int) -> None:
    """Two persons turned out to be one: they back a request once."""
    already = RequestBacking.objects.filter(person=into_id).values("request")
    doubles = RequestBacking.objects.filter(person=person_id, request__in=already)
    for request in ForumRequest.objects.select_for_update().filter(pk__in=doubles.values("request")).order_by("pk"):
        # What is before the council keeps the count it came with.
        if request.is_gathering:
            request.backing_count -= 1
            request.save(update_fields=("backing_count",))
    doubles.delete()
    RequestBacking.objects.filter(person=person_id).update(person=into_id)
    ForumRequest.objects.filter(by=person_id).update(by=into_id)


def _put_before_the_council(request: ForumRequest) -> None:
    deadline = set_deadline(subject=request, rule=ANSWER, start=today())
    request.move(RequestState.CONSIDERING, reached_at=now(), due=deadline.due)
    event = RequestReached(request_id=request.pk, backers=request.backing_count, due=deadline.due.isoformat())
    # That this person was the last one needed is nobody's business.
    record(event, actor=None, subject=request)


def _founded(actor: Any, request: ForumRequest, code: str, title: str) -> Forum:
    if not code.strip():
        raise Refused(no(_("Give the forum a code: it begins the references of its proposals.")))
    return set_up(
        actor=actor,
        kind=request.kind,
        title=title or request.title,
        code=code,
        purpose=request.purpose,
        areas=request.areas.all(),
        topics=request.topics,
        state=ForumState.CONSTITUTING,
    )


def _written(words: str, otherwise: Any) -> str:
    if not words.strip():
        raise Refused(no(otherwise))
    return words.strip()


def _met(request: ForumRequest, rule: str) -> None:
    deadline = deadline_of(("forums.forumrequest", request.pk), rule)
    if deadline is not None:
        meet(deadline=deadline)


def _held(request: ForumRequest) -> ForumRequest:
    held: ForumRequest = ForumRequest.objects.select_for_update().get(pk=request.pk)
    return held


def _seen(request: ForumRequest, held: ForumRequest) -> ForumRequest:
    """What the caller holds is what the table holds now."""
    request.state, request.backing_count = held.state, held.backing_count
    request.due, request.reached_at = held.due, held.reached_at
    return request
