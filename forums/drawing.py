"""Posts as HTML, built as strings: a long thread draws hundreds and a template each would be felt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, ngettext

from core.text import plain
from core.ui.escaping import html_of
from core.ui.talk import post as draw
from forums.footers import address_of, footer
from forums.languages import direction_of, marks_of
from forums.models import Post
from forums.names import author_of
from forums.states import EvidenceKind, Stance, Voice
from forums.talk import Talk

SHOWN_LEVELS = 4  # a reply deeper than three steps in stands beside what it answers, and says what that is


class Said(NamedTuple):
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
    lang: str
    dir: str
    beside: str


def drawn_thread(talk: Talk) -> SafeString:
    """The page of posts: nested lists, each reply inside the list of what it answers; or one after the other."""
    if talk.page.flat:
        return drawn_posts(talk.page.posts, talk, anchored=True)
    return SafeString(f'<ol class="thread" role="list">{"".join(_pieces(talk))}</ol>')


def drawn_posts(posts: Iterable[Post], talk: Talk | None = None, *, anchored: bool = False) -> SafeString:
    """Some posts one after the other, such as the best of one side. Only one drawing of a post on a page is its anchor."""
    language = get_language() or ""
    return SafeString("".join(_drawn(one, talk, language, anchored=anchored, says_what=True) for one in posts))


def drawn_post(post: Post, talk: Talk | None) -> SafeString:
    """One post alone."""
    return _drawn(post, talk, get_language() or "")


def answers_folded(post: Post, shown: int) -> SafeString:
    """The way to the answers of an opener that do not stand on this page; nothing where they all do."""
    if post.reply_count <= shown:
        return SafeString("")
    language = get_language() or ""
    url = f"{address_of('forums:thread', post.thread_id, language)}?under={post.pk}"
    return SafeString(f'<p class="folded"><a href="{url}">{_replies(post.reply_count, language)}</a></p>')


def _drawn(
    post: Post,
    talk: Talk | None,
    language: str,
    *,
    anchored: bool = True,
    says_what: bool = False,
    answered: Post | None = None,
) -> SafeString:
    """One post; `says_what` names what it answers (`answered`, where the page holds it), where that is not the post around it."""
    lang, dir_ = marks_of(post.language, language)
    said = Said(
        author="" if post.deleted_at else author_of(post),
        role=_voice(post.voice, language),
        kind=_labelled(_kind(post, language, says_what=says_what, answered=answered), post),
        stance=post.stance if post.stance != Stance.NEUTRAL else "",
        at=post.created_at,
        body_html=SafeString(post.body_html),
        url=address_of("forums:post", post.pk, language),
        anchor=f"post-{post.pk}" if anchored else "",
        edited=post.version > 1 and post.deleted_at is None,
        edited_words=_edited(post),
        hidden_reason=_gone(post),
        lang=lang,
        dir=dir_,
        beside=_corrections(talk.corrections[post.pk], language) if talk and post.pk in talk.corrections else "",
    )
    return draw(said, actions=footer(post, talk, language) if talk is not None else "")


def _gone(post: Post) -> str:
    """Why its words are not there."""
    if post.is_hidden:
        return post.hidden_words
    return gettext("Deleted by its author.") if post.deleted_at else ""


def _pieces(talk: Talk) -> Iterator[str]:
    """Opening tags, posts and closing tags in reading order."""
    around: list[_Open] = []
    language = get_language() or ""
    known: dict[int | None, Post] = {}
    for post in talk.page.posts:
        while around and (around[-1].depth >= post.depth or len(around) >= SHOWN_LEVELS):
            yield around.pop().end(talk)
        if around and not around[-1].answered:
            around[-1].answered = True
            yield '<ol class="replies" role="list">'
        if around:
            around[0].below += 1
        answers_it = bool(around) and around[-1].post.pk == post.parent_id
        yield "<li>"
        yield _drawn(post, talk, language, says_what=not answers_it, answered=known.get(post.parent_id))
        known[post.pk] = post
        around.append(_Open(post.depth, post))
    while around:
        yield around.pop().end(talk)


@dataclass(slots=True)
class _Open:
    """A post whose list item is still open, for its answers; `below`: how many of them stand here, if it is an opener."""

    depth: int
    post: Post
    answered: bool = False
    below: int = 0

    def end(self, talk: Talk) -> str:
        folded = answers_folded(self.post, self.below) if talk.page.folds and self.post.reply_count else ""
        return f"</ol>{folded}</li>" if self.answered else f"{folded}</li>"


def _kind(post: Post, language: str, *, says_what: bool, answered: Post | None) -> Any:
    """Which side it takes, what it offers, and what it answers."""
    if not post.evidence and not (says_what and post.parent_id):
        return "" if post.stance == Stance.NEUTRAL else _stance(post.stance, language)
    said = [_stance(post.stance, language)] if post.stance != Stance.NEUTRAL else []
    if post.evidence:
        said.append(_offer(post, language))
    if says_what and post.parent_id:
        said.append(_answer(post, language, answered))
    return SafeString(" · ".join(map(html_of, said)))


def _offer(post: Post, language: str) -> str:
    label = _evidence(post.evidence, language)
    if not post.link:
        return label
    return format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', post.link, label)


def _answer(post: Post, language: str, answered: Post | None) -> str:
    """Whom it answers: known from the page, or loaded with the post."""
    parent = answered or (post.parent if "parent" in post._state.fields_cache else None)
    name = author_of(parent) if parent is not None and not parent.deleted_at else gettext("an earlier post")
    link = format_html('<a href="{}">{}</a>', address_of("forums:post", post.parent_id or 0, language), name)
    return format_html(gettext("in answer to {}"), link)


def _corrections(corrections: Iterable[Post], language: str) -> str:
    """What puts the post right, in short, beside it."""
    return SafeString(
        "".join(
            format_html(
                '<aside class="correction"><b>{}</b> <span lang="{}" dir="{}">{}</span> <a href="{}">{}</a></aside>',
                gettext("Corrected by %(name)s (%(role)s):")
                % {"name": author_of(one), "role": _voice(one.voice, language)},
                one.language,
                direction_of(one.language),
                Truncator(plain(one.body_html)).chars(200),
                address_of("forums:post", one.pk, language),
                gettext("Read the correction"),
            )
            for one in corrections
        )
    )


def _edited(post: Post) -> str:
    """That a moderator changed it, and why; "" where only its author did."""
    return gettext("edited by a moderator: %(reason)s") % {"reason": post.edited_because} if post.edited_because else ""


# Django's own way to a label hashes every choice each time it is asked.
@cache
def _voice(voice: str, language: str) -> str:
    return str(Voice(voice).label)


@cache
def _stance(stance: str, language: str) -> str:
    return str(Stance(stance).label)


@lru_cache(maxsize=1024)
def _replies(number: int, language: str) -> str:
    return html_of(ngettext("See the reply", "See all {n} replies", number).format(n=f"{number:,}"))


@cache
def _evidence(kind: str, language: str) -> str:
    return str(EvidenceKind(kind).label)


def _labelled(kind: Any, post: Post) -> Any:
    """With the tags and groups that a facilitator put it under."""
    if not post.labels:
        return kind
    labels = format_html_join(" ", '<span class="quiet">#{}</span>', ((label,) for label in post.labels))
    return format_html("{} · {}", kind, labels) if kind else labels
