"""Moderators over the API: take a thing, take it over, give it back, decide, answer an appeal; and the author's appeal."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from moderation import actions, hosts
from moderation.forms import AnswerForm, AppealForm, DecideForm, InterestForm, RephraseForm
from moderation.models import Appeal, Decision, Lock, Rephrase
from moderation.policies import may_appeal, may_decide, may_decide_appeal, may_rephrase
from moderation.policies.interests import may_stand_aside
from moderation.views.loading import decide_form

LockAnswer = inline_serializer(
    "ModerationLock", {"taken_at": serializers.DateTimeField(), "until": serializers.DateTimeField()}
)
DecisionAnswer = inline_serializer(
    "ModerationDecision",
    {
        "id": serializers.IntegerField(),
        "kind": serializers.CharField(),
        "subject": serializers.IntegerField(),
        "outcome": serializers.CharField(),
        "reason": serializers.CharField(allow_null=True, help_text="The code of a published reason."),
        "at": serializers.DateTimeField(),
    },
)
AppealReceipt = inline_serializer(
    "ModerationAppealReceipt", {"id": serializers.IntegerField(), "due": serializers.DateField()}
)

WordsAnswer = inline_serializer("ModerationWordsAnswer", {"due": serializers.DateField()})


@extend_schema(methods=["POST"], operation_id="moderation_take", request=None, responses={200: LockAnswer, **REFUSALS})
@extend_schema(methods=["DELETE"], operation_id="moderation_give_back", request=None, responses={204: None, **REFUSALS})
@api_view(["POST", "DELETE"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def lock(request: Request, kind: str, pk: int) -> Response:
    """Take a thing on your desk for some minutes, or give it back. Nobody decides on what they do not have."""
    record = _record(request, kind, pk)
    if request.method == "DELETE":
        actions.give_back(actor=request.user, subject=record)
        return Response(status=204)
    return _held(actions.take(actor=request.user, subject=record, verdict=hosts.may_moderate(request.user, record)))


@extend_schema(
    operation_id="moderation_interest",
    request=shape_of("ModerationInterestInput", InterestForm),
    responses={204: None, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def interest(request: Request, kind: str, pk: int) -> Response:
    """Stand aside: from then on somebody else decides."""
    record = _record(request, kind, pk)
    verdict = hosts.may_moderate(request.user, record)
    require(may_stand_aside(request.user, record, verdict))
    said = checked(InterestForm(sent(request)))
    actions.stand_aside(actor=request.user, subject=record, scope=said["scope"], verdict=verdict)
    return Response(status=204)


@extend_schema(operation_id="moderation_take_over", request=None, responses={200: LockAnswer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def lock_over(request: Request, kind: str, pk: int) -> Response:
    """Take what another moderator has; they are told."""
    record = _record(request, kind, pk)
    return _held(
        actions.take_over(actor=request.user, subject=record, verdict=hosts.may_moderate(request.user, record))
    )


@extend_schema(
    operation_id="moderation_decide",
    request=shape_of("ModerationDecisionInput", DecideForm),
    responses={201: DecisionAnswer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def decision(request: Request, kind: str, pk: int) -> Response:
    """Decide on what you have taken; it stands at once."""
    record = _record(request, kind, pk)
    verdict = hosts.may_moderate(request.user, record)
    require(may_decide(request.user, record, verdict))
    said = checked(decide_form(record, sent(request)))
    key = hosts.host_of(record).key(record)
    return _decided(actions.decide(actor=request.user, subject=record, host_key=key, verdict=verdict, **said))


@extend_schema(
    operation_id="moderation_appeal",
    request=shape_of("ModerationAppealInput", AppealForm),
    responses={201: AppealReceipt, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("appeal", times=10, seconds=3600)
def appeal(request: Request, pk: int) -> Response:
    """The author asks that a second person decides."""
    found = get_object_or_404(Decision.objects.select_related("reason"), pk=pk)
    record = hosts.record_of(found.subject_kind, found.subject_id)
    if record is None:
        raise Http404
    require(may_appeal(request.user, found, record))
    made = actions.appeal(
        actor=request.user, decision=found, subject=record, text=checked(AppealForm(sent(request)))["text"]
    )
    return Response({"id": made.pk, "due": made.due}, status=201)


@extend_schema(
    operation_id="moderation_answer",
    request=shape_of("ModerationAnswerInput", AnswerForm),
    responses={201: DecisionAnswer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def answer(request: Request, pk: int) -> Response:
    """A second person decides on an appeal, having taken the thing; final."""
    found = get_object_or_404(Appeal.objects.select_related("decision__reason"), pk=pk)
    record = _record(request, found.decision.subject_kind, found.decision.subject_id)
    verdict = hosts.may_moderate(request.user, record)
    require(may_decide_appeal(request.user, found, record, verdict))
    said = checked(AnswerForm(sent(request)))
    return _decided(actions.decide_appeal(actor=request.user, appeal=found, subject=record, verdict=verdict, **said))


@extend_schema(
    operation_id="moderation_words",
    request=shape_of("ModerationWordsInput", RephraseForm),
    responses={200: WordsAnswer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("appeal", times=10, seconds=3600)
def words(request: Request, pk: int) -> Response:
    """The author says it in other words, as a moderator asked; the moderators look at it again."""
    asked = get_object_or_404(Rephrase, decision=pk)
    record = hosts.record_of(asked.subject_kind, asked.subject_id)
    if record is None:
        raise Http404
    require(may_rephrase(request.user, asked, record))
    said = checked(RephraseForm(sent(request)))
    made = actions.rephrase(actor=request.user, rephrase=asked, subject=record, text=said["text"])
    return Response({"due": made.due})


def _record(request: Request, kind: str, pk: int) -> Any:
    record = hosts.record_for(request.user, kind, pk)
    if record is None:
        raise Http404
    return record


def _held(held: Lock) -> Response:
    return Response({"taken_at": held.taken_at, "until": held.until})


def _decided(made: Decision) -> Response:
    return Response(
        {
            "id": made.pk,
            "kind": made.subject_kind,
            "subject": made.subject_id,
            "outcome": made.outcome,
            "reason": made.reason.code if made.reason else None,
            "at": made.at,
        },
        status=201,
    )
