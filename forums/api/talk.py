"""Conversations over the API: read them, begin one."""

from typing import Any

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from forums import actions
from forums.api.loading import forum_at, thread_at
from forums.forms import ThreadForm
from forums.models import Thread
from forums.policies import may_reply
from forums.queries import thread_list
from forums.queries.threads import LIST_ORDER
from forums.states import ForumKind
from moderation.answers import WaitsSerializer, waits
from moderation.models import Held


class ThreadSerializer(serializers.ModelSerializer):
    """The words of a hidden conversation are left out; `hidden_because` says why."""

    title = serializers.SerializerMethodField()
    author = serializers.SerializerMethodField()

    class Meta:
        model = Thread
        fields = (
            *("id", "forum", "activity", "about_kind", "about_id", "title", "author", "state", "pinned"),
            *(
                "post_count",
                "for_count",
                "against_count",
                "last_post_at",
                "created_at",
                "opens_at",
                "closes_at",
                "hidden_because",
            ),
        )

    def get_title(self, thread: Thread) -> str:
        return "" if thread.is_hidden else thread.title

    def get_author(self, thread: Thread) -> str:
        return _name(thread) if thread.author and not thread.is_hidden else ""


def _name(thread: Thread) -> str:
    """Of its author: in a youth forum the first name alone."""
    assert thread.author is not None
    return thread.author.first_name if thread.forum.kind == ForumKind.YOUTH else thread.author.name


class ThreadDetailSerializer(ThreadSerializer):
    opening = serializers.SerializerMethodField()
    conclusions = serializers.CharField()
    may_reply = serializers.SerializerMethodField()
    why_not = serializers.SerializerMethodField()

    class Meta(ThreadSerializer.Meta):
        fields: Any = (*ThreadSerializer.Meta.fields, "opening", "conclusions", "may_reply", "why_not")

    def get_opening(self, thread: Thread) -> str:
        return "" if thread.is_hidden else thread.opening

    def get_may_reply(self, thread: Thread) -> bool:
        return bool(may_reply(self.context["request"].user, thread))

    def get_why_not(self, thread: Thread) -> str:
        return str(may_reply(self.context["request"].user, thread).reason)


ThreadInput = inline_serializer(
    "ThreadInput",
    {
        "opens_at": serializers.DateTimeField(required=False),
        "closes_at": serializers.DateTimeField(required=False),
        "title": serializers.CharField(),
        "opening": serializers.CharField(required=False),
        "activity": serializers.IntegerField(required=False),
        "sure": serializers.BooleanField(
            required=False, help_text="Though the weeks before an election run and you are a councillor."
        ),
    },
)


@extend_schema(
    operation_id="forums_threads_list", methods=["GET"], parameters=CURSORS, responses=page_of(ThreadSerializer)
)
@extend_schema(
    operation_id="forums_threads_start",
    methods=["POST"],
    request=ThreadInput,
    responses={201: ThreadDetailSerializer, 202: WaitsSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("thread", times=10, seconds=3600)
def threads(request: Request, slug: str) -> Response:
    """The forum's own conversations, pinned ones first; or begin one."""
    found = forum_at(request, slug)
    if request.method == "GET":
        return listed(request, thread_list(found).select_related("author", "forum"), LIST_ORDER, ThreadSerializer)
    said = checked(ThreadForm(sent(request), forum=found))
    made = actions.submit_thread(actor=request.user, forum=found, **said)
    if isinstance(made, Held):
        return waits(made)
    return Response(ThreadDetailSerializer(made, context={"request": request}).data, status=201)


@extend_schema(operation_id="forums_threads_read", responses=ThreadDetailSerializer)
@api_view(["GET"])
def thread(request: Request, pk: int) -> Response:
    """One conversation, and whether you may speak in it."""
    return Response(ThreadDetailSerializer(thread_at(request, pk), context={"request": request}).data)
