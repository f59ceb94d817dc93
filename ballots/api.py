"""Ballots over the API: read them, vote, and recount."""

from typing import ClassVar

from django.shortcuts import get_object_or_404
from django.urls import path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from ballots.actions import cast_vote
from ballots.forms import VoteForm
from ballots.models import Ballot, PublishedVote
from ballots.policies import may_vote
from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited


class BallotSerializer(serializers.ModelSerializer):
    """Figures are null until voting has closed."""

    votes = serializers.IntegerField(allow_null=True, read_only=True)
    carried = serializers.BooleanField(allow_null=True, read_only=True)

    class Meta:
        model = Ballot
        fields: ClassVar[tuple[str, ...]] = (
            *("id", "subject_kind", "subject_id", "host_kind", "host_id", "question", "explanation", "state"),
            *("planned_at", "opens_at", "closes_at", "quorum", "roll_size", "yes", "no", "abstain", "votes", "carried"),
            *("counted_at", "certified_at", "annulled_at", "annulled_because", "receipts_digest"),
        )


class BallotDetailSerializer(BallotSerializer):
    may_vote = serializers.SerializerMethodField()
    why_not = serializers.SerializerMethodField()

    class Meta(BallotSerializer.Meta):
        fields: ClassVar[tuple[str, ...]] = (*BallotSerializer.Meta.fields, "may_vote", "why_not")

    def get_may_vote(self, ballot: Ballot) -> bool:
        return bool(may_vote(self.context["request"].user, ballot))

    def get_why_not(self, ballot: Ballot) -> str:
        return str(may_vote(self.context["request"].user, ballot).reason)


class PublishedVoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = PublishedVote
        fields = ("tracker", "choice")


VoteSerializer = inline_serializer("Vote", {"choice": serializers.ChoiceField(choices=["yes", "no", "abstain"])})
TrackerSerializer = inline_serializer(
    "Tracker", {"tracker": serializers.CharField(), "meaning": serializers.CharField()}
)


@extend_schema(operation_id="ballots_list", parameters=CURSORS, responses=page_of(BallotSerializer))
@api_view(["GET"])
def ballots(request: Request) -> Response:
    """Every ballot, the newest first."""
    return listed(request, Ballot.objects.visible_to(request.user), ("-id",), BallotSerializer)


@extend_schema(operation_id="ballots_read", responses=BallotDetailSerializer)
@api_view(["GET"])
def ballot(request: Request, pk: int) -> Response:
    """One ballot, and whether you may vote in it now, or why not."""
    found = get_object_or_404(Ballot.objects.visible_to(request.user), pk=pk)
    return Response(BallotDetailSerializer(found, context={"request": request}).data)


@extend_schema(operation_id="ballots_vote", request=VoteSerializer, responses={201: TrackerSerializer, **REFUSALS})
@api_view(["POST"])
@limited("vote", times=30, seconds=3600)
def vote(request: Request, pk: int) -> Response:
    """Vote, in place of any earlier vote of yours. The tracker is told here and never again."""
    found = get_object_or_404(Ballot.objects.visible_to(request.user), pk=pk)
    choice = checked(VoteForm(sent(request)))["choice"]
    tracker = cast_vote(actor=request.user, ballot=found, choice=choice)
    meaning = "Keep it: it finds your vote in the list that is published when voting has closed. We cannot tell it to you again."
    return Response({"tracker": tracker, "meaning": meaning}, status=201, headers={"Cache-Control": "no-store"})


@extend_schema(operation_id="ballots_votes", parameters=CURSORS, responses=page_of(PublishedVoteSerializer))
@api_view(["GET"])
def votes(request: Request, pk: int) -> Response:
    """The published votes, sorted by tracker; empty until voting has closed."""
    found = get_object_or_404(Ballot.objects.visible_to(request.user), pk=pk)
    return listed(request, PublishedVote.objects.of(found), ("tracker",), PublishedVoteSerializer, size=500)


urlpatterns = [
    path("ballots/", ballots, name="ballots"),
    path("ballots/<int:pk>/", ballot, name="ballot"),
    path("ballots/<int:pk>/vote/", vote, name="ballot-vote"),
    path("ballots/<int:pk>/votes/", votes, name="ballot-votes"),
]
