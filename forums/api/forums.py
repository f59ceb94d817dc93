"""Forums over the API: read them, join, leave."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of
from core.limits import limited
from forums import actions
from forums.api.loading import forum_at
from forums.forms import FilterForm
from forums.models import Activity, Forum
from forums.policies import may_join
from forums.queries import forum_list

FILTERS = [
    OpenApiParameter("q", str, description="Words of the title, the purpose or the code."),
    OpenApiParameter("kind", str),
    OpenApiParameter("area", str, description="The slug of an area."),
]


class ForumSerializer(serializers.ModelSerializer):
    class Meta:
        model = Forum
        fields = ("id", "slug", "code", "kind", "title", "purpose", "state", "member_count", "created_at")


class ActivitySerializer(serializers.ModelSerializer):
    class Meta:
        model = Activity
        fields = (
            *("id", "kind", "title", "explanation", "opens_at", "closes_at"),
            *("threshold", "minimum_level", "months_open", "frozen_at"),
        )


class ForumDetailSerializer(ForumSerializer):
    """With what it runs, and whether you may join, or why not."""

    areas: Any = serializers.SlugRelatedField("slug", many=True, read_only=True)
    activities = ActivitySerializer(many=True, read_only=True)
    may_join = serializers.SerializerMethodField()
    why_not = serializers.SerializerMethodField()

    class Meta(ForumSerializer.Meta):
        fields: Any = (*ForumSerializer.Meta.fields, "topics", "areas", "activities", "may_join", "why_not")

    def get_may_join(self, forum: Forum) -> bool:
        return bool(may_join(self.context["request"].user, forum))

    def get_why_not(self, forum: Forum) -> str:
        return str(may_join(self.context["request"].user, forum).reason)


@extend_schema(operation_id="forums_list", parameters=[*FILTERS, *CURSORS], responses=page_of(ForumSerializer))
@api_view(["GET"])
def forums(request: Request) -> Response:
    """Forums by title; closed ones are found by their own address only."""
    wanted = checked(FilterForm(request.query_params))
    area = wanted["area"]
    rows = forum_list(kind=wanted["kind"], area_id=area.pk if area else None, words=wanted["q"])
    return listed(request, rows, ("sort_key", "id"), ForumSerializer)


@extend_schema(operation_id="forums_read", responses=ForumDetailSerializer)
@api_view(["GET"])
def forum(request: Request, slug: str) -> Response:
    """One forum, what it runs, and whether you may join."""
    found = get_object_or_404(Forum.objects.visible_to(request.user).prefetch_related("areas", "activities"), slug=slug)
    return Response(ForumDetailSerializer(found, context={"request": request}).data)


@extend_schema(operation_id="forums_join", request=None, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("join", times=30, seconds=3600)
def join(request: Request, slug: str) -> Response:
    """Become a member."""
    actions.join(actor=request.user, forum=forum_at(request, slug))
    return Response(status=204)


@extend_schema(operation_id="forums_leave", request=None, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("join", times=30, seconds=3600)
def leave(request: Request, slug: str) -> Response:
    """Be a member no more."""
    actions.leave(actor=request.user, forum=forum_at(request, slug))
    return Response(status=204)
