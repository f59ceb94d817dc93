"""The numbers of the council over the API: read them with every version, set one."""

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.numbers import Number, Table, VersionState, tables
from core.shapes import shape_of
from core.verdicts import require
from portal.forms import NumberForm
from portal.views.numbers import found_number


class NumberVersionSerializer(serializers.Serializer):
    """`until` is the first day on which it holds no more, where that is known; a `replaced` one never holds."""

    id = serializers.IntegerField(source="version.id")
    amount = serializers.DecimalField(max_digits=8, decimal_places=2, source="version.amount")
    words = serializers.CharField(source="version")
    since = serializers.DateField(source="version.since")
    until = serializers.DateField(allow_null=True)
    state = serializers.ChoiceField(VersionState.choices)
    why = serializers.CharField(source="version.why")


class NumberSerializer(serializers.Serializer):
    """One number of one `table`, the version that begins last first."""

    table = serializers.CharField()
    key = serializers.CharField()
    title = serializers.CharField()
    source: Any = serializers.CharField()
    versions = NumberVersionSerializer(many=True)


@extend_schema(operation_id="numbers_list", responses=NumberSerializer(many=True))
@api_view(["GET"])
def numbers(request: Request) -> Response:
    """Every number that the council sets, with its versions."""
    found = [_said(one, number) for one in tables() for number in one.read("")]
    return Response(NumberSerializer(found, many=True).data)


@extend_schema(methods=["GET"], operation_id="numbers_retrieve", responses=NumberSerializer)
@extend_schema(
    methods=["POST"],
    operation_id="numbers_set",
    request=shape_of("NumberInput", NumberForm),
    responses={201: NumberSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("number", times=30, seconds=3600)
def number(request: Request, name: str, key: str) -> Response:
    """One number with its versions; or a new version of it, from a day on, with a reason."""
    about, found = found_number(name, key)
    if request.method == "GET":
        return Response(NumberSerializer(_said(about, found)).data)
    require(about.may_set(request.user, found))
    about.write(actor=request.user, key=key, **checked(NumberForm(sent(request), number=found)))
    return Response(NumberSerializer(_said(*found_number(name, key))).data, status=201)


def _said(about: Table, found: Number) -> dict[str, Any]:
    facts = {"key": found.key, "title": found.title, "source": found.source, "versions": found.lines}
    return {"table": about.name, **facts}


urlpatterns = [
    path("numbers/", numbers, name="numbers"),
    path("numbers/<str:name>/<str:key>/", number, name="number"),
]
