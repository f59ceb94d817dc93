"""Records by the address in the path, or 404. Everything here is public."""

from django.shortcuts import get_object_or_404

from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Commitment,
    Meeting,
    Paper,
    Portfolio,
    Recommendation,
    Referral,
    Seat,
)
from outputs.models import Output


def body_or_404(slug: str) -> Body:
    return get_object_or_404(Body.objects.select_related("parent", "portfolio__holder"), slug=slug)


def portfolio_or_404(slug: str) -> Portfolio:
    return get_object_or_404(Portfolio.objects.select_related("holder"), slug=slug)


def seat_or_404(pk: int) -> Seat:
    return get_object_or_404(Seat.objects.select_related("body", "person", "mandate__forum"), pk=pk)


def paper_or_404(pk: int) -> Paper:
    return get_object_or_404(Paper.objects.select_related("body"), pk=pk)


def meeting_or_404(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.for_page(), pk=pk)


def item_or_404(pk: int) -> AgendaItem:
    rows = AgendaItem.objects.select_related(
        "item", "meeting__gathering", "meeting__body", "claim__commitment", "adjourned_to__meeting__gathering"
    )
    return get_object_or_404(rows.prefetch_related("referrals__output__forum"), pk=pk)


def referral_or_404(reference: str) -> Referral:
    rows = Referral.objects.select_related(
        "output__forum", "output__ballot", "body", "meeting__gathering", "redirected_to__body"
    )
    return get_object_or_404(rows, reference=reference.upper())


def recommendation_or_404(reference: str) -> Recommendation:
    rows = Recommendation.objects.select_related(
        "body",
        "portfolio__holder",
        "agenda_item__item",
        "agenda_item__meeting__gathering",
        "agenda_item__meeting__body",
    )
    return get_object_or_404(rows, reference=reference.upper())


def commitment_or_404(reference: str) -> Commitment:
    rows = Commitment.objects.select_related("portfolio__holder", "recommendation__body")
    return get_object_or_404(rows, reference=reference.upper())


def claim_or_404(pk: int) -> Claim:
    rows = Claim.objects.select_related("commitment__portfolio__holder", "commitment__recommendation__body")
    return get_object_or_404(rows, pk=pk)


def output_or_404(reference: str) -> Output:
    rows = Output.objects.approved().select_related("forum")
    return get_object_or_404(rows, reference__iexact=reference)
