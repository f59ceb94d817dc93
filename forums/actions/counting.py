"""What a survey found, once it is over."""

from dataclasses import asdict

from core import now
from forums.events import SurveyCounted
from forums.models import Activity, SurveyAnswer, SurveyQuestion, SurveyResult
from forums.surveys import tables_of
from ledger.actions import record


def count_survey(*, activity: Activity) -> SurveyResult:
    """What everybody may see is written down, once; called in the act that ends the activity. The record has the number alone."""
    answers = list(SurveyAnswer.objects.filter(activity=activity).values_list("values", flat=True))
    questions = list(SurveyQuestion.objects.filter(activity=activity))
    tables = [asdict(table) for table in tables_of(questions, answers, activity.smallest_cell)]
    result = SurveyResult.objects.create(activity=activity, answers=len(answers), tables=tables, counted_at=now())
    event = SurveyCounted(forum_id=activity.forum_id, activity_id=activity.pk, answers=len(answers))
    record(event, actor=None, subject=activity)
    return result
