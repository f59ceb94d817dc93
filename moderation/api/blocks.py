"""Block whoever wrote a thing, and end a block, over the API."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import exceptions, serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.text import number
from core.verdicts import require
from moderation import actions, hosts, queries
from moderation.authors import author_of
from moderation.forms import BlockForm
from moderation.models import Block, Template
from moderation.policies import may_block, may_moderate_council
from moderation.views.loading import filled

BlockInput = shape_of(
    "ModerationBlockInput",
    BlockForm,
    template=serializers.IntegerField(
        required=False, help_text="A text that stands ready: it says reason and statement where you send none."
    ),
    reason=serializers.CharField(required=False, help_text="The code of a published reason."),
    statement=serializers.CharField(required=False, max_length=4000),
)
BlockAnswer = inline_serializer(
    "ModerationBlock",
    {
        "id": serializers.IntegerField(),
        "until": serializers.DateField(allow_null=True),
        "reason": serializers.CharField(help_text="The code of a published reason."),
        "statement": serializers.CharField(),
    },
)


@extend_schema(operation_id="moderation_block", request=BlockInput, responses={201: BlockAnswer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def block(request: Request, kind: str, pk: int) -> Response:
    """Whoever wrote this cannot come in, until a day or without end. They read why, and can appeal to another person."""
    require(may_moderate_council(request.user))
    record = hosts.record_for(request.user, kind, pk)
    if record is None:
        raise Http404
    person = get_object_or_404(author_of(record).select_related("user"))
    require(may_block(request.user, person))
    said = checked(BlockForm(_with_text(sent(request))))
    made = actions.block_person(actor=request.user, person=person, **said)
    answer = {"id": made.pk, "until": made.until, "reason": said["reason"].code, "statement": said["statement"]}
    return Response(answer, status=201)


@extend_schema(operation_id="moderation_end_block", request=None, responses={204: None, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def end(request: Request, pk: int) -> Response:
    """They can come in again, and what the block hid is shown again."""
    require(may_moderate_council(request.user))
    actions.end_block(actor=request.user, block=get_object_or_404(Block.objects.select_related("person__user"), pk=pk))
    return Response(status=204)


def _with_text(said: dict[str, Any]) -> dict[str, Any]:
    """What was sent, with the words of the text that was picked where nothing else was said."""
    if said.get("template") in (None, ""):
        return said
    text = queries.chosen_template(Template.Use.BLOCK, number(said["template"]))
    if text is None:
        raise exceptions.ValidationError({"errors": {"template": [_("There is no such text for a block.")]}})
    return filled(text) | {name: value for name, value in said.items() if value not in (None, "")}
