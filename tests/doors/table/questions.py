"""Questions and answers."""

from tests.doors.table.door import RUN_FORUM, SIGNED_IN, acts, one, opens

ANSWERING = frozenset(
    {
        *("facilitator", "clerk", "administrator", "scrutiny officer", "evaluating officer", "moderator"),
        *("councillor", "chair", "other chair", "cabinet member", "other cabinet member"),
    }
)

QUESTIONS = {
    **opens("forums:ask", args=one("asking.pk")),
    **acts("forums:certify_activity api:activity-certify", RUN_FORUM, args=one("member_vote.pk")),
    **acts("forums:back_question api:question-backing", SIGNED_IN, args=one("question.pk")),
    **opens("forums:answer_question", ANSWERING, args=one("question.pk")),
    **acts("api:question-answer", SIGNED_IN, args=one("question.pk")),
    **opens("api:activity-questions", args=one("asking.pk")),
}
