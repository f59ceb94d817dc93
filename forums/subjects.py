"""How forums, activities, conversations and posts are named and linked; and who moderates what is said in them."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.subjects import Subject, register
from core.verdicts import Verdict, no
from forums import asked, banner, numbers  # noqa: F401 -- register with replies, with what stands above every page, with the council's numbers
from forums.actions.rewording import reword_post
from forums.models import (
    Activity,
    AskedQuestion,
    Ending,
    Forum,
    ForumRequest,
    Measure,
    Post,
    PreElection,
    Process,
    RuleChange,
    RulesTemplate,
    Summary,
    Thread,
)
from forums.policies import may_moderate, may_moderate_request
from forums.protection import own_among
from forums.queries import facilitator_user_ids, owner_keys
from forums.queries.steering import took_part
from forums.states import ForumState, SummaryState
from moderation import authors, hosts, keys


def forum_url(slug: str) -> str:
    """The page itself gathers from floors above; its address is ours to give."""
    return f"{reverse('forums:list')}{slug}/"


def forums(ids: list[int]) -> dict[int, Subject]:
    rows = Forum.objects.filter(pk__in=ids).values_list("pk", "title", "slug")
    return {pk: Subject("forums.forum", pk, title, forum_url(slug)) for pk, title, slug in rows}


def activities(ids: list[int]) -> dict[int, Subject]:
    rows = Activity.objects.filter(pk__in=ids).values_list("pk", "title")
    return {pk: Subject("forums.activity", pk, title, reverse("forums:activity", args=[pk])) for pk, title in rows}


def requests(ids: list[int]) -> dict[int, Subject]:
    rows = ForumRequest.objects.filter(pk__in=ids).values_list("pk", "title", "hidden_at")
    return {
        pk: Subject(
            "forums.forumrequest",
            pk,
            _("a hidden request for a forum") if hidden else title,
            reverse("forums:request", args=[pk]),
        )
        for pk, title, hidden in rows
    }


def endings(ids: list[int]) -> dict[int, Subject]:
    rows = Ending.objects.filter(pk__in=ids).select_related("forum")
    return {
        one.pk: Subject("forums.ending", one.pk, f"{one.forum.title}: {one.get_kind_display()}", one.get_absolute_url())
        for one in rows
    }


def elections(ids: list[int]) -> dict[int, Subject]:
    rows = PreElection.objects.filter(pk__in=ids)
    name = _("the weeks before an election")
    return {one.pk: Subject("forums.preelection", one.pk, name, one.get_absolute_url()) for one in rows}


def measures(ids: list[int]) -> dict[int, Subject]:
    return {
        one.pk: Subject("forums.measure", one.pk, one.title, one.get_absolute_url())
        for one in Measure.objects.filter(pk__in=ids)
    }


def first_rules(ids: list[int]) -> dict[int, Subject]:
    return {
        one.pk: Subject("forums.rulestemplate", one.pk, one.get_kind_display(), one.get_absolute_url())
        for one in RulesTemplate.objects.filter(pk__in=ids).only("kind")
    }


def rule_changes(ids: list[int]) -> dict[int, Subject]:
    rows = RuleChange.objects.filter(pk__in=ids).select_related("forum")
    return {
        one.pk: Subject("forums.rulechange", one.pk, f"{one.title}: {one.forum.title}", one.get_absolute_url())
        for one in rows
    }


def processes(ids: list[int]) -> dict[int, Subject]:
    rows = Process.objects.filter(pk__in=ids).values_list("pk", "title", "slug")
    return {
        pk: Subject("forums.process", pk, title, reverse("processes:process", args=[slug])) for pk, title, slug in rows
    }


def questions(ids: list[int]) -> dict[int, Subject]:
    """A question is read in its conversation; above that stands the activity in which it was asked."""
    rows = AskedQuestion.objects.filter(pk__in=ids).values_list("pk", "activity_id", "activity__title")
    return {
        pk: Subject("forums.askedquestion", pk, title, reverse("forums:activity", args=[activity]))
        for pk, activity, title in rows
    }


def threads(ids: list[int]) -> dict[int, Subject]:
    rows = Thread.objects.filter(pk__in=ids).values_list("pk", "title", "hidden_at")
    return {
        pk: Subject("forums.thread", pk, _named(title, hidden), reverse("forums:thread", args=[pk]))
        for pk, title, hidden in rows
    }


def summaries(ids: list[int]) -> dict[int, Subject]:
    rows = Summary.objects.filter(pk__in=ids).values_list(
        "pk", "version", "state", "thread", "thread__title", "thread__hidden_at"
    )
    return {
        pk: Subject(
            "forums.summary",
            pk,
            _("the summary of %(title)s") % {"title": _named(title, hidden)},
            f"{reverse('forums:summary', args=[thread])}?version={version}",
            public=state != SummaryState.DRAFT,
        )
        for pk, version, state, thread, title, hidden in rows
    }


def posts(ids: list[int]) -> dict[int, Subject]:
    rows = Post.objects.filter(pk__in=ids).values_list("pk", "thread__title", "thread__hidden_at")
    return {
        pk: Subject("forums.post", pk, _named(title, hidden), reverse("forums:post", args=[pk]))
        for pk, title, hidden in rows
    }


def _named(title: str, hidden: Any) -> str:
    return _("a hidden conversation") if hidden else title


def _author(record: Thread | Post) -> list[int]:
    return [record.author.user_id] if record.author is not None and record.author.user_id else []


def _requester(request: ForumRequest) -> list[int]:
    return [request.by.user_id] if request.by is not None and request.by.user_id else []


def _moderate_request(user: Any, request: ForumRequest) -> Verdict:
    return may_moderate_request(user)


def _moderate_thread(user: Any, thread: Thread) -> Verdict:
    return may_moderate(user, thread.forum)


def _moderate_post(user: Any, post: Post) -> Verdict:
    return may_moderate(user, post.thread.forum)


def _thread_moderators(thread: Thread) -> Iterable[int]:
    return facilitator_user_ids(thread.forum_id)


def _post_moderators(post: Post) -> Iterable[int]:
    return facilitator_user_ids(post.thread.forum_id)


def _around_thread(thread: Thread) -> list[tuple[str, int]]:
    about = [(thread.about_kind, thread.about_id)] if thread.about_id else []
    return [*about, *([("accounts.person", thread.author_id)] if thread.author_id else [])]


def _around_post(post: Post) -> list[tuple[str, int]]:
    thread = post.thread
    about = [(thread.about_kind, thread.about_id)] if thread.about_id else []
    return [("forums.thread", thread.pk), *about, *([("accounts.person", post.author_id)] if post.author_id else [])]


def _sides_in_threads(user: Any, threads: list[Thread]) -> set[int]:
    return took_part(user, {one.pk for one in threads}).threads


def _sides_in_posts(user: Any, posts: list[Post]) -> set[int]:
    """Posts of conversations in which this user took a side, and answers to what they wrote."""
    mine = took_part(user, {one.thread_id for one in posts}, {one.parent_id for one in posts if one.parent_id})
    return {one.pk for one in posts if one.thread_id in mine.threads or one.parent_id in mine.answered}


register(Forum, forums)
register(Activity, activities)
register(ForumRequest, requests)
register(RuleChange, rule_changes)
register(Ending, endings)
register(PreElection, elections)
register(Measure, measures)
register(RulesTemplate, first_rules)
register(Process, processes)
register(AskedQuestion, questions)
register(Thread, threads)
register(Post, posts)
register(Summary, summaries)

authors.register(ForumRequest, _requester)
authors.register(Thread, _author)
authors.register(Post, _author, sealed=lambda post: post.protected_id is not None, wrote=own_among)

hosts.register(
    Thread,
    key=lambda thread: f"forum:{thread.forum_id}",
    may_moderate=_moderate_thread,
    words=lambda thread: thread.words,
    moderators=_thread_moderators,
    rows=lambda: Thread.objects.select_related("forum", "author"),
    around=_around_thread,
    took_part=_sides_in_threads,
    written=lambda person_id: Thread.objects.select_related("forum", "author").filter(author=person_id, hidden_at=None),
)
hosts.register(
    Post,
    key=lambda post: f"forum:{post.thread.forum_id}",
    may_moderate=_moderate_post,
    words=lambda post: post.words,
    moderators=_post_moderators,
    rows=lambda: Post.objects.select_related("thread__forum", "author"),
    written=lambda person_id: Post.objects.shown().select_related("thread__forum", "author").filter(author=person_id),
    text=lambda post: None if post.is_deleted else post.body,
    rewrite=reword_post,
    around=_around_post,
    took_part=_sides_in_posts,
)
hosts.register(
    ForumRequest,
    key=lambda request: "forum-requests",
    may_moderate=_moderate_request,
    words=lambda request: request.words,
)


def _moderate_forum(user: Any, forum_id: int) -> Verdict:
    forum = Forum.objects.filter(pk=forum_id).first()
    return may_moderate(user, forum) if forum is not None else no("")


def _facilitated(user: Any) -> list[str]:
    return [key for key in owner_keys(user) if key.startswith("forum:")]


def _offered() -> list[tuple[int, str]]:
    return list(
        Forum.objects.exclude(state__in=(ForumState.CLOSED, ForumState.MERGED))
        .order_by("title", "pk")
        .values_list("pk", "title")
    )


keys.register(
    "forum",
    may_moderate=_moderate_forum,
    moderators=facilitator_user_ids,
    keys_of=_facilitated,
    kind="forums.forum",
    offered=_offered,
)
