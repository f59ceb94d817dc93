"""Answers to a survey, and a moment after its end."""

from datetime import timedelta

from core.clock import at
from forums.actions import turn_activities
from forums.actions.surveys import answer_survey
from ledger.delivery import deliver_all
from tests.cast import people


def answered(survey, crowd, **values):
    for user in crowd:
        answer_survey(actor=user, activity=survey, values={"q1": 0, "q2": [0], "q3": 4, "q4": "", **values})


def crowd_of(number):
    return [one.user for one in people(number)]


def over(survey):
    """A moment after its end, when it has been counted."""
    with at(survey.closes_at + timedelta(minutes=1)):
        turn_activities()
        deliver_all()
    return at(survey.closes_at + timedelta(minutes=2))
