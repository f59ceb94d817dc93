"""A forum rests and goes on, merges and closes, over the API."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from forums import actions
from forums.api.loading import forum_at
from forums.forms import EndingForm, PauseForm
from forums.models import Ending
from forums.states import EndingKind


class EndingSerializer(serializers.ModelSerializer):
    """`into` is the slug of the forum that takes this one in."""

    forum: Any = serializers.SlugRelatedField("slug", read_only=True)
    into: Any = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = Ending
        fields = (
            *("id", "forum", "kind", "into", "reason", "state", "asked_at", "opens_at", "decided_at", "agreed_at"),
            "ballot",
        )


PauseInput = inline_serializer("ForumPauseInput", {"reason": serializers.CharField(), "until": serializers.DateField()})
EndingInput = inline_serializer(
    "ForumEndingInput",
    {
        "kind": serializers.ChoiceField(choices=EndingKind.choices),
        "into": serializers.CharField(required=False, help_text="The slug of another forum."),
        "reason": serializers.CharField(),
    },
)


@extend_schema(operation_id="forums_pause", methods=["POST"], request=PauseInput, responses={204: None, **REFUSALS})
@extend_schema(operation_id="forums_resume", methods=["DELETE"], responses={204: None, **REFUSALS})
@api_view(["POST", "DELETE"])
@limited("forum", times=20, seconds=3600)
def pause(request: Request, slug: str) -> Response:
    """Let the forum rest until a day; or let it go on."""
    forum = forum_at(request, slug)
    if request.method == "DELETE":
        actions.resume_forum(actor=request.user, forum=forum)
    else:
        actions.pause_forum(actor=request.user, forum=forum, **checked(PauseForm(sent(request))))
    return Response(status=204)


@extend_schema(operation_id="forums_end", request=EndingInput, responses={201: EndingSerializer, **REFUSALS})
@api_view(["POST"])
@limited("rules", times=10, seconds=3600)
def propose(request: Request, slug: str) -> Response:
    """Put to the members that the forum closes, or goes into another."""
    forum = forum_at(request, slug)
    said = checked(EndingForm(sent(request), forum=forum))
    made = actions.propose_ending(actor=request.user, forum=forum, **said)
    return Response(EndingSerializer(made).data, status=201)


@extend_schema(operation_id="forums_endings_read", responses=EndingSerializer)
@api_view(["GET"])
def ending(request: Request, pk: int) -> Response:
    """What the members decide about the end of a forum."""
    return Response(EndingSerializer(_loaded(pk)).data)


@extend_schema(operation_id="forums_endings_agree", request=None, responses={200: EndingSerializer, **REFUSALS})
@api_view(["POST"])
@limited("forum", times=20, seconds=3600)
def agree(request: Request, pk: int) -> Response:
    """A facilitator of the other forum takes this one in."""
    return Response(EndingSerializer(actions.agree_merger(actor=request.user, ending=_loaded(pk))).data)


def _loaded(pk: int) -> Ending:
    return get_object_or_404(Ending.objects.select_related("forum", "into"), pk=pk)
