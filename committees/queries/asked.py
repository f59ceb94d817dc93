"""Who asked: the outputs behind an item, a recommendation or a promise, and the people behind those outputs.

A delivery that was disputed comes back as a new item, so the way up may pass several items; each is followed to its first referral.
"""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q

from accounts.models import Person
from committees.models import AgendaItem, Claim, Commitment, Judgement, Recommendation, Referral
from committees.states import ClaimState
from core import today
from forums.models import Mandate, Membership
from outputs.models import Joining, Output, OutputProposal
from outputs.queries import forum_ids_by_output, sending_forums
from proposals.models import Support

# From each claim to the item of its recommendation, and on through the disputed deliveries that led there.
_BEHIND = """
WITH RECURSIVE up(claim, item) AS (
    SELECT claim.id, recommendation.agenda_item_id
    FROM committees_claim claim
    JOIN committees_commitment commitment ON commitment.id = claim.commitment_id
    JOIN committees_recommendation recommendation ON recommendation.id = commitment.recommendation_id
    WHERE claim.id = ANY(%s::bigint[])
    UNION
    SELECT up.claim, recommendation.agenda_item_id
    FROM up
    JOIN committees_agendaitem item ON item.id = up.item
    JOIN committees_claim disputed ON disputed.id = item.claim_id
    JOIN committees_commitment commitment ON commitment.id = disputed.commitment_id
    JOIN committees_recommendation recommendation ON recommendation.id = commitment.recommendation_id
)
SELECT DISTINCT up.claim, referral.output_id
FROM up
JOIN committees_agendaitem_referrals link ON link.agendaitem_id = up.item
JOIN committees_referral referral ON referral.id = link.referral_id
"""


def speaks_for(person_id: int, forum_id: int) -> bool:
    """Whether the forum has chosen this person to speak for it, today."""
    return (
        Mandate.objects.filter(forum=forum_id, person=person_id, recalled_at=None, since__lte=today())
        .filter(Q(until=None) | Q(until__gt=today()))
        .exists()
    )


def output_ids_behind(item_id: int) -> list[int]:
    """The outputs that led to this item, through as many disputed deliveries as there were."""
    found: dict[int, None] = {}
    seen: set[int] = set()
    waiting = {item_id}
    while waiting - seen:
        fresh = waiting - seen
        seen |= fresh
        found |= dict.fromkeys(
            Referral.objects.filter(agenda_items__in=fresh).order_by("pk").values_list("output_id", flat=True)
        )
        waiting = set(
            AgendaItem.objects.filter(pk__in=fresh, claim__isnull=False).values_list(
                "claim__commitment__recommendation__agenda_item_id", flat=True
            )
        )
    return list(found)


def outputs_behind(record: Recommendation | Commitment | Claim | AgendaItem) -> list[Output]:
    """The outputs with their forums, those that joined too, oldest first; four queries where nothing was disputed."""
    ids = output_ids_behind(item_id_of(record))
    joinings = Prefetch("joinings", Joining.objects.select_related("forum"))
    rows = Output.objects.filter(pk__in=ids).select_related("forum").prefetch_related(joinings)
    return list(rows.defer("findings", "findings_html", "dissent", "dissent_html").order_by("pk"))


def origin_of(outputs: Iterable[Output]) -> str:
    """The forums that ask, by name, each once, as an agenda has room for them."""
    ids = [output.pk for output in outputs]
    return ", ".join(sending_forums(ids).order_by("sort_key", "pk").values_list("title", flat=True))[:120]


def item_id_of(record: Recommendation | Commitment | Claim | AgendaItem) -> int:
    """The agenda item on which it hangs; asks the database only for what was not loaded."""
    if isinstance(record, AgendaItem):
        return record.pk
    if isinstance(record, Recommendation):
        return record.agenda_item_id
    commitment = record.commitment if isinstance(record, Claim) else record
    return commitment.recommendation.agenda_item_id


def proposal_ids_of(output_ids: list[int]) -> list[int]:
    return list(
        OutputProposal.objects.filter(output__in=output_ids)
        .order_by("pk")
        .values_list("adoption__proposal_id", flat=True)
    )


