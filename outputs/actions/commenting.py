"""Put a draft to the members for comment, or take it back."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chain.actions import hand_on, retitle
from clocks.actions import set_deadline
from core import now, today
from core.verdicts import Refused, no, require
from forums.actions import thread_about
from ledger.actions import record
from outputs.actions import steps
from outputs.events import OutputCommentsOpened, OutputReopened
from outputs.models import Output
from outputs.policies import may_open_comments, may_reopen
from outputs.states import State


@transaction.atomic
def open_comments(*, actor: Any, output: Output) -> Output:
    """The draft is public, its proposals are carried on by it, and members comment for the days that the rule gives."""
    output = Output.objects.select_for_update(of=("self",)).select_related("forum").get(pk=output.pk)
    require(may_open_comments(actor, output))
    first = not output.is_public
    deadline = set_deadline(subject=output, rule="outputs.comment", start=today())
    output.move(
        State.COMMENTING, opened_at=output.opened_at or now(), comments_close_on=deadline.due, returned_because=""
    )
    thread_about(record=output, forum=output.forum, title=output.title)
    note = steps.in_our_words(_, "Members are commenting")
    # Nobody can go on before the members have had their days, so the facilitators' own days begin after these.
    due = set_deadline(subject=output, rule="forums.act", start=deadline.due)
    if first:
        steps.set_out(output, due, note)
    else:
        step = steps.output_step(output)
        steps.take_in(output, step)
        hand_on(step=step, deadline=due, note=note)
        retitle(subject=output, title=output.title)
    version = output.versions.get(version=output.version)
    event = OutputCommentsOpened(
        output.pk, output.forum_id, version=output.version, digest=version.digest, closes_on=deadline.due.isoformat()
    )
    record(event, actor=actor, subject=output, role="facilitator")
    return output


@transaction.atomic
def reopen_draft(*, actor: Any, output: Output, reason: str) -> Output:
    """The text is being rewritten, for the published reason; what was said of it stays."""
    require(may_reopen(actor, output))
    if not reason.strip():
        raise Refused(no(_("Say why it is rewritten: those who commented will read the reason.")))
    output.move(State.DRAFTING, comments_close_on=None, returned_because=reason.strip())
    hand_on(
        step=steps.output_step(output),
        undated=True,
        note=steps.in_our_words(_, "Being rewritten after members' comments"),
    )
    record(
        OutputReopened(output.pk, output.forum_id, version=output.version),
        actor=actor,
        subject=output,
        role="facilitator",
    )
    return output
