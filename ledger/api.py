"""The public record over the API: read only, and streamed for those who recount it."""

from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.urls import path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, listed, page_of
from ledger.hashing import canonical
from ledger.models import Entry, Seal


class EntrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Entry
        fields = ("id", "act", "event", "data", "actor_key", "role", "subject_kind", "subject_id", "at")


class SealSerializer(serializers.ModelSerializer):
    class Meta:
        model = Seal
        fields = ("id", "first", "last", "count", "root", "previous", "hash", "at")


@extend_schema(operation_id="record_list", parameters=CURSORS, responses=page_of(EntrySerializer))
@api_view(["GET"])
def entries(request: Request) -> Response:
    """The public record, newest first."""
    return listed(request, Entry.objects.filter(public=True), ("-id",), EntrySerializer, size=100)


@extend_schema(operation_id="record_seals", parameters=CURSORS, responses=page_of(SealSerializer))
@api_view(["GET"])
def seals(request: Request) -> Response:
    """The seals, newest first."""
    return listed(request, Seal.objects.defer("entries"), ("-id",), SealSerializer, size=100)


@extend_schema(operation_id="record_everything", responses={(200, "application/x-ndjson"): OpenApiTypes.STR})
@api_view(["GET"])
def everything(request: Request) -> StreamingHttpResponse:
    """Every public entry as it was sealed, one line of JSON each, oldest first."""
    return StreamingHttpResponse(_lines(), content_type="application/x-ndjson")


def _lines() -> Iterator[bytes]:
    for entry in Entry.objects.filter(public=True).order_by("id").iterator(chunk_size=2_000):
        yield canonical(entry) + b"\n"


urlpatterns = [
    path("record/", entries, name="record"),
    path("record/seals/", seals, name="record_seals"),
    path("record/everything.ndjson", everything, name="record_everything"),
]
