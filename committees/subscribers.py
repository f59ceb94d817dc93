"""What committees do when a lower floor has news, and what they tell the search."""

from accounts.events import PeopleMerged
from chain import owners
from clocks.events import DeadlineMoved, DeadlineOverridden
from clocks.models import Deadline
from committees import events
from committees.actions.bodies import fold_persons
from committees.actions.clocks import follow_deadline
from committees.models import Body, Commitment, Recommendation
from committees.queries.audiences import chair_users, clerks, holder_users
from committees.queries.people import councillor_knows, meeting_addresses, people_expected, run_elsewhere
from committees.steps import path_to
from forums import voices
from forums.states import Voice
from ledger.listeners import hears
from ledger.models import Entry
from meetings import hosts
from search import actions as search

voices.register(Voice.COUNCILLOR, councillor_knows)
owners.register("clerk", lambda _body_id: clerks())
owners.register("committee", chair_users)
owners.register("portfolio", holder_users, tells_when_late=True)
hosts.register("committees.body", run_elsewhere, addresses=meeting_addresses, people=people_expected)


@hears(DeadlineMoved, DeadlineOverridden)
def follow_the_clock(event: DeadlineMoved | DeadlineOverridden, entry: Entry) -> None:
    """The days that our own rows keep follow the deadline, as the steps on the line do."""
    deadline = Deadline.objects.select_related("rule").filter(pk=event.deadline_id).first()
    if deadline is not None:
        follow_deadline(deadline=deadline)


@hears(PeopleMerged)
def seat_them_once(event: PeopleMerged, entry: Entry) -> None:
    fold_persons(person_id=event.merged_id, into_id=event.person_id)


@hears(events.BodyCreated)
def find_body(event: events.BodyCreated, entry: Entry) -> None:
    body = Body.objects.get(pk=event.body_id)
    search.index(
        subject_kind="committees.body",
        subject_id=body.pk,
        title=body.name,
        body=body.remit,
        url=path_to("body", body.slug),
        at=entry.at,
        group=f"body:{body.pk}",
    )


@hears(events.RecommendationVoted, events.RecommendationAnswered, events.ResponseCorrected)
def find_recommendation(event: events.RecommendationVoted, entry: Entry) -> None:
    """Adopted or lost, with the newest answer among its words."""
    row = Recommendation.objects.get(pk=event.recommendation_id)
    answer = row.responses.order_by("-version").first()
    search.index(
        subject_kind="committees.recommendation",
        subject_id=row.pk,
        title=f"{row.reference}: {row.text[:200]}",
        body="\n\n".join(filter(None, (row.text, row.measure, answer.reason if answer else ""))),
        url=path_to("recommendation", row.reference),
        at=row.adopted_at or row.created_at,
        group=f"body:{row.body_id}",
    )


@hears(events.CommitmentMade)
def find_commitment(event: events.CommitmentMade, entry: Entry) -> None:
    row = Commitment.objects.select_related("recommendation").get(pk=event.commitment_id)
    search.index(
        subject_kind="committees.commitment",
        subject_id=row.pk,
        title=f"{row.reference}: {row.text[:200]}",
        body=f"{row.text}\n\n{row.measure}\n\n{row.owner}",
        url=path_to("commitment", row.reference),
        at=row.created_at,
        group=f"body:{row.recommendation.body_id}",
    )
