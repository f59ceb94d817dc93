"""The committees' record as data."""

from typing import Any

from drf_spectacular.utils import extend_schema_field, inline_serializer
from rest_framework import serializers

from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Commitment,
    Judgement,
    Meeting,
    Paper,
    Portfolio,
    Progress,
    Recommendation,
    Referral,
    Response,
    Seat,
    SeatVote,
)
from committees.queries.seats import seats_of
from committees.queries.voting import count
from committees.steps import path_to
from core import today
from meetings.models import Notes


class PortfolioSerializer(serializers.ModelSerializer):
    holder = serializers.CharField(source="holder.name", default=None, read_only=True)

    class Meta:
        model = Portfolio
        fields = ("slug", "title", "holder", "topics")


class BodySerializer(serializers.ModelSerializer):
    portfolio = serializers.CharField(source="portfolio.slug", default=None, read_only=True)
    parent = serializers.CharField(source="parent.slug", default=None, read_only=True)  # type: ignore[assignment]

    class Meta:
        model = Body
        fields = ("slug", "code", "name", "kind", "portfolio", "parent", "topics", "quorum", "since", "until")


class SeatSerializer(serializers.ModelSerializer):
    """A vacant seat has no name. Of the check of eligibility only yes and its date are kept."""

    class Meta:
        model = Seat
        fields = (
            "id",
            "kind",
            "label",
            "chair",
            "scope",
            "name",
            "since",
            "term_ends",
            "eligible",
            "eligibility_checked_on",
        )


class PaperSerializer(serializers.ModelSerializer):
    class Meta:
        model = Paper
        fields = ("id", "kind", "title", "address", "listed_at", "withdrawn_at")


class BodyDetailSerializer(BodySerializer):
    seats = serializers.SerializerMethodField()
    papers = PaperSerializer(many=True, read_only=True)

    class Meta(BodySerializer.Meta):
        fields = (
            *BodySerializer.Meta.fields,
            "remit",
            "voting_scheme",
            "notice_rule",
            "answer_rule",
            "seats",
            "papers",
        )  # type: ignore[assignment]

    @extend_schema_field(SeatSerializer(many=True))
    def get_seats(self, body: Body) -> Any:
        return SeatSerializer(seats_of(body), many=True).data


class MeetingSerializer(serializers.ModelSerializer):
    body = serializers.CharField(source="body.slug", read_only=True)
    title = serializers.CharField(source="gathering.title", read_only=True)
    starts_at = serializers.DateTimeField(source="gathering.starts_at", read_only=True)
    ends_at = serializers.DateTimeField(source="gathering.ends_at", read_only=True)
    place = serializers.CharField(source="gathering.place", read_only=True)
    state = serializers.CharField(source="gathering.state", read_only=True)

    class Meta:
        model = Meeting
        fields = (
            "id",
            "body",
            "title",
            "starts_at",
            "ends_at",
            "place",
            "state",
            "publish_by",
            "short_notice_reason",
            "quorum_met",
        )


