"""The community asset directory over the API: the same acts as on the pages, refused in the same words."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from neighbourhoods import actions
from neighbourhoods.forms import AssetForm, ReportForm, asset_values
from neighbourhoods.models import Asset
from neighbourhoods.policies import may_add_asset, may_edit_asset, may_report_asset
from neighbourhoods.queries import Wanted
from neighbourhoods.queries.directory import ORDER, asset_page, narrowed

LIMIT: dict[str, int] = {"times": 60, "seconds": 3600}
FILTERS = [
    OpenApiParameter("q", str, description="Words of the name, of what it offers, of its topics."),
    OpenApiParameter("kind", str, description="The code of a kind."),
    OpenApiParameter("ward", str, description="The slug of a ward."),
    OpenApiParameter("state", str, description='"stale" for entries that nobody vouches for now.'),
]


class AssetSerializer(serializers.ModelSerializer):
    kind = serializers.CharField(source="kind.code", read_only=True)
    ward = serializers.CharField(source="ward.slug", default=None, read_only=True)
    stale = serializers.BooleanField(source="is_stale", read_only=True)
    url = serializers.CharField(source="address_on_the_web", read_only=True)
    name: Any = serializers.SerializerMethodField()
    offers: Any = serializers.SerializerMethodField()

    class Meta:
        model = Asset
        fields = (
            *("id", "name", "kind", "offers", "ward", "address", "postcode", "accessibility", "contact", "web"),
            *("topics", "checked_on", "check_by", "stale", "closed_on", "version", "url"),
        )

    def get_name(self, asset: Asset) -> str:
        return asset.hidden_words or asset.name

    def get_offers(self, asset: Asset) -> str:
        return "" if asset.is_hidden else asset.offers

    def to_representation(self, asset: Asset) -> Any:
        """A hidden entry keeps its place and loses its words."""
        shown = super().to_representation(asset)
        if asset.is_hidden:
            shown |= dict.fromkeys(("address", "postcode", "accessibility", "contact", "web"), "") | {"topics": []}
        return shown


@extend_schema(operation_id="directory_list", parameters=[*FILTERS, *CURSORS], responses=page_of(AssetSerializer))
@api_view(["GET"])
def assets(request: Request) -> Response:
    """What people here already have, by name."""
    return listed(request, narrowed(Wanted.from_query(request.query_params)).for_list(), ORDER, AssetSerializer)  # type: ignore[attr-defined]


@extend_schema(operation_id="directory_read", responses=AssetSerializer)
@api_view(["GET"])
def asset(request: Request, pk: int) -> Response:
    return _shown(pk)


@extend_schema(
    operation_id="directory_add", request=shape_of("AssetAdd", AssetForm), responses={201: AssetSerializer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.asset", **LIMIT)
def new(request: Request) -> Response:
    """An entry of yours stands in the directory."""
    require(may_add_asset(request.user))
    asked = dict(checked(AssetForm(sent(request))))
    asked.pop("seen")
    return _shown(actions.add_asset(actor=request.user, **asked).pk, status=201)


@extend_schema(
    operation_id="directory_edit",
    request=shape_of("AssetEdit", AssetForm),
    responses={200: AssetSerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.asset", **LIMIT)
def edit(request: Request, pk: int) -> Response:
    """What is left out stays as it is; with `seen`, 409 where another version stands meanwhile."""
    found = _loaded(pk)
    require(may_edit_asset(request.user, found))
    values = asset_values(found)
    values.pop("seen")
    actions.edit_asset(actor=request.user, asset=found, **checked(AssetForm(values | sent(request))))
    return _shown(pk)


@extend_schema(operation_id="directory_check", request=None, responses={200: AssetSerializer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.asset", **LIMIT)
def check(request: Request, pk: int) -> Response:
    """The entry is still right, today."""
    actions.check_asset(actor=request.user, asset=_loaded(pk))
    return _shown(pk)


@extend_schema(operation_id="directory_close", request=None, responses={200: AssetSerializer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.asset", **LIMIT)
def close(request: Request, pk: int) -> Response:
    """What the entry names is no more."""
    actions.close_asset(actor=request.user, asset=_loaded(pk))
    return _shown(pk)


@extend_schema(
    operation_id="directory_report", request=shape_of("AssetReport", ReportForm), responses={204: None, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.report", times=20, seconds=3600)
def report(request: Request, pk: int) -> Response:
    """Say that the entry is out of date."""
    found = _loaded(pk)
    require(may_report_asset(request.user, found))
    actions.report_asset(actor=request.user, asset=found, **checked(ReportForm(sent(request))))
    return Response(status=204)


def _loaded(pk: int) -> Asset:
    return get_object_or_404(Asset.objects.select_related("kind", "ward").defer("ward__boundary"), pk=pk)


def _shown(pk: int, *, status: int = 200) -> Response:
    found = asset_page(pk) or _loaded(pk)
    return Response(AssetSerializer(found).data, status=status)
