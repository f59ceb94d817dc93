"""Who wrote a thing that can be moderated. The app that owns the thing tells at start."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from accounts.models import Person
from core.subjects import key_of

AuthorIds = Callable[[Any], list[int]]
Sealed = Callable[[Any], bool]
Wrote = Callable[[Any, list[Any]], set[int]]

_authors: dict[str, AuthorIds] = {}
_live: dict[str, tuple[Sealed, Wrote]] = {}


def register(
    model: type[models.Model], author_user_ids: AuthorIds, *, sealed: Sealed | None = None, wrote: Wrote | None = None
) -> None:
    """From now on `author_user_ids(record)` gives the sign-ins of those who wrote it; none for what has no author here.

    A record that is `sealed(record)` has an author whom nothing may name: only `wrote(user, records)` knows whose they are,
    while they ask: the ids of the user's own.
    """
    _authors[model._meta.label_lower] = author_user_ids
    if sealed is not None and wrote is not None:
        _live[model._meta.label_lower] = (sealed, wrote)


def author_user_ids(record: models.Model) -> list[int]:
    """The sign-ins to tell; none for what is sealed."""
    known = _authors.get(record._meta.label_lower)
    return known(record) if known and not is_sealed(record) else []


def author_of(record: models.Model) -> models.QuerySet[Person]:
    """The person who wrote it, as a query; nobody for what is sealed or has no author here."""
    return Person.objects.filter(user__in=author_user_ids(record)[:1])


def is_sealed(record: models.Model) -> bool:
    """Whether nothing that is kept, sent or shown may name who wrote it."""
    live = _live.get(record._meta.label_lower)
    return live is not None and live[0](record)


def wrote(user: Any, record: models.Model) -> bool:
    """Whether these are the user's own words, also where nothing else knows it. The answer is for the user alone, and never kept."""
    return key_of(record) in written(user, [record])


def written(user: Any, records: Iterable[models.Model]) -> set[tuple[str, int]]:
    """The keys of those that are the user's own words; of what is sealed, a fixed number of queries for each kind."""
    if user is None or not getattr(user, "is_authenticated", False):
        return set()
    found, sealed = set(), defaultdict(list)
    for record in records:
        if is_sealed(record):
            sealed[record._meta.label_lower].append(record)
        elif user.pk in author_user_ids(record):
            found.add(key_of(record))
    return found | {(kind, pk) for kind, alike in sealed.items() for pk in _live[kind][1](user, alike)}
