"""The search over the API."""

from django.urls import path
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core import subjects
from core.api import REFUSALS
from search import queries


class FoundSerializer(serializers.Serializer):
    kind = serializers.CharField()
    id = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]
    title = serializers.CharField(help_text="HTML: escaped, with <mark> around the words.")
    snippet = serializers.CharField(help_text="HTML: escaped, with <mark> around the words.")
    url = serializers.CharField()
    at = serializers.DateTimeField()


class ResultsSerializer(serializers.Serializer):
    results = FoundSerializer(many=True, source="rows")
    total_estimate = serializers.IntegerField(help_text="Never more than 500.")
    corrected = serializers.CharField(help_text="The question that was answered in place of one with unknown words.")
    kinds = serializers.DictField(child=serializers.IntegerField())
    next_cursor = serializers.CharField()


class LikeSerializer(serializers.Serializer):
    kind = serializers.CharField(source="subject_kind")
    id = serializers.IntegerField(source="subject_id")
    title = serializers.CharField()
    url = serializers.CharField()


@extend_schema(
    operation_id="search",
    parameters=[
        OpenApiParameter("q", str, required=True, description='Words, "a phrase", or, -not.'),
        OpenApiParameter("kind", str, many=True, description="Such as proposals.proposal."),
        OpenApiParameter("group", str, description="Such as forum:3."),
        OpenApiParameter("language", str, description="Of the question; en by default."),
        OpenApiParameter("after", str, description="Cursor of the page that follows; taken from next_cursor."),
    ],
    responses={200: ResultsSerializer, **REFUSALS},
)
@api_view(["GET"])
def search(request: Request) -> Response:
    """Public records that answer the words, the best first."""
    asked = request.query_params
    found = queries.find(
        asked.get("q", ""),
        kinds=[kind for kind in asked.getlist("kind") if kind in subjects.kinds()],
        group=asked.get("group", ""),
        language=asked.get("language", "en")[:12],
        after=asked.get("after", ""),
        user=request.user,
    )
    return Response(ResultsSerializer(found).data)


@extend_schema(
    operation_id="search_similar",
    parameters=[
        OpenApiParameter("title", str, required=True),
        OpenApiParameter("kind", str, required=True, description="Such as proposals.proposal."),
        OpenApiParameter("language", str),
    ],
    responses=LikeSerializer(many=True),
)
@api_view(["GET"])
def similar(request: Request) -> Response:
    """Public records of one kind that ask for nearly the same, the nearest first."""
    asked = request.query_params
    found = queries.similar(
        asked.get("title", ""), kind=asked.get("kind", ""), language=asked.get("language", "en")[:12], user=request.user
    )
    return Response(LikeSerializer(found, many=True).data)


urlpatterns = [
    path("search/", search, name="search"),
    path("search/similar/", similar, name="search-similar"),
]
