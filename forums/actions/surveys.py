"""Write the questions of a survey, answer them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.verdicts import require
from forums.actions.activities import freeze_rules
from forums.events import ActivityChanged
from forums.models import Activity, SurveyAnswer, SurveyQuestion
from forums.policies.surveys import may_answer_survey, may_write_survey
from forums.surveys import fitting
from ledger.actions import record


@transaction.atomic
def add_survey_question(
    *, actor: Any, activity: Activity, kind: str, text: str, options: Sequence[str] = (), required: bool = False
) -> SurveyQuestion:
    """The page asks one question more, at its end."""
    require(may_write_survey(actor, activity))
    _unfrozen(activity)
    last = SurveyQuestion.objects.filter(activity=activity).aggregate(last=Max("number"))["last"] or 0
    question = SurveyQuestion.objects.create(
        activity=activity, number=last + 1, kind=kind, text=text, options=list(options), required=required
    )
    record(ActivityChanged(forum_id=activity.forum_id, activity_id=activity.pk), actor=actor, subject=activity)
    return question


@transaction.atomic
def remove_survey_question(*, actor: Any, question: SurveyQuestion) -> None:
    """The page asks it no longer."""
    activity = question.activity
    require(may_write_survey(actor, activity))
    _unfrozen(activity)
    SurveyQuestion.objects.filter(pk=question.pk).delete()
    record(ActivityChanged(forum_id=activity.forum_id, activity_id=activity.pk), actor=actor, subject=activity)


@transaction.atomic
def answer_survey(*, actor: Any, activity: Activity, values: Mapping[str, Any]) -> SurveyAnswer:
    """This is what the actor answers, in place of what they answered before. The first answer of all freezes the questions.

    Not in the record: who answered, and what, is private. Of two at once from one person the later one stands. Raises
    ValidationError by question.
    """
    require(may_answer_survey(actor, activity))
    # Whoever answers waits for the row, so that none comes in after the end and the questions are those that are kept.
    running = Activity.objects.open(now()).filter(pk=activity.pk)
    if not list(running.select_for_update(no_key=True).values_list("pk")):
        raise StateConflict
    freeze_rules(activity=activity)
    kept = fitting(list(SurveyQuestion.objects.filter(activity=activity)), values)
    moment = now()
    person = person_of(actor)
    assert person is not None  # the policy has said so
    rows = SurveyAnswer.objects.filter(activity=activity, person=person)
    if not rows.update(values=kept, edited_at=moment):
        SurveyAnswer.objects.create(activity=activity, person=person, values=kept, at=moment)
    return rows.get()


@transaction.atomic
def fold_survey_answers(*, person_id: int, into_id: int) -> None:
    """Where both answered, the answer that was given first is kept; the other is gone."""
    theirs = SurveyAnswer.objects.filter(person=person_id)
    for answer in theirs.order_by("activity_id"):
        other = SurveyAnswer.objects.filter(person=into_id, activity=answer.activity_id).first()
        if other is not None:
            (answer if other.at <= answer.at else other).delete()
    theirs.update(person=into_id)


def _unfrozen(activity: Activity) -> None:
    """Waits for a first answer that comes in at this moment; after it the questions are fixed."""
    rows = Activity.objects.select_for_update(no_key=True).filter(pk=activity.pk, frozen_at=None)
    if not list(rows.values_list("pk")):
        raise StateConflict
