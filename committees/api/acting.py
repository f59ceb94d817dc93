"""The committees' acts over the API: the same actions, refused in the same words."""

from collections.abc import Callable
from typing import Any

from django import forms
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.serializers import (
    ClaimDetailSerializer,
    CommitmentDetailSerializer,
    RecommendationDetailSerializer,
    ReferralSerializer,
)
from committees.forms.answers import AnswerForm, ClaimForm, CorrectForm, JudgeForm, ProgressForm
from committees.forms.consideration import IssueForm
from committees.forms.referrals import AcceptForm, RedirectForm, ReferForm, RefuseForm
from committees.models import Commitment
from committees.states import VoteChoice
from committees.views.acting import SECONDS, TIMES
from committees.views.loading import (
    claim_or_404,
    commitment_or_404,
    output_or_404,
    recommendation_or_404,
    referral_or_404,
)
from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.text import number
from core.verdicts import Verdict, require


def _asks(name: str, *, words: tuple[str, ...] = (), more: dict[str, Any] | None = None) -> serializers.Serializer:
    """The shape of a request: texts by name, and whatever else."""
    return inline_serializer(name, {**{word: serializers.CharField(required=False) for word in words}, **(more or {})})


PROMISE = {"due": serializers.DateField(required=False)}
ReferSerializer = _asks(
    "Refer", words=("covering_note",), more={"bodies": serializers.ListField(child=serializers.IntegerField())}
)
AcceptSerializer = _asks("Accept", words=("late_reason",), more={"meeting": serializers.IntegerField()})
RedirectSerializer = _asks(
    "Redirect", words=("reason",), more={"body": serializers.IntegerField(), "chair_agrees": serializers.BooleanField()}
)
RefuseSerializer = _asks("Refuse", words=("reason",), more={"chair_agrees": serializers.BooleanField()})
VoteSerializer = inline_serializer(
    "NamedVotes",
    {
        "votes": serializers.DictField(
            child=serializers.ChoiceField(VoteChoice.choices), help_text="a choice by id of the seat"
        ),
        "casting_vote": serializers.CharField(required=False),
    },
)
IssueSerializer = inline_serializer("Issue", {"received_on": serializers.DateField()})
AnswerSerializer = _asks("Answer", words=("answer", "reason", "text", "measure", "owner"), more=PROMISE)
CorrectSerializer = _asks(
    "Correction",
    words=("answer", "reason", "why", "text", "measure", "owner"),
    more={"due": serializers.DateField(required=False)},
)
ProgressSerializer = _asks("Report", words=("state", "text"), more={"due": serializers.DateField(required=False)})
EvidenceSerializer = _asks("Evidence", words=("evidence",))
JudgeSerializer = _asks("Judgement", words=("verdict", "reason"))

Endpoint = Callable[..., Response]


def act(name: str, asks: Any, answers: Any) -> Callable[[Endpoint], Endpoint]:
    """What every act shares: signed in, limited, documented with its refusals."""

    def decorate(endpoint: Endpoint) -> Endpoint:
        held = limited("committees", times=TIMES, seconds=SECONDS)(endpoint)
        view = permission_classes([IsAuthenticated])(held)
        made: Endpoint = extend_schema(
            operation_id=f"committees_{name}", request=asks, responses={200: answers, **REFUSALS}
        )(api_view(["POST"])(view))
        return made

    return decorate


@act("refer", ReferSerializer, ReferralSerializer(many=True))
def refer(request: Request, reference: str) -> Response:
    """A forum's facilitator, or whoever it chose to speak for it, sends an approved output to bodies, given by their ids."""
    output = output_or_404(reference)
    asked = _form(policies.may_refer(request.user, output), ReferForm(sent(request), output=output))
    made = actions.refer_output(actor=request.user, output=output, **asked)
    return Response(ReferralSerializer(made, many=True).data)


@act("acknowledge", None, ReferralSerializer)
def acknowledge(request: Request, reference: str) -> Response:
    actions.acknowledge(actor=request.user, referral=referral_or_404(reference))
    return _referral(reference)


