"""Another forum sends an approved output too."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ballots.models import Ballot
from chain.actions import hand_on
from chain.models import Step
from core import now
from core.text import one_line
from core.verdicts import Refused, no, require
from forums.models import Forum
from ledger.actions import record
from outputs.actions import steps
from outputs.events import OutputJoined
from outputs.models import Joining, Output
from outputs.policies import may_join
from outputs.queries import deciding_ballots


@transaction.atomic
def join_output(*, actor: Any, output: Output, forum: Forum, decision: str, ballot: Ballot | None = None) -> Joining:
    """The forum is among those who send the text, for good; its line says so, and the committee's news reaches its members.

    `decision` says how the forum decided; `ballot` is the one that its members carried, where they voted. Its own step is locked
    first: forums that join at the same moment follow each other, and none joins while it is being sent to a committee.
    """
    step = Step.objects.select_for_update(of=("self",)).get(pk=steps.output_step(output).pk)
    require(may_join(actor, output, forum))
    decision = one_line(decision)
    if not decision:
        raise Refused(no(_("Say how and when the forum decided: everybody reads it.")))
    if ballot is not None and not deciding_ballots(output, [forum]).filter(pk=ballot.pk).exists():
        raise Refused(no(_("That ballot is not one in which this forum's members said yes to it.")))
    joining = Joining.objects.create(
        output=output,
        forum=forum,
        decision=decision,
        ballot=ballot,
        members=forum.member_count,
        joined_at=now(),
    )
    names = ", ".join(output.joinings.order_by("id").values_list("forum__title", flat=True))  # type: ignore[attr-defined]
    hand_on(step=step, note=steps.in_our_words(_, "Approved; sent together with %(forums)s", forums=names))
    event = OutputJoined(
        output.pk,
        joining.pk,
        forum_id=forum.pk,
        ballot_id=ballot.pk if ballot else None,
        members=joining.members,
    )
    record(event, actor=actor, subject=output, role="facilitator")
    return joining
