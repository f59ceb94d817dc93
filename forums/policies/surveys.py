"""Who writes the questions of a survey, who answers them, who reads what was answered in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.queries import person_of
from core.verdicts import Verdict, no, yes
from forums.models import Activity
from forums.policies.activities import may_change_rules
from forums.policies.answers import sign_in
from forums.policies.members import old_enough
from forums.policies.questions import runs_now
from forums.queries.people import is_facilitator
from forums.states import ActivityKind


def may_write_survey(user: Any, activity: Activity) -> Verdict:
    """Its questions are rules of the activity: they can change until somebody has answered."""
    if activity.kind != ActivityKind.SURVEY:
        return no(_("This is not a survey."))
    return may_change_rules(user, activity)


def may_answer_survey(user: Any, activity: Activity) -> Verdict:
    """Members and residents from the level of the activity on, while it runs; who has answered may answer anew."""
    if activity.kind != ActivityKind.SURVEY:
        return no(_("This is not a survey."))
    if not (running := runs_now(activity)):
        return running
    person = person_of(user)
    if person is None:
        return sign_in(_("Sign in to answer."))
    if person.level < activity.minimum_level:
        return no(_("You can answer from this level on: %(level)s.") % {"level": activity.get_minimum_level_display()})
    if not activity.survey_questions.exists():
        return no(_("Its questions are not written yet."))
    return old_enough(person, activity.forum)


def may_read_survey_words(user: Any, activity: Activity) -> Verdict:
    """What people wrote in their own words, without their names, once it is over."""
    if activity.kind != ActivityKind.SURVEY or not activity.is_over:
        return no(_("What people wrote can be read once the survey is over."))
    if is_facilitator(user, activity.forum):
        return yes()
    return no(_("What people wrote in their own words is read by the facilitators of the forum."))
