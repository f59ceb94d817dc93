"""The members vote on the text; what they decide is carried out, and a text that they approve is final."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ballots.actions import certify_ballot, plan_ballot
from ballots.models import Ballot
from ballots.states import State as BallotState
from chain.actions import hand_on
from clocks.actions import set_deadline
from core import now, today
from core.clock import day_of
from core.verdicts import require
from forums.queries import member_person_ids
from ledger.actions import record
from outputs.actions import steps
from outputs.digests import digest_of
from outputs.events import OutputApprovalOpened, OutputApproved, OutputNotApproved
from outputs.models import Output
from outputs.policies import may_open_approval, may_settle
from outputs.queries import final_content, took_part
from outputs.states import State


@transaction.atomic
def open_approval(*, actor: Any, output: Output, closes_at: datetime) -> Output:
    """The members of today vote, until `closes_at`, whether the forum sends this text on."""
    output = Output.objects.select_for_update(of=("self",)).select_related("forum").get(pk=output.pk)
    require(may_open_approval(actor, output))
    ballot = plan_ballot(
        actor=actor,
        subject=output,
        host=output.forum,
        question=steps.in_our_words(_, "Shall the forum send on “%(title)s”?", title=output.title),
        explanation=steps.in_our_words(
            _, "Approved, the text is final, and the forum refers it to a committee, which must deal with it in public."
        ),
        opens_at=now(),
        closes_at=closes_at,
        roll=member_person_ids(output.forum),
    )
    output.move(State.BALLOTED, ballot=ballot)
    note = steps.in_our_words(_, "%(roll)d members are voting", roll=ballot.roll_size)
    deadline = set_deadline(subject=output, rule="forums.act", start=day_of(closes_at))
    hand_on(step=steps.output_step(output), deadline=deadline, note=note)
    version = output.versions.get(version=output.version)
    event = OutputApprovalOpened(
        output_id=output.pk,
        forum_id=output.forum_id,
        ballot_id=ballot.pk,
        version=output.version,
        digest=version.digest,
        closes_at=closes_at.isoformat(),
    )
    record(event, actor=actor, subject=output, role="facilitator")
    return output


@transaction.atomic
def settle_approval(*, actor: Any, output: Output) -> Output:
    """Carried, the output is approved and final, and the forum owes its referral; else it is rewritten, and the figures are told."""
    output = Output.objects.select_for_update(of=("self",)).select_related("forum", "ballot").get(pk=output.pk)
    require(may_settle(actor, output))
    ballot = output.ballot
    assert ballot is not None
    if ballot.state == BallotState.COUNTED:
        ballot = output.ballot = certify_ballot(actor=actor, ballot=ballot)
    figures = {"yes": ballot.yes or 0, "no": ballot.no or 0, "abstain": ballot.abstain or 0, "roll": ballot.roll_size}
    event: OutputApproved | OutputNotApproved
    if ballot.state == BallotState.CERTIFIED and ballot.carried:
        _approve(output, figures)
        event = OutputApproved(output.pk, output.forum_id, digest=output.digest, **figures)
    else:
        _send_back(output, ballot, figures)
        event = OutputNotApproved(output.pk, output.forum_id, annulled=ballot.state == BallotState.ANNULLED, **figures)
    record(event, actor=actor, subject=output, role="facilitator")
    return output


def _approve(output: Output, figures: dict[str, int]) -> None:
    moment, who = now(), took_part(output)
    output.took_part = who
    output.move(State.APPROVED, approved_at=moment, took_part=who, digest=digest_of(final_content(output)))
    deadline = set_deadline(subject=output, rule="outputs.refer", start=today())
    note = steps.in_our_words(
        _, "Approved by %(yes)d to %(no)d; to be sent to a committee", yes=figures["yes"], no=figures["no"]
    )
    hand_on(step=steps.output_step(output), deadline=deadline, note=note)


def _send_back(output: Output, ballot: Ballot, figures: dict[str, int]) -> None:
    if ballot.state == BallotState.ANNULLED:
        because = steps.in_our_words(_, "The members' ballot was annulled: %(reason)s", reason=ballot.annulled_because)
        note = steps.in_our_words(_, "The ballot was annulled; being rewritten")
    else:
        because = steps.in_our_words(
            _,
            "The members did not approve it: %(yes)d for, %(no)d against, %(abstain)d abstained, of %(roll)d on the roll.",
            **figures,
        )
        note = steps.in_our_words(
            _, "Not approved: %(yes)d for, %(no)d against; being rewritten", yes=figures["yes"], no=figures["no"]
        )
    output.move(State.DRAFTING, comments_close_on=None, returned_because=because)
    hand_on(step=steps.output_step(output), undated=True, note=note)
