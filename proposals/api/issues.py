"""Shared issues over the API: the same acts as on the pages."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from proposals import actions
from proposals.api.loading import loaded
from proposals.forms import AnswerPartForm, CloseIssueForm, IssueForm, PartForm
from proposals.models import SharedIssue, SharedIssuePart
from proposals.policies import may_answer_part, may_ask_part, may_close_issue, may_open_issue
from proposals.queries.issues import PROPOSAL, PartRow, issue_page, issue_rows

LIMIT: dict[str, int] = {"times": 30, "seconds": 3600}


class IssueSerializer(serializers.ModelSerializer):
    forums = serializers.IntegerField(source="forum_count", read_only=True)
    url = serializers.CharField(source="address", read_only=True)

    class Meta:
        model = SharedIssue
        fields: Any = ("id", "title", "opened_at", "closed_at", "closed_because", "forums", "url")


class PartSerializer(serializers.Serializer):
    """`title` is empty while nobody may see the record."""

    id = serializers.IntegerField(source="part.pk")
    forum = serializers.CharField(source="part.forum.slug")
    state = serializers.CharField(source="part.state")
    words = serializers.CharField(source="part.words")
    title = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()

    def get_title(self, row: PartRow) -> str:
        return row.subject.label if row.subject else ""

    def get_url(self, row: PartRow) -> str:
        return row.subject.url if row.subject else ""


class IssueDetailSerializer(IssueSerializer):
    parts = serializers.SerializerMethodField()
    areas = serializers.SerializerMethodField()

    class Meta(IssueSerializer.Meta):
        fields = (*IssueSerializer.Meta.fields, "summary", "parts", "areas")

    @extend_schema(responses=PartSerializer(many=True))
    def get_parts(self, issue: SharedIssue) -> list[Any]:
        return list(PartSerializer(self.context["shown"].rows, many=True).data)

    def get_areas(self, issue: SharedIssue) -> list[str]:
        return [area.slug for area in self.context["shown"].areas]


@extend_schema(operation_id="issues_list", parameters=CURSORS, responses=page_of(IssueSerializer))
@api_view(["GET"])
def issues(request: Request) -> Response:
    """Open shared issues, the newest first; with `state=closed` those that are closed."""
    rows = issue_rows(closed=request.query_params.get("state") == "closed")
    return listed(request, rows, ("-opened_at", "-id"), IssueSerializer)


@extend_schema(operation_id="issues_read", responses=IssueDetailSerializer)
@api_view(["GET"])
def issue(request: Request, pk: int) -> Response:
    return _shown(request, pk)


@extend_schema(
    operation_id="issues_open",
    request=shape_of(
        "IssueOpen", IssueForm, proposal=serializers.CharField(help_text="reference of the one it begins with")
    ),
    responses={201: IssueDetailSerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.issue", **LIMIT)
def new(request: Request) -> Response:
    """A shared issue begins with a proposal; `others` are references of proposals of other forums."""
    require(may_open_issue(request.user))
    first = loaded(str(sent(request).get("proposal", ""))[:40].replace("\x00", ""))
    asked = dict(checked(IssueForm(sent(request))))
    keys = [(PROPOSAL, one.pk) for one in (first, *asked.pop("others"))]
    made = actions.open_issue(actor=request.user, keys=keys, **asked)
    return _shown(request, made.pk, status=201)


@extend_schema(
    operation_id="issues_ask",
    request=shape_of("IssueAsk", PartForm),
    responses={200: IssueDetailSerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.issue", **LIMIT)
def ask(request: Request, pk: int) -> Response:
    """One more proposal or conversation; its forum is asked unless it is yours."""
    found = get_object_or_404(SharedIssue, pk=pk)
    require(may_ask_part(request.user, found))
    actions.ask_part(actor=request.user, issue=found, key=checked(PartForm(sent(request)))["address"])
    return _shown(request, pk)


@extend_schema(
    operation_id="issues_answer", request=shape_of("IssueAnswer", AnswerPartForm),
    responses={200: IssueDetailSerializer, **REFUSALS},
)  # fmt: skip
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.issue", **LIMIT)
def answer(request: Request, pk: int) -> Response:
    """Your forum is in, or stays out."""
    part = get_object_or_404(SharedIssuePart.objects.select_related("issue"), pk=pk)
    require(may_answer_part(request.user, part))
    said = checked(AnswerPartForm(sent(request)))
    actions.answer_part(actor=request.user, part=part, joins=said["answer"] == "in", words=said["words"])
    return _shown(request, part.issue_id)


@extend_schema(
    operation_id="issues_close", request=shape_of("IssueClose", CloseIssueForm),
    responses={200: IssueDetailSerializer, **REFUSALS},
)  # fmt: skip
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.issue", **LIMIT)
def close(request: Request, pk: int) -> Response:
    found = get_object_or_404(SharedIssue, pk=pk)
    require(may_close_issue(request.user, found))
    actions.close_issue(actor=request.user, issue=found, **checked(CloseIssueForm(sent(request))))
    return _shown(request, pk)


def _shown(request: Request, pk: int, *, status: int = 200) -> Response:
    found = get_object_or_404(SharedIssue, pk=pk)
    shown = issue_page(found, request.user)
    found.forum_count = len(shown.forums)  # type: ignore[attr-defined]
    return Response(IssueDetailSerializer(found, context={"request": request, "shown": shown}).data, status=status)
