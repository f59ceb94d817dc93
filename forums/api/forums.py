"""Forums over the API: read them, join, leave."""

from typing import Any

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from forums import actions
from forums.api.loading import forum_at
from forums.forms import FilterForm, JoinForm
from forums.models import Activity, Forum
from forums.policies import may_join
from forums.queries import forum_list
from forums.queries.places import KINDS

JoinInput = inline_serializer(
    "ForumJoinInput",
    {
        "kind": serializers.ChoiceField(choices=[str(kind) for kind in KINDS], required=False),
        "of_age": serializers.BooleanField(required=False, help_text="In a youth forum: from 11 to 19."),
    },
)
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
    """`needed` supports put a proposal to the members: `threshold`, unless the forum's rules say another number."""

    needed = serializers.IntegerField(read_only=True)

    class Meta:
        model = Activity
        fields = (
            *("id", "kind", "title", "explanation", "opens_at", "closes_at"),
            *("threshold", "needed", "minimum_level", "months_open", "frozen_at"),
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
    found = get_object_or_404(
        Forum.objects.visible_to(request.user).prefetch_related(
            "areas", Prefetch("activities", Activity.objects.with_needed())
        ),
        slug=slug,
    )
    return Response(ForumDetailSerializer(found, context={"request": request}).data)


@extend_schema(operation_id="forums_join", request=JoinInput, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("join", times=30, seconds=3600)
def join(request: Request, slug: str) -> Response:
    """Become a member, as this kind of stakeholder."""
    forum = forum_at(request, slug)
    kind = checked(JoinForm(sent(request), forum=forum))["kind"]
    actions.join(actor=request.user, forum=forum, kind=kind)
    return Response(status=204)


@extend_schema(operation_id="forums_wait", methods=["POST"], request=JoinInput, responses={204: None, **REFUSALS})
@extend_schema(operation_id="forums_stop_waiting", methods=["DELETE"], responses={204: None, **REFUSALS})
@api_view(["POST", "DELETE"])
@limited("join", times=30, seconds=3600)
def waiting(request: Request, slug: str) -> Response:
    """Wait for a place in a full forum; or no longer."""
    forum = forum_at(request, slug)
    if request.method == "DELETE":
        actions.stop_waiting(actor=request.user, forum=forum)
    else:
        kind = checked(JoinForm(sent(request), forum=forum))["kind"]
        actions.wait_for_place(actor=request.user, forum=forum, kind=kind)
    return Response(status=204)


@extend_schema(operation_id="forums_leave", request=None, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("join", times=30, seconds=3600)
def leave(request: Request, slug: str) -> Response:
    """Be a member no more."""
    actions.leave(actor=request.user, forum=forum_at(request, slug))
    return Response(status=204)
