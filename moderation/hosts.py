"""Whose moderators decide on a thing, and which words it holds. The app that owns the thing tells at start.

So one set of pages serves every kind: the owner's own policy says who may moderate here.
"""

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
    load: Callable[[int], Any]  # the record with what the others need; None for none
    text: Callable[[Any], str | None] | None  # the words as they were written; None where moderators do not touch them
    rewrite: Callable[[Any, str, str], None] | None  # (record, words, because): other words stand there from now on
    around: Callable[[Any], list[tuple[str, int]]]  # what it hangs under, and who wrote it, by key
    took_part: Callable[[Any, Any], bool]  # (user, record): whether this user is a party to it
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
    load: Callable[[int], Any] | None = None,
    text: Callable[[Any], str | None] | None = None,
    rewrite: Callable[[Any, str, str], None] | None = None,
    around: Callable[[Any], list[tuple[str, int]]] = lambda record: [],
    took_part: Callable[[Any, Any], bool] = lambda user, record: False,
    written: Callable[[int], Iterable[Any]] = lambda person_id: (),
    outcomes: dict[str, Any] | None = None,
    decided: Callable[[Any, Any], None] = lambda record, decision: None,
) -> None:
    """Records of `model`, which is `Moderated`, can be reported and decided on from now on."""
    found = load or (lambda pk: model._base_manager.filter(pk=pk).first())
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
    return host.load(pk)


def record_of(kind: str, pk: int) -> Any:
    """The record whoever asks, or None where it is gone."""
    host = _hosts.get(kind)
    return host.load(pk) if host else None


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


def took_part(user: Any, record: models.Model) -> bool:
    """Whether this user took a side in it, or is the one it answers."""
    host = _hosts.get(record._meta.label_lower)
    return host is not None and host.took_part(user, record)


def written_by(person_id: int) -> Iterable[Any]:
    """Everything of this person that is shown and can be moderated, whatever app owns it; nothing said under protection."""
    for host in _hosts.values():
        yield from host.written(person_id)


def kinds() -> list[str]:
    return sorted(_hosts)
