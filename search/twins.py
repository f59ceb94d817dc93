"""Words whose plural the English stemmer takes for another word: "buses" becomes "buse", and "bus" stays "bus"."""

import re

_TWINS = {"bus": "buses", "buses": "bus", "gas": "gases", "gases": "gas"}
_LEXEMES = {"buse": "bus", "gase": "gas"}
_WORD = re.compile(rf"\b({'|'.join(_TWINS)})\b", re.IGNORECASE)


def twinned(text: str) -> str:
    """The question with each such word in its other number."""
    return _WORD.sub(lambda found: _TWINS[found[0].lower()], text)


def canonical(lexemes: set[str]) -> set[str]:
    """The lexemes with both numbers as one."""
    return {_LEXEMES.get(lexeme, lexeme) for lexeme in lexemes}


def with_twins(lexemes: set[str]) -> set[str]:
    """The lexemes of both numbers, whichever one stands there."""
    return lexemes | {plural for plural, singular in _LEXEMES.items() if singular in lexemes} | canonical(lexemes)
