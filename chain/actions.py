"""Open, link, hand on and close steps. Called by the action that writes the record, in its transaction, never from a page."""

from collections.abc import Iterable
from datetime import date

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from chain.models import Link, Step
from chain.states import State, Station
from clocks.actions import meet
from clocks.models import Deadline
from core import now
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused, no

TITLE, NOTE, LABEL = 300, 200, 160  # widths of the columns: what is longer ends in an ellipsis

# Links that join two standing steps are written one after another, so that two of them cannot close a circle together.
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('chain_link'))"
_DESCENDS = """
WITH RECURSIVE down(id) AS (
    SELECT %s::bigint
    UNION
    SELECT link.child_id FROM down JOIN chain_link link ON link.parent_id = down.id
)
SELECT EXISTS (SELECT 1 FROM down WHERE id = %s)
"""


@transaction.atomic
def open_step(
    *,
    subject: models.Model,
    kind: str,
    station: Station,
    title: str,
    address: str,
    owner_key: str,
    owner_label: str,
    parents: Iterable[Step] = (),
    deadline: Deadline | None = None,
    due: date | None = None,
    note: str = "",
) -> Step:
    """The record stands at `station`, owed by the owner until the date of `deadline` (or `due`), and hangs on its parents.

    A record has one step of each kind: a second raises IntegrityError.
    """
    subject_kind, subject_id = key_of(subject)
    step = Step.objects.create(
        subject_kind=subject_kind,
        subject_id=subject_id,
        kind=kind,
        station=station,
        title=_fit(title, TITLE),
        address=address,
        owner_key=owner_key,
        owner_label=_fit(owner_label, LABEL),
        due=deadline.due if deadline else due,
        deadline=deadline,
        note=_fit(note, NOTE),
        opened_at=now(),
    )
    # A new step has no children yet: no circle can come of these links.
    Link.objects.bulk_create([Link(parent_id=pk, child=step) for pk in dict.fromkeys(parent.pk for parent in parents)])
    return step


@transaction.atomic
def link(*, parent: Step, child: Step) -> None:
    """`child` exists because of `parent`, for good; linked already, nothing changes. Refuses a link that would close a circle."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)
        cursor.execute(_DESCENDS, (child.pk, parent.pk))
        circle = bool(cursor.fetchone()[0])
    if circle:
        raise Refused(no(_("A step cannot come from what came out of it.")))
    Link.objects.get_or_create(parent=parent, child=child)


@transaction.atomic
def close_step(*, step: Step, note: str = "") -> None:
    """The step is done. At commit it must have a child, except at the last station."""
    _close(step, State.DONE, note=note)


@transaction.atomic
def refuse_step(*, step: Step, reason: str) -> None:
    """The step ends here with a written reason, which everybody may read."""
    if not reason.strip():
        raise Refused(no(_("A refusal needs a reason in writing.")))
    _close(step, State.REFUSED, refusal=reason.strip())


@transaction.atomic
def return_step(*, step: Step, note: str) -> None:
    """The step is sent back. At commit it must have a child: the step to which it was sent."""
    _close(step, State.RETURNED, note=note)


@transaction.atomic
def hand_on(
    *,
    step: Step,
    owner_key: str | None = None,
    owner_label: str | None = None,
    deadline: Deadline | None = None,
    due: date | None = None,
    note: str | None = None,
    undated: bool = False,
) -> Step:
    """The same open step has its next owner, date or note; what is not named stays. `undated` takes the date away.

    A new date ends the clock that ran before it. Raises StateConflict where the step has closed meanwhile.
    """
    changes: dict[str, object] = {}
    if owner_key is not None:
        changes["owner_key"] = owner_key
    if owner_label is not None:
        changes["owner_label"] = _fit(owner_label, LABEL)
    if note is not None:
        changes["note"] = _fit(note, NOTE)
    if deadline is not None or due is not None or undated:
        changes |= {"due": None if undated else deadline.due if deadline else due, "deadline": deadline}
        if step.deadline is not None and (deadline is None or step.deadline_id != deadline.pk):
            meet(deadline=step.deadline)
    if changes and not Step.objects.open().filter(pk=step.pk).update(**changes):
        raise StateConflict
    for name, value in changes.items():
        setattr(step, name, value)
    return step


@transaction.atomic
def retitle(*, subject: models.Model, title: str) -> None:
    """Every step of the record carries its new title (an edit, or words that had to be withheld)."""
    kind, pk = key_of(subject)
    Step.objects.of(kind, [pk]).update(title=_fit(title, TITLE))


@transaction.atomic
def move_due(*, deadline: Deadline) -> None:
    """Open steps under `deadline` are owed by its date as it now stands."""
    Step.objects.open().filter(deadline=deadline).update(due=deadline.due)


def _close(step: Step, to: State, *, note: str = "", refusal: str = "") -> None:
    changes: dict[str, object] = {"closed_at": now()}
    if note:
        changes["note"] = _fit(note, NOTE)
    if refusal:
        changes["refusal"] = refusal
    step.move(to, **changes)
    if step.deadline is not None:
        meet(deadline=step.deadline)


def _fit(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
