"""Records that ask for nearly the same: rare words shared, weighed by how rare they are.

Method: an OR of the title's rarest lexemes finds candidates by index; they are scored again by the Jaccard likeness of
their lexeme sets, each lexeme weighed by its inverse document frequency. Near in words is not the same in aim ("regulate"
and "ban" share all but one word): it is offered, never decided.
"""

from collections.abc import Iterable, Mapping
from math import log
from typing import Any

from django.db import connection

from core.text import sort_key
from search.languages import configuration
from search.models import Document, Word
from search.twins import canonical, with_twins

RAREST = 8
COMMON_SHARE, COMMON_LEAST = 0.05, 10  # in more titles than this a lexeme tells nothing apart
CANDIDATES = 200
LEAST = 0.2  # likeness below which nothing is offered

_LEXEMES = """
SELECT lexeme FROM unnest(to_tsvector(%s::regconfig, %s) || to_tsvector(%s::regconfig, %s))
"""
_CANDIDATES = """
WITH asked AS (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS query FROM unnest(%s::text[]) AS rare(lexeme))
SELECT document.id, tsvector_to_array(document.title_vector)
FROM search_document document, asked
WHERE document.title_vector @@ asked.query AND document.subject_kind = %s AND document.subject_id IS DISTINCT FROM %s
ORDER BY ts_rank_cd(document.title_vector, asked.query) DESC, document.id DESC
LIMIT %s
"""


def nearest_documents(
    text: str, *, kind: str, language: str = "en", limit: int = 5, exclude_id: int | None = None
) -> list[tuple[float, Document]]:
    """Up to `limit` documents of `kind` whose titles are most like `text`, with their likeness from 0 to 1; four queries at most."""
    mine = with_twins(_lexemes(text, configuration(language)))
    if not mine:
        return []
    known = _frequencies(kind, {*mine, ""})
    total = max(known.pop("", 0), 1)
    rare = _rarest(mine, known, total)
    found = _candidates(rare, kind, exclude_id) if rare else {}
    if not found:
        return []
    known |= _frequencies(kind, {lexeme for lexemes in found.values() for lexeme in lexemes} - mine)
    asked = canonical(mine)
    scores = {pk: likeness(asked, canonical(set(lexemes)), known, total) for pk, lexemes in found.items()}
    best = sorted((pk for pk, score in scores.items() if score >= LEAST), key=lambda pk: (-scores[pk], -pk))[:limit]
    documents = Document.objects.defer("vector", "title_vector", "body").in_bulk(best)
    return [(scores[pk], documents[pk]) for pk in best if pk in documents]


def likeness(one: set[str], other: set[str], frequencies: Mapping[str, int], total: int) -> float:
    """The share of weight that two sets of lexemes have in common."""

    def weight(lexemes: Iterable[str]) -> float:
        return sum(log(1 + total / (1 + frequencies.get(lexeme, 0))) for lexeme in lexemes)

    whole = weight(one | other)
    return weight(one & other) / whole if whole else 0.0


def _lexemes(text: str, config: str) -> set[str]:
    folded = "" if text.isascii() else sort_key(text)
    with connection.cursor() as cursor:
        cursor.execute(_LEXEMES, (config, text, config, folded))
        return {lexeme for (lexeme,) in cursor.fetchall()}


def _frequencies(kind: str, lexemes: set[str]) -> dict[str, int]:
    rows: Any = Word.objects.filter(kind=kind, lexeme__in=lexemes).values_list("lexeme", "documents")
    return dict(rows)


def _rarest(lexemes: set[str], known: Mapping[str, int], total: int) -> list[str]:
    common = max(COMMON_SHARE * total, COMMON_LEAST)
    telling = [lexeme for lexeme in lexemes if known.get(lexeme, 0) <= common]
    return sorted(telling, key=lambda lexeme: (known.get(lexeme, 0), lexeme))[:RAREST]


def _candidates(rare: list[str], kind: str, exclude_id: int | None) -> dict[int, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, (rare, kind, exclude_id, CANDIDATES))
        return dict(cursor.fetchall())
