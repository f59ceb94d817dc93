"""Posts over the API: read them in any order, speak, vote, put right, delete, look for new ones, keep one's place."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.text import number
from core.verdicts import require
from forums import actions
from forums.api.loading import thread_at
from forums.forms import PlaceForm, PostForm, ReplyForm, VoteForm
from forums.models import Post
from forums.names import author_of
from forums.policies import may_mark_read, may_vote_on_post
from forums.queries import wanted_of
from forums.queries.pages import ORDERS, PAGE, matching
from forums.queries.reading import new_posts
from forums.states import EvidenceKind, Sort, Stance
from moderation.answers import WaitsSerializer, waits
from moderation.models import Held

READING = [
    OpenApiParameter("sort", str, enum=Sort.values, description="Without it: each reply below what it answers."),
    OpenApiParameter("stance", str, enum=[Stance.FOR.value, Stance.AGAINST.value]),
    OpenApiParameter("evidence", str, enum=EvidenceKind.values),
    OpenApiParameter("language", str, description="The code of a language, such as ur."),
]
AFTER = [OpenApiParameter("after", int, description="The key of the newest post that you know.")]


class PostSerializer(serializers.ModelSerializer):
    """The words of a hidden or deleted post are left out."""

    author = serializers.SerializerMethodField()
    html = serializers.SerializerMethodField()

    class Meta:
        model = Post
        fields = (
            *("id", "parent", "depth", "author", "voice", "stance", "evidence", "link", "html", "language", "pinned"),
            *(
                "useful",
                "ups",
                "downs",
                "score",
                "reply_count",
                "version",
                "created_at",
                "deleted_at",
                "hidden_because",
            ),
        )

    def get_author(self, post: Post) -> str:
        return author_of(post) if post.deleted_at is None else ""

    def get_html(self, post: Post) -> str:
        return "" if post.is_hidden else post.body_html


ReplyInput = inline_serializer(
    "ReplyInput",
    {
        "body": serializers.CharField(help_text="Markdown."),
        "stance": serializers.ChoiceField(choices=["for", "against", "neutral"], required=False),
        "evidence": serializers.ChoiceField(choices=["source", "experience", "opinion", "correction"], required=False),
        "link": serializers.URLField(required=False, help_text="Where a source can be read."),
        "language": serializers.CharField(required=False, help_text="In which it is written, such as ur."),
        "parent": serializers.IntegerField(required=False, help_text="The post that this one answers."),
        "protected": serializers.BooleanField(
            required=False, help_text="Speak as a service worker whose name nobody is told."
        ),
        "sure": serializers.BooleanField(
            required=False,
            help_text="Although you speak in this conversation by name and under protection, or as a councillor in the weeks before an election.",
        ),
    },
)
VoteInput = inline_serializer(
    "VoteInput", {"value": serializers.ChoiceField(choices=[1, -1, 0], help_text="0 takes the vote back.")}
)
VoteOutput = inline_serializer(
    "VoteOutput",
    {"ups": serializers.IntegerField(), "downs": serializers.IntegerField(), "own": serializers.IntegerField()},
)
ReadInput = inline_serializer(
    "ReadInput", {"upto": serializers.IntegerField(help_text="The newest post that you have seen.")}
)
EditInput = inline_serializer("EditInput", {"body": serializers.CharField(help_text="Markdown.")})


@extend_schema(
    operation_id="forums_posts_list",
    methods=["GET"],
    parameters=[*READING, *CURSORS],
    responses=page_of(PostSerializer),
)
@extend_schema(
    operation_id="forums_posts_reply",
    methods=["POST"],
    request=ReplyInput,
    responses={201: PostSerializer, 202: WaitsSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("post", times=60, seconds=3600)
def posts(request: Request, pk: int) -> Response:
    """The posts of a conversation, in reading order or sorted and narrowed; or say something in it."""
    found = thread_at(request, pk)
    rows = Post.objects.visible_to(request.user).filter(thread=found).for_thread()
    if request.method == "GET":
        wanted = wanted_of(request.query_params)
        order = ORDERS[Sort(wanted.sort)] if wanted.sort else ("path",)
        return listed(request, matching(rows, wanted), order, PostSerializer, size=PAGE)
    said = checked(ReplyForm(sent(request), thread=found))
    parent = _parent(rows, said.pop("parent"))
    made = actions.submit_reply(actor=request.user, thread=found, parent=parent, said=said)
    if isinstance(made, Held):
        return waits(made)
    return Response(PostSerializer(made).data, status=201)


@extend_schema(operation_id="forums_posts_new", parameters=AFTER, responses=PostSerializer(many=True))
@api_view(["GET"])
def new(request: Request, pk: int) -> Response:
    """What was written after the post that you name, the oldest first; fifty at most."""
    found = new_posts(thread_at(request, pk), number(request.query_params.get("after", "")))
    return Response(PostSerializer(found.posts, many=True).data)


@extend_schema(operation_id="forums_threads_read_up_to", request=ReadInput, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("read", times=600, seconds=3600)
def read(request: Request, pk: int) -> Response:
    """Keep your place: nobody else sees it."""
    found = thread_at(request, pk)
    require(may_mark_read(request.user, found))
    actions.mark_read(actor=request.user, thread=found, **checked(PlaceForm(sent(request))))
    return Response(status=204)


@extend_schema(operation_id="forums_posts_read", methods=["GET"], responses=PostSerializer)
@extend_schema(
    operation_id="forums_posts_edit", methods=["PATCH"], request=EditInput, responses={200: PostSerializer, **REFUSALS}
)
@extend_schema(operation_id="forums_posts_delete", methods=["DELETE"], responses={204: None, **REFUSALS})
@api_view(["GET", "PATCH", "DELETE"])
@limited("post", times=60, seconds=3600)
def post(request: Request, pk: int) -> Response:
    """One post; its author puts it right, or deletes it."""
    found = _post(request, pk)
    if request.method == "DELETE":
        actions.delete_post(actor=request.user, post=found)
        return Response(status=204)
    if request.method == "PATCH":
        found = actions.submit_edit(
            actor=request.user, post=found, **checked(PostForm(sent(request), thread=found.thread))
        )
    return Response(PostSerializer(found).data)


@extend_schema(
    operation_id="forums_posts_vote", methods=["POST"], request=VoteInput, responses={200: VoteOutput, **REFUSALS}
)
@extend_schema(operation_id="forums_posts_unvote", methods=["DELETE"], responses={200: VoteOutput, **REFUSALS})
@api_view(["POST", "DELETE"])
@limited("vote", times=300, seconds=3600)
def vote(request: Request, pk: int) -> Response:
    """Say that a post is useful (1) or not (-1), or take that back. Who voted what is shown to nobody."""
    found = _post(request, pk)
    require(may_vote_on_post(request.user, found))
    value = checked(VoteForm(sent(request)))["value"] if request.method == "POST" else 0
    made = actions.vote_on_post(actor=request.user, post=found, value=value)
    return Response({"ups": made.ups, "downs": made.downs, "own": value})


def _post(request: Request, pk: int) -> Post:
    rows = Post.objects.visible_to(request.user).select_related("thread__forum", "thread__activity", "author")
    return get_object_or_404(rows, pk=pk)


def _parent(rows: QuerySet[Post], pk: Any) -> Post | None:
    return get_object_or_404(rows, pk=pk) if pk else None
