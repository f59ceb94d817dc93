"""Who asked: the outputs behind an item, a recommendation or a promise, and the people behind those outputs.

A delivery that was disputed comes back as a new item, so the way up may pass several items; each is followed to its first referral.
"""

from enum import StrEnum

from django.db.models import Q

from accounts.models import Person
from committees.models import AgendaItem, Claim, Commitment, Judgement, Recommendation, Referral
from core import today
from forums.models import Mandate, Membership
from outputs.models import Output, OutputProposal
from proposals.models import Support


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
    """The outputs with their forums, oldest first; three queries where nothing was disputed."""
    ids = output_ids_behind(item_id_of(record))
    rows = Output.objects.filter(pk__in=ids).select_related("forum")
    return list(rows.defer("findings", "findings_html", "dissent", "dissent_html").order_by("pk"))


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
    """What this person has to do with the claim: those who answer for it and those who run the forum come first.

    Nobody can become one of those who asked once the claim is made: else a newcomer could send any delivery back.
    """
    if claim.commitment.portfolio.holder_id == person.pk or (claim.by_id and claim.by_id == person.user_id):
        return Part.ANSWERS
    outputs = output_ids_behind(item_id_of(claim))
    if not outputs:
        return Part.NONE
    forums = Output.objects.filter(pk__in=outputs).values("forum_id")
    places = list(Membership.objects.current().filter(forum__in=forums, person=person).only("role", "joined_at"))
    if any(place.is_facilitator for place in places):
        return Part.FACILITATES
    if any(place.joined_at < claim.at for place in places):
        return Part.ASKED
    proposals = OutputProposal.objects.filter(output__in=outputs).values("adoption__proposal_id")
    given = list(
        Support.objects.filter(proposal__in=proposals, person=person).values_list(
            "given_at", "level", "proposal__minimum_level"
        )
    )
    in_time = [level >= least for at, level, least in given if at < claim.at]
    if any(in_time):
        return Part.ASKED
    if in_time:
        return Part.UNCOUNTED
    return Part.TOO_LATE if places or given else Part.NONE


def asked_for(person: Person, claim: Claim) -> bool:
    """Whether this is one of those who asked: they alone say whether it was delivered."""
    return part_in(person, claim) == Part.ASKED


def has_judged(person_id: int, claim: Claim) -> bool:
    return Judgement.objects.filter(claim=claim, person=person_id).exists()
