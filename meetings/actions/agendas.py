"""What is on the agenda, in which order, how long each item takes, when it is out, and what came of each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import F, Max

from clocks.actions import meet, set_deadline
from clocks.queries import deadline_of
from core import now, subjects
from core.clock import day_of
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import YES, Verdict, require
from ledger.actions import record
from meetings import events, hosts
from meetings.actions.holding import follow, held
from meetings.models import Gathering, Item
from meetings.picking import Pick
from meetings.policies import can_be_written_up, can_take_items
from meetings.states import State

RULE = "meetings.agenda"


@transaction.atomic
def add_item(
    *,
    actor: Any,
    gathering: Gathering,
    title: str,
    summary: str = "",
    minutes: int | None = None,
    subject: models.Model | None = None,
    origin: str = "",
    verdict: Verdict = YES,
) -> Item:
    """The item is the last on the agenda, and takes so many minutes; an assembly's agenda is in preparation from its first item on."""
    require(verdict)
    # The gathering is held, so that two items added at once have two numbers.
    row = held(gathering)
    require(can_take_items(row))
    last = row.items.aggregate(last=Max("number"))["last"] or 0
    kind, pk = key_of(subject) if subject is not None else ("", None)
    if row.state == State.SCHEDULED and hosts.is_assembly(row.host_kind):
        row.move(State.AGENDA_OPEN)
        follow(gathering, row)
    return Item.objects.create(
        gathering=gathering,
        minutes=minutes,
        number=last + 1,
        title=title.strip(),
        summary=summary.strip(),
        subject_kind=kind,
        subject_id=pk,
        origin=origin,
    )


@transaction.atomic
def pick_items(
    *, actor: Any, gathering: Gathering, picks: Iterable[Pick], minutes: int | None = None, verdict: Verdict = YES
) -> list[Item]:
    """What was ticked among the forum's top issues is on the agenda, each under its own name, with a link to it."""
    require(verdict)
    made = []
    for pick in picks:
        record_of = subjects.model_of(pick.kind)._default_manager.get(pk=pick.id)
        made.append(
            add_item(
                actor=actor, gathering=gathering, title=pick.title, minutes=minutes, subject=record_of, origin="forum"
            )
        )
    return made


@transaction.atomic
def time_items(
    *, actor: Any, gathering: Gathering, order: Sequence[int], minutes: Mapping[int, int | None], verdict: Verdict = YES
) -> None:
    """The items stand in this order of their ids, and take so many minutes each. Raises StateConflict where the agenda has others by now."""
    require(verdict)
    renumber(actor=actor, gathering=gathering, order=order)
    items = list(Item.objects.filter(gathering=gathering))
    for item in items:
        item.minutes = minutes.get(item.pk)
    Item.objects.bulk_update(items, ["minutes"])


@transaction.atomic
def renumber(*, actor: Any, gathering: Gathering, order: Sequence[int], verdict: Verdict = YES) -> None:
    """The items stand in this order of their ids. Raises StateConflict where the agenda has others by now."""
    require(verdict)
    row = held(gathering)
    require(can_take_items(row))
    items = {item.pk: item for item in row.items.all()}
    if sorted(items) != sorted(order):
        raise StateConflict
    for number, pk in enumerate(order, start=1):
        items[pk].number = number
    Item.objects.bulk_update(items.values(), ["number"])


@transaction.atomic
def settle_item(*, actor: Any, item: Item, outcome: str, verdict: Verdict = YES) -> Item:
    """What came of the item stands beside it."""
    require(verdict)
    # Asked of the row: who holds the item may hold its gathering as it was before it began.
    require(can_be_written_up(Gathering.objects.get(pk=item.gathering_id)))
    item.outcome = outcome.strip()
    item.save(update_fields=("outcome",))
    return item


@transaction.atomic
def publish(*, actor: Any, gathering: Gathering, verdict: Verdict = YES) -> Gathering:
    """The agenda is out, from this moment."""
    require(verdict)
    moment = now()
    gathering.move(State.PUBLISHED, published_at=moment, sequence=F("sequence") + 1, changed_at=moment)
    gathering.refresh_from_db(fields=("sequence",))
    agenda_needed_no_more(gathering)
    event = events.GatheringAgendaPublished(gathering.pk, gathering.items.count(), gathering.starts_at.isoformat())
    record(event, actor=actor, subject=gathering)
    return gathering


def time_agenda(gathering: Gathering) -> None:
    """An assembly's agenda is due so many days before it meets, by the house rule in force."""
    if hosts.is_assembly(gathering.host_kind):
        set_deadline(subject=gathering, rule=RULE, start=day_of(gathering.starts_at))


def agenda_needed_no_more(gathering: Gathering) -> None:
    """It is out, or the gathering was cancelled."""
    deadline = deadline_of(key_of(gathering), RULE) if hosts.is_assembly(gathering.host_kind) else None
    if deadline is not None:
        meet(deadline=deadline)
