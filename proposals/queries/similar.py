"""Proposals that ask for nearly the same, offered while somebody writes."""

from typing import Any

from search.queries import similar as similar_documents

KIND = "proposals.proposal"
OFFERED = 3
SHORTEST = 8  # letters before it is worth asking


def similar(title: str, *, exclude_id: int | None = None, language: str = "en") -> list[Any]:
    """Up to three search documents (title, url, subject_id) of public proposals, the nearest first."""
    words = " ".join(title.split())[:150]
    if len(words) < SHORTEST:
        return []
    return list(similar_documents(words, kind=KIND, language=language, limit=OFFERED, exclude_id=exclude_id))
