"""Conversations over the API: read them, begin one, reply."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from forums import actions
from forums.api.loading import forum_at
from forums.drawing import author_of
from forums.forms import ReplyForm, ThreadForm
from forums.models import Post, Thread
from forums.policies import may_reply
from forums.queries import thread_list
from forums.queries.threads import LIST_ORDER, PAGE


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
        "opens_at": serializers.DateTimeField(required=False),
        "closes_at": serializers.DateTimeField(required=False),
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
        "protected": serializers.BooleanField(
            required=False, help_text="Speak as a service worker whose name nobody is told."
        ),
        "sure": serializers.BooleanField(
            required=False, help_text="Although you speak in this conversation by name and under protection."
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
    responses={201: ThreadDetailSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("thread", times=10, seconds=3600)
def threads(request: Request, slug: str) -> Response:
    """The forum's own conversations, pinned ones first; or begin one."""
    found = forum_at(request, slug)
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


def _thread(request: Request, pk: int) -> Thread:
    return get_object_or_404(Thread.objects.visible_to(request.user).for_page(), pk=pk)


def _parent(rows: QuerySet[Post], pk: Any) -> Post | None:
    return get_object_or_404(rows, pk=pk) if pk else None
