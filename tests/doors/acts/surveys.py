"""Acts on surveys."""

from tests.doors.acts.act import Pick, does
from tests.doors.table.door import RUN_FORUM, SIGNED_IN

SURVEYS = {
    **does(
        "forums:survey_questions api:survey-questions",
        "facilitator",
        RUN_FORUM,
        lambda world: {"text": "What would help?", "kind": Pick("one"), "options": "A shelter\nA seat"},
    ),
    **does("forums:remove_survey_question", "facilitator", RUN_FORUM),
    **does("api:survey-question", "facilitator", RUN_FORUM, method="delete"),
    **does(
        "forums:survey_answers api:survey-answers",
        "member",
        SIGNED_IN - {"e-mail only"},
        lambda world: {"q1": Pick("0"), "q4": "The number 11."},
    ),
}
