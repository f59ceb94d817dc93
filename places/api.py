"""Areas over the API: a list, one area with its boundary, and the ward of a postcode."""

from django.http import Http404
from django.urls import path
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core import today
from core.api import CURSORS, checked, listed, page_of
from places.forms import PostcodeForm
from places.models import Area
from places.queries import successors_of, ward_of_postcode


class AreaSerializer(serializers.ModelSerializer):
    parent = serializers.CharField(source="parent.code", default=None, read_only=True)  # type: ignore[assignment]
    url = serializers.CharField(source="path", read_only=True)

    class Meta:
        model = Area
        fields = (
            "code",
            "name",
            "slug",
            "kind",
            "vintage",
            "valid_from",
            "valid_to",
            "parent",
            "best_fit",
            "seats",
            "electorate",
            "population",
            "url",
        )


class HeirSerializer(serializers.Serializer):
    area = AreaSerializer()
    share = serializers.FloatField()


class AreaDetailSerializer(AreaSerializer):
    successors = serializers.SerializerMethodField()

    class Meta:
        model = Area
        fields = (*AreaSerializer.Meta.fields, "boundary", "successors")

    @extend_schema(responses=HeirSerializer(many=True))
    def get_successors(self, area: Area) -> list:
        heirs = [heir for heir in successors_of(area) if heir.area.pk != area.pk]
        return list(HeirSerializer(heirs, many=True).data)


@extend_schema(
    operation_id="areas_list", parameters=[OpenApiParameter("kind", str), *CURSORS], responses=page_of(AreaSerializer)
)
@api_view(["GET"])
def area_index(request: Request) -> Response:
    """The areas of today, by name."""
    rows = Area.objects.current(today()).for_list().select_related("parent").defer("parent__boundary")
    if kind := request.query_params.get("kind"):
        rows = rows.filter(kind=kind)
    return listed(request, rows, ("sort_key", "id"), AreaSerializer, size=100)


@extend_schema(operation_id="areas_read", responses=AreaDetailSerializer)
@api_view(["GET"])
def area_detail(request: Request, slug: str) -> Response:
    """One area, with its boundary (GeoJSON, WGS84) and, if it is no longer in force, where its people are now."""
    area = Area.objects.select_related("parent").defer("parent__boundary").filter(slug=slug).first()
    if area is None:
        raise Http404
    return Response(AreaDetailSerializer(area).data)


@extend_schema(
    operation_id="areas_by_postcode",
    parameters=[OpenApiParameter("postcode", str, required=True)],
    responses=AreaSerializer,
)
@api_view(["GET"])
def area_by_postcode(request: Request) -> Response:
    """The ward in which a postcode lies."""
    ward = ward_of_postcode(checked(PostcodeForm(request.query_params))["postcode"])
    if ward is None:
        raise Http404
    return Response(AreaSerializer(ward).data)


urlpatterns = [
    path("areas/", area_index, name="areas"),
    path("areas/by-postcode/", area_by_postcode, name="area-by-postcode"),
    path("areas/<slug:slug>/", area_detail, name="area"),
]
