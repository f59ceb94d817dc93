"""Who hears of what. Whoever asked is told at every step: the forum, the authors, the supporters, and whoever follows."""

from collections.abc import Iterator

from committees import events
from committees.models import Commitment
from committees.queries import audiences as who
from committees.queries.asked import output_ids_behind
from ledger.models import Entry
from notifications.duties import Audience, followers_of, tells

BODY, REFERRAL, MEETING, ITEM = "committees.body", "committees.referral", "committees.meeting", "committees.agendaitem"
RECOMMENDATION, COMMITMENT, CLAIM = "committees.recommendation", "committees.commitment", "committees.claim"


@tells(events.OutputReferred)
def referred(event: events.OutputReferred, entry: Entry) -> Iterator[Audience]:
    yield Audience("clerks", who.clerks())
    yield Audience("chair", who.chair_users(event.body_id))
    yield from _those_who_asked([event.output_id], supporters=False)
    yield followers_of((BODY, event.body_id))


@tells(events.PaperListed, events.PaperWithdrawn)
def papers(event: events.PaperListed | events.PaperWithdrawn, entry: Entry) -> Iterator[Audience]:
    yield followers_of((BODY, event.body_id))


@tells(events.ReferralAcknowledged)
def acknowledged(event: events.ReferralAcknowledged, entry: Entry) -> Iterator[Audience]:
    yield Audience("chair", who.chair_users(event.body_id))
    yield Audience("officers", who.scrutiny_officers())
    yield Audience("members", who.members_of([event.output_id]))
    yield followers_of((REFERRAL, event.referral_id))


@tells(events.ReferralAccepted, events.ReferralRedirected, events.ReferralRefused)
def triaged(
    event: events.ReferralAccepted | events.ReferralRedirected | events.ReferralRefused, entry: Entry
) -> Iterator[Audience]:
    yield from _those_who_asked([event.output_id])
    yield followers_of((REFERRAL, event.referral_id), (BODY, event.body_id))


@tells(events.MeetingScheduled, events.MeetingMoved, events.MeetingCancelled)
def called(
    event: events.MeetingScheduled | events.MeetingMoved | events.MeetingCancelled, entry: Entry
) -> Iterator[Audience]:
    yield Audience("seats", who.seat_users(event.body_id))
    yield followers_of((MEETING, event.meeting_id), (BODY, event.body_id))


@tells(events.AgendaPublished)
def agenda_out(event: events.AgendaPublished, entry: Entry) -> Iterator[Audience]:
    yield Audience("seats", who.seat_users(event.body_id))
    yield from _those_who_asked(who.outputs_of_meeting(event.meeting_id))
    yield followers_of((MEETING, event.meeting_id), (BODY, event.body_id))


@tells(events.ItemAdjourned)
def adjourned(event: events.ItemAdjourned, entry: Entry) -> Iterator[Audience]:
    yield from _those_who_asked(output_ids_behind(event.item_id), supporters=False)
    yield followers_of((ITEM, event.item_id), (MEETING, event.meeting_id))


@tells(events.ItemConsidered)
def considered(event: events.ItemConsidered, entry: Entry) -> Iterator[Audience]:
    yield from _those_who_asked(output_ids_behind(event.item_id))
    yield followers_of((ITEM, event.item_id), (MEETING, event.meeting_id))


@tells(events.RecommendationVoted)
def voted(event: events.RecommendationVoted, entry: Entry) -> Iterator[Audience]:
    if event.adopted:
        yield Audience("clerks", who.clerks())
    yield Audience("seats", who.seat_users(who.body_of(event.recommendation_id)))
    yield Audience("members", who.members_of(output_ids_behind(event.item_id)))
    yield followers_of((RECOMMENDATION, event.recommendation_id), (ITEM, event.item_id))


@tells(events.RecommendationIssued, events.AnswerOverdue)
def answer_owed(event: events.RecommendationIssued | events.AnswerOverdue, entry: Entry) -> Iterator[Audience]:
    yield Audience("holder", who.holder_users(event.portfolio_id))
    yield Audience("chair", who.chair_users(who.body_of(event.recommendation_id)))
    if isinstance(event, events.AnswerOverdue):
        yield Audience("clerks", who.clerks())
        yield from _those_who_asked(who.outputs_of_recommendation(event.recommendation_id))
    else:
        yield Audience("members", who.members_of(who.outputs_of_recommendation(event.recommendation_id)))
    yield followers_of((RECOMMENDATION, event.recommendation_id))


@tells(events.RecommendationAnswered, events.ResponseCorrected)
def answered(event: events.RecommendationAnswered | events.ResponseCorrected, entry: Entry) -> Iterator[Audience]:
    yield Audience("seats", who.seat_users(who.body_of(event.recommendation_id)))
    yield from _those_who_asked(who.outputs_of_recommendation(event.recommendation_id))
    yield followers_of((RECOMMENDATION, event.recommendation_id))


@tells(events.ProgressReported, events.CommitmentOverdue)
def promise_moves(event: events.ProgressReported | events.CommitmentOverdue, entry: Entry) -> Iterator[Audience]:
    commitment = Commitment.objects.select_related("recommendation").get(pk=event.commitment_id)
    late = isinstance(event, events.CommitmentOverdue)
    if late:
        yield Audience("holder", who.holder_users(commitment.portfolio_id))
    yield Audience("chair", who.chair_users(commitment.recommendation.body_id))
    yield from _those_who_asked(who.outputs_of_commitment(event.commitment_id), supporters=late)
    yield followers_of((COMMITMENT, event.commitment_id), (RECOMMENDATION, commitment.recommendation_id))


@tells(events.DeliveryClaimed)
def claimed(event: events.DeliveryClaimed, entry: Entry) -> Iterator[Audience]:
    yield from _those_who_asked(who.outputs_of_claim(event.claim_id))
    yield followers_of((COMMITMENT, event.commitment_id))


@tells(events.DeliveryConfirmed, events.DeliveryUnanswered, events.DeliveryDisputed, events.DisputeTaken)
def judged(
    event: events.DeliveryConfirmed | events.DeliveryUnanswered | events.DeliveryDisputed | events.DisputeTaken,
    entry: Entry,
) -> Iterator[Audience]:
    commitment = Commitment.objects.select_related("recommendation").get(pk=event.commitment_id)
    if isinstance(event, events.DeliveryDisputed):
        yield Audience("clerks", who.clerks())
    yield Audience("holder", who.holder_users(commitment.portfolio_id))
    yield Audience("seats", who.seat_users(commitment.recommendation.body_id))
    yield from _those_who_asked(who.outputs_of_claim(event.claim_id))
    yield followers_of((COMMITMENT, event.commitment_id), (CLAIM, event.claim_id))


def _those_who_asked(output_ids: list[int], *, supporters: bool = True) -> Iterator[Audience]:
    """Each person is told once, as what stands first here."""
    yield Audience("authors", who.authors_of(output_ids))
    yield Audience("members", who.members_of(output_ids))
    if supporters:
        yield Audience("supporters", who.supporters_of(output_ids))
    yield followers_of(*(("outputs.output", pk) for pk in output_ids), *who.proposal_keys(output_ids))
