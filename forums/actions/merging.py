"""Two persons turned out to be one human being: what the later one said and did in the forums is the other's."""

from django.db import transaction

from forums.actions.questions import count_backers
from forums.actions.votes import count_votes
from forums.models import AskedQuestion, Post, PostMention, PostVote, QuestionBacking, ReadingPosition, Thread


@transaction.atomic
def fold_talk(*, person_id: int, into_id: int) -> None:
    """Posts, threads, votes, mentions and places kept are those of `into_id`; one vote a post remains, and is counted once."""
    Post.objects.filter(author=person_id).update(author=into_id)
    Thread.objects.filter(author=person_id).update(author=into_id)
    votes = PostVote.objects.filter(person=person_id)
    posts = list(votes.order_by("post_id").values_list("post_id", flat=True))
    # In the order of their keys, as every act that locks several posts does.
    list(Post.objects.select_for_update(of=("self",)).filter(pk__in=posts).order_by("pk").values_list("pk"))
    kept = set(PostVote.objects.filter(person=into_id, post__in=posts).values_list("post_id", flat=True))
    for vote in votes.filter(post__in=kept):
        count_votes(vote.post_id, before=vote.value, after=0)
        vote.delete()
    votes.update(person=into_id)
    named = PostMention.objects.filter(person=into_id).values("post_id")
    PostMention.objects.filter(person=person_id, post__in=named).delete()
    PostMention.objects.filter(person=person_id).update(person=into_id)
    ReadingPosition.objects.filter(person=person_id).delete()


@transaction.atomic
def fold_questions(*, person_id: int, into_id: int) -> None:
    """What either wants to know counts once; their own question, asked under either name, not at all. Run after `fold_talk`."""
    both = QuestionBacking.objects.filter(person__in=(person_id, into_id))
    backed = list(both.order_by("question_id").values_list("question_id", flat=True).distinct())
    list(AskedQuestion.objects.select_for_update(of=("self",)).filter(pk__in=backed).order_by("pk").values_list("pk"))
    both.filter(question__thread__author=into_id).delete()
    said = QuestionBacking.objects.filter(person=into_id).values("question_id")
    QuestionBacking.objects.filter(person=person_id, question__in=said).delete()
    QuestionBacking.objects.filter(person=person_id).update(person=into_id)
    for question in AskedQuestion.objects.filter(pk__in=backed):
        count_backers(question)
