"""A committee deals with an item: drafts, named votes, and an outcome in words. What it adopts is final."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chain.actions import close_step, open_step, refuse_step
from chain.states import State as StepState, Station
from clocks.actions import set_deadline
from committees import events
from committees.actions.carrying import hold, move_item, steps_behind
from committees.actions.numbers import next_reference
from committees.models import AgendaItem, Meeting, Portfolio, Recommendation, SeatVote
from committees.policies.consideration import (
    may_adjourn,
    may_conclude,
    may_recommend,
    may_record_vote,
    may_withdraw_draft,
)
from committees.policies.meetings import quorate
from committees.queries.seats import present_for_quorum, seats_there
from committees.queries.voting import ADOPTED, TIED, Tally, count, decided
from committees.states import ItemState, RecommendationState, ReferralState, VoteChoice
from committees.steps import clerk_key, clerk_label, path_to
from core import now, today
from core.verdicts import Refused, no, require
from ledger.actions import record
from meetings.actions import settle_item

ANSWER = "answer"


@transaction.atomic
def draft_recommendation(
    *, actor: Any, agenda_item: AgendaItem, portfolio: Portfolio, text: str, measure: str
) -> Recommendation:
    """A draft stands under the item: one ask to one cabinet member, with the measure by which all will see whether it was done."""
    hold(agenda_item)
    require(may_recommend(actor, agenda_item))
    if not text.strip() or not measure.strip():
        raise Refused(
            no(_("A recommendation needs its text, and a measure by which everybody can see whether it was done."))
        )
    body = agenda_item.meeting.body
    recommendation = Recommendation.objects.create(
        agenda_item=agenda_item,
        body=body,
        portfolio=portfolio,
        reference=next_reference(body, "R", Recommendation.objects.filter(body=body)),
        text=text.strip(),
        measure=measure.strip(),
        created_at=now(),
    )
    event = events.RecommendationDrafted(recommendation.pk, agenda_item.pk)
    record(event, actor=actor, subject=recommendation)
    return recommendation


@transaction.atomic
def withdraw_draft(*, actor: Any, recommendation: Recommendation) -> Recommendation:
    """The draft is taken back before a vote; it stays on the record as that."""
    require(may_withdraw_draft(actor, recommendation))
    recommendation.move(RecommendationState.WITHDRAWN)
    event = events.RecommendationWithdrawn(recommendation.pk, recommendation.agenda_item_id)
    record(event, actor=actor, subject=recommendation)
    return recommendation


@transaction.atomic
def vote_recommendation(
    *, actor: Any, recommendation: Recommendation, votes: Mapping[int, str], casting_vote: str = ""
) -> Recommendation:
    """How each seat voted is on record by name, and the recommendation is adopted or lost. Adopted, its text never changes again.

    `votes` gives a choice by seat id; seats left out did not vote. Each must be able to vote on this item, read now, or all are refused
    with the reason. Votes that are equal need the chair's casting vote.
    """
    hold(recommendation.agenda_item)
    recommendation.refresh_from_db(fields=("state",))
    require(may_record_vote(actor, recommendation))
    _require_quorum_now(recommendation.agenda_item.meeting)
    cast = _checked_votes(recommendation, votes)
    tally = count((vote.seat_kind, vote.choice) for vote in cast)
    result = decided(tally.totals, casting_vote)
    if result == TIED:
        raise Refused(no(_("The votes are equal. The chair has a casting vote: write down how the chair used it.")))
    SeatVote.objects.bulk_create(cast)
    _settle(recommendation, tally, adopted=result == ADOPTED, casting_vote=casting_vote)
    event = events.RecommendationVoted(
        recommendation_id=recommendation.pk,
        item_id=recommendation.agenda_item_id,
        adopted=result == ADOPTED,
        votes_for=tally.totals.in_favour,
        votes_against=tally.totals.against,
        abstained=tally.totals.abstained,
        casting=recommendation.casting_vote,
    )
    record(event, actor=actor, subject=recommendation, role="clerk")
    return recommendation


@transaction.atomic
def conclude_item(*, actor: Any, agenda_item: AgendaItem, outcome: str = "") -> AgendaItem:
    """The item has been dealt with. What led to it is carried on by the adopted recommendations, or ends with the written reason."""
    hold(agenda_item)
    require(may_conclude(actor, agenda_item))
    outcome = outcome.strip()
    adopted = list(agenda_item.recommendations.filter(state__in=_CARRIED))
    if not adopted and not outcome:
        raise Refused(no(_("Nothing was recommended on this item, so write down why: those who asked will read it.")))
    agenda_item.move(ItemState.CONSIDERED, outcome=outcome)
    settle_item(actor=actor, item=agenda_item.item, outcome=outcome)
    for referral in agenda_item.referrals.all():
        referral.move(ReferralState.CONSIDERED)
    for step in steps_behind(agenda_item):
        if adopted:
            close_step(step=step)
        else:
            refuse_step(step=step, reason=outcome)
    event = events.ItemConsidered(agenda_item.pk, agenda_item.meeting_id, len(adopted))
    record(event, actor=actor, subject=agenda_item, role="clerk")
    return agenda_item


@transaction.atomic
def adjourn_item(*, actor: Any, agenda_item: AgendaItem, meeting: Meeting, late_reason: str = "") -> AgendaItem:
    """The item is put off to a named meeting, and stands on its agenda; gives the item there."""
    hold(agenda_item)
    require(may_adjourn(actor, agenda_item))
    return move_item(actor=actor, item=agenda_item, meeting=meeting, late_reason=late_reason)


_CARRIED = (RecommendationState.ADOPTED, RecommendationState.ISSUED, RecommendationState.ANSWERED)


def _require_quorum_now(meeting: Meeting) -> None:
    require(quorate(meeting))
    there = present_for_quorum(meeting)
    if there < meeting.body.quorum:
        raise Refused(
            no(
                _("Only %(there)s voting members are there now, and this body needs %(quorum)s to decide.")
                % {"there": there, "quorum": meeting.body.quorum}
            )
        )


def _checked_votes(recommendation: Recommendation, votes: Mapping[int, str]) -> list[SeatVote]:
    """The votes as rows, or Refused with the reason why one of them cannot be cast."""
    if not votes:
        raise Refused(no(_("Write down at least one vote.")))
    seats = {there.seat.pk: there for there in seats_there(recommendation.agenda_item)}
    cast = []
    for seat_id, choice in votes.items():
        there = seats.get(seat_id)
        if there is None:
            raise Refused(no(_("One of these seats is not a seat of this body.")))
        if not there.verdict:
            name = there.seat.name or there.seat.get_kind_display()
            raise Refused(
                no(_("%(name)s cannot vote on this: %(reason)s") % {"name": name, "reason": there.verdict.reason})
            )
        assert there.seat.person_id is not None
        cast.append(
            SeatVote(
                recommendation=recommendation,
                seat=there.seat,
                person_id=there.seat.person_id,
                name=there.seat.name,
                seat_kind=there.seat.kind,
                choice=VoteChoice(choice),
            )
        )
    return cast


def _settle(recommendation: Recommendation, tally: Tally, *, adopted: bool, casting_vote: str) -> None:
    recommendation.move(
        RecommendationState.ADOPTED if adopted else RecommendationState.LOST,
        votes_for=tally.totals.in_favour,
        votes_against=tally.totals.against,
        votes_abstained=tally.totals.abstained,
        casting_vote=casting_vote if tally.result == TIED else "",
        adopted_at=now() if adopted else None,
    )
    if adopted:
        _owe_answer(recommendation)


def _owe_answer(recommendation: Recommendation) -> None:
    """From adoption on somebody owes the next act: the clerk sends it, and then the cabinet member answers."""
    open_step(
        subject=recommendation,
        kind=ANSWER,
        station=Station.ANSWER,
        title=recommendation.text,
        address=path_to("recommendation", recommendation.reference),
        owner_key=clerk_key(recommendation.body_id),
        owner_label=clerk_label(recommendation.body),
        parents=[step for step in steps_behind(recommendation.agenda_item) if step.state == StepState.OPEN],
        deadline=set_deadline(subject=recommendation, rule="committees.issue", start=today()),
    )
