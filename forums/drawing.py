"""Posts as HTML, built as strings: a long thread draws hundreds and a template each would be felt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from core.ui.talk import post as draw
from forums.models import Post
from forums.states import Stance
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
    said = Said(
        author=author_of(post),
        role=post.get_voice_display(),
        kind=_kind(post, says_what=says_what),
        stance=post.stance if post.stance != Stance.NEUTRAL else "",
        at=post.created_at,
        body_html=SafeString(post.body_html),
        url=reverse("forums:post", args=[post.pk]),
        anchor=f"post-{post.pk}" if anchored else "",
        edited=post.version > 1,
        hidden_reason=gettext("Hidden by a moderator: %(reason)s.") % {"reason": post.hidden_because}
        if post.is_hidden
        else "",
    )
    return draw(said, actions=_actions(post, talk) if talk is not None else "")


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


def _kind(post: Post, *, says_what: bool) -> Any:
    """Which side it takes, and what it answers."""
    side = post.get_stance_display() if post.stance != Stance.NEUTRAL else ""
    if not (says_what and post.parent_id):
        return side
    name = getattr(post, "answers", "") or gettext("somebody who has left")
    link = format_html('<a href="{}">{}</a>', reverse("forums:post", args=[post.parent_id]), name)
    answer = format_html(gettext("in reply to {}"), link)
    return format_html("{} · {}", side, answer) if side else answer


def _actions(post: Post, talk: Talk) -> SafeString:
    """What the looker may do with this post, as links to pages that work without anything else."""
    pk, links = post.pk, []
    if not post.is_hidden:
        if talk.reply:
            links.append((f"{reverse('forums:reply', args=[post.thread_id])}?parent={pk}", gettext("Reply")))
        if talk.may_edit(post):
            links.append((reverse("forums:edit_post", args=[pk]), gettext("Put it right")))
        if talk.person_id != post.author_id or not talk.signed_in:
            links.append((reverse("moderation:flag", args=["forums.post", pk]), gettext("Report")))
        if talk.pins:
            links.append((reverse("forums:pin_post", args=[pk]), gettext("Unpin") if post.pinned else gettext("Pin")))
        if post.version > 1:
            links.append((reverse("forums:versions", args=[pk]), gettext("What it said before")))
    if talk.moderates:
        links.append((reverse("moderation:content", args=["forums.post", pk]), gettext("Moderate")))
    name = author_of(post)
    rows = ((url, label, name) for url, label in links)
    return format_html_join(" ", '<a href="{}">{} <span class="visually-hidden">({})</span></a>', rows)
