"""Requests for forums over the API: read them, ask, back, answer, look again."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.shapes import shape_of
from forums import actions
from forums.forms import AnswerRequestForm, ObjectionForm, RequestForm, ReviewForm
from forums.models import ForumRequest
from forums.policies import may_back
from forums.queries import request_list
from forums.states import ForumKind


class ForumRequestSerializer(serializers.ModelSerializer):
    """The words of a hidden request are left out; `hidden_because` says why."""

    title = serializers.SerializerMethodField()
    forum: Any = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = ForumRequest
        fields: Any = (
            *("id", "kind", "title", "state", "needed", "backing_count", "due", "forum"),
            *("created_at", "reached_at", "answered_at", "reviewed_at", "hidden_because"),
        )

    def get_title(self, found: ForumRequest) -> str:
        return "" if found.is_hidden else found.title


class ForumRequestDetailSerializer(ForumRequestSerializer):
    purpose = serializers.SerializerMethodField()
    areas: Any = serializers.SlugRelatedField("slug", many=True, read_only=True)
    may_back = serializers.SerializerMethodField()
    why_not = serializers.SerializerMethodField()

    class Meta(ForumRequestSerializer.Meta):
        fields: Any = (
            *ForumRequestSerializer.Meta.fields,
            *("purpose", "areas", "topics", "reasons", "objection", "review", "may_back", "why_not"),
        )

    def get_purpose(self, found: ForumRequest) -> str:
        return "" if found.is_hidden else found.purpose

    def get_may_back(self, found: ForumRequest) -> bool:
        return bool(may_back(self.context["request"].user, found))

    def get_why_not(self, found: ForumRequest) -> str:
        return str(may_back(self.context["request"].user, found).reason)


RequestInput = inline_serializer(
    "ForumRequestInput",
    {
        "kind": serializers.ChoiceField(choices=ForumKind.choices),
        "title": serializers.CharField(),
        "purpose": serializers.CharField(help_text="Markdown."),
        "areas": serializers.ListField(child=serializers.IntegerField(), required=False),
        "topics": serializers.CharField(required=False, help_text="Separated by commas."),
    },
)
AnswerInput = shape_of("ForumRequestAnswerInput", AnswerRequestForm)
ObjectionInput = shape_of("ForumRequestObjectionInput", ObjectionForm)
ReviewInput = shape_of("ForumRequestReviewInput", ReviewForm)
STATES = [OpenApiParameter("state", str)]
DONE = {200: ForumRequestDetailSerializer, **REFUSALS}


@extend_schema(
    operation_id="forum_requests_list",
    methods=["GET"],
    parameters=[*STATES, *CURSORS],
    responses=page_of(ForumRequestSerializer),
)
@extend_schema(
    operation_id="forum_requests_make",
    methods=["POST"],
    request=RequestInput,
    responses={201: ForumRequestDetailSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("request", times=5, seconds=86400)
def requests(request: Request) -> Response:
    """Requests for forums, the newest first; or ask for one."""
    if request.method == "GET":
        rows = request_list(request.query_params.get("state", "")).select_related("forum")
        return listed(request, rows, ("-id",), ForumRequestSerializer)
    made = actions.request_forum(actor=request.user, **checked(RequestForm(sent(request))))
    return Response(_detail(request, made), status=201)


@extend_schema(operation_id="forum_requests_read", responses=ForumRequestDetailSerializer)
@api_view(["GET"])
def one(request: Request, pk: int) -> Response:
    """One request, with what was answered, and whether you may back it."""
    return Response(_detail(request, _loaded(request, pk)))


@extend_schema(operation_id="forum_requests_back", methods=["POST"], request=None, responses=DONE)
@extend_schema(operation_id="forum_requests_withdraw", methods=["DELETE"], request=None, responses=DONE)
@api_view(["POST", "DELETE"])
@limited("back", times=60, seconds=3600)
def backing(request: Request, pk: int) -> Response:
    """Stand behind it, or no longer."""
    act = actions.back_request if request.method == "POST" else actions.withdraw_backing
    return Response(_detail(request, act(actor=request.user, request=_loaded(request, pk))))


@extend_schema(operation_id="forum_requests_answer", request=AnswerInput, responses=DONE)
@api_view(["POST"])
@limited("request", times=30, seconds=3600)
def answer(request: Request, pk: int) -> Response:
    """The council's yes or no, with reasons."""
    found = _loaded(request, pk)
    said = checked(AnswerRequestForm(sent(request), asked=found.title))
    return Response(_detail(request, actions.answer_request(actor=request.user, request=found, **said)))


@extend_schema(operation_id="forum_requests_ask_review", request=ObjectionInput, responses=DONE)
@api_view(["POST"])
@limited("request", times=30, seconds=3600)
def objection(request: Request, pk: int) -> Response:
    """Ask scrutiny to look at a refusal again."""
    said = checked(ObjectionForm(sent(request)))
    return Response(_detail(request, actions.ask_review(actor=request.user, request=_loaded(request, pk), **said)))


@extend_schema(operation_id="forum_requests_review", request=ReviewInput, responses=DONE)
@api_view(["POST"])
@limited("request", times=30, seconds=3600)
def review(request: Request, pk: int) -> Response:
    """Scrutiny confirms the refusal, or overturns it."""
    found = _loaded(request, pk)
    said = checked(ReviewForm(sent(request), asked=found.title))
    return Response(_detail(request, actions.review_request(actor=request.user, request=found, **said)))


def _loaded(request: Request, pk: int) -> ForumRequest:
    return get_object_or_404(ForumRequest.objects.visible_to(request.user).select_related("forum"), pk=pk)


def _detail(request: Request, found: ForumRequest) -> Any:
    return ForumRequestDetailSerializer(found, context={"request": request}).data
