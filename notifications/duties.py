"""Who must be told of what. A duty is written down before anybody is told, and says how many were.

Apps above register in their `notices` room:

    @tells(ProposalPublished)
    def proposal_published(event, entry):
        yield Audience("author", author_user_ids(event.proposal_id))
        yield followers_of(("forums.forum", event.forum_id))
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from django.db.models import QuerySet

from ledger.events import Event
from ledger.listeners import hears
from ledger.models import Entry
from ledger.queries import user_of
from notifications.models import Channel, Duty, Follow, Mail, Notice, Preference

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Audience:
    """A class of people who are owed notice. `users` gives ids of sign-ins, as a queryset of ids or any iterable."""

    name: str
    users: Any
    tell_actor: bool = False  # whether whoever acted is told as well
    by_mail: bool = False  # a mail at once, whatever the channel: what costs a person something if it goes unread


Notices = Callable[..., Iterable[Audience]]
Told = TypeVar("Told", bound=Notices)


def tells(*events: type[Event]) -> Callable[[Told], Told]:
    """The audiences that the function `(event, entry)` yields are told of each such event, each person once, in the first that names them."""

    def register(notices: Told) -> Told:
        def tell(event: Event, entry: Entry) -> None:
            actor = user_of(entry.actor_key)
            for audience in notices(event, entry) or ():
                fulfil(entry, audience, actor=actor)

        tell.__module__, tell.__qualname__ = notices.__module__, f"{notices.__qualname__}.tells"
        hears(*events)(tell)
        return notices

    return register


def followers_of(*keys: tuple[str, int], name: str = "followers") -> Audience:
    """Those who follow any of the subjects."""

    def ids() -> Iterator[int]:
        for kind, pk in keys:
            yield from (
                Follow.objects.filter(subject_kind=kind, subject_id=pk).values_list("user_id", flat=True).iterator()
            )

    return Audience(name, ids())


def fulfil(entry: Entry, audience: Audience, *, actor: int | None = None) -> None:
    """Everyone in the audience but whoever acted has the entry in their inbox, once; those who want e-mail at once have one waiting.

    Repeating it changes nothing: the unique keys of duties, notices and mails hold that. An empty audience is no duty.
    """
    spared = None if audience.tell_actor else actor
    owed = told = 0
    users = iter(dict.fromkeys(_ids(audience.users)))
    while batch := [pk for pk in islice(users, BATCH) if pk != spared]:
        owed += len(batch)
        told += _tell(entry, audience, batch)
    if owed:
        duty = Duty(entry_id=entry.pk, audience=audience.name, owed=owed, told=told, at=entry.at)
        Duty.objects.bulk_create(
            [duty], update_conflicts=True, unique_fields=("entry_id", "audience"), update_fields=("owed", "told")
        )


def _ids(users: Any) -> Iterable[int]:
    """People without a sign-in come as None, and cannot be told here."""
    found = users.iterator(chunk_size=BATCH) if isinstance(users, QuerySet) else users
    return (pk for pk in found if pk is not None)


def _tell(entry: Entry, audience: Audience, users: list[int]) -> int:
    """Notices for one batch; gives how many of them have this entry in their inbox now, whoever put it there."""
    Notice.objects.bulk_create(
        (
            Notice(
                user_id=pk,
                entry_id=entry.pk,
                event=entry.event,
                audience=audience.name,
                data=entry.data,
                subject_kind=entry.subject_kind,
                subject_id=entry.subject_id,
                at=entry.at,
            )
            for pk in users
        ),
        ignore_conflicts=True,
    )
    _mail_at_once(entry, users if audience.by_mail else _wanting_mail(users))
    return Notice.objects.filter(entry_id=entry.pk, user_id__in=users).count()


def _wanting_mail(users: list[int]) -> list[int]:
    at_once = Preference.objects.filter(user_id__in=users, channel=Channel.AT_ONCE)
    return list(at_once.values_list("user_id", flat=True))


def _mail_at_once(entry: Entry, wanting: list[int]) -> None:
    if not wanting:
        return
    Mail.objects.bulk_create(
        (Mail(user_id=pk, message_id=f"<{entry.pk}.{pk}@folkmoot>", not_before=entry.at) for pk in wanting),
        ignore_conflicts=True,
    )
    mails = Mail.objects.filter(message_id__in=[f"<{entry.pk}.{pk}@folkmoot>" for pk in wanting])
    for mail in mails:
        Notice.objects.filter(user_id=mail.user_id, entry_id=entry.pk, mail=None).update(mail=mail)
