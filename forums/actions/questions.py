"""Ask, want to know too, answer."""

from typing import Any

from django.db import transaction
from django.db.models import F

from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import require
from forums.actions.activities import freeze_rules
from forums.actions.posts import reply
from forums.actions.threads import start_thread
from forums.events import QuestionAnswered, QuestionAsked
from forums.models import Activity, AskedQuestion, Post, QuestionBacking, Thread
from forums.policies import may_answer, may_ask, may_back_question
from ledger.actions import record


@transaction.atomic
def ask(*, actor: Any, activity: Activity, title: str, opening: str = "") -> AskedQuestion:
    """The question stands in the activity, with a conversation of its own; the forum's facilitators are told."""
    require(may_ask(actor, activity))
    thread = start_thread(actor=actor, forum=activity.forum, title=title, opening=opening)
    question = AskedQuestion.objects.create(activity=activity, thread=thread)
    # What is asked is read with its activity, and not among the forum's own conversations.
    thread.about_kind, thread.about_id = key_of(question)
    Thread.objects.filter(pk=thread.pk).update(about_kind=thread.about_kind, about_id=thread.about_id)
    freeze_rules(activity=activity)
    event = QuestionAsked(forum_id=activity.forum_id, activity_id=activity.pk, question_id=question.pk)
    record(event, actor=actor, subject=thread)
    return question


@transaction.atomic
def back_question(*, actor: Any, question: AskedQuestion) -> AskedQuestion:
    """One more person wants to know; said twice, it counts once. Not in the record: who wants to know what is private."""
    if QuestionBacking.objects.filter(question=question, person=person_of(actor)).exists():
        return question
    require(may_back_question(actor, question))
    made = QuestionBacking.objects.bulk_create(
        [QuestionBacking(question=question, person=person_of(actor), at=now())], ignore_conflicts=True
    )
    return count_backers(question) if made else question


@transaction.atomic
def unback_question(*, actor: Any, question: AskedQuestion) -> AskedQuestion:
    """The actor no longer counts among those who want to know."""
    QuestionBacking.objects.filter(question=question, person=person_of(actor)).delete()
    return count_backers(question)


@transaction.atomic
def answer_question(*, actor: Any, question: AskedQuestion, body: str) -> Post:
    """The question is answered by this post, labelled with the actor's role; who asked and who wants to know are told.

    Of two answers at once the first one stands; the other meets StateConflict and leaves no post.
    """
    require(may_answer(actor, question))
    post = reply(actor=actor, thread=question.thread, body=body)
    question.answer, question.answered_at = post, now()
    changed = AskedQuestion.objects.filter(pk=question.pk, answer=None)
    if not changed.update(answer=post, answered_at=question.answered_at):
        raise StateConflict
    question.refresh_from_db(fields=("backers",))
    event = QuestionAnswered(
        forum_id=question.activity.forum_id,
        question_id=question.pk,
        post_id=post.pk,
        backers=question.backers,
        voice=post.voice,
    )
    record(event, actor=actor, subject=question.thread, role=post.voice)
    return post


def count_backers(question: AskedQuestion) -> AskedQuestion:
    """The row is locked first, so that two at once leave the number of the rows."""
    AskedQuestion.objects.filter(pk=question.pk).update(backers=F("backers"))
    number = QuestionBacking.objects.filter(question=question).count()
    AskedQuestion.objects.filter(pk=question.pk).update(backers=number)
    question.backers = number
    return question
