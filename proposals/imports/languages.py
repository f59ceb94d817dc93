"""Which of a few languages a short text is in, by its most common small words. A guess, for `lang` and for search."""

import re
from collections.abc import Sequence

SMALL_WORDS = {
    "ca": frozenset(
        [
            "amb",
            "els",
            "les",
            "dels",
            "per",
            "que",
            "una",
            "més",
            "del",
            "és",
            "són",
            "aquest",
            "aquesta",
            "tots",
            "totes",
            "també",
            "barri",
            "als",
            "fer",
            "i",
            "perquè",
        ]
    ),
    "es": frozenset(
        [
            "con",
            "los",
            "las",
            "del",
            "por",
            "que",
            "una",
            "más",
            "el",
            "es",
            "son",
            "este",
            "esta",
            "todos",
            "todas",
            "también",
            "barrio",
            "al",
            "hacer",
            "y",
            "porque",
        ]
    ),
    "en": frozenset(
        [
            "with",
            "the",
            "and",
            "of",
            "for",
            "that",
            "a",
            "more",
            "is",
            "are",
            "this",
            "these",
            "all",
            "also",
            "to",
            "make",
            "because",
            "in",
            "on",
            "we",
        ]
    ),
}
_WORDS = re.compile(r"[^\W\d_]+")


def guess(text: str, among: Sequence[str]) -> str:
    """The language of `among` whose small words are most frequent in `text`; the first where none tells."""
    words = [word.lower() for word in _WORDS.findall(text)]
    return max(
        among,
        key=lambda language: (
            sum(word in SMALL_WORDS.get(language, ()) for word in words),
            -list(among).index(language),
        ),
    )
