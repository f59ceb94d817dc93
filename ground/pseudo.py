"""Two made-up languages that show what a real one would break: longer words with strange letters, and right to left."""

from __future__ import annotations

import re

# What must come through a translation untouched: placeholders, tags, entities, line ends.
_KEPT = re.compile(
    r"(%\([a-z_0-9]+\)[-#0-9.]*[a-z]|%[-0-9.]*[sdrif%]|\{[a-z_0-9.:!]*\}|<[^>]*>|&#?\w+;|\n)", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒĝĥíĵķļɱñóƥʠřšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻḾÑÓƤɊŘŠŢÚṼŴẊÝŽ",
)
_FORCED, _END = "\u202e", "\u202c"

LANGUAGES = {"en_XA": "accented", "ar_XB": "mirrored"}


def say(language: str, text: str) -> str:
    """`text` in one of the made-up languages; placeholders and markup stay as they are."""
    change = _accented if language == "en_XA" else _mirrored
    return "".join(part if _KEPT.fullmatch(part) else change(part) for part in _KEPT.split(text))


def _accented(part: str) -> str:
    # Real languages run about a third longer than English: every second vowel is doubled.
    return re.sub(r"([áéíóú])(\w*?)([áéíóú])", r"\1\1\2\3", part.translate(_LETTERS))


def _mirrored(part: str) -> str:
    return _WORD.sub(lambda word: f"{_FORCED}{word[0]}{_END}", part)
