"""What forums keep of one person: memberships, mandates, what they wrote, how they voted on posts and how far they have read."""

from typing import Any

from django.db.models import F

from accounts.merging import folds
from core import now, personal
from forums.actions import fold_answers, fold_talk, fold_voices, forget_answers, forget_voices
from forums.actions.merging import fold_questions
from forums.actions.surveys import fold_survey_answers
from forums.models import (
    AskedQuestion,
    Ending,
    Forum,
    ForumRequest,
    Mandate,
    Membership,
    PointAnswer,
    Post,
    PostMention,
    PostVersion,
    PostVote,
    PreElection,
    QuestionBacking,
    ReadingPosition,
    RequestBacking,
    RuleChange,
    SurveyAnswer,
    Thread,
    ThreadUpdate,
    WaitingPlace,
)
from forums.queries.surveys import survey_answers
from moderation.actions import forget_first_words


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    memberships = Membership.objects.filter(person=person_id).select_related("forum").order_by("id")
    posts = Post.objects.filter(author=person_id).select_related("thread").order_by("id")
    threads = Thread.objects.filter(author=person_id).order_by("id")
    return {
        # The same sentence for everybody: a file with the posts in it, or with another sentence, would name their author.
        "under protection": "What somebody said as a protected service worker is in no file. They read it in the forum itself.",
        "memberships": [
            {"forum": one.forum.title, "role": one.role, "as": one.kind, "joined": one.joined_at, "left": one.left_at}
            for one in memberships
        ],
        "mandates": [
            {"forum": one.forum.title, "text": one.text, "since": one.since, "until": one.until}
            for one in Mandate.objects.filter(person=person_id).select_related("forum").order_by("id")
        ],
        "waiting_for_a_place": list(
            WaitingPlace.objects.filter(person=person_id).order_by("id").values("forum__title", "kind", "since")
        ),
        "requests": [
            {"title": one.title, "purpose": one.purpose, "at": one.created_at}
            for one in ForumRequest.objects.filter(by=person_id).order_by("id")
        ],
        "endings_proposed": list(
            Ending.objects.filter(by=person_id).order_by("id").values("forum__title", "kind", "reason", "asked_at")
        ),
        "rules_proposed": list(
            RuleChange.objects.filter(by=person_id).order_by("id").values("forum__title", "reason", "asked_at")
        ),
        "requests_backed": list(
            RequestBacking.objects.filter(person=person_id).order_by("id").values("request__title", "at")
        ),
        "answers to summaries": [
            {"point": one.point.text, "agrees": one.agrees, "reason": one.reason, "shown": one.shown}
            for one in PointAnswer.objects.filter(person=person_id).select_related("point").order_by("id")
        ],
        "conversations": [{"title": one.title, "opening": one.opening, "at": one.created_at} for one in threads],
        "updates": [
            {"conversation": one.thread.title, "text": one.text, "at": one.at}
            for one in ThreadUpdate.objects.filter(author=person_id).select_related("thread").order_by("id")
        ],
        "questions_backed": list(
            QuestionBacking.objects.filter(person=person_id).order_by("id").values("question__thread__title", "at")
        ),
        "surveys_answered": survey_answers(person_id),
        "posts": [
            {"conversation": one.thread.title, "text": one.body, "stance": one.stance, "at": one.created_at}
            for one in posts
        ],
        "votes on posts": list(PostVote.objects.filter(person=person_id).order_by("id").values("post_id", "value")),
        "weeks before an election entered": list(
            PreElection.objects.filter(by=user_id).order_by("id").values("begins", "ends", "source", "entered_at")
            if user_id
            else []
        ),
        "mentions": list(PostMention.objects.filter(person=person_id).order_by("id").values_list("post_id", flat=True)),
        "read up to": [
            {"conversation": title, "post": post, "at": at}
            for title, post, at in ReadingPosition.objects.filter(person=person_id)
            .order_by("id")
            .values_list("thread__title", "post_id", "at")
        ],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """Posts stay without their author, so that answers keep their sense; earlier wordings go, and memberships end.

    Protected voices are nobody's. Votes on posts and backings of requests stay counted, by a person without a name.
    """
    forget_voices(person_id)
    PostMention.objects.filter(person=person_id).delete()
    ReadingPosition.objects.filter(person=person_id).delete()
    forget_answers(person_id)
    PostVersion.objects.filter(post__author=person_id).update(body="")
    forget_first_words(kind="forums.post", ids=list(Post.objects.filter(author=person_id).values_list("pk", flat=True)))
    Post.objects.filter(author=person_id).update(author=None, author_label="")
    Thread.objects.filter(author=person_id).update(author=None)
    ForumRequest.objects.filter(by=person_id).update(by=None)
    ThreadUpdate.objects.filter(author=person_id).update(author=None)
    RuleChange.objects.filter(by=person_id).update(by=None)
    Ending.objects.filter(by=person_id).update(by=None)
    if user_id:
        PreElection.objects.filter(by=user_id).update(by=None)
    WaitingPlace.objects.filter(person=person_id).delete()
    for backing in QuestionBacking.objects.filter(person=person_id).select_related("question"):
        AskedQuestion.objects.filter(pk=backing.question_id).update(backers=F("backers") - 1)
        backing.delete()
    SurveyAnswer.objects.filter(person=person_id).delete()
    current = Membership.objects.current().filter(person=person_id)
    Forum.objects.filter(pk__in=list(current.values_list("forum_id", flat=True))).update(
        member_count=F("member_count") - 1
    )
    current.update(left_at=now())


@folds
def fold_summary_answers(kept_person_id: int, merged_person_id: int) -> None:
    fold_answers(into_id=kept_person_id, person_id=merged_person_id)


@folds
def fold_protected_voices(kept_person_id: int, merged_person_id: int) -> None:
    fold_voices(into_id=kept_person_id, person_id=merged_person_id)


@folds
def fold_what_was_said(kept_person_id: int, merged_person_id: int) -> None:
    fold_talk(into_id=kept_person_id, person_id=merged_person_id)
    fold_questions(into_id=kept_person_id, person_id=merged_person_id)
    fold_survey_answers(into_id=kept_person_id, person_id=merged_person_id)


personal.register("forums", export=export, erase=erase)
