"""What the cabinet owes and answers, in words."""

from django.utils.translation import gettext as _

from committees import events
from committees.sentences.words import label_of
from core.subjects import Subject
from ledger.sentences import day_of, says


@says(events.RecommendationIssued)
def issued(event: events.RecommendationIssued, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.received_on), "due": day_of(event.due)}
    sentences = {"holder": _("You received a recommendation on %(day)s and owe an answer by %(due)s: %(it)s")}
    general = _("The cabinet received it on %(day)s and owes an answer by %(due)s: %(it)s")
    return sentences.get(audience, general) % words


@says(events.AnswerOverdue)
def overdue(event: events.AnswerOverdue, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"due": day_of(event.due)}
    sentences = {
        "holder": _("Your answer was due on %(due)s and is late. Everybody can see that: %(it)s"),
        "chair": _("An answer to your committee was due on %(due)s and has not come: %(it)s"),
        "authors": _("The answer to what you asked for was due on %(due)s and has not come: %(it)s"),
        "members": _("The answer to what your forum asked for was due on %(due)s and has not come: %(it)s"),
        "supporters": _("The answer to something that you support was due on %(due)s and has not come: %(it)s"),
    }
    return sentences.get(audience, _("The answer was due on %(due)s and has not come: %(it)s")) % words


@says(events.RecommendationAnswered)
def answered(event: events.RecommendationAnswered, subject: Subject | None, audience: str) -> str:
    theirs = audience in {"authors", "members", "supporters"}
    sentences = {
        ("accept", False): _("Accepted by the cabinet, with a promise: %(it)s"),
        ("part", False): _("Accepted in part by the cabinet, with a promise: %(it)s"),
        ("reject", False): _("Rejected by the cabinet, with its reason: %(it)s"),
        ("accept", True): _("The cabinet accepts what you asked for, and promises to do it: %(it)s"),
        ("part", True): _("The cabinet accepts part of what you asked for, and promises to do it: %(it)s"),
        ("reject", True): _("The cabinet rejects what you asked for. Its reason is here: %(it)s"),
    }
    return sentences[event.answer, theirs] % label_of(subject)


@says(events.ResponseCorrected)
def corrected(event: events.ResponseCorrected, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"version": event.version}
    return _("The answer was corrected; version %(version)d stands beside the older ones: %(it)s") % words


@says(events.CommitmentMade)
def promised(event: events.CommitmentMade, subject: Subject | None, audience: str) -> str:
    return _("Promised by %(due)s: %(it)s") % (label_of(subject) | {"due": day_of(event.due)})
