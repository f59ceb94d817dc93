"""What the looker may do with a post: links to pages that work without anything else, and the two buttons of a vote."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from core.ui.escaping import html_of
from forums.models import Post
from forums.names import author_of
from forums.talk import Talk

VOTES_FORM = "votes"  # the one form of the page that every vote's button sends


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands below every post, in one language: a page says it dozens of times and asks for it once."""

    useful: str
    useless: str
    found: str
    both: str
    report: str


def footer(post: Post, talk: Talk, language: str) -> SafeString:
    """Votes first, then the other acts, each named for its post to whoever cannot see where it stands."""
    if not talk.signed_in and post.version == 1:
        return _for_anybody(post, language)
    links = _links(post, talk, language)
    name = html_of(author_of(post)) if links else ""
    votes = drawn_votes(post, talk.own.get(post.pk, 0), language, may=talk.may_vote(post)) if post.has_words else ""
    return SafeString(votes + " ".join(_link(url, html_of(label), name) for url, label in links))


def _for_anybody(post: Post, language: str) -> SafeString:
    """The same for a reader who is not signed in, as nearly all are: figures, and the way to report it."""
    if not post.has_words:
        return SafeString("")
    url = address_of("moderation:flag", post.pk, language, "forums.post")
    return SafeString(_figures(post, language) + _link(url, _words(language).report, html_of(author_of(post))))


def _link(url: str, label: str, name: str) -> str:
    return f'<a href="{url}">{label} <span class="visually-hidden">({name})</span></a>'


def drawn_votes(post: Post, own: int, language: str, *, may: bool) -> str:
    """How useful others found it; for who may vote, as two buttons of which the pressed one takes the vote back."""
    if not may:
        return _figures(post, language)
    url, words = address_of("forums:vote", post.pk, language), _words(language)
    pieces = [
        f'<button type="submit" class="weigh" form="{VOTES_FORM}" formaction="{url}" hx-post="{url}" name="value" '
        f'value="{0 if own == value else value}" aria-pressed="{"true" if own == value else "false"}">'
        f"{label} <b>{count:,}</b></button>"
        for value, label, count in (
            (1, words.useful, max(post.useful, 0) + post.ups),
            (-1, words.useless, max(-post.useful, 0) + post.downs),
        )
    ]
    return f'<span class="weighed" hx-target="this" hx-swap="outerHTML">{"".join(pieces)}</span> '


def _figures(post: Post, language: str) -> str:
    """In words, and nothing where nobody has voted."""
    ups, downs = max(post.useful, 0) + post.ups, max(-post.useful, 0) + post.downs
    if not (ups or downs):
        return ""
    words = _words(language)
    said = words.found % {"n": f"{ups:,}"}
    if downs:
        said = words.both % {"said": said, "n": f"{downs:,}"}
    return f'<span class="weighed">{said}</span> '


@cache
def _words(language: str) -> _Words:
    """As HTML; `language` is the active one."""
    said = (
        gettext("useful"),
        gettext("not useful"),
        gettext("%(n)s found it useful"),
        gettext("%(said)s, %(n)s did not"),
        gettext("Report"),
    )
    return _Words(*map(html_of, said))


def _links(post: Post, talk: Talk, language: str) -> list[tuple[str, str]]:
    pk, links = post.pk, []
    if post.has_words:
        if talk.reply and talk.signed_in:
            reply = f"{address_of('forums:reply', post.thread_id, language)}?parent={pk}"
            links += [(reply, gettext("Reply")), (f"{reply}&amp;quote=1", gettext("Quote"))]
        if talk.may_edit(post):
            links.append((address_of("forums:edit_post", pk, language), gettext("Put it right")))
        if talk.may_delete(post):
            links.append((address_of("forums:delete_post", pk, language), gettext("Delete")))
        if not talk.wrote(post):
            links.append((address_of("moderation:flag", pk, language, "forums.post"), gettext("Report")))
        if talk.pins:
            label = gettext("Unpin") if post.pinned else gettext("Pin")
            links.append((address_of("forums:pin_post", pk, language), label))
        if post.version > 1:
            links.append((address_of("forums:versions", pk, language), gettext("What it said before")))
    if talk.moderates:
        links.append((address_of("moderation:content", pk, language, "forums.post"), gettext("Moderate")))
        links.append((address_of("forums:move_post", pk, language), gettext("Move")))
    return links


def address_of(name: str, pk: int, language: str, *before: str) -> str:
    """The address of one of many posts: it is worked out once for all of them."""
    return _pattern(name, language, before).replace("/0/", f"/{pk}/")


@cache
def _pattern(name: str, language: str, before: tuple[str, ...]) -> str:
    return reverse(name, args=[*before, 0])
