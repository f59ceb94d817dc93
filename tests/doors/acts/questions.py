"""Acts on questions and answers."""

from tests.doors.acts.act import does
from tests.doors.table.door import RUN_FORUM, SIGNED_IN, STEWARDS
from tests.doors.table.questions import ANSWERING

QUESTIONS = {
    **does(
        "forums:ask api:activity-questions",
        "member",
        STEWARDS | {"facilitator", "member"},
        lambda world: {"title": "When does the tram come?", "opening": "I wait."},
    ),
    **does("forums:certify_activity api:activity-certify", "facilitator", RUN_FORUM),
    **does("forums:back_question api:question-backing", "verified", SIGNED_IN - {"e-mail only", "member"}),
    **does("forums:answer_question api:question-answer", "facilitator", ANSWERING, lambda world: {"body": "In May."}),
}
