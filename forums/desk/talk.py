"""Conversations that need a word, questions without an answer, summaries at work."""

from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from core.desk import AT_ONCE, Act, Entry, Office, register
from forums.models import AskedQuestion, Post, Thread
from forums.queries import summaries_waiting
from forums.states import ForumState, SummaryState, Voice

LATEST = 10


def conversations(office: Office) -> Iterator[Entry]:
    """Open ones of the forum itself in which somebody else than a facilitator spoke last, or nobody since it was opened."""
    rows = _open(office).filter(~Q(last_voice=Voice.FACILITATOR) | Q(last_voice=None))
    for thread in rows.order_by("last_post_at", "id")[:AT_ONCE]:
        yield _conversation(thread)


def led(office: Office) -> list[Entry]:
    """The open ones in which a facilitator spoke last: nothing in them waits, and they can be led on; one query."""
    rows = _open(office).filter(last_voice=Voice.FACILITATOR).order_by("-last_post_at", "-id")
    return [_conversation(thread) for thread in rows[:LATEST]]


def questions(office: Office) -> Iterator[Entry]:
    """Asked, and not answered by anybody in a role; also after the end, since an answer stays owed."""
    rows = AskedQuestion.objects.unanswered().filter(
        activity__forum__in=office.ids("forum"),
        activity__forum__state=ForumState.ACTIVE,
        thread__state="open",
        thread__hidden_at=None,
    )
    for one in rows.select_related("thread", "activity").order_by("thread__created_at", "id")[:AT_ONCE]:
        words = ngettext("%(n)s person wants to know too", "%(n)s people want to know too", one.backers)
        yield Entry(
            "question",
            str(one.pk),
            one.thread.title,
            reverse("forums:thread", args=[one.thread_id]),
            (Act(_("Answer"), reverse("forums:answer_question", args=[one.pk])),),
            since=one.thread.created_at,
            note=f"{one.activity.title} · {words % {'n': one.backers}}",
        )


def summaries(office: Office) -> Iterator[Entry]:
    """Drafts, what the members sent back, and what is before them until its day."""
    for one in summaries_waiting(office.user):
        title = _("The summary of %(title)s") % {"title": one.thread.title}
        write, read = (reverse(f"forums:{name}", args=[one.thread_id]) for name in ("edit_summary", "summary"))
        new = reverse("forums:new_summary", args=[one.thread_id])
        act = {
            SummaryState.DRAFT: Act(_("Finish the summary"), write),
            SummaryState.RETURNED: Act(_("Write a new version"), new, sends=True),
        }.get(SummaryState(one.state), Act(_("See what the members say"), read))
        note, due = f"{one.thread.forum.title} · {one.get_state_display()}", one.closes_on if one.is_open else None
        yield Entry("summary", str(one.pk), title, read, (act,), due, since=one.created_at, note=note)


def _open(office: Office) -> Any:
    spoken = Post.objects.shown().filter(thread=OuterRef("pk")).order_by("-id").values("voice")[:1]
    rows = Thread.objects.filter(forum__in=office.ids("forum"), state="open", hidden_at=None).own()
    rows = rows.filter(question=None).select_related("forum").annotate(last_voice=Subquery(spoken))
    return rows.defer("opening", "opening_html", "forum__purpose", "forum__purpose_html")


def _conversation(thread: Any) -> Entry:
    at = {name: reverse(f"forums:{name}", args=[thread.pk]) for name in ("reply", "pin_thread", "close_thread", "pace")}
    words = ngettext("%(n)s post", "%(n)s posts", thread.post_count) % {"n": thread.post_count}
    note = " · ".join([thread.forum.title, words, *([_("slow")] if thread.is_slow else [])])
    acts = (
        Act(_("Reply"), at["reply"]),
        Act(_("Unpin") if thread.pinned else _("Pin"), at["pin_thread"], sends=True),
        Act(_("Close"), at["close_thread"]),
        Act(_("Slow"), at["pace"]),
    )
    since = thread.last_post_at or thread.created_at
    url = reverse("forums:thread", args=[thread.pk])
    return Entry("conversation", str(thread.pk), thread.title, url, acts, since=since, note=note)


register(conversations, roles=("facilitator",), kinds={"conversation": gettext_lazy("Conversation")})
register(questions, roles=("facilitator",), kinds={"question": gettext_lazy("Question without an answer")})
register(summaries, roles=("facilitator",), kinds={"summary": gettext_lazy("Summary")})
