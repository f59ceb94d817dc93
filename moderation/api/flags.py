"""Moderation over the API: a report."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.text import number
from moderation import actions, hosts
from moderation.forms import FlagForm
from moderation.models import Flag

FlagInput = inline_serializer(
    "FlagInput",
    {
        "kind": serializers.CharField(help_text="Such as forums.post or proposals.proposal."),
        "id": serializers.IntegerField(),
        "reason": serializers.CharField(help_text="The code of a published reason."),
        "note": serializers.CharField(required=False),
    },
)
FlagAnswer = inline_serializer(
    "FlagAnswer",
    {
        "id": serializers.IntegerField(),
        "due": serializers.DateField(),
        "due_at": serializers.DateTimeField(allow_null=True, help_text="The hour, where it may be against the law."),
    },
)


@extend_schema(operation_id="moderation_flag", request=FlagInput, responses={201: FlagAnswer, **REFUSALS})
@api_view(["POST"])
@limited("flag", times=20, seconds=3600)
def flags(request: Request) -> Response:
    """Report something to its moderators, once."""
    record, said = _reported(request)
    made = actions.flag(actor=request.user, subject=record, host_key=hosts.host_of(record).key(record), **said)
    return _receipt(made)


@extend_schema(operation_id="moderation_flag_person", request=FlagInput, responses={201: FlagAnswer, **REFUSALS})
@api_view(["POST"])
@limited("flag", times=20, seconds=3600)
def people(request: Request) -> Response:
    """Report whoever wrote something, by what they wrote, once."""
    record, said = _reported(request)
    made = actions.flag_person(actor=request.user, subject=record, **said)
    return _receipt(made)


def _receipt(made: Flag) -> Response:
    return Response({"id": made.pk, "due": made.due, "due_at": made.due_at}, status=201)


def _reported(request: Request) -> tuple[Any, dict[str, Any]]:
    """What is reported, as this user may see it, and what they say of it."""
    record = hosts.record_for(request.user, str(sent(request).get("kind", "")), number(sent(request).get("id")))
    if record is None:
        raise Http404
    return record, checked(FlagForm(sent(request)))
