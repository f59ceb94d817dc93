"""Meetings over the API: read them, register, and let people in at the door."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import Person
from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.verdicts import require
from meetings import actions, hosts, policies, queries
from meetings.forms import CodeForm, PersonForm, RegistrationForm, WalkInForm
from meetings.models import Gathering, Registration
from meetings.policies import may_register


class GatheringSerializer(serializers.ModelSerializer):
    """The link to join is in no answer; its page shows it at the time for it."""

    class Meta:
        model = Gathering
        fields = (
            *("id", "host_kind", "host_id", "title", "starts_at", "ends_at", "mode", "place", "hints", "facts"),
            *("access", "state", "cancelled_because", "published_at", "sequence"),
        )


class GatheringDetailSerializer(GatheringSerializer):
    """With its agenda, how many have registered, and whether you may register, or why not."""

    items = serializers.SerializerMethodField()
    questions = serializers.SerializerMethodField()
    registered = serializers.SerializerMethodField()
    may_register = serializers.SerializerMethodField()
    why_not = serializers.SerializerMethodField()

    class Meta(GatheringSerializer.Meta):
        fields: Any = (
            *GatheringSerializer.Meta.fields,
            *("items", "questions", "registered", "may_register", "why_not"),
        )

    def get_items(self, found: Gathering) -> list[Any]:
        return list(
            found.items.values("number", "title", "summary", "minutes", "subject_kind", "subject_id", "outcome")
        )

    def get_questions(self, found: Gathering) -> list[Any]:
        return list(found.questions.values("id", "text"))

    def get_registered(self, found: Gathering) -> dict[str, Any] | None:
        filled = queries.filled(found)
        names = ("places", "reserved", "taken", "online", "waiting")
        return {name: getattr(filled, name) for name in names} if filled else None

    def get_may_register(self, found: Gathering) -> bool:
        return bool(may_register(self.context["request"].user, found))

    def get_why_not(self, found: Gathering) -> str:
        return str(may_register(self.context["request"].user, found).reason)


class RegistrationSerializer(serializers.ModelSerializer):
    """Your own: the code is for the door."""

    class Meta:
        model = Registration
        fields = ("gathering", "state", "way", "number", "code")


RegistrationInput = inline_serializer(
    "RegistrationInput",
    {
        "way": serializers.ChoiceField(choices=["in_person", "online"], required=False),
        "needs": serializers.CharField(required=False),
    },
)
DoorInput = inline_serializer(
    "DoorInput",
    {
        "code": serializers.CharField(required=False, help_text="Of somebody who has registered."),
        "person": serializers.IntegerField(required=False, help_text="A member, or somebody who has registered."),
        "stakeholder": serializers.CharField(required=False, help_text="Of somebody without an account."),
        "ward": serializers.IntegerField(required=False),
        "organisation": serializers.CharField(required=False),
    },
)
DoorAnswer = inline_serializer(
    "DoorAnswer", {"present": serializers.IntegerField(), "without_account": serializers.IntegerField()}
)


@extend_schema(operation_id="meetings_list", parameters=CURSORS, responses=page_of(GatheringSerializer))
@api_view(["GET"])
def gatherings(request: Request) -> Response:
    """Every meeting that is not over, the next first."""
    return listed(request, queries.upcoming(), ("starts_at", "id"), GatheringSerializer)


@extend_schema(operation_id="meetings_read", responses=GatheringDetailSerializer)
@api_view(["GET"])
def gathering(request: Request, pk: int) -> Response:
    """One meeting, with its agenda and how many have registered."""
    found = get_object_or_404(Gathering, pk=pk)
    return Response(GatheringDetailSerializer(found, context={"request": request}).data)


@extend_schema(
    methods=["POST"],
    operation_id="meetings_register",
    request=RegistrationInput,
    responses={201: RegistrationSerializer, **REFUSALS},
)
@extend_schema(
    methods=["DELETE"], operation_id="meetings_cancel_registration", responses={200: RegistrationSerializer, **REFUSALS}
)
@api_view(["POST", "DELETE"])
@limited("meetings.register", times=30, seconds=3600)
def registration(request: Request, pk: int) -> Response:
    """Ask for a place, or give it up; answers to questions are sent as `question_<id>`."""
    found = get_object_or_404(Gathering, pk=pk)
    if request.method == "DELETE":
        own = get_object_or_404(found.registrations.live(), person__user=request.user.pk)
        gone = actions.cancel_registration(actor=request.user, registration=own)
        return Response(RegistrationSerializer(gone).data)
    require(may_register(request.user, found))
    form = RegistrationForm(sent(request), gathering=found, questions=list(found.questions.all()))
    checked(form)
    made = actions.register(actor=request.user, gathering=found, **form.asked())
    return Response(RegistrationSerializer(made).data, status=201, headers={"Cache-Control": "no-store"})


@extend_schema(operation_id="meetings_door", request=DoorInput, responses={200: DoorAnswer, **REFUSALS})
@api_view(["POST"])
@limited("meetings.door", times=1200, seconds=3600)
def door(request: Request, pk: int) -> Response:
    """Let somebody in by `code` or by `person`, or count somebody without an account; for those who run the meeting."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_check_in(request.user, found)
    require(verdict)
    data = sent(request)
    act: dict[str, Any] = {"actor": request.user, "gathering": found, "verdict": verdict}
    if "code" in data:
        actions.check_in(**act, code=checked(CodeForm(data))["code"])
    elif "person" in data:
        expected = queries.expected_at(found, hosts.people(found.host_kind, found.host_id))
        form = PersonForm(data, people=list(expected.items()))
        actions.check_in(**act, person=get_object_or_404(Person, pk=checked(form)["person"]))
    else:
        actions.count_walk_in(**act, **checked(WalkInForm(data)))
    counted = queries.figures(found, public=False)
    return Response({"present": counted.present, "without_account": counted.without_account})


urlpatterns = [
    path("meetings/", gatherings, name="meetings"),
    path("meetings/<int:pk>/", gathering, name="meeting"),
    path("meetings/<int:pk>/registration/", registration, name="meeting-registration"),
    path("meetings/<int:pk>/door/", door, name="meeting-door"),
]