@act("accept", AcceptSerializer, ReferralSerializer)
def accept(request: Request, reference: str) -> Response:
    """It goes on the agenda of a meeting of the body."""
    found = referral_or_404(reference)
    asked = _form(policies.may_accept(request.user, found), AcceptForm(sent(request), referral=found))
    actions.accept_referral(actor=request.user, referral=found, **asked)
    return _referral(reference)


@act("redirect", RedirectSerializer, ReferralSerializer)
def redirect(request: Request, reference: str) -> Response:
    """Another body has it; answers with the new referral."""
    found = referral_or_404(reference)
    asked = _form(policies.may_redirect(request.user, found), RedirectForm(sent(request), referral=found))
    return _referral(actions.redirect_referral(actor=request.user, referral=found, **asked).reference)


@act("refuse", RefuseSerializer, ReferralSerializer)
def refuse(request: Request, reference: str) -> Response:
    found = referral_or_404(reference)
    asked = _form(policies.may_refuse(request.user, found), RefuseForm(sent(request)))
    actions.refuse_referral(actor=request.user, referral=found, **asked)
    return _referral(reference)


@act("vote", VoteSerializer, RecommendationDetailSerializer)
def vote(request: Request, reference: str) -> Response:
    """A clerk writes down how each seat voted; every vote is by name."""
    found = recommendation_or_404(reference)
    require(policies.may_record_vote(request.user, found))
    asked = VotesForm(sent(request))
    data = checked(asked)
    actions.vote_recommendation(actor=request.user, recommendation=found, **data)
    return _recommendation(reference)


@act("issue", IssueSerializer, RecommendationDetailSerializer)
def issue(request: Request, reference: str) -> Response:
    """The cabinet member has received it on that day, and the time for the answer begins."""
    found = recommendation_or_404(reference)
    asked = _form(policies.may_issue(request.user, found), IssueForm(sent(request)))
    actions.issue_recommendation(actor=request.user, recommendation=found, **asked)
    return _recommendation(reference)


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
    asked = _form(policies.may_report_progress(request.user, found), ProgressForm(sent(request)))
    actions.report_progress(actor=request.user, commitment=found, **asked)
    return Response(CommitmentDetailSerializer(commitment_or_404(reference)).data)


@act("claim_delivery", EvidenceSerializer, ClaimDetailSerializer)
def claim_delivery(request: Request, reference: str) -> Response:
    found = commitment_or_404(reference)
    asked = _form(policies.may_claim_delivery(request.user, found), ClaimForm(sent(request)))
    made = actions.claim_delivery(actor=request.user, commitment=found, **asked)
    return Response(ClaimDetailSerializer(claim_or_404(made.pk)).data)


@act("judge", JudgeSerializer, ClaimDetailSerializer)
def judge(request: Request, pk: int) -> Response:
    """One of those who asked says, once, whether it was delivered. Their name is told to nobody."""
    found = claim_or_404(pk)
    asked = _form(policies.may_judge(request.user, found), JudgeForm(sent(request)))
    actions.judge_delivery(actor=request.user, claim=found, **asked)
    return Response(ClaimDetailSerializer(claim_or_404(pk)).data)


class VotesForm(forms.Form):
    """A choice by id of the seat."""

    votes = forms.JSONField()
    casting_vote = forms.ChoiceField(choices=[("", ""), *VoteChoice.choices[:2]], required=False)

    def clean_votes(self) -> dict[int, str]:
        given = self.cleaned_data["votes"]
        if not isinstance(given, dict) or not all(
            number(key) and value in VoteChoice.values for key, value in given.items()
        ):
            raise forms.ValidationError("Give a choice (for, against, abstain) by id of the seat.")
        return {number(key): value for key, value in given.items()}


def _form(verdict: Verdict, form: forms.Form) -> dict[str, Any]:
    """Whoever may not act is told so before anything about what they sent."""
    require(verdict)
    return checked(form)


def _referral(reference: str) -> Response:
    return Response(ReferralSerializer(referral_or_404(reference)).data)


def _recommendation(reference: str) -> Response:
    return Response(RecommendationDetailSerializer(recommendation_or_404(reference)).data)
