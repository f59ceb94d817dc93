"""A person's own news over the API."""

from django.urls import path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS
from notifications import queries

NewsSerializer = inline_serializer(
    "News",
    {
        "id": serializers.IntegerField(),
        "at": serializers.DateTimeField(),
        "sentence": serializers.CharField(),
        "label": serializers.CharField(),
        "url": serializers.CharField(),
        "is_new": serializers.BooleanField(),
    },
    many=True,
)


@extend_schema(operation_id="inbox_list", parameters=CURSORS, responses=NewsSerializer)
@api_view(["GET"])
@permission_classes([IsAuthenticated])
def inbox(request: Request) -> Response:
    """Your newest notices, in words."""
    asked = request.query_params
    found = queries.inbox(request.user, after=asked.get("after", ""), before=asked.get("before", ""))
    fields = ("id", "at", "sentence", "label", "url", "is_new")
    return Response([{name: getattr(item, name) for name in fields} for item in queries.news(request.user, found.rows)])


urlpatterns = [path("inbox/", inbox, name="inbox")]
