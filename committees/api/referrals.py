"""Sending an output to bodies, and what they do with it, over the API."""

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.endpoints import act, asked, asks
from committees.api.serializers import ReferralSerializer
from committees.forms.referrals import AcceptForm, RedirectForm, ReferForm, RefuseForm
from committees.views.loading import output_or_404, referral_or_404
from core.api import sent

ReferSerializer = asks(
    "Refer", words=("covering_note",), more={"bodies": serializers.ListField(child=serializers.IntegerField())}
)
AcceptSerializer = asks("Accept", words=("late_reason",), more={"meeting": serializers.IntegerField()})
RedirectSerializer = asks(
    "Redirect", words=("reason",), more={"body": serializers.IntegerField(), "chair_agrees": serializers.BooleanField()}
)
RefuseSerializer = asks("Refuse", words=("reason",), more={"chair_agrees": serializers.BooleanField()})


@act("refer", ReferSerializer, ReferralSerializer(many=True))
def refer(request: Request, reference: str) -> Response:
    """A forum's facilitator, or whoever it chose to speak for it, sends an approved output to bodies, given by their ids."""
    output = output_or_404(reference)
    given = asked(policies.may_refer(request.user, output), ReferForm(sent(request), output=output))
    made = actions.refer_output(actor=request.user, output=output, **given)
    return Response(ReferralSerializer(made, many=True).data)


@act("acknowledge", None, ReferralSerializer)
def acknowledge(request: Request, reference: str) -> Response:
    actions.acknowledge(actor=request.user, referral=referral_or_404(reference))
    return _referral(reference)


@act("accept", AcceptSerializer, ReferralSerializer)
def accept(request: Request, reference: str) -> Response:
    """It goes on the agenda of a meeting of the body."""
    found = referral_or_404(reference)
    given = asked(policies.may_accept(request.user, found), AcceptForm(sent(request), referral=found))
    actions.accept_referral(actor=request.user, referral=found, **given)
    return _referral(reference)


@act("redirect", RedirectSerializer, ReferralSerializer)
def redirect(request: Request, reference: str) -> Response:
    """Another body has it; answers with the new referral."""
    found = referral_or_404(reference)
    given = asked(policies.may_redirect(request.user, found), RedirectForm(sent(request), referral=found))
    return _referral(actions.redirect_referral(actor=request.user, referral=found, **given).reference)


@act("refuse", RefuseSerializer, ReferralSerializer)
def refuse(request: Request, reference: str) -> Response:
    found = referral_or_404(reference)
    given = asked(policies.may_refuse(request.user, found), RefuseForm(sent(request)))
    actions.refuse_referral(actor=request.user, referral=found, **given)
    return _referral(reference)


def _referral(reference: str) -> Response:
    return Response(ReferralSerializer(referral_or_404(reference)).data)
