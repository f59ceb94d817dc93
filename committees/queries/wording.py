"""Whether a reason says anything. Pure."""

import re

from django.utils.translation import gettext as _

from committees.models.answers import SUBSTANCE
from core.verdicts import Verdict, no, yes

# Words that acknowledge and say nothing: an answer made of these is "noted" in a longer coat.
_EMPTY = frozenset(
    [
        "a",
        "accepted",
        "accept",
        "an",
        "and",
        "are",
        "as",
        "be",
        "been",
        "by",
        "cabinet",
        "committee",
        "committees",
        "council",
        "dully",
        "duly",
        "for",
        "has",
        "have",
        "i",
        "is",
        "it",
        "its",
        "member",
        "noted",
        "note",
        "notes",
        "noting",
        "of",
        "on",
        "our",
        "part",
        "received",
        "recommendation",
        "recommendations",
        "reject",
        "rejected",
        "thank",
        "thanked",
        "thanks",
        "that",
        "the",
        "this",
        "to",
        "we",
        "welcome",
        "will",
        "with",
        "you",
        "your",
    ]
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
ENOUGH = 4  # words that say something


def substance(reason: str) -> Verdict:
    """Yes for a reason of at least 20 letters in which at least four different words say something."""
    text = " ".join(reason.split())
    telling = {word for word in _WORDS.findall(text.casefold()) if word not in _EMPTY}
    if len(text) < SUBSTANCE or len(telling) < ENOUGH:
        return no(
            _(
                "“Noted” is not an answer. Give the reason in a sentence or more, so that those who asked can understand it."
            )
        )
    return yes()
