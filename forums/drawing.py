"""Posts as HTML, built as strings: a long thread draws hundreds and a template each would be felt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from core import today
from core.ui.talk import post as draw
from forums.models import Post
from forums.states import Stance, Voice
from forums.talk import Talk

SHOWN_LEVELS = 4  # a reply deeper than three steps in stands beside what it answers, and says what that is


@dataclass(frozen=True, slots=True)
class Said:
    """A post as the component for posts wants it."""

    author: str
    role: str
    kind: Any
    stance: str
    at: Any
    body_html: SafeString
    url: str
    anchor: str
    edited: bool
    hidden_reason: str


def drawn_thread(talk: Talk) -> SafeString:
    """The page of posts as nested lists: each reply inside the list of what it answers."""
    return format_html('<ol class="thread" role="list">{}</ol>', format_html_join("", "{}", _pieces(talk)))


def drawn_posts(posts: Iterable[Post], talk: Talk | None = None) -> SafeString:
    """Some posts side by side, such as the best of one side."""
    rows = ((drawn_post(one, talk, anchored=False, says_what=True),) for one in posts)
    return format_html_join("", "{}", rows)


def drawn_post(post: Post, talk: Talk | None, *, anchored: bool = True, says_what: bool = False) -> SafeString:
    """One post; `says_what` names what it answers, where that is not the post around it."""
    return _drawn(
        post.pk,
        post.thread_id,
        author_of(post),
        post.voice,
        post.stance,
        post.created_at,
        post.body_html,
        post.version > 1,
        post.hidden_because if post.is_hidden else None,
        (post.parent_id, getattr(post, "answers", "")) if says_what and post.parent_id else None,
        _open_acts(post, talk) if talk is not None else (),
        anchored,
        today(),
        get_language() or "",
    )


@lru_cache(maxsize=1024)
def _drawn(
    pk: int,
    thread_id: int,
    author: str,
    voice: str,
    stance: str,
    at: datetime,
    body_html: str,
    edited: bool,
    hidden_because: str | None,
    answers: tuple[int, str] | None,
    acts: tuple[str, ...],
    anchored: bool,
    day: date,
    language: str,
) -> SafeString:
    """Kept by all that it shows and by whom: a page that many read is not drawn anew for each."""
    said = Said(
        author=author,
        role=Voice(voice).label,
        kind=_kind(stance, answers),
        stance=stance if stance != Stance.NEUTRAL else "",
        at=at,
        body_html=SafeString(body_html),
        url=reverse("forums:post", args=[pk]),
        anchor=f"post-{pk}" if anchored else "",
        edited=edited,
        hidden_reason=""
        if hidden_because is None
        else gettext("Hidden by a moderator: %(reason)s.") % {"reason": hidden_because},
    )
    return draw(said, actions=_actions(pk, thread_id, author, acts))


def author_of(post: Post) -> str:
    if post.author is not None:
        return post.author.name
    return post.author_label or gettext("Somebody who has left")


def _pieces(talk: Talk) -> Iterator[tuple[Any]]:
    """Opening tags, posts and closing tags in reading order."""
    around: list[_Open] = []
    for post in talk.page.posts:
        while around and (around[-1].depth >= post.depth or len(around) >= SHOWN_LEVELS):
            yield (around.pop().end,)
        if around and not around[-1].answered:
            around[-1].answered = True
            yield (SafeString('<ol class="replies" role="list">'),)
        answers_it = bool(around) and around[-1].pk == post.parent_id
        yield (SafeString("<li>"),)
        yield (drawn_post(post, talk, says_what=not answers_it),)
        around.append(_Open(post.depth, post.pk))
    while around:
        yield (around.pop().end,)


@dataclass(slots=True)
class _Open:
    """A post whose list item is still open, for its answers."""

    depth: int
    pk: int
    answered: bool = False

    @property
    def end(self) -> SafeString:
        return SafeString("</ol></li>" if self.answered else "</li>")


def _kind(stance: str, answers: tuple[int, str] | None) -> Any:
    """Which side it takes, and what it answers."""
    side = Stance(stance).label if stance != Stance.NEUTRAL else ""
    if answers is None:
        return side
    pk, name = answers
    name = name or gettext("somebody who has left")
    link = format_html('<a href="{}">{}</a>', reverse("forums:post", args=[pk]), name)
    answer = format_html(gettext("in reply to {}"), link)
    return format_html("{} · {}", side, answer) if side else answer


def _open_acts(post: Post, talk: Talk) -> tuple[str, ...]:
    """What the looker may do with this post."""
    acts = []
    if not post.is_hidden:
        if talk.reply:
            acts.append("reply")
        if talk.may_edit(post):
            acts.append("edit")
        if talk.person_id != post.author_id or not talk.signed_in:
            acts.append("report")
        if talk.pins:
            acts.append("unpin" if post.pinned else "pin")
        if post.version > 1:
            acts.append("versions")
    if talk.moderates:
        acts.append("moderate")
    return tuple(acts)


def _actions(pk: int, thread_id: int, author: str, acts: tuple[str, ...]) -> SafeString:
    """Those acts, as links to pages that work without anything else."""
    known = {
        "reply": lambda: (f"{reverse('forums:reply', args=[thread_id])}?parent={pk}", gettext("Reply")),
        "edit": lambda: (reverse("forums:edit_post", args=[pk]), gettext("Put it right")),
        "report": lambda: (reverse("moderation:flag", args=["forums.post", pk]), gettext("Report")),
        "pin": lambda: (reverse("forums:pin_post", args=[pk]), gettext("Pin")),
        "unpin": lambda: (reverse("forums:pin_post", args=[pk]), gettext("Unpin")),
        "versions": lambda: (reverse("forums:versions", args=[pk]), gettext("What it said before")),
        "moderate": lambda: (reverse("moderation:content", args=["forums.post", pk]), gettext("Moderate")),
    }
    rows = ((*known[act](), author) for act in acts)
    return format_html_join(" ", '<a href="{}">{} <span class="visually-hidden">({})</span></a>', rows)
