"""Surveys as their pages need them."""

from dataclasses import dataclass
from typing import Any

from accounts.queries import person_of
from forums.models import Activity, SurveyAnswer, SurveyQuestion, SurveyResult
from forums.policies.surveys import may_read_survey_words
from forums.states import SurveyKind
from forums.surveys import Row, Table, words_of


@dataclass(frozen=True, slots=True)
class Results:
    """`words` is None for whoever may not read what was answered in words; else the answers to each such question."""

    answers: int
    tables: list[Table]
    words: list[tuple[str, list[str]]] | None


def answer_of(user: Any, activity: Activity) -> SurveyAnswer | None:
    person = person_of(user)
    return SurveyAnswer.objects.filter(activity=activity, person=person).first() if person is not None else None


def results_of(user: Any, activity: Activity) -> Results | None:
    """None until the survey is over and counted."""
    result = SurveyResult.objects.filter(activity=activity).first()
    if result is None:
        return None
    words = _words(activity) if may_read_survey_words(user, activity) else None
    return Results(result.answers, tables_of_result(result), words)


def tables_of_result(result: SurveyResult) -> list[Table]:
    """As they were counted."""
    return [Table(table["question"], [Row(**row) for row in table["rows"]], table["whole"]) for table in result.tables]


def _words(activity: Activity) -> list[tuple[str, list[str]]]:
    """By their letters, so that the order tells nobody who wrote them; what does not fit its question is left out."""
    asked = SurveyQuestion.objects.filter(activity=activity).exclude(kind__in=SurveyKind.counted())
    answers = list(SurveyAnswer.objects.filter(activity=activity).values_list("values", flat=True))
    return [
        (one.text, sorted(filter(None, (words_of(one, answer.get(one.name)) for answer in answers)))) for one in asked
    ]


def survey_answers(person_id: int) -> list[dict[str, Any]]:
    """What one person answered, in words, for their own file."""
    rows = SurveyAnswer.objects.filter(person=person_id).select_related("activity").order_by("id")
    return [
        {
            "survey": row.activity.title,
            "answers": {
                one.text: words_of(one, row.values[one.name])
                for one in row.activity.survey_questions.all()
                if one.name in row.values
            },
            "at": row.at,
            "edited": row.edited_at,
        }
        for row in rows.prefetch_related("activity__survey_questions")
    ]
