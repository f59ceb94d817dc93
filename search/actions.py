"""Put records into the search, take them out at once, and learn the words every night. The only room that writes here."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from core.text import one_line, plain, render, sort_key
from search.languages import configuration
from search.models import Document

TITLE, BODY = 300, 100_000  # characters; a tsvector must stay under 1 MB

# A word with an accent can be found without it: what changes by folding is read a second time, folded.
_INDEX = """
INSERT INTO search_document
    (subject_kind, subject_id, title, body, url, language, config, "group", area_id, at, title_vector, vector)
VALUES (%(kind)s, %(id)s, %(title)s, %(body)s, %(url)s, %(language)s, %(config)s, %(group)s, %(area)s, %(at)s,
    to_tsvector(%(config)s::regconfig, %(title)s) || to_tsvector(%(config)s::regconfig, %(folded_title)s),
    setweight(to_tsvector(%(config)s::regconfig, %(title)s), 'A')
    || setweight(to_tsvector(%(config)s::regconfig, %(folded_title)s), 'A')
    || setweight(to_tsvector(%(config)s::regconfig, %(body)s), 'B')
    || setweight(to_tsvector(%(config)s::regconfig, %(folded_body)s), 'B'))
ON CONFLICT (subject_kind, subject_id) DO UPDATE SET
    title = EXCLUDED.title, body = EXCLUDED.body, url = EXCLUDED.url, language = EXCLUDED.language,
    config = EXCLUDED.config, "group" = EXCLUDED."group", area_id = EXCLUDED.area_id, at = EXCLUDED.at,
    title_vector = EXCLUDED.title_vector, vector = EXCLUDED.vector
"""

_LEARN_TITLES = """
INSERT INTO search_word (kind, lexeme, documents)
SELECT kinds.kind, stat.word, stat.ndoc
FROM (SELECT DISTINCT subject_kind AS kind FROM search_document) kinds,
    ts_stat(format('SELECT title_vector FROM search_document WHERE subject_kind = %L', kinds.kind)) stat
WHERE length(stat.word) BETWEEN 1 AND 80
UNION ALL
SELECT subject_kind, '', count(*) FROM search_document GROUP BY subject_kind
"""
_LEARN_WORDS = """
INSERT INTO search_word (kind, lexeme, documents)
SELECT '', stat.word, stat.ndoc
FROM ts_stat('SELECT to_tsvector(''simple'', title || '' '' || left(body, 4000)) FROM search_document') stat
WHERE length(stat.word) BETWEEN 4 AND 40 AND stat.word ~ '^[^0-9_./:@-]+$'
"""


@transaction.atomic
def index(
    *,
    subject_kind: str,
    subject_id: int,
    title: str,
    body: str,
    url: str,
    at: datetime,
    language: str = "en",
    group: str = "",
    area_id: int | None = None,
) -> None:
    """The record can be found by these words, and by no older ones. `body` is a person's Markdown or plain text.

    Only for what anybody may see: the caller withdraws what is hidden.
    """
    title, body = one_line(title)[:TITLE], plain(render(body))[:BODY]
    values: dict[str, Any] = {
        "kind": subject_kind,
        "id": subject_id,
        "title": title,
        "body": body,
        "folded_title": _folded(title),
        "folded_body": _folded(body),
        "url": url,
        "language": language,
        "config": configuration(language),
        "group": group,
        "area": area_id,
        "at": at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_INDEX, values)


@transaction.atomic
def withdraw(*, subject_kind: str, subject_id: int) -> None:
    """The record cannot be found any more, from the commit on."""
    Document.objects.filter(subject_kind=subject_kind, subject_id=subject_id).delete()


@transaction.atomic
def refresh_words() -> None:
    """The vocabulary is that of the documents as they stand: how rare each word is, and which words there are."""
    with connection.cursor() as cursor:
        # Two at once would write the same rows; searches meanwhile read the old vocabulary.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('search_word'))")
        cursor.execute("DELETE FROM search_word")
        cursor.execute(_LEARN_TITLES)
        cursor.execute(_LEARN_WORDS)


def _folded(text: str) -> str:
    """The words that lose an accent by folding, without it; nothing for a text that has none."""
    if text.isascii():
        return ""
    return " ".join(sort_key(word) for word in text.split() if not word.isascii() and sort_key(word) != word.casefold())
