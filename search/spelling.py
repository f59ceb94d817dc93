"""The nearest known word to an unknown one: within one edit, two from eight letters on."""

import re
from collections.abc import Iterable, Sequence

from django.db import connection

from core.text import sort_key

LONG = 8  # letters from which two edits are forgiven
SHORT = 4  # shorter words have too many neighbours
TRIED = 6  # words of one question
CANDIDATES = 300

_WORD = re.compile(r"[^\W\d_]{4,40}")

_UNKNOWN = """
SELECT word FROM unnest(%s::text[]) AS asked(word)
WHERE NOT EXISTS (SELECT 1 FROM search_word known WHERE known.lexeme = asked.word)
    AND NOT EXISTS (
        SELECT 1 FROM search_word known
        WHERE known.lexeme = ANY (tsvector_to_array(to_tsvector(%s::regconfig, asked.word)))
    )
    AND to_tsvector(%s::regconfig, asked.word) <> ''::tsvector
"""

# Words of about the same length that share the most pairs of letters; the few hundred best are measured exactly.
_NEAR = """
SELECT lexeme, documents FROM search_word
WHERE kind = '' AND length(lexeme) BETWEEN %s AND %s
ORDER BY (SELECT count(*) FROM unnest(%s::text[]) AS pairs(pair) WHERE strpos(lexeme, pair) > 0) DESC, documents DESC, lexeme
LIMIT %s
"""


def corrected(text: str, config: str) -> str:
    """`text` with each unknown word replaced by its nearest known one, or "" when there is nothing to replace."""
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(text)))[:TRIED]
    replacements = {word: nearest(word) for word in _unknown(words, config)}
    if not any(replacements.values()):
        return ""
    return _WORD.sub(lambda found: replacements.get(found[0].lower()) or found[0], text)


def nearest(word: str) -> str:
    """The known word within reach of `word` that is nearest and, of those, the most used; "" for none."""
    reach = 2 if len(word) >= LONG else 1
    pairs = [word[n : n + 2] for n in range(len(word) - 1)]
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, (len(word) - reach, len(word) + reach, pairs, CANDIDATES))
        rows: list[tuple[str, int]] = cursor.fetchall()
    measured = ((distance(sort_key(word), sort_key(known), reach), -documents, known) for known, documents in rows)
    return min((row for row in measured if row[0] <= reach), default=(0, 0, ""))[2]


def distance(first: str, second: str, most: int) -> int:
    """Letters put in, left out, changed or swapped with a neighbour (optimal string alignment); `most` + 1 for anything beyond."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before_last: Sequence[int] = []
    last: Sequence[int] = range(len(second) + 1)
    for i, letter in enumerate(first, start=1):
        row = [i]
        for j, other in enumerate(second, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    return min(last[-1], most + 1)


def _unknown(words: Iterable[str], config: str) -> list[str]:
    asked = list(words)
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_UNKNOWN, (asked, config, config))
        return [word for (word,) in cursor.fetchall()]
