"""The answer, the promise, its delivery and how it is judged, over the API."""

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.endpoints import act, asked, asks
from committees.api.serializers import (
    AgendaItemSerializer,
    ClaimDetailSerializer,
    CommitmentDetailSerializer,
    RecommendationDetailSerializer,
)
from committees.forms.answers import AnswerForm, ClaimForm, CorrectForm, DisputeForm, JudgeForm, ProgressForm
from committees.models import Commitment
from committees.views.loading import claim_or_404, commitment_or_404, item_or_404, recommendation_or_404
from core.api import checked, sent
from core.shapes import shape_of
from core.verdicts import require

AnswerSerializer = asks(
    "Answer",
    words=("answer", "reason", "text", "measure", "owner"),
    more={"due": serializers.DateField(required=False)},
)
CorrectSerializer = asks(
    "Correction",
    words=("answer", "reason", "why", "text", "measure", "owner"),
    more={"due": serializers.DateField(required=False)},
)
ProgressSerializer = asks("Report", words=("state", "text"), more={"due": serializers.DateField(required=False)})
EvidenceSerializer = asks("Evidence", words=("evidence",))
JudgeSerializer = asks("Judgement", words=("verdict", "reason"))
DisputeSerializer = shape_of("TakeDispute", DisputeForm, meeting=serializers.IntegerField(help_text="its id"))


@act("answer", AnswerSerializer, RecommendationDetailSerializer)
def answer(request: Request, reference: str) -> Response:
    """The cabinet member accepts, accepts in part, or rejects, with a reason; a yes comes with a promise. “Noted” is no answer."""
    found = recommendation_or_404(reference)
    require(policies.may_answer(request.user, found))
    form = AnswerForm(sent(request))
    checked(form)
    actions.answer_recommendation(actor=request.user, recommendation=found, **form.values)
    return _recommendation(reference)


@act("correct", CorrectSerializer, RecommendationDetailSerializer)
def correct(request: Request, reference: str) -> Response:
    found = recommendation_or_404(reference)
    require(policies.may_correct(request.user, found))
    form = CorrectForm(sent(request), promised=Commitment.objects.filter(recommendation=found).exists())
    checked(form)
    actions.correct_response(actor=request.user, recommendation=found, **form.values)
    return _recommendation(reference)


@act("progress", ProgressSerializer, CommitmentDetailSerializer)
def progress(request: Request, reference: str) -> Response:
    found = commitment_or_404(reference)
    given = asked(policies.may_report_progress(request.user, found), ProgressForm(sent(request)))
    actions.report_progress(actor=request.user, commitment=found, **given)
    return Response(CommitmentDetailSerializer(commitment_or_404(reference)).data)


@act("claim_delivery", EvidenceSerializer, ClaimDetailSerializer)
def claim_delivery(request: Request, reference: str) -> Response:
    found = commitment_or_404(reference)
    given = asked(policies.may_claim_delivery(request.user, found), ClaimForm(sent(request)))
    made = actions.claim_delivery(actor=request.user, commitment=found, **given)
    return Response(ClaimDetailSerializer(claim_or_404(made.pk)).data)


@act("judge", JudgeSerializer, ClaimDetailSerializer, limit=("committees.judge", 20))
def judge(request: Request, pk: int) -> Response:
    """One of those who asked says, once, whether it was delivered. Their name is told to nobody."""
    found = claim_or_404(pk)
    given = asked(policies.may_judge(request.user, found), JudgeForm(sent(request)))
    actions.judge_delivery(actor=request.user, claim=found, **given)
    return Response(ClaimDetailSerializer(claim_or_404(pk)).data)


@act("take_dispute", DisputeSerializer, AgendaItemSerializer)
def take_dispute(request: Request, pk: int) -> Response:
    """The disputed delivery stands on the agenda of a meeting of the committee that recommended it."""
    found = claim_or_404(pk)
    given = asked(policies.may_take_dispute(request.user, found), DisputeForm(sent(request), claim=found))
    item = actions.take_dispute(actor=request.user, claim=found, **given)
    return Response(AgendaItemSerializer(item_or_404(item.pk)).data)


def _recommendation(reference: str) -> Response:
    return Response(RecommendationDetailSerializer(recommendation_or_404(reference)).data)
