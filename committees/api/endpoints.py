"""What every act on the committees' record over the API shares."""

from collections.abc import Callable
from typing import Any

from django import forms
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from committees.views.acting import SECONDS, TIMES
from core.api import REFUSALS, checked
from core.limits import limited
from core.verdicts import Verdict, require

Endpoint = Callable[..., Response]


def act(
    name: str, asks: Any, answers: Any, *, made: int = 200, limit: tuple[str, int] = ("committees", TIMES)
) -> Callable[[Endpoint], Endpoint]:
    """Signed in, limited together with the pages, documented with its refusals."""

    def decorate(endpoint: Endpoint) -> Endpoint:
        limit_name, times = limit
        held = limited(limit_name, times=times, seconds=SECONDS)(endpoint)
        view = permission_classes([IsAuthenticated])(held)
        documented: Endpoint = extend_schema(
            operation_id=f"committees_{name}", request=asks, responses={made: answers, **REFUSALS}
        )(api_view(["POST"])(view))
        return documented

    return decorate


def asks(name: str, *, words: tuple[str, ...] = (), more: dict[str, Any] | None = None) -> serializers.Serializer:
    """The shape of a request: texts by name, and whatever else."""
    return inline_serializer(name, {**{word: serializers.CharField(required=False) for word in words}, **(more or {})})


def asked(verdict: Verdict, form: forms.Form) -> dict[str, Any]:
    """Whoever may not act is told so before anything about what they sent."""
    require(verdict)
    return checked(form)
