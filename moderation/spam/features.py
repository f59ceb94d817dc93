"""What can be counted in a text without knowing what it says."""

import re
from collections.abc import Iterable

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]]+|\b[a-z0-9-]+\.(?:com|net|org|info|biz|shop|xyz|top|ru|cn|io)\b/?\S*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_CONTACT = re.compile(r"whats\s?app|telegram|(?:\+\d[\d\s().-]{8,}\d)|t\.me/|@gmail\.|dm me", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:bit\.ly|tinyurl|goo\.gl|cutt\.ly|is\.gd|t\.co)\b", re.IGNORECASE)
_CHEAP = re.compile(r"\.(?:xyz|top|shop|biz|click|loan|win|icu)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]")


def links(text: str) -> list[str]:
    """Addresses that lead out of here."""
    return [found.group() for found in _LINK.finditer(text)]


def words(text: str) -> list[str]:
    """Its words in lower case, links left out."""
    return [found.group().casefold() for found in _WORD.finditer(_LINK.sub(" ", text))]


def has_word(text: str, listed: Iterable[str]) -> bool:
    """Whether one of the listed words or phrases stands in it as a whole word, in any case."""
    plain = f" {' '.join(words(text))} "
    return any(f" {' '.join(words(one))} " in plain for one in listed if one.strip())


def contacts(text: str) -> int:
    """Ways to lead somebody off the page that are no links."""
    return len(_CONTACT.findall(text))


def odd_links(text: str) -> int:
    """Links whose goal is hidden, or whose ending costs next to nothing."""
    return sum(bool(_SHORTENED.search(one) or _CHEAP.search(one)) for one in links(text))


def shouting(text: str) -> bool:
    letters = _LETTERS.findall(_LINK.sub(" ", text))
    return len(letters) > 25 and sum(one.isupper() for one in letters) / len(letters) > 0.6
