"""Outputs over the API: read them, with what they carry and who took part."""

from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, listed, page_of
from outputs.forms import FilterForm
from outputs.models import Output, OutputProposal
from outputs.queries import agreed_summaries_of, asks_of, opposites_of, senders_of
from outputs.states import State

FILTERS = [
    OpenApiParameter("forum", str, description="Address name of a forum."),
    OpenApiParameter("state", str, enum=State.values, description="Where the output stands."),
]


class OutputSerializer(serializers.ModelSerializer):
    forum = serializers.CharField(source="forum.slug", read_only=True)
    url = serializers.CharField(source="address", read_only=True)

    class Meta:
        model = Output
        fields: ClassVar[tuple[str, ...]] = (
            "reference",
            "forum",
            "title",
            "summary",
            "state",
            "version",
            "comments_close_on",
            "created_at",
            "approved_at",
            "digest",
            "url",
        )


class AskSerializer(serializers.ModelSerializer):
    """A proposal that the output carries, with its counts as they were frozen."""

    proposal = serializers.CharField(source="adoption.proposal.reference", read_only=True)
    title = serializers.CharField(source="adoption.proposal.title", read_only=True)

    class Meta:
        model = OutputProposal
        fields = ("number", "proposal", "title", "supports", "verified", "yes", "no", "abstain")


class OutputSummarySerializer(serializers.Serializer):
    """What the members agreed that the conversation about one of its proposals came to."""

    proposal = serializers.CharField()
    thread = serializers.IntegerField()
    version = serializers.IntegerField()


class SenderSerializer(serializers.Serializer):
    """A forum that sends the output with others; `decision` is empty for the one that wrote it, figures are null without a ballot."""

    forum = serializers.CharField(source="forum.slug")
    decision = serializers.CharField()
    members = serializers.IntegerField()
    ballot = serializers.IntegerField(source="ballot.pk", default=None)
    yes = serializers.IntegerField(source="ballot.yes", default=None)
    no = serializers.IntegerField(source="ballot.no", default=None)
    abstain = serializers.IntegerField(source="ballot.abstain", default=None)


class OppositeSerializer(serializers.Serializer):
    """What asks for the opposite on the same shared issue, and in what."""

    output = serializers.CharField(source="other.reference")
    forum = serializers.CharField(source="other.forum.slug")
    issue = serializers.IntegerField(source="mark.issue_id")
    reason = serializers.CharField(source="mark.reason")
    marked_at = serializers.DateTimeField(source="mark.marked_at")


class OutputDetailSerializer(OutputSerializer):
    asks = serializers.SerializerMethodField()
    summaries = serializers.SerializerMethodField()
    took_part = serializers.SerializerMethodField()
    senders = serializers.SerializerMethodField()
    opposites = serializers.SerializerMethodField()
    ballot = serializers.IntegerField(source="ballot_id", allow_null=True, read_only=True)

    class Meta(OutputSerializer.Meta):
        fields: ClassVar[tuple[str, ...]] = (
            *OutputSerializer.Meta.fields,
            "findings",
            "dissent",
            "asks",
            "summaries",
            "took_part",
            "senders",
            "opposites",
            "ballot",
        )

    @extend_schema_field(AskSerializer(many=True))
    def get_asks(self, output: Output) -> Any:
        return AskSerializer(asks_of(output), many=True).data

    @extend_schema_field(OutputSummarySerializer(many=True))
    def get_summaries(self, output: Output) -> Any:
        found = agreed_summaries_of(ask.adoption for ask in asks_of(output))
        return [
            {"proposal": adoption.proposal.reference, "thread": summary.thread_id, "version": summary.version}
            for adoption, summary in found
        ]

    @extend_schema_field(SenderSerializer(many=True))
    def get_senders(self, output: Output) -> Any:
        """The forums that send it together; empty where one sends it alone."""
        return SenderSerializer(senders_of(output), many=True).data

    @extend_schema_field(OppositeSerializer(many=True))
    def get_opposites(self, output: Output) -> Any:
        return OppositeSerializer(opposites_of(output), many=True).data

    @extend_schema_field(OpenApiTypes.OBJECT)
    def get_took_part(self, output: Output) -> dict[str, Any] | None:
        """Frozen at approval; null before."""
        return output.took_part or None


@extend_schema(operation_id="outputs_list", parameters=[*FILTERS, *CURSORS], responses=page_of(OutputSerializer))
@api_view(["GET"])
def outputs(request: Request) -> Response:
    """The outputs that you may see, the newest first."""
    form = FilterForm(request.query_params)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = Output.objects.visible_to(request.user).for_list()
    rows = rows.sent_by(wanted["forum"]) if wanted.get("forum") else rows
    rows = rows.filter(state=wanted["state"]) if wanted.get("state") else rows
    return listed(request, rows, ("-id",), OutputSerializer)


@extend_schema(operation_id="outputs_read", responses=OutputDetailSerializer)
@api_view(["GET"])
def output(request: Request, reference: str) -> Response:
    """One output: its text, its dissent, what it carries with the counts, and who took part."""
    found = get_object_or_404(Output.objects.visible_to(request.user).for_page(), reference=reference.upper())
    return Response(OutputDetailSerializer(found, context={"request": request}).data)
