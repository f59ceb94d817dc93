"""The documents that a body stands on: listed by a clerk, and never taken off its page without a trace."""

from typing import Any

from django.db import transaction

from committees import events
from committees.models import Body, Paper
from committees.policies.bodies import may_list_paper, may_withdraw_paper
from core import now
from core.states import StateConflict
from core.text import one_line
from core.verdicts import require
from ledger.actions import record


@transaction.atomic
def list_paper(*, actor: Any, body: Body, kind: str, title: str, address: str) -> Paper:
    """The document stands on the page of the body, and whoever follows the body is told."""
    require(may_list_paper(actor, body))
    paper = Paper.objects.create(body=body, kind=kind, title=one_line(title), address=address, listed_at=now())
    record(events.PaperListed(body.pk, paper.pk, kind), actor=actor, subject=body, role="clerk")
    return paper


@transaction.atomic
def withdraw_paper(*, actor: Any, paper: Paper) -> Paper:
    """The document no longer holds from this moment, and stays listed among those of the past. Raises StateConflict where it was so already."""
    require(may_withdraw_paper(actor, paper))
    moment = now()
    if not Paper.objects.filter(pk=paper.pk, withdrawn_at=None).update(withdrawn_at=moment):
        raise StateConflict
    paper.withdrawn_at = moment
    record(events.PaperWithdrawn(paper.body_id, paper.pk), actor=actor, subject=paper.body, role="clerk")
    return paper
