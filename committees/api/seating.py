"""A clerk's acts over the API: bodies, posts of the cabinet, councillors and seats."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.endpoints import act, asked
from committees.api.serializers import BodyDetailSerializer, PortfolioSerializer, SeatSerializer
from committees.forms.bodies import BodyForm, CouncillorForm, FillForm, HolderForm, PortfolioForm, SeatForm, VacateForm
from committees.models import Councillor
from committees.views.loading import body_or_404, portfolio_or_404, seat_or_404
from core.api import CURSORS, checked, listed, page_of, sent
from core.shapes import shape_of
from core.verdicts import require


class CouncillorSerializer(serializers.ModelSerializer):
    ward = serializers.CharField(source="ward.slug", read_only=True)

    class Meta:
        model = Councillor
        fields = ("id", "name", "ward", "group", "since", "until")


class SaidHolderForm(HolderForm):
    """A page always sends its field; here a post is vacant only where that is said."""

    def clean(self) -> dict[str, Any]:
        if "councillor" not in self.data:
            self.add_error("councillor", _("Name a councillor, or null for nobody."))
        return self.cleaned_data


BodySetupSerializer = shape_of(
    "BodySetup",
    BodyForm,
    notice_rule=serializers.CharField(help_text="key of a rule, such as committees.agenda"),
    answer_rule=serializers.CharField(required=False, allow_blank=True, help_text="empty: as is usual for its kind"),
)
HolderSerializer = shape_of(
    "Holder", HolderForm, councillor=serializers.IntegerField(allow_null=True, help_text="its id")
)
SeatSetupSerializer = shape_of("SeatSetup", SeatForm, kind=serializers.CharField(help_text="for whom the seat is"))
FillSerializer = shape_of(
    "SeatFill",
    FillForm,
    who=serializers.CharField(
        help_text="id of a councillor or of a mandate, by the kind of seat; else an e-mail address"
    ),
)


@extend_schema(operation_id="committees_councillors", parameters=CURSORS, responses=page_of(CouncillorSerializer))
@api_view(["GET"])
def councillors(request: Request) -> Response:
    """Councillors in office, by the order in which they were written down."""
    rows = Councillor.objects.filter(until=None).select_related("ward").defer("ward__boundary")
    return listed(request, rows, ("id",), CouncillorSerializer)


@act("add_councillor", shape_of("CouncillorSetup", CouncillorForm), CouncillorSerializer, made=201)
def new_councillor(request: Request) -> Response:
    given = asked(policies.may_add_councillor(request.user), CouncillorForm(sent(request)))
    made = actions.add_councillor(actor=request.user, **given)
    return Response(CouncillorSerializer(made).data, status=201)


@act("end_councillor", shape_of("CouncillorEnd", VacateForm), CouncillorSerializer)
def end_councillor(request: Request, pk: int) -> Response:
    """Their seats as a councillor and their posts become vacant. What they owed stays with the posts."""
    found = get_object_or_404(Councillor.objects.select_related("person", "ward"), pk=pk)
    given = asked(policies.may_end_councillor(request.user, found), VacateForm(sent(request)))
    actions.end_councillor(actor=request.user, councillor=found, **given)
    return Response(CouncillorSerializer(Councillor.objects.select_related("ward").get(pk=pk)).data)


@act("create_body", BodySetupSerializer, BodyDetailSerializer, made=201)
def new_body(request: Request) -> Response:
    given = asked(policies.may_create_body(request.user), BodyForm(sent(request)))
    made = actions.create_body(actor=request.user, **given)
    return Response(BodyDetailSerializer(body_or_404(made.slug)).data, status=201)


@act("create_portfolio", shape_of("PortfolioSetup", PortfolioForm), PortfolioSerializer, made=201)
def new_portfolio(request: Request) -> Response:
    given = asked(policies.may_create_portfolio(request.user), PortfolioForm(sent(request)))
    made = actions.create_portfolio(actor=request.user, **given)
    return Response(PortfolioSerializer(portfolio_or_404(made.slug)).data, status=201)


@act("appoint_holder", HolderSerializer, PortfolioSerializer)
def holder(request: Request, slug: str) -> Response:
    """A councillor in office holds the post; with null it is vacant."""
    found = portfolio_or_404(slug)
    chosen = asked(policies.may_appoint_holder(request.user, found), SaidHolderForm(sent(request)))["councillor"]
    actions.appoint_holder(actor=request.user, portfolio=found, person=chosen.person if chosen else None)
    return Response(PortfolioSerializer(portfolio_or_404(slug)).data)


@act("add_seat", SeatSetupSerializer, SeatSerializer, made=201)
def new_seat(request: Request, slug: str) -> Response:
    """A vacant seat, with the vote that the law gives it."""
    found = body_or_404(slug)
    given = asked(policies.may_add_seat(request.user, found), SeatForm(sent(request), body=found))
    made = actions.add_seat(actor=request.user, body=found, **given)
    return Response(SeatSerializer(made).data, status=201)


@act("fill_seat", FillSerializer, SeatSerializer)
def fill_seat(request: Request, pk: int) -> Response:
    """Of the check of eligibility only yes and its date are kept."""
    found = seat_or_404(pk)
    require(policies.may_fill_seat(request.user, found))
    form = FillForm(sent(request), seat=found)
    checked(form)
    actions.fill_seat(actor=request.user, seat=found, **form.values)
    return Response(SeatSerializer(seat_or_404(pk)).data)


@act("vacate_seat", shape_of("SeatVacate", VacateForm), SeatSerializer)
def vacate_seat(request: Request, pk: int) -> Response:
    """Answers with the vacant seat that takes its place. Votes already cast stand, and the right to vote ends at once."""
    found = seat_or_404(pk)
    given = asked(policies.may_vacate_seat(request.user, found), VacateForm(sent(request)))
    vacant = actions.vacate_seat(actor=request.user, seat=found, **given)
    return Response(SeatSerializer(vacant).data)
