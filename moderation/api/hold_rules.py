"""The rules by which writing waits, over the API: read them, set one, end one."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from moderation import actions
from moderation.forms import EndRuleForm, HoldRuleForm
from moderation.models import HoldRule
from moderation.policies import may_end_hold_rule, may_set_hold_rule
from moderation.queries.hold_rules import hold_rules


class HoldRuleSerializer(serializers.ModelSerializer):
    """`host_key` is "" for everywhere, else such as "forum:3". The listed words themselves are not told."""

    what: Any = serializers.CharField()

    class Meta:
        model = HoldRule
        fields = ("id", "kind", "what", "host_key", "number", "why", "since", "ended_at", "ended_why")


@extend_schema(methods=["GET"], operation_id="moderation_hold_rules", responses=HoldRuleSerializer(many=True))
@extend_schema(
    methods=["POST"],
    operation_id="moderation_hold_rules_set",
    request=shape_of(
        "ModerationHoldRuleInput",
        HoldRuleForm,
        host_key=serializers.CharField(required=False, allow_blank=True, help_text='Such as "forum:3".'),
    ),
    responses={201: HoldRuleSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("moderation.texts", times=60, seconds=3600)
def rules(request: Request) -> Response:
    """What waits for a person before it is published, and what did; or set a rule."""
    if request.method == "GET":
        return Response(HoldRuleSerializer([one.rule for rows in hold_rules() for one in rows], many=True).data)
    require(may_set_hold_rule(request.user))
    made = actions.set_hold_rule(actor=request.user, **checked(HoldRuleForm(sent(request))))
    return Response(HoldRuleSerializer(made).data, status=201)


@extend_schema(
    operation_id="moderation_hold_rules_end",
    request=shape_of("ModerationHoldRuleEndInput", EndRuleForm),
    responses={200: HoldRuleSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("moderation.texts", times=60, seconds=3600)
def end(request: Request, pk: int) -> Response:
    """End a rule, with a reason."""
    rule = get_object_or_404(HoldRule, pk=pk)
    require(may_end_hold_rule(request.user, rule))
    ended = actions.end_hold_rule(actor=request.user, rule=rule, **checked(EndRuleForm(sent(request))))
    return Response(HoldRuleSerializer(ended).data)
