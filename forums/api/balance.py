"""Who takes part in a forum, over the API: the same figures, withheld where the page withholds them."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from forums.models import Forum
from forums.queries.balance import Side, balance_of


class BalanceGroupSerializer(serializers.Serializer[Any]):
    label = serializers.CharField()  # type: ignore[assignment]
    people = serializers.IntegerField(help_text="how many live here")
    share = serializers.FloatField(help_text="of the people, from 0 to 1")
    number = serializers.IntegerField(allow_null=True, help_text="how many take part; null where it is withheld")
    expected = serializers.FloatField()
    quiet = serializers.BooleanField(help_text="less than its share, by more than chance")


class BalanceSideSerializer(serializers.Serializer[Any]):
    title = serializers.CharField()
    groups = BalanceGroupSerializer(many=True)
    rest = serializers.DictField(child=serializers.IntegerField(allow_null=True))
    sources = serializers.ListField(child=serializers.CharField())


class BalanceSerializer(serializers.Serializer[Any]):
    as_of = serializers.DateField(help_text="the first of the month")
    total = serializers.IntegerField()
    quiet = serializers.IntegerField()
    sides = BalanceSideSerializer(many=True)


@extend_schema(operation_id="forums_balance", responses=BalanceSerializer)
@api_view(["GET"])
def balance(request: Request, slug: str) -> Response:
    shown = balance_of(get_object_or_404(Forum, slug=slug))
    sides = [_side(side) for side in shown.sides]
    return Response(
        BalanceSerializer({"as_of": shown.as_of, "total": shown.total, "quiet": shown.quiet, "sides": sides}).data
    )


def _side(side: Side) -> dict[str, object]:
    found = side.comparison
    return {
        "title": side.title,
        "groups": found.groups if found else [],
        "rest": found.rest if found else {},
        "sources": [f"{one.source} ({one.as_of.isoformat()})" for one in side.sources],
    }