class AgendaItemSerializer(serializers.ModelSerializer):
    number = serializers.IntegerField(source="item.number", read_only=True)
    title = serializers.CharField(source="item.title", read_only=True)
    summary = serializers.CharField(source="item.summary", read_only=True)
    origin = serializers.CharField(source="item.origin", read_only=True)
    referrals = serializers.SlugRelatedField("reference", many=True, read_only=True)  # type: ignore[var-annotated]
    recommendations = serializers.SlugRelatedField("reference", many=True, read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = AgendaItem
        fields = (
            "id", "number", "title", "summary", "origin", "education", "state", "outcome", "late_reason", "referrals", "claim", "recommendations",
        )  # fmt: skip


class MinutesSerializer(serializers.ModelSerializer):
    """A draft until it is agreed."""

    class Meta:
        model = Notes
        fields = ("version", "text", "at", "agreed_at")


class MeetingDetailSerializer(MeetingSerializer):
    """`proof`: when the agenda went out, by which reckoning, and the SHA-256 of its text, which `agenda.txt` gives to the letter."""

    agenda = serializers.SerializerMethodField()
    proof = serializers.SerializerMethodField()
    minutes = MinutesSerializer(source="gathering.notes", many=True, read_only=True)

    class Meta(MeetingSerializer.Meta):
        fields = (*MeetingSerializer.Meta.fields, "agenda", "proof", "minutes")  # type: ignore[assignment]

    @extend_schema_field(AgendaItemSerializer(many=True))
    def get_agenda(self, meeting: Meeting) -> Any:
        rows = meeting.agenda.select_related("item").prefetch_related("referrals", "recommendations")
        return AgendaItemSerializer(rows.order_by("item__number"), many=True).data

    def get_proof(self, meeting: Meeting) -> dict[str, Any]:
        return {name: value for name, value in meeting.proof.items() if name != "text"}


class ReferralSerializer(serializers.ModelSerializer):
    output = serializers.CharField(source="output.reference", read_only=True)
    body = serializers.CharField(source="body.slug", read_only=True)
    url = serializers.SerializerMethodField()

    class Meta:
        model = Referral
        fields = (
            "reference", "output", "body", "state", "covering_note", "sent_at", "acknowledged_at", "decided_at", "reason", "meeting", "url",
        )  # fmt: skip

    def get_url(self, referral: Referral) -> str:
        return path_to("referral", referral.reference)


class ResponseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Response
        fields = ("version", "answer", "reason", "corrected_because", "name", "at")


class SeatVoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = SeatVote
        fields = ("name", "seat_kind", "choice")


class RecommendationSerializer(serializers.ModelSerializer):
    """`days_late` is above zero from the first day on which the answer is overdue."""

    body = serializers.CharField(source="body.slug", read_only=True)
    portfolio = serializers.CharField(source="portfolio.slug", read_only=True)
    days_late = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()

    class Meta:
        model = Recommendation
        fields = (
            "reference", "body", "portfolio", "text", "measure", "state", "votes_for", "votes_against", "votes_abstained", "casting_vote",
            "adopted_at", "received_on", "answer_due", "days_late", "url",
        )  # fmt: skip

    def get_days_late(self, row: Recommendation) -> int:
        owed = row.state == "issued" and row.answer_due is not None
        return max((today() - row.answer_due).days, 0) if owed and row.answer_due else 0

    def get_url(self, row: Recommendation) -> str:
        return path_to("recommendation", row.reference)


KindSerializer = inline_serializer(
    "VotesOfAKind",
    {
        "kind": serializers.CharField(),
        "votes_for": serializers.IntegerField(),
        "votes_against": serializers.IntegerField(),
        "abstained": serializers.IntegerField(),
        "without": serializers.CharField(help_text="adopted, lost or tied: the result had these seats not voted"),
    },
)


class RecommendationDetailSerializer(RecommendationSerializer):
    responses = ResponseSerializer(many=True, read_only=True)
    votes = SeatVoteSerializer(many=True, read_only=True)
    kinds = serializers.SerializerMethodField()
    commitment = serializers.SerializerMethodField()

    class Meta(RecommendationSerializer.Meta):
        fields = (*RecommendationSerializer.Meta.fields, "responses", "votes", "kinds", "commitment")  # type: ignore[assignment]

    @extend_schema_field(serializers.ListSerializer(child=KindSerializer))
    def get_kinds(self, row: Recommendation) -> list[dict[str, Any]]:
        return [
            {
                "kind": line.kind,
                "votes_for": line.totals.in_favour,
                "votes_against": line.totals.against,
                "abstained": line.totals.abstained,
                "without": line.without,
            }
            for line in count((vote.seat_kind, vote.choice) for vote in row.votes.all()).kinds
        ]

    def get_commitment(self, row: Recommendation) -> str | None:
        return Commitment.objects.filter(recommendation=row).values_list("reference", flat=True).first()


class ProgressSerializer(serializers.ModelSerializer):
    class Meta:
        model = Progress
        fields = ("state", "text", "due_was", "due_becomes", "at")


class ClaimSerializer(serializers.ModelSerializer):
    commitment = serializers.CharField(source="commitment.reference", read_only=True)

    class Meta:
        model = Claim
        fields = ("id", "commitment", "evidence", "state", "at", "judge_by", "confirmed", "disputed")


class JudgementReasonSerializer(serializers.ModelSerializer):
    """What one of those who asked said. Who it was is told to nobody."""

    class Meta:
        model = Judgement
        fields = ("verdict", "reason", "at")


class ClaimDetailSerializer(ClaimSerializer):
    reasons = serializers.SerializerMethodField()

    class Meta(ClaimSerializer.Meta):
        fields = (*ClaimSerializer.Meta.fields, "reasons")  # type: ignore[assignment]

    @extend_schema_field(JudgementReasonSerializer(many=True))
    def get_reasons(self, claim: Claim) -> Any:
        return JudgementReasonSerializer(claim.judgements.exclude(reason="").order_by("-pk")[:100], many=True).data


class CommitmentSerializer(serializers.ModelSerializer):
    recommendation = serializers.CharField(source="recommendation.reference", read_only=True)
    portfolio = serializers.CharField(source="portfolio.slug", read_only=True)
    url = serializers.SerializerMethodField()

    class Meta:
        model = Commitment
        fields = (
            "reference", "recommendation", "portfolio", "text", "measure", "owner", "due", "first_due", "state", "created_at", "reported_at", "url",
        )  # fmt: skip

    def get_url(self, row: Commitment) -> str:
        return path_to("commitment", row.reference)


class CommitmentDetailSerializer(CommitmentSerializer):
    progress = ProgressSerializer(many=True, read_only=True)
    claims = ClaimSerializer(many=True, read_only=True)

    class Meta(CommitmentSerializer.Meta):
        fields = (*CommitmentSerializer.Meta.fields, "progress", "claims")  # type: ignore[assignment]
