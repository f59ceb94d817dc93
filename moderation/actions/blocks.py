"""Block a person, with what they wrote or without it; end a block, and show again what it hid."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.actions import admit_user, bar_user
from accounts.models import Person
from core import now, today
from core.verdicts import Refused, no, require
from ledger.actions import record
from moderation import hosts
from moderation.actions.profiles import COUNCIL
from moderation.actions.writing import answer_waiting_appeal, decide_on
from moderation.events import BlockEnded, PersonBlocked
from moderation.models import Block, BlockHid, Decision, Reason, Removal
from moderation.policies import may_block, may_end_block
from moderation.queries.decisions import hiding_of

Outcome = Decision.Outcome


@transaction.atomic
def block_person(
    *, actor: Any, person: Person, reason: Reason, statement: str, until: date | None = None, hides: bool = False
) -> Block:
    """They cannot come in, with a reason they can read and appeal against; if `hides`, nothing that they wrote is shown.

    Supports and votes that they gave stand.
    """
    require(may_block(actor, person))
    if until is not None and until <= today():
        raise Refused(no(_("Choose a day to come.")))
    try:
        with transaction.atomic():
            block = Block.objects.create(person=person, since=now(), until=until, hides=hides, by=actor)
    except IntegrityError as error:
        raise Refused(no(_("They are blocked already."))) from error
    decide_on(actor, block, Outcome.HIDE, reason, statement, COUNCIL)
    hid = _hide_all(actor, block, reason) if hides else 0
    bar_user(user=person.user)
    event = PersonBlocked(block.pk, reason_code=reason.code, until=until.isoformat() if until else "", hid=hid)
    record(event, actor=actor, subject=block, role="moderator", public=False)
    return block


@transaction.atomic
def end_block(*, actor: Any, block: Block, statement: str = "") -> Block:
    """They can come in again, and what the block hid is shown again, unless somebody has decided on it since."""
    require(may_end_block(actor, block))
    words = statement or str(_("The block has ended."))
    decision = decide_on(actor, block, Outcome.RESTORE, None, words, COUNCIL)
    answer_waiting_appeal(decision, actor)
    return block


@transaction.atomic
def end_due_blocks() -> int:
    """Every block whose day has come has ended."""
    due = list(Block.objects.due(today()).select_for_update(of=("self",), skip_locked=True))
    for block in due:
        end_block(actor=None, block=block)
    return len(due)


def block_follows(block: Block, decision: Decision) -> None:
    """Undone by a moderator, by an appeal or by its day, a block gives back everything that it took."""
    if decision.outcome != Outcome.RESTORE:
        return
    Block.objects.filter(pk=block.pk, ended_at=None).update(ended_at=decision.at)
    block.ended_at = decision.at
    shown = 0
    for one in BlockHid.objects.filter(block=block, restored=None).select_related("decision"):
        shown += _show_again(one, decision)
    if block.person.user is not None:
        admit_user(user=block.person.user)
    how = "day" if decision.by is None else "moderator"
    record(BlockEnded(block.pk, how=how, shown=shown), actor=decision.by, subject=block, public=False)


def _hide_all(actor: Any, block: Block, reason: Reason) -> int:
    statement = str(_("Hidden with the block of its author."))
    number = 0
    for subject in hosts.written_by(block.person_id):
        made = decide_on(actor, subject, Outcome.HIDE, reason, statement, hosts.host_of(subject).key(subject))
        BlockHid.objects.create(block=block, decision=made)
        Removal.objects.filter(decision=made).delete()  # it counts as the block, not as one hiding more
        number += 1
    return number


def _show_again(hid: BlockHid, decision: Decision) -> bool:
    first = hid.decision
    key = (first.subject_kind, first.subject_id)
    subject, latest = hosts.record_of(*key), hiding_of(key)
    if subject is None or latest is None or latest.pk != first.pk:
        return False
    words = str(_("Shown again with the end of the block of its author."))
    hid.restored = decide_on(decision.by, subject, Outcome.RESTORE, None, words, first.host_key)
    hid.save(update_fields=("restored",))
    return True
