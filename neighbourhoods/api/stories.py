"""The story of an area over the API."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from neighbourhoods import actions
from neighbourhoods.forms import StoryForm, as_sent
from neighbourhoods.models import Source, StoryVersion
from neighbourhoods.policies import may_write_story
from neighbourhoods.queries import version_of
from places.models import Area
from places.queries import area_by_slug


class SourceSerializer(serializers.ModelSerializer):
    class Meta:
        model = Source
        fields = ("number", "title", "address", "date", "speaks")


class StorySerializer(serializers.ModelSerializer):
    sources = SourceSerializer(many=True, read_only=True)

    class Meta:
        model = StoryVersion
        fields = ("version", "history", "groups", "languages", "issues", "why", "digest", "at", "sources")


@extend_schema(operation_id="stories_read", responses=StorySerializer)
@api_view(["GET"])
def story(request: Request, slug: str) -> Response:
    """The story of an area as it stands, in Markdown, with its sources; 404 where nobody has written one."""
    found = version_of(_area(slug))
    if found is None:
        raise Http404
    return Response(StorySerializer(found).data)


@extend_schema(
    operation_id="stories_write",
    request=shape_of("StoryWrite", StoryForm, sources=SourceSerializer(many=True)),
    responses={200: StorySerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.story", times=60, seconds=3600)
def edit(request: Request, slug: str) -> Response:
    """A new version stands. Its sources are in `sources`, at most eight; with `seen`, 409 where another version stands."""
    area = _area(slug)
    require(may_write_story(request.user, area))
    form = StoryForm(as_sent(sent(request)))
    checked(form)
    actions.write_story(actor=request.user, area=area, **form.words())
    return Response(StorySerializer(version_of(area)).data)


def _area(slug: str) -> Area:
    found = area_by_slug(slug)
    if found is None:
        raise Http404
    return found
