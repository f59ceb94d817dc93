"""Lead a debate over the API: its period, and its updates."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from forums import actions
from forums.forms import PeriodForm, UpdateForm
from forums.models import Thread, ThreadUpdate


class PeriodSerializer(serializers.ModelSerializer):
    class Meta:
        model = Thread
        fields = ("id", "opens_at", "closes_at")


class UpdateSerializer(serializers.ModelSerializer):
    class Meta:
        model = ThreadUpdate
        fields = ("number", "text", "at")


@extend_schema(
    operation_id="forums_threads_period",
    request=shape_of("PeriodInput", PeriodForm),
    responses={200: PeriodSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("steer", times=60, seconds=3600)
def period(request: Request, pk: int) -> Response:
    """Say between which moments a conversation takes posts; what is left out is no limit."""
    said = sent(request)
    if not ({"opens_at", "closes_at"} & set(said)):
        raise ValidationError({"opens_at": _("Give a beginning or an end; null is no limit.")})
    asked = checked(PeriodForm(said))
    found = actions.set_period(actor=request.user, thread=_thread(request, pk), **asked)
    return Response(PeriodSerializer(found).data)


@extend_schema(
    operation_id="forums_threads_update",
    request=shape_of("UpdateInput", UpdateForm),
    responses={201: UpdateSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("steer", times=60, seconds=3600)
def update(request: Request, pk: int) -> Response:
    """Add a dated update to the opening of a conversation."""
    text = checked(UpdateForm(sent(request)))["text"]
    made = actions.add_update(actor=request.user, thread=_thread(request, pk), text=text)
    return Response(UpdateSerializer(made).data, status=201)


def _thread(request: Request, pk: int) -> Thread:
    return get_object_or_404(Thread.objects.visible_to(request.user).for_page(), pk=pk)
