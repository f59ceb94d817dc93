"""Take words out, ask the author for other words, take their answer; and undo what an appeal overturned."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from clocks.actions import set_deadline
from core import now, today
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused, no, require
from ledger.actions import record
from moderation import hosts
from moderation.actions.writing import decide_on, lock, put_away, write_down
from moderation.authors import is_sealed
from moderation.events import ContentRephrased
from moderation.models import Decision, Edit, Moderated, Rephrase
from moderation.policies.rewording import may_rephrase


def take_words_out(subject: Moderated, decision: Decision, text: str) -> None:
    """What is left stands there, marked as a moderator's with the reason; what was there is kept for the two sides."""
    before = _words(subject)
    if not text.strip() or text == before:
        raise Refused(no(_("Take the words out and leave the rest. To take out everything, hide it.")))
    Edit.objects.create(decision=decision, before=before, after=text)
    hosts.rewrite(subject, text, because=decision.reason.title if decision.reason else "")


def ask_to_rephrase(subject: Moderated, decision: Decision, *, hold_back: bool) -> None:
    """The author has some days; meanwhile it is out of sight, or stands as it is."""
    kind, pk = key_of(subject)
    made = Rephrase.objects.create(
        decision=decision,
        subject_kind=kind,
        subject_id=pk,
        host_key=decision.host_key,
        before=_words(subject),
        due=today(),
    )
    made.due = set_deadline(subject=made, rule="moderation.rephrase", start=today()).due
    made.save(update_fields=("due",))
    if hold_back:
        put_away(subject, decision)


@transaction.atomic
def rephrase(*, actor: Any, rephrase: Rephrase, subject: Moderated, text: str) -> Rephrase:
    """The author's other words stand in the place of the first ones, and are with the moderators, who owe a decision by a date."""
    require(may_rephrase(actor, rephrase, subject))
    lock(subject)
    due = set_deadline(subject=rephrase, rule="moderation.decide", start=today()).due
    changes = {"after": text, "said_at": now(), "due": due}
    if not Rephrase.objects.open().filter(pk=rephrase.pk, said_at=None).update(**changes):
        raise StateConflict
    for name, value in changes.items():
        setattr(rephrase, name, value)
    hosts.rewrite(subject, text)
    kind, pk = key_of(subject)
    event = ContentRephrased(rephrase_id=rephrase.pk, subject_kind=kind, subject_id=pk)
    sealed = is_sealed(subject)
    record(event, actor=None if sealed else actor, subject=rephrase.decision)
    return rephrase


def undo(actor: Any, first: Decision, subject: Moderated, statement: str) -> Decision:
    """What the first decision did is undone: it is shown again, or says again what its author wrote."""
    edit = Edit.objects.filter(decision=first).first()
    if edit is None:
        return decide_on(actor, subject, Decision.Outcome.RESTORE, None, statement, first.host_key)
    answer = write_down(actor, subject, Decision.Outcome.RESTORE, None, statement, first.host_key)
    hosts.rewrite(subject, edit.before)
    return answer


def _words(subject: models.Model) -> str:
    found = hosts.text_of(subject)
    if found is None:
        raise Refused(no(_("The words of this cannot be changed here. Hide it, or keep it.")))
    return found


@transaction.atomic
def forget_first_words(*, kind: str, ids: list[int]) -> None:
    """What people wrote first is gone where they leave; that it was changed, when and why stays."""
    keys = {"decision__subject_kind": kind, "decision__subject_id__in": ids}
    Edit.objects.filter(**keys).update(before="")
    Rephrase.objects.filter(**keys).update(before="")
