"""Proposals over the API: the same list, the same acts, the same reasons."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.text import number
from core.verdicts import require
from forums.models import Activity
from moderation.answers import waits
from moderation.models import Held
from proposals.actions import (
    give_support,
    save_draft,
    submit_edit,
    submit_proposal,
    take_back_support,
    withdraw_proposal,
)
from proposals.api.loading import loaded, shown
from proposals.api.serializers import ProposalDetailSerializer, ProposalSerializer, VersionSerializer
from proposals.forms import EditForm, ProposalForm, WithdrawForm
from proposals.models import Proposal, ProposalVersion
from proposals.policies import may_propose
from proposals.queries import ORDERS, Wanted
from proposals.queries.lists import narrowed

FILTERS = [
    OpenApiParameter(name, str)
    for name in ("q", "state", "forum", "area", "topic", "type", "origin")  # as in the address of the page
] + [OpenApiParameter("order", str, enum=list(ORDERS))]

SupportSerializer = inline_serializer(
    "SupportOutcome", {"outcome": serializers.ChoiceField(choices=["given", "already", "taken back", "none"])}
)
WordsSerializer = inline_serializer(
    "ProposalWords",
    {
        "activity": serializers.IntegerField(),
        "title": serializers.CharField(),
        "body": serializers.CharField(),
        "assets": serializers.CharField(required=False),
        "type": serializers.CharField(),
        "topic": serializers.CharField(required=False),
        "area": serializers.CharField(required=False, help_text="slug of an area; none means the whole city"),
    },
)
EditSerializer = inline_serializer(
    "ProposalEdit", {name: serializers.CharField() for name in ("title", "body", "assets")}
)
ReasonSerializer = inline_serializer("ProposalWithdrawal", {"reason": serializers.CharField()})


@extend_schema(
    operation_id="proposals_list", methods=["GET"], parameters=FILTERS + CURSORS, responses=page_of(ProposalSerializer)
)
@extend_schema(
    operation_id="proposals_publish",
    methods=["POST"],
    request=WordsSerializer,
    responses={201: ProposalDetailSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("proposals.publish", times=10, seconds=86400)
def proposals(request: Request) -> Response:
    """Public proposals, narrowed and ordered as on the page; or publish one (your draft in that activity is replaced and published)."""
    if request.method == "POST":
        return _publish(request)
    wanted = Wanted.from_query(request.query_params)
    rows = narrowed(wanted).select_related("forum", "area", "author")
    rows = rows.defer(
        "body", "body_html", "assets", "assets_html", "area__boundary", "forum__purpose", "forum__purpose_html"
    )
    return listed(request, rows, ORDERS[wanted.order], ProposalSerializer)


@extend_schema(operation_id="proposals_read", methods=["GET"], responses=ProposalDetailSerializer)
@extend_schema(
    operation_id="proposals_edit", methods=["PATCH"], request=EditSerializer,
    responses={200: ProposalDetailSerializer, **REFUSALS},
)  # fmt: skip
@api_view(["GET", "PATCH"])
@limited("proposals.edit", times=30, seconds=3600)
def proposal(request: Request, reference: str) -> Response:
    """One proposal, and whether you may support it, or why not; its author may change its words for a time."""
    found = loaded(reference)
    if request.method == "PATCH":
        words = {name: getattr(found, name) for name in ("title", "body", "assets")} | sent(request)
        submit_edit(actor=request.user, proposal=found, **checked(EditForm(words)))
        found = loaded(reference)
    return shown(request, found)


@extend_schema(
    operation_id="proposals_support", methods=["POST"], request=None, responses={200: SupportSerializer, **REFUSALS}
)
@extend_schema(
    operation_id="proposals_take_back", methods=["DELETE"], request=None, responses={200: SupportSerializer, **REFUSALS}
)
@api_view(["POST", "DELETE"])
@permission_classes([IsAuthenticated])
@limited("support", times=60, seconds=60)
def support(request: Request, reference: str) -> Response:
    """Support it, or take your support back. Each person counts once, however often this is asked."""
    found = Proposal.objects.for_act().public().filter(reference=reference.upper()).first()
    if found is None:
        raise Http404
    if request.method == "DELETE":
        outcome = "taken back" if take_back_support(actor=request.user, proposal=found) else "none"
    else:
        outcome = give_support(actor=request.user, proposal=found).value
    return Response({"outcome": outcome})


@extend_schema(operation_id="proposals_versions", parameters=CURSORS, responses=page_of(VersionSerializer))
@api_view(["GET"])
def versions(request: Request, reference: str) -> Response:
    """Every version of its text, the newest first; none while it is hidden."""
    found = loaded(reference)
    rows = ProposalVersion.objects.none() if found.is_hidden else ProposalVersion.objects.filter(proposal=found)
    return listed(request, rows, ("-version",), VersionSerializer)


@extend_schema(
    operation_id="proposals_withdraw", request=ReasonSerializer, responses={200: ProposalDetailSerializer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.withdraw", times=10, seconds=3600)
def withdraw(request: Request, reference: str) -> Response:
    """Its author takes the proposal back, with a published reason."""
    reason = checked(WithdrawForm(sent(request)))["reason"]
    withdraw_proposal(actor=request.user, proposal=loaded(reference), reason=reason)
    return shown(request, loaded(reference))


def _publish(request: Request) -> Response:
    pk = str(sent(request).get("activity", ""))
    activity = get_object_or_404(Activity.objects.select_related("forum"), pk=number(pk))
    require(may_propose(request.user, activity))
    form = ProposalForm(sent(request), activity=activity)
    checked(form)
    saved = save_draft(actor=request.user, activity=activity, **form.words())
    published = submit_proposal(actor=request.user, proposal=saved)
    if isinstance(published, Held):
        return waits(published)
    response = shown(request, loaded(str(published.reference)))
    response.status_code = 201
    return response
