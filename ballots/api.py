"""Ballots over the API: read them, vote, and recount."""

from typing import Any, ClassVar

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from ballots.actions import cast_vote, hand_out_slip, read_slip
from ballots.forms import HandOutForm, SlipForm, VoteForm
from ballots.models import Ballot, PublishedVote
from ballots.policies import may_keep_box, may_vote
from ballots.queries import box_of, person_on_roll
from ballots.states import Choice
from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.verdicts import require


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


VoteSerializer = inline_serializer("Vote", {"choice": serializers.ChoiceField(choices=Choice.choices)})
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


SlipHandedOut = inline_serializer("SlipHandedOut", {"person": serializers.IntegerField()})
SlipRead = inline_serializer(
    "SlipRead", {"code": serializers.CharField(), "choice": serializers.ChoiceField(choices=Choice.choices)}
)
BoxState = inline_serializer(
    "BoxState",
    {name: serializers.IntegerField() for name in ("printed", "handed_out", "read_once", "counted")}
    | {"differing": serializers.ListField(child=serializers.CharField())},
)


@extend_schema(operation_id="ballots_hand_out_slip", request=SlipHandedOut, responses={200: BoxState, **REFUSALS})
@api_view(["POST"])
@limited("ballots.paper", times=1200, seconds=3600)
def hand_out(request: Request, pk: int) -> Response:
    """A person on the roll, by key, takes a slip and votes on paper; for those who keep the ballot box."""
    found = get_object_or_404(Ballot.objects.visible_to(request.user), pk=pk)
    require(may_keep_box(request.user, found))
    person = person_on_roll(found, checked(HandOutForm(sent(request)))["person"])
    if person is None:
        raise Http404
    hand_out_slip(actor=request.user, ballot=found, person=person)
    return Response(_box(found))


@extend_schema(operation_id="ballots_read_slip", request=SlipRead, responses={200: BoxState, **REFUSALS})
@api_view(["POST"])
@limited("ballots.paper", times=1200, seconds=3600)
def read(request: Request, pk: int) -> Response:
    """Type in a slip. It counts once two people have typed in the same; the answer says where the slips are, and no choice."""
    found = get_object_or_404(Ballot.objects.visible_to(request.user), pk=pk)
    require(may_keep_box(request.user, found))
    read_slip(actor=request.user, ballot=found, **checked(SlipForm(sent(request))))
    return Response(_box(found))


def _box(ballot: Ballot) -> dict[str, Any]:
    box = box_of(ballot)
    figures = {name: getattr(box, name) for name in ("printed", "handed_out", "read_once", "counted")}
    return figures | {"differing": [row.code for row in box.differing]}


urlpatterns = [
    path("ballots/", ballots, name="ballots"),
    path("ballots/<int:pk>/", ballot, name="ballot"),
    path("ballots/<int:pk>/vote/", vote, name="ballot-vote"),
    path("ballots/<int:pk>/slips/", hand_out, name="ballot-hand-out"),
    path("ballots/<int:pk>/slips/read/", read, name="ballot-read-slip"),
    path("ballots/<int:pk>/votes/", votes, name="ballot-votes"),
]
