"""Who wrote a thing that can be moderated. The app that owns the thing tells at start."""

from collections.abc import Callable
from typing import Any

from django.db import models

AuthorIds = Callable[[Any], list[int]]
Sealed = Callable[[Any], bool]
Wrote = Callable[[Any, Any], bool]

_authors: dict[str, AuthorIds] = {}
_live: dict[str, tuple[Sealed, Wrote]] = {}


def register(
    model: type[models.Model], author_user_ids: AuthorIds, *, sealed: Sealed | None = None, wrote: Wrote | None = None
) -> None:
    """From now on `author_user_ids(record)` gives the sign-ins of those who wrote it; none for what has no author here.

    A record that is `sealed(record)` has an author whom nothing may name: only `wrote(user, record)` knows them, while they ask.
    """
    _authors[model._meta.label_lower] = author_user_ids
    if sealed is not None and wrote is not None:
        _live[model._meta.label_lower] = (sealed, wrote)


def author_user_ids(record: models.Model) -> list[int]:
    """The sign-ins to tell; none for what is sealed."""
    known = _authors.get(record._meta.label_lower)
    return known(record) if known and not is_sealed(record) else []


def is_sealed(record: models.Model) -> bool:
    """Whether nothing that is kept, sent or shown may name who wrote it."""
    live = _live.get(record._meta.label_lower)
    return live is not None and live[0](record)


def wrote(user: Any, record: models.Model) -> bool:
    """Whether these are the user's own words, also where nothing else knows it. The answer is for the user alone, and never kept."""
    if user is None or not getattr(user, "is_authenticated", False):
        return False
    if is_sealed(record):
        return _live[record._meta.label_lower][1](user, record)
    return user.pk in author_user_ids(record)
