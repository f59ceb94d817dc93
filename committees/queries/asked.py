"""Who asked: the outputs behind an item, a recommendation or a promise, and the people behind those outputs.

A delivery that was disputed comes back as a new item, so the way up may pass several items; each is followed to its first referral.
"""

from django.db.models import Q

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


def asked_for(person_id: int, claim: Claim) -> bool:
    """Whether this person supported a proposal behind the promise, or belongs to a forum that sent it."""
    outputs = output_ids_behind(item_id_of(claim))
    if not outputs:
        return False
    forums = Output.objects.filter(pk__in=outputs).values("forum_id")
    if Membership.objects.members().filter(forum__in=forums, person=person_id).exists():
        return True
    proposals = OutputProposal.objects.filter(output__in=outputs).values("adoption__proposal_id")
    return Support.objects.filter(proposal__in=proposals, person=person_id).exists()


def has_judged(person_id: int, claim: Claim) -> bool:
    return Judgement.objects.filter(claim=claim, person=person_id).exists()
