"""People's text: plain Markdown in, inert HTML out; names to sort by; words to compare."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import nh3
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "h3", "h4", "code", "pre", "hr", "s"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
_SPACES = re.compile(r"\s+")
# Controls that no text needs, letters without a width, and what turns the letters after it around. The marks and joiners that
# real scripts and emoji are written with are none of these.
_UNSEEN = re.compile("[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=1)
def markdown() -> "MarkdownIt":
    """What reads people's Markdown, wherever it is shown: the tags of a letter, and no HTML of theirs."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- large, and for whoever writes; most people read

    return MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True})


def render(source: str) -> SafeString:
    """HTML of a person's Markdown: no images, no scripts, nothing that loads; links are marked as a person's own."""
    return clean(markdown().render(source))


def clean(html: str) -> SafeString:
    """The same for text that arrives as HTML (imports): only the tags of a letter remain."""
    return mark_safe(  # nh3 has just made it safe
        nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="nofollow ugc noopener")
    )


def seen(text: str) -> str:
    """Text as a reader sees it: nothing in it is invisible, or changes the order of the letters around it."""
    return _UNSEEN.sub("", text)


def plain(html: str) -> str:
    """The words of a piece of HTML, on one line."""
    return (
        one_line(nh3.clean(html.replace("<", " <"), tags=set()))
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
    )


def one_line(text: str) -> str:
    """Text without control characters and others that nobody sees, with single spaces."""
    shown = seen(_SPACES.sub(" ", text))
    return _SPACES.sub(" ", "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in shown)).strip()


def number(text: object) -> int:
    """The whole number that somebody sent as text; 0, which no record has for its key, for anything else."""
    digits = str(text)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0


def sort_key(name: str) -> str:
    """A key by which every server sorts names alike: case and accents folded, as the C.UTF-8 collation wants."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))
