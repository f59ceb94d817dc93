"""Set a process up, describe it, set its phases; each phase begins by the clock."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core import now
from core.text import one_line, render
from core.verdicts import Refused, no, require
from forums.actions.activities import lasts
from forums.events import PhaseBegan, PhaseSet, ProcessChanged, ProcessCreated
from forums.models import Forum, Phase, Process, RelatedItem
from forums.policies import may_be_called, may_create_process, may_edit_process, may_promote_before_election
from ledger.actions import record
from places.models import Area

OVERLAP = "phase_apart"


@transaction.atomic
def create_process(*, actor: Any, forum: Forum | None = None, title: str, sure: bool = False, **words: Any) -> Process:
    """A process stands, with no phase yet. `words` are those of `change_process`.

    `sure`: though it begins in the weeks before an election.
    """
    require(may_create_process(actor, forum))
    if not sure:
        require(may_promote_before_election(forum=forum, areas=[area.pk for area in words.get("areas", ())]))
    process = Process(forum=forum, slug=_free_slug(title), created_at=now())
    _write(process, title=title, **words)
    record(ProcessCreated(process_id=process.pk, forum_id=forum.pk if forum else 0), actor=actor, subject=process)
    return process


@transaction.atomic
def change_process(*, actor: Any, process: Process, sure: bool = False, **words: Any) -> Process:
    """It is described anew; its address stays. To put it before the others before an election one has to be `sure`."""
    require(may_edit_process(actor, process))
    if words.get("promoted") and not process.promoted and not sure:
        require(may_promote_before_election(forum=process.forum, areas=[area.pk for area in words.get("areas", ())]))
    _write(process, **words)
    record(ProcessChanged(process_id=process.pk), actor=actor, subject=process)
    return process


@transaction.atomic
def set_phase(
    *,
    actor: Any,
    process: Process,
    phase: Phase | None = None,
    title: str,
    happens: str,
    starts_at: datetime,
    ends_at: datetime | None,
    call_label: str = "",
    call_url: str = "",
) -> Phase:
    """The process has this phase, new or changed; one whose first moment has come has begun with this act.

    Raises Refused where it would overlap another phase, also one that somebody else sets at this moment, and where the
    start of a phase would move that has begun.
    """
    require(may_edit_process(actor, process))
    require(lasts(starts_at, ends_at))
    if phase is None:
        phase = Phase(process=process)
    elif phase.begun_at is not None and phase.starts_at != starts_at:
        raise Refused(no(_("This phase has begun, so its start stays. Its end can change.")))
    phase.title, phase.happens, phase.starts_at, phase.ends_at = one_line(title), happens, starts_at, ends_at
    phase.call_label, phase.call_url = call_label, call_url
    try:
        with transaction.atomic():
            phase.save()
            with connection.cursor() as cursor:
                cursor.execute(f"SET CONSTRAINTS {OVERLAP} IMMEDIATE")
    except IntegrityError as error:
        if OVERLAP not in str(error):
            raise
        raise Refused(
            no(_("Another phase runs in that time. One phase of a process is active at a time: move one of them."))
        ) from error
    record(PhaseSet(process_id=process.pk, phase_id=phase.pk), actor=actor, subject=process)
    if phase.begun_at is None and phase.starts_at <= now():
        _begin(phase)
    return phase


def turn_phases() -> int:
    """Every phase whose first moment has come is recorded as begun, once; gives how many."""
    begun = 0
    for phase in Phase.objects.to_begin(now()).select_related("process").order_by("starts_at", "id"):
        with transaction.atomic():
            begun += _begin(phase)
    return begun


def _begin(phase: Phase) -> bool:
    """Only one of two at the same moment finds the row untold; one that was over when it was entered is told to nobody."""
    phase.begun_at = now()
    if not Phase.objects.filter(pk=phase.pk, begun_at=None).update(begun_at=phase.begun_at):
        return False
    if phase.is_over:
        return False
    number = Phase.objects.filter(process=phase.process_id, starts_at__lte=phase.starts_at).count()
    event = PhaseBegan(process_id=phase.process_id, phase_id=phase.pk, number=number)
    record(event, actor=None, subject=phase.process)
    return True


def _write(
    process: Process,
    *,
    title: str,
    purpose: str,
    involvement: str,
    design_by: str = "",
    decision_by: str = "",
    evaluation_by: str = "",
    areas: Iterable[Area] = (),
    topics: Collection[str] = (),
    group: str = "",
    promoted: bool = False,
    related: Iterable[tuple[str, int]] = (),
) -> None:
    takes_part = {"design_by": design_by, "decision_by": decision_by, "evaluation_by": evaluation_by}
    require(may_be_called(involvement, **takes_part))
    process.title, process.purpose, process.purpose_html = one_line(title), purpose, render(purpose)
    process.involvement, process.topics = involvement, list(topics)
    process.group, process.promoted = one_line(group), promoted
    for name, value in takes_part.items():
        setattr(process, name, value)
    process.save()
    process.areas.set(areas)
    RelatedItem.objects.filter(process=process).delete()
    RelatedItem.objects.bulk_create(
        [RelatedItem(process=process, kind=kind, item_id=pk) for kind, pk in dict.fromkeys(related)]
    )


def _free_slug(title: str) -> str:
    """Of its title, with a number where another process has that address."""
    wanted = slugify(title)[:70] or "process"
    wanted = "process" if wanted in ("new", "phases") else wanted
    taken = set(Process.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(slug for n in range(1, len(taken) + 2) if (slug := wanted if n == 1 else f"{wanted}-{n}") not in taken)
