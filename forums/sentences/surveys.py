"""Surveys."""

from django.utils.translation import ngettext

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.SurveyCounted)
def survey_counted(event: events.SurveyCounted, subject: Subject | None, audience: str) -> str:
    if audience == "answered":
        words = ngettext(
            "The survey “%(label)s”, which you answered, has its results: %(n)s person answered.",
            "The survey “%(label)s”, which you answered, has its results: %(n)s people answered.",
            event.answers,
        )
    else:
        words = ngettext(
            "The survey “%(label)s” was counted: %(n)s person answered.",
            "The survey “%(label)s” was counted: %(n)s people answered.",
            event.answers,
        )
    return words % {**label_of(subject), "n": event.answers}
