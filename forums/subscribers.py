"""What can be found: forums, conversations and posts, as long as they are not hidden."""

from django.db.models import Q
from django.urls import reverse

from accounts.merging import folds
from ballots.events import BallotClosed
from ballots.models import Ballot
from forums import events, gatherings  # noqa: F401 -- gatherings registers with the floors below
from forums.actions import fold_backings, settle_ending, settle_rules
from forums.actions.asking_members import follow_gathering
from forums.models import Forum, Post, Process, Thread
from forums.subjects import forum_url
from ledger.listeners import hears
from ledger.models import Entry
from meetings.events import GatheringCancelled, GatheringMoved
from moderation.events import ContentDecided, ContentRephrased
from search.actions import index


@hears(events.ForumCreated, events.ForumChanged)
def index_forum(event: events.ForumCreated, entry: Entry) -> None:
    forum = Forum.objects.get(pk=event.forum_id)
    index(
        subject_kind="forums.forum",
        subject_id=forum.pk,
        title=forum.title,
        body=forum.purpose,
        url=forum_url(forum.slug),
        at=forum.created_at,
        group=f"forum:{forum.pk}",
    )


@hears(events.ProcessCreated, events.ProcessChanged)
def index_process(event: events.ProcessCreated, entry: Entry) -> None:
    process = Process.objects.get(pk=event.process_id)
    index(
        subject_kind="forums.process",
        subject_id=process.pk,
        title=process.title,
        body=process.purpose,
        url=reverse("processes:process", args=[process.slug]),
        at=process.created_at,
        group=f"forum:{process.forum_id}" if process.forum_id else "",
    )


@hears(events.ThreadStarted, events.ThreadClosed)
def thread_news(event: events.ThreadStarted, entry: Entry) -> None:
    index_thread(event.thread_id)


@hears(events.PostPublished, events.PostEdited)
def post_news(event: events.PostPublished, entry: Entry) -> None:
    index_post(event.post_id)


@folds
def back_once(kept_person_id: int, merged_person_id: int) -> None:
    fold_backings(person_id=merged_person_id, into_id=kept_person_id)


@hears(BallotClosed)
def the_members_have_decided(event: BallotClosed, entry: Entry) -> None:
    if event.subject_kind == "forums.rulechange":
        settle_rules(ballot=Ballot.objects.get(pk=event.ballot_id))
    elif event.subject_kind == "forums.ending":
        settle_ending(ballot=Ballot.objects.get(pk=event.ballot_id))


@hears(events.PostsMoved)
def posts_moved(event: events.PostsMoved, entry: Entry) -> None:
    """They are found under the conversation they stand in now."""
    branch = Post.objects.filter(Q(pk=event.post_id) | Q(root=event.post_id)).values_list("pk", flat=True)
    for pk in list(branch):
        index_post(pk)


@hears(ContentRephrased)
def content_rephrased(event: ContentRephrased, entry: Entry) -> None:
    if event.subject_kind == "forums.post":
        index_post(event.subject_id)


@hears(ContentDecided)
def content_decided(event: ContentDecided, entry: Entry) -> None:
    """What is shown again can be found again; what was hidden left the search in the act itself."""
    if event.subject_kind == "forums.thread":
        index_thread(event.subject_id)
    elif event.subject_kind == "forums.post":
        index_post(event.subject_id)


def index_thread(pk: int) -> None:
    # Locked, so that a hiding at this moment either is seen here or withdraws what is written here.
    thread = Thread.objects.select_for_update(of=("self",)).filter(pk=pk, hidden_at=None).first()
    if thread is not None:
        index(
            subject_kind="forums.thread",
            subject_id=thread.pk,
            title=thread.title,
            body=f"{thread.opening}\n\n{thread.conclusions}",
            url=reverse("forums:thread", args=[thread.pk]),
            at=thread.created_at,
            group=f"forum:{thread.forum_id}",
        )


def index_post(pk: int) -> None:
    rows = Post.objects.select_for_update(of=("self",)).select_related("thread").shown()
    post = rows.filter(pk=pk).first()
    if post is not None:
        index(
            subject_kind="forums.post",
            subject_id=post.pk,
            title=post.thread.title,
            body=post.body,
            url=reverse("forums:post", args=[post.pk]),
            at=post.created_at,
            language=post.language,
            group=f"forum:{post.thread.forum_id}",
        )


@hears(GatheringMoved, GatheringCancelled)
def gathering_news(event: GatheringMoved, entry: Entry) -> None:
    follow_gathering(gathering_id=event.gathering_id)
