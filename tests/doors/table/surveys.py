"""Surveys."""

from tests.doors.table.door import RUN_FORUM, SIGNED_IN, acts, one, opens

SURVEYS = {
    **opens("forums:survey_questions", RUN_FORUM, args=one("survey.pk")),
    **acts("api:survey-questions", SIGNED_IN, args=one("survey.pk")),
    **acts(
        "forums:remove_survey_question api:survey-question", RUN_FORUM, args=one("survey.pk survey_question.number")
    ),
    **opens("forums:survey_answers", args=one("survey.pk")),
    **opens("api:survey-answers", args=one("survey.pk"), also=frozenset({404})),
    **opens("forums:survey_results", args=one("counted_survey.pk")),
    **opens("api:survey", args=one("counted_survey.pk")),
}
