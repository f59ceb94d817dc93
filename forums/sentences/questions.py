"""Questions and answers."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.QuestionAsked)
def question_asked(event: events.QuestionAsked, subject: Subject | None, audience: str) -> str:
    if audience == "facilitators":
        return _("A member asks, and waits for your answer: “%(label)s”.") % label_of(subject)
    return _("A question was asked: “%(label)s”.") % label_of(subject)


@says(events.QuestionAnswered)
def question_answered(event: events.QuestionAnswered, subject: Subject | None, audience: str) -> str:
    if audience == "asker":
        return _("Your question was answered: “%(label)s”.") % label_of(subject)
    if audience == "backers":
        return _("A question that you want answered was answered: “%(label)s”.") % label_of(subject)
    return _("A question was answered: “%(label)s”.") % label_of(subject)
