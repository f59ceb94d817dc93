"""A forum's rules over the API: read them, propose a change, take it back."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from forums import actions
from forums.api.loading import forum_at
from forums.forms import RulesForm
from forums.models import CHARTER, RuleChange, Rules
from forums.queries import rules_in_force


class RulesSerializer(serializers.ModelSerializer):
    class Meta:
        model = Rules
        fields = ("version", "since", *CHARTER)


class RuleChangeSerializer(serializers.ModelSerializer):
    """`based_on` and `became` are versions of the rules."""

    based_on: Any = serializers.SlugRelatedField("version", read_only=True)
    became: Any = serializers.SlugRelatedField("version", read_only=True)

    class Meta:
        model = RuleChange
        fields = (
            *("number", "state", "reason", "asked_at", "opens_at", "decided_at", "ballot", "based_on", "became"),
            *CHARTER,
        )


_NUMBERS = (
    *("every", "weekday", "nth", "minutes", "quorum", "term_months", "recall_percent", "supports_threshold"),
    *("notice_days", "places", "places_service_user", "places_service_worker"),
)
_WORDS = ("unit", "starts", "place", "chair", "conduct", "joining")


def charter_fields() -> dict[str, serializers.Field]:
    """The rules as they are sent; what is left out stays as it is."""
    return {
        **{name: serializers.IntegerField(required=False) for name in _NUMBERS},
        **{name: serializers.CharField(required=False) for name in _WORDS},
        **{name: serializers.BooleanField(required=False) for name in ("skips_holidays", "premoderated")},
    }


ChangeInput = inline_serializer("RuleChangeInput", {"reason": serializers.CharField(), **charter_fields()})


@extend_schema(operation_id="forums_rules_list", parameters=CURSORS, responses=page_of(RulesSerializer))
@api_view(["GET"])
def rules(request: Request, slug: str) -> Response:
    """Every version, the one in force first."""
    rows = Rules.objects.filter(forum=forum_at(request, slug))
    return listed(request, rows, ("-version",), RulesSerializer)


@extend_schema(
    operation_id="forums_rule_changes_list",
    methods=["GET"],
    parameters=CURSORS,
    responses=page_of(RuleChangeSerializer),
)
@extend_schema(
    operation_id="forums_rule_changes_propose",
    methods=["POST"],
    request=ChangeInput,
    responses={201: RuleChangeSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("rules", times=10, seconds=3600)
def changes(request: Request, slug: str) -> Response:
    """Proposed changes, the newest first; or propose one, naming only what changes."""
    forum = forum_at(request, slug)
    if request.method == "GET":
        rows = RuleChange.objects.filter(forum=forum).select_related("based_on", "became")
        return listed(request, rows, ("-number",), RuleChangeSerializer)
    form = RulesForm(sent(request), standing=rules_in_force(forum), by_hand=False)
    reason = checked(form)["reason"]
    made = actions.propose_rules(actor=request.user, forum=forum, reason=reason, charter=form.charter)
    return Response(RuleChangeSerializer(made).data, status=201)


@extend_schema(operation_id="forums_rule_changes_read", methods=["GET"], responses=RuleChangeSerializer)
@extend_schema(
    operation_id="forums_rule_changes_withdraw",
    methods=["DELETE"],
    request=None,
    responses={200: RuleChangeSerializer, **REFUSALS},
)
@api_view(["GET", "DELETE"])
@limited("rules", times=10, seconds=3600)
def change(request: Request, slug: str, number: int) -> Response:
    """One proposed change; or take it back before the vote."""
    rows = RuleChange.objects.select_related("forum", "based_on", "became")
    found = get_object_or_404(rows, forum__slug=slug, number=number)
    if request.method == "DELETE":
        actions.withdraw_rules(actor=request.user, change=found)
    return Response(RuleChangeSerializer(found).data)