class Part(StrEnum):
    """What somebody has to do with a claim of delivery."""

    ASKED = "asked"  # one of those who asked, before it was claimed
    ANSWERS = "answers"  # holds the portfolio, or made the claim
    FACILITATES = "facilitates"
    TOO_LATE = "too late"  # joined or supported only after the claim
    UNCOUNTED = "uncounted"  # supported, below the level that counts
    NONE = ""


def part_in(person: Person, claim: Claim) -> Part:
    """What this person has to do with the claim."""
    if _answers_for(person, claim):
        return Part.ANSWERS
    outputs = output_ids_behind(item_id_of(claim))
    if not outputs:
        return Part.NONE
    forums = sending_forums(outputs).values("pk")
    proposals = OutputProposal.objects.filter(output__in=outputs).values("adoption__proposal_id")
    return _part(claim, _places(person, forums), _supports(person, proposals))


def _answers_for(person: Person, claim: Claim) -> bool:
    return claim.commitment.portfolio.holder_id == person.pk or bool(claim.by_id and claim.by_id == person.user_id)


def _part(claim: Claim, places: list[Membership], given: list[Support]) -> Part:
    """By the places in the forums and the supports of the proposals behind the claim; those who run a forum come first.

    Nobody can become one of those who asked once the claim is made: else a newcomer could send any delivery back.
    """
    if any(place.is_facilitator for place in places):
        return Part.FACILITATES
    if any(place.joined_at < claim.at for place in places):
        return Part.ASKED
    in_time = [one.level >= one.proposal.minimum_level for one in given if one.given_at < claim.at]
    if any(in_time):
        return Part.ASKED
    if in_time:
        return Part.UNCOUNTED
    return Part.TOO_LATE if places or given else Part.NONE


def _places(person: Person, forums: Any) -> list[Membership]:
    found = Membership.objects.current().filter(forum__in=forums, person=person)
    return list(found.only("role", "joined_at", "forum"))


def _supports(person: Person, proposals: Any) -> list[Support]:
    found = Support.objects.filter(proposal__in=proposals, person=person).select_related("proposal")
    return list(found.only("given_at", "level", "proposal__minimum_level"))


def claims_to_judge(person: Person) -> list[Claim]:
    """The open claims that this person may judge and has not, the first to close first; six queries, however many are open."""
    judged = Judgement.objects.filter(claim=OuterRef("pk"), person=person)
    found = Claim.objects.filter(~Exists(judged), state=ClaimState.OPEN, judge_by__gte=today())
    rows = found.select_related("commitment__portfolio").order_by("judge_by", "pk")
    claims = [claim for claim in rows if not _answers_for(person, claim)]
    behind = _outputs_behind_claims([claim.pk for claim in claims])
    outputs = set().union(*behind.values())
    forums_of = forum_ids_by_output(outputs)
    asks: dict[int, set[int]] = defaultdict(set)
    for output, proposal in OutputProposal.objects.filter(output__in=outputs).values_list(
        "output_id", "adoption__proposal_id"
    ):
        asks[output].add(proposal)
    places = _places(person, set().union(*forums_of.values()))
    given = _supports(person, set().union(*asks.values()))

    def part(claim: Claim) -> Part:
        forums = set().union(*(forums_of[output] for output in behind[claim.pk]))
        proposals = set().union(*(asks[output] for output in behind[claim.pk]))
        return _part(
            claim,
            [place for place in places if place.forum_id in forums],
            [one for one in given if one.proposal_id in proposals],
        )

    return [claim for claim in claims if part(claim) == Part.ASKED]


def _outputs_behind_claims(claim_ids: list[int]) -> dict[int, set[int]]:
    """For each claim what `output_ids_behind` finds, all of them in one query."""
    found: dict[int, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_BEHIND, [claim_ids])
        for claim, output in cursor.fetchall():
            found[claim].add(output)
    return found


def has_judged(person_id: int, claim: Claim) -> bool:
    return Judgement.objects.filter(claim=claim, person=person_id).exists()
