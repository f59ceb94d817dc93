"""The cabinet's answer: owed by a day, with a reason, and where it says yes with a promise."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from chain.queries import children, line_for, step_of
from chain.states import State as StepState
from committees import actions
from committees.models import Commitment, Recommendation, Response
from committees.states import Answer, BodyKind
from core import now, today
from core.clock import day_of
from core.verdicts import Refused
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db

REASON = "Fifteen minutes cannot hold a wash, a meal and a word."


def promise(**changes):
    return {
        "text": "New contracts name thirty minutes.",
        "measure": "The contracts, published.",
        "owner": "Director of Adult Social Care",
        "due": today() + timedelta(days=90),
    } | changes


def answer(story, chosen="accept", reason=REASON, commitment=None):
    return actions.answer_recommendation(
        actor=story.holder, recommendation=story.recommendation, answer=chosen, reason=reason, commitment=commitment
    )


@pytest.mark.parametrize(
    ("kind", "rule"),
    [(BodyKind.SCRUTINY, "committees.answer.scrutiny"), (BodyKind.ADVISORY, "committees.answer.local")],
)
def test_the_clock_begins_with_receipt_by_the_rule_of_the_body(kind, rule):
    story = scenes.issued(kind=kind)

    step = step_of(story.recommendation, "answer")
    assert (step.owner_key, step.deadline.rule.key, step.due) == (
        f"portfolio:{story.portfolio.pk}",
        rule,
        Recommendation.objects.get().answer_due,
    )
    assert step.owner_label == "Cabinet Member for Health and Social Care, Jo Whitlock"


def test_two_months_begin_with_the_day_of_receipt():
    story = scenes.recommended()
    with story.on(71):
        received = today()
        actions.issue_recommendation(actor=story.clerk, recommendation=story.recommendation, received_on=received)

    same_day = date(received.year, received.month + 2, received.day)
    assert Recommendation.objects.get().answer_due == same_day - timedelta(days=1)


@pytest.mark.parametrize(("days", "reason"), [(1, "cannot lie ahead"), (-5, "before the committee adopted it")])
def test_the_day_of_receipt_is_between_the_vote_and_today(days, reason):
    story = scenes.recommended()

    with story.on(71), pytest.raises(Refused, match=reason):
        actions.issue_recommendation(
            actor=story.clerk, recommendation=story.recommendation, received_on=today() + timedelta(days=days)
        )


def test_accepted_it_becomes_a_promise_with_a_date_and_an_owner():
    story = scenes.answered("accept")

    made = Commitment.objects.get()
    assert (made.reference, made.first_due, made.due, made.owner) == (
        f"{story.body.code}-C-1",
        made.due,
        made.due,
        "Director of Adult Social Care",
    )
    step = step_of(story.recommendation, "answer")
    assert (step.state, children(step)) == (StepState.DONE, [step_of(made, "commitment")])
    assert [stop.state for stop in line_for(made)] == ["passed"] * 5 + ["owed", ""]


def test_rejected_it_ends_with_the_reason():
    story = scenes.answered("reject")

    step = step_of(story.recommendation, "answer")
    assert (step.state, step.refusal, Commitment.objects.count()) == (
        StepState.REFUSED,
        Response.objects.get().reason,
        0,
    )


@pytest.mark.parametrize("reason", ["Noted.", "The recommendation is noted with thanks by the Cabinet Member.", ""])
def test_noted_is_not_an_answer(reason):
    story = scenes.issued()

    with story.on(75), pytest.raises(Refused, match="is not an answer"):
        answer(story, "reject", reason)

    assert Recommendation.objects.get().state == "issued"


def test_the_database_refuses_a_reason_without_substance_and_an_answer_that_is_none():
    story = scenes.issued()
    row = {"recommendation": story.recommendation, "by": story.holder.person, "name": "Jo", "at": now()}

    with pytest.raises(IntegrityError, match="response_has_reason"), transaction.atomic():
        Response.objects.create(answer="reject", reason="      Noted.                 ", **row)

    assert "noted" not in Answer.values


@pytest.mark.parametrize("missing", ["text", "measure", "owner", "due"])
@pytest.mark.parametrize("chosen", ["accept", "part"])
def test_to_say_yes_is_to_promise_something(chosen, missing):
    story = scenes.issued()

    with story.on(75), pytest.raises(Refused, match="To say yes is to promise something"):
        answer(story, chosen, commitment=promise(**{missing: None}))


def test_an_answer_is_corrected_beside_the_older_one_and_never_rewritten():
    story = scenes.answered()
    with story.on(80):
        actions.correct_response(
            actor=story.holder,
            recommendation=story.recommendation,
            answer="part",
            reason="Seven of the nine contracts are renewed this year, and two next year.",
            why="Two contracts run longer than I said.",
        )

    assert list(Response.objects.values_list("version", "answer", "corrected_because")) == [
        (1, "accept", ""),
        (2, "part", "Two contracts run longer than I said."),
    ]
    with pytest.raises(DatabaseError), transaction.atomic():
        Response.objects.update(reason="Something that reads better than what was said.")


def test_a_correction_says_what_was_wrong():
    story = scenes.answered()

    with story.on(80), pytest.raises(Refused, match="Say what was wrong"):
        actions.correct_response(
            actor=story.holder, recommendation=story.recommendation, answer="accept", reason=REASON, why=" "
        )


def test_a_promise_is_not_taken_back_by_a_correction():
    story = scenes.answered()

    with story.on(80), pytest.raises(Refused, match="a correction cannot take it back"):
        actions.correct_response(
            actor=story.holder, recommendation=story.recommendation, answer="reject", reason=REASON, why="No money."
        )


def test_a_no_that_becomes_a_yes_comes_with_a_promise_on_the_line():
    story = scenes.answered("reject")
    with story.on(80):
        actions.correct_response(
            actor=story.holder,
            recommendation=story.recommendation,
            answer="accept",
            reason=REASON,
            why="The money was found.",
            commitment=promise(),
        )

    assert [stop.state for stop in line_for(Commitment.objects.get())][3:] == ["passed", "refused", "owed", ""]


def test_what_is_owed_stays_with_the_post_when_its_holder_goes():
    story = scenes.issued()
    with story.on(75):
        actions.appoint_holder(actor=story.clerk, portfolio=story.portfolio, person=None)
        vacant = step_of(story.recommendation, "answer").owner_label
        successor = scenes.councillor("Nia Owusu", by=story.clerk)
        actions.appoint_holder(actor=story.clerk, portfolio=story.portfolio, person=successor.person)
        story.recommendation = scenes.fresh(story.recommendation)
        actions.answer_recommendation(
            actor=successor, recommendation=story.recommendation, answer="reject", reason=REASON
        )

    assert (vacant, Response.objects.get().name) == ("Cabinet Member for Health and Social Care", "Nia Owusu")


def test_an_answer_after_its_day_says_how_late_it_was():
    story = scenes.issued()
    from ledger.models import Entry

    with story.on(71 + 75):
        answer(story, "reject")
        late = (day_of(now()) - Recommendation.objects.get().answer_due).days

    assert Entry.objects.get(event="committees.RecommendationAnswered").data["days_late"] == late > 0
