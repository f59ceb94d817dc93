"""How an arrival is answered: with what it became, or with the page that says that it waits."""

from typing import Any

from django.urls import reverse
from rest_framework import serializers
from rest_framework.response import Response

from moderation.models import Held


class WaitsSerializer(serializers.Serializer):
    """Nothing is published yet: a person looks at it first. Its author may take it back until then."""

    held = serializers.IntegerField(source="pk")
    title = serializers.CharField()
    state = serializers.CharField()
    due = serializers.DateField()
    at = serializers.DateTimeField()
    became_url = serializers.CharField()


def arrived_at(made: Any, name: str) -> str:
    """The address of what was published, or of the page that says that it waits."""
    return reverse("moderation:held" if isinstance(made, Held) else name, args=[made.pk])


def waits(held: Held) -> Response:
    """202: taken in, and not published."""
    return Response(WaitsSerializer(held).data, status=202)
