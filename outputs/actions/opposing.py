"""Two outputs of different forums ask for opposite things: say so, or take it back. Neither overrules the other."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import now
from core.states import StateConflict
from core.text import one_line
from core.verdicts import Refused, no, require
from ledger.actions import record
from outputs.events import OutputsOpposed, OutputsOpposedNoMore
from outputs.models import Opposition, Output
from outputs.policies import may_end_opposition, may_oppose
from outputs.queries import issues_between


@transaction.atomic
def mark_opposite(*, actor: Any, output: Output, other: Output, reason: str) -> Opposition:
    """Both pages, their shared issue and every committee that has one of them say so; both forums are told."""
    require(may_oppose(actor, output, other))
    one, two = sorted((output, other), key=lambda row: row.pk)
    issue = issues_between(one, two).first()
    if issue is None:  # a forum left the issue since the policy asked
        raise StateConflict
    try:
        with transaction.atomic():
            mark = Opposition.objects.create(issue=issue, one=one, other=two, reason=_written(reason), marked_at=now())
    except IntegrityError as error:
        raise Refused(no(_("They are marked as opposite already."))) from error
    _record(OutputsOpposed, mark, actor)
    return mark


@transaction.atomic
def end_opposition(*, actor: Any, mark: Opposition, reason: str) -> Opposition:
    """They stand against each other no more; the mark stays with both reasons."""
    held = (
        Opposition.objects.select_for_update(of=("self",)).select_related("one__forum", "other__forum").get(pk=mark.pk)
    )
    require(may_end_opposition(actor, held))
    held.ended_at, held.ended_because = now(), _written(reason)
    held.save(update_fields=("ended_at", "ended_because"))
    _record(OutputsOpposedNoMore, held, actor)
    return held


def _record(event: type[OutputsOpposed] | type[OutputsOpposedNoMore], mark: Opposition, actor: Any) -> None:
    for output, other in ((mark.one, mark.other), (mark.other, mark.one)):
        said = event(output.pk, other_id=other.pk, opposition_id=mark.pk, issue_id=mark.issue_id)
        record(said, actor=actor, subject=output, role="facilitator")


def _written(reason: str) -> str:
    reason = one_line(reason)
    if not reason:
        raise Refused(no(_("Write down the reason: everybody may read it.")))
    return reason
