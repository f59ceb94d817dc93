"""What each kind of forum begins with, over the API."""

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.verdicts import require
from forums import actions
from forums.api.rules import charter_fields
from forums.forms import FirstRulesForm
from forums.models import CHARTER, RulesTemplate
from forums.policies import may_set_first_rules
from forums.queries.first_rules import first_rules
from forums.views.first_rules import found_rules


class FirstRulesSerializer(serializers.ModelSerializer):
    """`since` is null for what was here from the start."""

    class Meta:
        model = RulesTemplate
        fields = ("kind", "version", "since", "why", *CHARTER)


FirstRulesInput = inline_serializer(
    "FirstRulesInput",
    {"reason": serializers.CharField(), "seen": serializers.IntegerField(required=False), **charter_fields()},
)


@extend_schema(operation_id="forums_first_rules_list", responses=FirstRulesSerializer(many=True))
@api_view(["GET"])
def kinds(request: Request) -> Response:
    """Of every kind of forum, the rules with which a new one begins."""
    return Response(FirstRulesSerializer(first_rules(), many=True).data)


@extend_schema(methods=["GET"], operation_id="forums_first_rules_of", responses=FirstRulesSerializer(many=True))
@extend_schema(
    methods=["POST"],
    operation_id="forums_first_rules_set",
    request=FirstRulesInput,
    responses={201: FirstRulesSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("rules", times=10, seconds=3600)
def kind(request: Request, kind: str) -> Response:
    """Every version for one kind of forum, the newest first; or set the next one, naming only what changes."""
    found = found_rules(kind)
    if request.method == "GET":
        return Response(FirstRulesSerializer([one.template for one in found.versions], many=True).data)
    require(may_set_first_rules(request.user))
    form = FirstRulesForm(sent(request), standing=found.newest, by_hand=False)
    said = checked(form)
    made = actions.set_first_rules(
        actor=request.user, kind=kind, charter=form.charter, why=said["reason"], seen=said["seen"]
    )
    return Response(FirstRulesSerializer(made).data, status=201)
