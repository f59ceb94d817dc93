"""Who is owed news: the forum that asked, those who wrote and supported the proposals, and those who sit and answer."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import Person, Role
from accounts.queries import users_with_role
from committees.models import Claim, Commitment, Meeting, Portfolio, Recommendation, Referral, Seat
from committees.queries.asked import item_id_of, output_ids_behind, proposal_ids_of
from forums.models import Membership
from outputs.queries import sending_forums
from proposals.models import Proposal
from proposals.queries import supporting_person_ids


def members_of(output_ids: list[int]) -> "QuerySet[Any]":
    """The sign-ins of everybody in the forums that sent these, as a query."""
    rows = (
        Membership.objects.current()
        .filter(forum__in=sending_forums(output_ids).values("pk"), person__user__isnull=False)
        .order_by()
    )
    found: QuerySet[Any] = rows.values_list("person__user_id", flat=True).distinct()
    return found


def authors_of(output_ids: list[int]) -> "QuerySet[Any]":
    rows = Proposal.objects.filter(pk__in=proposal_ids_of(output_ids), author__user__isnull=False)
    return rows.values_list("author__user_id", flat=True).distinct()


def supporters_of(output_ids: list[int]) -> "QuerySet[Any]":
    people = supporting_person_ids(proposal_ids_of(output_ids))
    return Person.objects.filter(pk__in=people, user__isnull=False).values_list("user_id", flat=True)


def proposal_keys(output_ids: list[int]) -> list[tuple[str, int]]:
    return [("proposals.proposal", pk) for pk in proposal_ids_of(output_ids)]


def clerks() -> Any:
    return users_with_role(Role.CLERK)


def scrutiny_officers() -> Any:
    return users_with_role(Role.SCRUTINY_OFFICER)


def chair_users(body_id: int) -> "QuerySet[Any]":
    rows = Seat.objects.chairs().filter(body=body_id, person__user__isnull=False)
    return rows.values_list("person__user_id", flat=True)


def seat_users(body_id: int) -> "QuerySet[Any]":
    """Everybody who sits on the body today."""
    rows = Seat.objects.filter(body=body_id, until=None, person__user__isnull=False)
    return rows.values_list("person__user_id", flat=True)


def holder_users(portfolio_id: int) -> "QuerySet[Any]":
    rows = Portfolio.objects.filter(pk=portfolio_id, holder__user__isnull=False)
    return rows.values_list("holder__user_id", flat=True)


def outputs_of_recommendation(pk: int) -> list[int]:
    return output_ids_behind(Recommendation.objects.values_list("agenda_item_id", flat=True).get(pk=pk))


def outputs_of_commitment(pk: int) -> list[int]:
    return output_ids_behind(item_id_of(Commitment.objects.select_related("recommendation").get(pk=pk)))


def outputs_of_claim(pk: int) -> list[int]:
    return output_ids_behind(item_id_of(Claim.objects.select_related("commitment__recommendation").get(pk=pk)))


def outputs_of_meeting(pk: int) -> list[int]:
    """The outputs on the agenda of a meeting."""
    found: dict[int, None] = {}
    for item_id in Meeting.objects.get(pk=pk).agenda.order_by("pk").values_list("pk", flat=True):
        found |= dict.fromkeys(output_ids_behind(item_id))
    return list(found)


def body_of(recommendation_id: int) -> int:
    return Recommendation.objects.values_list("body_id", flat=True).get(pk=recommendation_id)


def output_of_referral(pk: int) -> list[int]:
    return [Referral.objects.values_list("output_id", flat=True).get(pk=pk)]
