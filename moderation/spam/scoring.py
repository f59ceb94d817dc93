"""The score: evidence in log-odds, added up, as a number between 0 and 1."""

from math import exp

from moderation.spam.features import contacts, links, odd_links, shouting
from moderation.spam.words import evidence

# A text of somebody unknown is spam about once in twenty times; each line below is worth so many steps of the scale.
BEFORE = -2.6
WORDS_MOST = 6.0


def score(text: str, *, days: int = 0, repeats: int = 0, trust: int = 0) -> float:
    """0 for what reads like one of us, 1 for spam. `days` the account is old, `repeats` of the same words within a day."""
    said = max(-WORDS_MOST, min(WORDS_MOST, evidence(text)))
    total = BEFORE + said
    total += 0.8 * min(len(links(text)), 3) + 1.2 * min(odd_links(text), 2) + 1.0 * min(contacts(text), 2)
    total += 0.8 * shouting(text) + 0.4 * (text.count("!") > 2)
    total += 2.5 * min(repeats, 4)
    total += 0.5 * (days < 2) - 1.0 * trust
    return 1 / (1 + exp(-total))
