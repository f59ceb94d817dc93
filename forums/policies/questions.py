"""Who asks, who wants to know too, who answers."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.queries import person_of
from ballots.words import moment_of
from core import now
from core.verdicts import Verdict, no, yes
from forums.models import Activity, AskedQuestion, QuestionBacking
from forums.policies.answers import resting, sign_in
from forums.policies.members import old_enough
from forums.policies.talk import may_start_thread
from forums.states import ActivityKind, Voice
from forums.voices import voice_of

ANSWERING = (Voice.FACILITATOR, Voice.OFFICER, Voice.COUNCILLOR)


def runs_now(activity: Activity) -> Verdict:
    """Whether its first moment has come and its last has not passed."""
    if activity.opens_at > now():
        return no(_("This has not begun yet. It opens %(moment)s.") % {"moment": moment_of(activity.opens_at)})
    if activity.closes_at is not None and activity.is_over:
        return no(_("This is over since its end %(moment)s.") % {"moment": moment_of(activity.closes_at)})
    if not activity.forum.is_active:
        return resting(activity.forum)
    return yes()


def may_ask(user: Any, activity: Activity) -> Verdict:
    """Members of the forum, while the activity runs."""
    if activity.kind != ActivityKind.QUESTIONS:
        return no(_("Questions are asked where a forum has opened questions and answers."))
    running = runs_now(activity)
    return may_start_thread(user, activity.forum) if running else running


def may_back_question(user: Any, question: AskedQuestion) -> Verdict:
    """Say that one wants to know too."""
    person = person_of(user)
    if not (running := runs_now(question.activity)):
        return running
    if question.thread.is_hidden:
        return no(_("This question is hidden."))
    if person is None:
        return sign_in(_("Sign in to say that you want to know this too."))
    if question.thread.author_id == person.pk:
        return no(_("This is your own question."))
    if person.level < question.activity.minimum_level:
        return no(
            _("Here it counts from this level on: %(level)s.")
            % {"level": question.activity.get_minimum_level_display()}
        )
    if QuestionBacking.objects.filter(question=question, person=person).exists():
        return no(_("You have said that you want to know this."))
    return old_enough(person, question.activity.forum)


def may_answer(user: Any, question: AskedQuestion) -> Verdict:
    """A facilitator, an officer or a councillor, once; also after the end, since an answer stays owed."""
    if question.is_answered:
        return no(_("This question is answered. Everybody may reply to it."))
    return speaks_for_an_answer(user, question)


def speaks_for_an_answer(user: Any, question: AskedQuestion) -> Verdict:
    """Whether this user holds a role in which questions are answered here."""
    if question.thread.is_hidden or not question.thread.is_open:
        return no(_("Nothing can be added to this question any more."))
    if not question.activity.forum.is_active:
        return resting(question.activity.forum)
    if person_of(user) is None:
        return sign_in(_("Sign in to answer."))
    if voice_of(user, question.activity.forum) in ANSWERING:
        return yes()
    return no(_("A facilitator of this forum, an officer or a councillor answers."))


def may_reply_to_question(user: Any, question: AskedQuestion) -> Verdict:
    """Everybody while the activity runs; after that, who may answer."""
    running = runs_now(question.activity)
    return running if running or not speaks_for_an_answer(user, question) else yes()
