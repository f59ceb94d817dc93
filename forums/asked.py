"""What a reply under a question asks beyond the forum's own rules."""

from typing import Any

from core.verdicts import Verdict, yes
from forums import hosts
from forums.models import AskedQuestion
from forums.policies import may_reply_to_question


def rule(user: Any, question_id: int) -> Verdict:
    question = AskedQuestion.objects.for_page().filter(pk=question_id).first()
    return may_reply_to_question(user, question) if question else yes()


hosts.register("forums.askedquestion", rule)
