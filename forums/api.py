"""Forums over the API: read them, their conversations and posts; join, begin, reply."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import path
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from forums import actions
from forums.drawing import author_of
from forums.forms import FilterForm, ReplyForm, ThreadForm
from forums.models import Activity, Forum, Post, Thread
from forums.policies import may_join, may_reply
from forums.queries import forum_list, thread_list
from forums.queries.threads import LIST_ORDER, PAGE

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


class ThreadSerializer(serializers.ModelSerializer):
    """The words of a hidden conversation are left out; `hidden_because` says why."""

    title = serializers.SerializerMethodField()
    author = serializers.SerializerMethodField()

    class Meta:
        model = Thread
        fields = (
            *("id", "forum", "activity", "about_kind", "about_id", "title", "author", "state", "pinned"),
            *("post_count", "for_count", "against_count", "last_post_at", "created_at", "hidden_because"),
        )

    def get_title(self, thread: Thread) -> str:
        return "" if thread.is_hidden else thread.title

    def get_author(self, thread: Thread) -> str:
        return thread.author.name if thread.author and not thread.is_hidden else ""


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


class PostSerializer(serializers.ModelSerializer):
    """In reading order: each reply below what it answers. The words of a hidden post are left out."""

    author = serializers.SerializerMethodField()
    html = serializers.SerializerMethodField()

    class Meta:
        model = Post
        fields = (
            *("id", "parent", "depth", "author", "voice", "stance", "html", "language", "pinned", "useful"),
            *("version", "created_at", "hidden_because"),
        )

    def get_author(self, post: Post) -> str:
        return author_of(post)

    def get_html(self, post: Post) -> str:
        return "" if post.is_hidden else post.body_html


ThreadInput = inline_serializer(
    "ThreadInput",
    {
        "title": serializers.CharField(),
        "opening": serializers.CharField(required=False),
        "activity": serializers.IntegerField(required=False),
    },
)
ReplyInput = inline_serializer(
    "ReplyInput",
    {
        "body": serializers.CharField(help_text="Markdown."),
        "stance": serializers.ChoiceField(choices=["for", "against", "neutral"], required=False),
        "parent": serializers.IntegerField(required=False, help_text="The post that this one answers."),
    },
)


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
    actions.join(actor=request.user, forum=_forum(request, slug))
    return Response(status=204)


@extend_schema(operation_id="forums_leave", request=None, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("join", times=30, seconds=3600)
def leave(request: Request, slug: str) -> Response:
    """Be a member no more."""
    actions.leave(actor=request.user, forum=_forum(request, slug))
    return Response(status=204)


@extend_schema(
    operation_id="forums_threads_list", methods=["GET"], parameters=CURSORS, responses=page_of(ThreadSerializer)
)
@extend_schema(
    operation_id="forums_threads_start",
    methods=["POST"],
    request=ThreadInput,
    responses={201: ThreadDetailSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("thread", times=10, seconds=3600)
def threads(request: Request, slug: str) -> Response:
    """The forum's own conversations, pinned ones first; or begin one."""
    found = _forum(request, slug)
    if request.method == "GET":
        return listed(request, thread_list(found), LIST_ORDER, ThreadSerializer)
    said = checked(ThreadForm(sent(request), forum=found))
    made = actions.start_thread(actor=request.user, forum=found, **said)
    return Response(ThreadDetailSerializer(made, context={"request": request}).data, status=201)


@extend_schema(operation_id="forums_threads_read", responses=ThreadDetailSerializer)
@api_view(["GET"])
def thread(request: Request, pk: int) -> Response:
    """One conversation, and whether you may speak in it."""
    return Response(ThreadDetailSerializer(_thread(request, pk), context={"request": request}).data)


@extend_schema(operation_id="forums_posts_list", methods=["GET"], parameters=CURSORS, responses=page_of(PostSerializer))
@extend_schema(
    operation_id="forums_posts_reply",
    methods=["POST"],
    request=ReplyInput,
    responses={201: PostSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("post", times=60, seconds=3600)
def posts(request: Request, pk: int) -> Response:
    """The posts of a conversation in reading order; or say something in it."""
    found = _thread(request, pk)
    rows = Post.objects.visible_to(request.user).filter(thread=found).for_thread()
    if request.method == "GET":
        return listed(request, rows, ("path",), PostSerializer, size=PAGE)
    said = checked(ReplyForm(sent(request)))
    parent = _parent(rows, said.pop("parent"))
    made = actions.reply(actor=request.user, thread=found, parent=parent, **said)
    return Response(PostSerializer(made).data, status=201)


def _forum(request: Request, slug: str) -> Forum:
    return get_object_or_404(Forum.objects.visible_to(request.user), slug=slug)


def _thread(request: Request, pk: int) -> Thread:
    return get_object_or_404(Thread.objects.visible_to(request.user).for_page(), pk=pk)


def _parent(rows: QuerySet[Post], pk: Any) -> Post | None:
    return get_object_or_404(rows, pk=pk) if pk else None


urlpatterns = [
    path("forums/", forums, name="forums"),
    path("forums/<slug:slug>/", forum, name="forum"),
    path("forums/<slug:slug>/join/", join, name="forum-join"),
    path("forums/<slug:slug>/leave/", leave, name="forum-leave"),
    path("forums/<slug:slug>/threads/", threads, name="forum-threads"),
    path("threads/<int:pk>/", thread, name="thread"),
    path("threads/<int:pk>/posts/", posts, name="thread-posts"),
]
