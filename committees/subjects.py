"""How the floors below name bodies, seats and what comes before them. All of it is public."""

from collections.abc import Callable

from django.db.models import Model, QuerySet
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Commitment,
    Councillor,
    Meeting,
    Portfolio,
    Recommendation,
    Referral,
    Seat,
)
from committees.steps import path_to
from core import subjects
from core.clock import day_of
from core.subjects import Subject

Words = Callable[..., tuple[str, str]]


def register(model: type[Model], rows: QuerySet, words: Words) -> None:
    """`words(row)` gives the label and the address; `rows` is the query that has them at hand."""
    kind = model._meta.label_lower

    def describe(ids: list[int]) -> dict[int, Subject]:
        return {row.pk: Subject(kind, row.pk, *words(row)) for row in rows.filter(pk__in=ids)}

    subjects.register(model, describe)


def short(text: str) -> str:
    return Truncator(text).chars(90)


def _body(row: Body) -> tuple[str, str]:
    return row.name, path_to("body", row.slug)


def _portfolio(row: Portfolio) -> tuple[str, str]:
    return row.post, path_to("portfolio", row.slug)


def _seat(row: Seat) -> tuple[str, str]:
    words = {"kind": row.get_kind_display(), "body": row.body.name, "name": row.name}
    if not row.name:
        return _("a seat for a %(kind)s on the %(body)s") % words, path_to("body", row.body.slug)
    return _("%(name)s, %(kind)s on the %(body)s") % words, path_to("body", row.body.slug)


def _councillor(row: Councillor) -> tuple[str, str]:
    return _("%(name)s, councillor for %(ward)s") % {"name": row.name, "ward": row.ward.name}, path_to("councillors")


def _referral(row: Referral) -> tuple[str, str]:
    return (
        _("“%(title)s” before the %(body)s") % {"title": row.output.title, "body": row.body.name},
        path_to("referral", row.reference),
    )


def _meeting(row: Meeting) -> tuple[str, str]:
    day = date_format(day_of(row.gathering.starts_at), "j F Y")
    return _("%(body)s, %(day)s") % {"body": row.body.name, "day": day}, path_to("meeting", row.pk)


def _item(row: AgendaItem) -> tuple[str, str]:
    return row.item.title, path_to("item", row.pk)


def _recommendation(row: Recommendation) -> tuple[str, str]:
    return f"{row.reference}: {short(row.text)}", path_to("recommendation", row.reference)


def _commitment(row: Commitment) -> tuple[str, str]:
    return f"{row.reference}: {short(row.text)}", path_to("commitment", row.reference)


def _claim(row: Claim) -> tuple[str, str]:
    return f"{row.commitment.reference}: {short(row.commitment.text)}", path_to("claim", row.pk)


register(Body, Body.objects.only("name", "slug"), _body)
register(Portfolio, Portfolio.objects.only("title", "slug"), _portfolio)
register(Seat, Seat.objects.select_related("body"), _seat)
register(Councillor, Councillor.objects.select_related("ward").defer("ward__boundary"), _councillor)
register(Referral, Referral.objects.for_list(), _referral)
register(Meeting, Meeting.objects.select_related("gathering", "body"), _meeting)
register(AgendaItem, AgendaItem.objects.select_related("item"), _item)
register(Recommendation, Recommendation.objects.only("reference", "text"), _recommendation)
register(Commitment, Commitment.objects.only("reference", "text"), _commitment)
register(Claim, Claim.objects.select_related("commitment").only("commitment__reference", "commitment__text"), _claim)
