"""Records of a story, as they stand in the database now."""

from committees.models import AgendaItem, Claim, Recommendation, Referral
from outputs.models import Output


def fresh(record):
    """The row as it stands, with what its acts need at hand."""
    loads = {Output: _output, Referral: _referral, AgendaItem: _item, Recommendation: _recommendation, Claim: _claim}
    load = loads.get(type(record))
    return load(record.pk) if load else type(record).objects.get(pk=record.pk)


def _output(pk):
    return Output.objects.select_related("forum", "ballot").get(pk=pk)


def _referral(pk):
    return Referral.objects.select_related("output__forum", "body", "meeting__gathering").get(pk=pk)


def _item(pk):
    return AgendaItem.objects.select_related("item", "meeting__gathering", "meeting__body", "claim__commitment").get(
        pk=pk
    )


def _recommendation(pk):
    return Recommendation.objects.select_related("body", "portfolio__holder", "agenda_item__meeting__gathering").get(
        pk=pk
    )


def _claim(pk):
    return Claim.objects.select_related("commitment__recommendation__body", "commitment__portfolio").get(pk=pk)
