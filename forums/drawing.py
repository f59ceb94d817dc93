"""Posts as HTML, built as strings: a long thread draws hundreds and a template each would be felt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from core.ui.escaping import html_of
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
    edited_words: str
    hidden_reason: str


def drawn_thread(talk: Talk) -> SafeString:
    """The page of posts as nested lists: each reply inside the list of what it answers."""
    return SafeString(f'<ol class="thread" role="list">{"".join(_pieces(talk))}</ol>')


def drawn_posts(posts: Iterable[Post], talk: Talk | None = None) -> SafeString:
    """Some posts side by side, such as the best of one side."""
    language = get_language() or ""
    return SafeString("".join(_drawn(one, talk, language, anchored=False, says_what=True) for one in posts))


def drawn_post(post: Post, talk: Talk | None) -> SafeString:
    """One post alone."""
    return _drawn(post, talk, get_language() or "")


def author_of(post: Post) -> str:
    if post.author is not None:
        return post.author.name
    return post.author_label or gettext("Somebody who has left")


def _drawn(
    post: Post, talk: Talk | None, language: str, *, anchored: bool = True, says_what: bool = False
) -> SafeString:
    """One post; `says_what` names what it answers, where that is not the post around it."""
    said = Said(
        author=author_of(post),
        role=_voice(post.voice, language),
        kind=_kind(post, language, says_what=says_what),
        stance=post.stance if post.stance != Stance.NEUTRAL else "",
        at=post.created_at,
        body_html=SafeString(post.body_html),
        url=_url("forums:post", post.pk, language),
        anchor=f"post-{post.pk}" if anchored else "",
        edited=post.version > 1,
        edited_words=_edited(post),
        hidden_reason=post.hidden_words,
    )
    return draw(said, actions=_actions(post, talk, language) if talk is not None else "")


def _pieces(talk: Talk) -> Iterator[str]:
    """Opening tags, posts and closing tags in reading order."""
    around: list[_Open] = []
    language = get_language() or ""
    for post in talk.page.posts:
        while around and (around[-1].depth >= post.depth or len(around) >= SHOWN_LEVELS):
            yield around.pop().end
        if around and not around[-1].answered:
            around[-1].answered = True
            yield '<ol class="replies" role="list">'
        answers_it = bool(around) and around[-1].pk == post.parent_id
        yield "<li>"
        yield _drawn(post, talk, language, says_what=not answers_it)
        around.append(_Open(post.depth, post.pk))
    while around:
        yield around.pop().end


@dataclass(slots=True)
class _Open:
    """A post whose list item is still open, for its answers."""

    depth: int
    pk: int
    answered: bool = False

    @property
    def end(self) -> str:
        return "</ol></li>" if self.answered else "</li>"


def _kind(post: Post, language: str, *, says_what: bool) -> Any:
    """Which side it takes, and what it answers."""
    side = _stance(post.stance, language)
    if not (says_what and post.parent_id):
        return side
    name = getattr(post, "answers", "") or gettext("somebody who has left")
    link = format_html('<a href="{}">{}</a>', _url("forums:post", post.parent_id, language), name)
    answer = format_html(gettext("in reply to {}"), link)
    return format_html("{} · {}", side, answer) if side else answer


def _actions(post: Post, talk: Talk, language: str) -> SafeString:
    """What the looker may do with this post, as links to pages that work without anything else."""
    pk, links = post.pk, []
    if not post.is_hidden:
        if talk.reply:
            links.append((f"{_url('forums:reply', post.thread_id, language)}?parent={pk}", gettext("Reply")))
        if talk.may_edit(post):
            links.append((_url("forums:edit_post", pk, language), gettext("Put it right")))
        if not talk.wrote(post):
            links.append((_url("moderation:flag", pk, language, "forums.post"), gettext("Report")))
        if talk.pins:
            links.append((_url("forums:pin_post", pk, language), gettext("Unpin") if post.pinned else gettext("Pin")))
        if post.version > 1:
            links.append((_url("forums:versions", pk, language), gettext("What it said before")))
    if talk.moderates:
        links.append((_url("moderation:content", pk, language, "forums.post"), gettext("Moderate")))
    name = html_of(author_of(post))
    return SafeString(
        " ".join(
            f'<a href="{url}">{html_of(label)} <span class="visually-hidden">({name})</span></a>'
            for url, label in links
        )
    )


def _edited(post: Post) -> str:
    """That a moderator changed it, and why; "" where only its author did."""
    return gettext("edited by a moderator: %(reason)s") % {"reason": post.edited_because} if post.edited_because else ""


def _url(name: str, pk: int, language: str, *before: str) -> str:
    """The address of one of many posts: it is worked out once for all of them."""
    return _pattern(name, language, before).replace("/0/", f"/{pk}/")


@cache
def _pattern(name: str, language: str, before: tuple[str, ...]) -> str:
    return reverse(name, args=[*before, 0])


# Django's own way to a label hashes every choice each time it is asked.
@cache
def _voice(voice: str, language: str) -> str:
    return str(Voice(voice).label)


@cache
def _stance(stance: str, language: str) -> str:
    return str(Stance(stance).label) if stance != Stance.NEUTRAL else ""
