"""Who wrote a thing that can be moderated. The app that owns the thing tells at start."""

from collections.abc import Callable
from typing import Any

from django.db import models

AuthorIds = Callable[[Any], list[int]]

_authors: dict[str, AuthorIds] = {}


def register(model: type[models.Model], author_user_ids: AuthorIds) -> None:
    """From now on `author_user_ids(record)` gives the sign-ins of those who wrote it; none for what has no author here."""
    _authors[model._meta.label_lower] = author_user_ids


def author_user_ids(record: models.Model) -> list[int]:
    known = _authors.get(record._meta.label_lower)
    return known(record) if known else []
