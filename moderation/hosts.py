"""Whose moderators decide on a thing, and which words it holds. The app that owns the thing tells at start.

So one set of pages serves every kind: the owner's own policy says who may moderate here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from core.subjects import visible
from core.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Host:
    """What the owner of one kind answers about a record."""

    key: Callable[[Any], str]  # such as "forum:3"
    may_moderate: Callable[[Any, Any], Verdict]  # (user, record)
    words: Callable[[Any], str]  # the text in question as safe HTML, for moderators and the author
    moderators: Callable[[Any], Iterable[int]]  # sign-ins to tell of a report
    rows: Callable[[], Any]  # the records with what the others need, as a query that is still to be narrowed
    text: Callable[[Any], str | None] | None  # the words as they were written; None where moderators do not touch them
    rewrite: Callable[[Any, str, str], None] | None  # (record, words, because): other words stand there from now on
    around: Callable[[Any], list[tuple[str, int]]]  # what it hangs under, and who wrote it, by key
    took_part: Callable[[Any, list[Any]], set[int]]  # (user, records): the ids of those to which this user is a party
    written: Callable[[int], Iterable[Any]]  # person id -> their records that are shown now
    outcomes: dict[str, Any]  # what the outcomes are called here, where that is not what they are called everywhere
    decided: Callable[[Any, Any], None]  # (record, decision): what else a decision changes, in the same transaction


_hosts: dict[str, Host] = {}


def register(
    model: type[models.Model],
    *,
    key: Callable[[Any], str],
    may_moderate: Callable[[Any, Any], Verdict],
    words: Callable[[Any], str],
    moderators: Callable[[Any], Iterable[int]] = lambda record: (),
    rows: Callable[[], Any] | None = None,
    text: Callable[[Any], str | None] | None = None,
    rewrite: Callable[[Any, str, str], None] | None = None,
    around: Callable[[Any], list[tuple[str, int]]] = lambda record: [],
    took_part: Callable[[Any, list[Any]], set[int]] = lambda user, records: set(),
    written: Callable[[int], Iterable[Any]] = lambda person_id: (),
    outcomes: dict[str, Any] | None = None,
    decided: Callable[[Any, Any], None] = lambda record, decision: None,
) -> None:
    """Records of `model`, which is `Moderated`, can be reported and decided on from now on."""
    found = rows or model._base_manager.all
    _hosts[model._meta.label_lower] = Host(
        key, may_moderate, words, moderators, found, text, rewrite, around, took_part, written, outcomes or {}, decided
    )


def host_of(record: models.Model) -> Host:
    """Raises KeyError for a kind that nobody registered."""
    return _hosts[record._meta.label_lower]


def record_for(user: Any, kind: str, pk: int) -> Any:
    """The record that can be moderated and that this user may see, or None."""
    host = _hosts.get(kind)
    if host is None or not visible(user, [(kind, pk)]):
        return None
    return host.rows().filter(pk=pk).first()


def record_of(kind: str, pk: int) -> Any:
    """The record whoever asks, or None where it is gone."""
    host = _hosts.get(kind)
    return host.rows().filter(pk=pk).first() if host else None


def records_of(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Any]:
    """The records by key without their long texts, whoever asks; one query for each kind, and nothing for what is gone or what nobody registered."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, pk in keys:
        by_kind[kind].append(pk)
    return {
        (kind, record.pk): record
        for kind, ids in by_kind.items()
        if kind in _hosts
        for record in _light(_hosts[kind].rows()).filter(pk__in=ids)
    }


def _light(rows: Any) -> Any:
    """Hundreds may wait on a desk, which shows none of their words."""
    fields = rows.model._meta.concrete_fields
    return rows.defer(*(field.name for field in fields if isinstance(field, models.TextField)))


def may_moderate(user: Any, record: models.Model) -> Verdict:
    """What the owner's policy says of this user and this record."""
    return host_of(record).may_moderate(user, record)


def decided(record: models.Model, decision: Any) -> None:
    """Whatever else the owner of this kind changes with a decision."""
    host = _hosts.get(record._meta.label_lower)
    if host is not None:
        host.decided(record, decision)


def text_of(record: models.Model) -> str | None:
    """The words as they were written, where moderators may take some out or ask for others; None elsewhere."""
    host = _hosts.get(record._meta.label_lower)
    return host.text(record) if host is not None and host.text is not None and host.rewrite is not None else None


def rewrite(record: models.Model, words: str, *, because: str = "") -> None:
    """Other words stand there from now on; `because` marks them as a moderator's."""
    host = host_of(record)
    if host.rewrite is not None:
        host.rewrite(record, words, because)


def around(record: models.Model) -> list[tuple[str, int]]:
    """The keys of what it hangs under and of who wrote it."""
    host = _hosts.get(record._meta.label_lower)
    return host.around(record) if host is not None else []


def took_part(user: Any, records: Iterable[models.Model]) -> set[tuple[str, int]]:
    """The keys of those in which this user took a side, or whom they answer; a fixed number of queries for each kind."""
    found: set[tuple[str, int]] = set()
    for kind, alike in _alike(records).items():
        found |= {(kind, pk) for pk in (_hosts[kind].took_part(user, alike) if kind in _hosts else ())}
    return found


def _alike(records: Iterable[models.Model]) -> dict[str, list[Any]]:
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        by_kind[record._meta.label_lower].append(record)
    return by_kind


def written_by(person_id: int) -> Iterable[Any]:
    """Everything of this person that is shown and can be moderated, whatever app owns it; nothing said under protection."""
    for host in _hosts.values():
        yield from host.written(person_id)


def kinds() -> list[str]:
    return sorted(_hosts)
