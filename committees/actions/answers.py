"""The executive's answer: asked for by notice, owed by a day, given with a reason, and where it says yes, with a promise."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chain.actions import close_step, hand_on, open_step, refuse_step
from chain.models import Step
from chain.queries import step_of
from chain.states import Station
from clocks.actions import set_deadline
from committees import events
from committees.actions.consideration import ANSWER
from committees.actions.numbers import next_reference
from committees.models import Commitment, Recommendation, Response
from committees.policies.answers import may_answer, may_correct
from committees.policies.meetings import may_issue
from committees.queries.wording import substance
from committees.states import Answer, RecommendationState
from committees.steps import path_to, portfolio_key, post_label
from core import now, today
from core.clock import day_of
from core.verdicts import Refused, no, require
from ledger.actions import record

COMMITMENT = "commitment"


@transaction.atomic
def issue_recommendation(*, actor: Any, recommendation: Recommendation, received_on: date) -> Recommendation:
    """The cabinet member has it since `received_on`, and owes an answer by the day that the body's rule gives.

    For scrutiny: two months beginning with receipt (Local Government Act 2000, s9FE).
    """
    require(may_issue(actor, recommendation))
    if received_on > today():
        raise Refused(no(_("The day on which it was received cannot lie ahead.")))
    assert recommendation.adopted_at is not None
    if received_on < day_of(recommendation.adopted_at):
        raise Refused(no(_("It cannot have been received before the committee adopted it.")))
    deadline = set_deadline(subject=recommendation, rule=recommendation.body.answer_rule, start=received_on)
    recommendation.move(RecommendationState.ISSUED, received_on=received_on, answer_due=deadline.due)
    hand_on(
        step=step_of(recommendation, ANSWER),
        owner_key=portfolio_key(recommendation.portfolio_id),
        owner_label=post_label(recommendation.portfolio),
        deadline=deadline,
    )
    event = events.RecommendationIssued(
        recommendation.pk, recommendation.portfolio_id, received_on.isoformat(), deadline.due.isoformat()
    )
    record(event, actor=actor, subject=recommendation)
    return recommendation


@transaction.atomic
def answer_recommendation(
    *, actor: Any, recommendation: Recommendation, answer: str, reason: str, commitment: Mapping[str, Any] | None = None
) -> Response:
    """The cabinet member has answered in public. Yes, or yes in part, is a promise: `commitment` has its text, measure, owner and due day.

    There is no "noted": a reason without substance is refused, and the database holds its least length.
    """
    require(may_answer(actor, recommendation))
    chosen, words = Answer(answer), _with_substance(reason)
    recommendation.move(RecommendationState.ANSWERED)
    response = Response.objects.create(
        recommendation=recommendation,
        version=1,
        answer=chosen,
        reason=words,
        by=actor.person,
        name=actor.person.name,
        at=now(),
    )
    promise = None
    step = step_of(recommendation, ANSWER)
    if chosen == Answer.REJECT:
        refuse_step(step=step, reason=words)
    else:
        promise = _promise(actor, recommendation, commitment, step)
        close_step(step=step)
    late = max((today() - recommendation.answer_due).days, 0) if recommendation.answer_due else 0
    event = events.RecommendationAnswered(
        recommendation.pk, recommendation.portfolio_id, chosen.value, promise.pk if promise else 0, late
    )
    record(event, actor=actor, subject=recommendation, role="cabinet member")
    return response


@transaction.atomic
def correct_response(
    *,
    actor: Any,
    recommendation: Recommendation,
    answer: str,
    reason: str,
    why: str,
    commitment: Mapping[str, Any] | None = None,
) -> Response:
    """A new version of the answer stands, with why; the older ones stay beside it. A no may become a yes, with a promise; a promise stays one."""
    require(may_correct(actor, recommendation))
    if not why.strip():
        raise Refused(
            no(_("Say what was wrong with the answer: the correction and the older words stand side by side."))
        )
    chosen, words = Answer(answer), _with_substance(reason)
    last = Response.objects.select_for_update().filter(recommendation=recommendation).order_by("-version").first()
    assert last is not None
    if chosen == Answer.REJECT and last.answer != Answer.REJECT:
        raise Refused(no(_("A promise was made, and a correction cannot take it back. Report on the promise instead.")))
    response = Response.objects.create(
        recommendation=recommendation,
        version=last.version + 1,
        answer=chosen,
        reason=words,
        corrected_because=why.strip(),
        by=actor.person,
        name=actor.person.name,
        at=now(),
    )
    if last.answer == Answer.REJECT and chosen != Answer.REJECT:
        _promise(actor, recommendation, commitment, step_of(recommendation, ANSWER))
    event = events.ResponseCorrected(recommendation.pk, response.version, chosen.value)
    record(event, actor=actor, subject=recommendation, role="cabinet member")
    return response


def _with_substance(reason: str) -> str:
    verdict = substance(reason)
    if not verdict:
        raise Refused(verdict)
    return reason.strip()


def _promise(
    actor: Any, recommendation: Recommendation, commitment: Mapping[str, Any] | None, parent: Step
) -> Commitment:
    given = commitment or {}
    missing = not all(str(given.get(name) or "").strip() for name in ("text", "measure", "owner")) or not given.get(
        "due"
    )
    if missing:
        raise Refused(
            no(
                _(
                    "To say yes is to promise something: say what will be done, how all will see it, which post does it, and by when."
                )
            )
        )
    due: date = given["due"]
    if due <= today():
        raise Refused(no(_("The day by which it will be done must lie ahead.")))
    promise = Commitment.objects.create(
        recommendation=recommendation,
        portfolio=recommendation.portfolio,
        reference=next_reference(
            recommendation.body, "C", Commitment.objects.filter(recommendation__body=recommendation.body_id)
        ),
        text=str(given["text"]).strip(),
        measure=str(given["measure"]).strip(),
        owner=str(given["owner"]).strip(),
        due=due,
        first_due=due,
        created_at=now(),
    )
    open_step(
        subject=promise,
        kind=COMMITMENT,
        station=Station.PROMISE,
        title=promise.text,
        address=path_to("commitment", promise.reference),
        owner_key=portfolio_key(promise.portfolio_id),
        owner_label=post_label(recommendation.portfolio),
        parents=[parent],
        due=due,
    )
    event = events.CommitmentMade(promise.pk, recommendation.pk, promise.portfolio_id, due.isoformat())
    record(event, actor=actor, subject=promise, role="cabinet member")
    return promise
