"""Oneself over the API: who one is, where one lives, proof by letter, and a copy of one's data."""

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from accounts.actions import ask_export, edit_profile, enter_code, give_postcode
from accounts.forms import AddressForm, CodeForm, ProfileForm
from accounts.models import AgeBand, DataExport, Level, Person, User
from accounts.policies import signed_in
from accounts.queries import exports_of, roles_of
from core import now
from core.api import REFUSALS, checked
from core.limits import limited
from core.verdicts import require


class MeSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    name = serializers.CharField()
    age_band = serializers.ChoiceField(AgeBand.choices, allow_blank=True)
    level = serializers.ChoiceField(Level.choices)
    level_label = serializers.CharField()
    ward = serializers.CharField(allow_null=True)
    roles = serializers.ListField(child=serializers.CharField())


class ProfileSerializer(serializers.Serializer):
    name = serializers.CharField(max_length=80)
    age_band = serializers.ChoiceField(AgeBand.choices, required=False, allow_blank=True)


class PostcodeSerializer(serializers.Serializer):
    postcode = serializers.CharField(max_length=10)


class CodeSerializer(serializers.Serializer):
    code = serializers.CharField(max_length=20)


class VerifiedSerializer(serializers.Serializer):
    verified = serializers.BooleanField()


class ExportSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    asked_at = serializers.DateTimeField()
    ready_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)
    url = serializers.CharField(allow_null=True)


@extend_schema(methods=["GET"], operation_id="me_read", responses=MeSerializer)
@extend_schema(
    methods=["PUT"], operation_id="me_write", request=ProfileSerializer, responses={200: MeSerializer, **REFUSALS}
)
@api_view(["GET", "PUT"])
@permission_classes([IsAuthenticated])
@limited("accounts.profile", times=20, seconds=600)
def me(request: Any) -> Response:
    """Who I am here."""
    require(signed_in(request.user))
    if request.method == "PUT":
        edit_profile(actor=request.user, **checked(ProfileForm(request.data)))
    return Response(_me(request.user))


@extend_schema(operation_id="me_postcode", request=PostcodeSerializer, responses={200: MeSerializer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("accounts.postcode", times=10, seconds=3600)
def postcode(request: Any) -> Response:
    """I live in the ward of this postcode."""
    give_postcode(actor=request.user, postcode=checked(AddressForm(request.data))["postcode"])
    return Response(_me(request.user))


@extend_schema(operation_id="me_code", request=CodeSerializer, responses={200: VerifiedSerializer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("accounts.code", times=10, seconds=3600)
def code(request: Any) -> Response:
    """This is the code of the letter that came to my address."""
    return Response({"verified": enter_code(actor=request.user, code=checked(CodeForm(request.data))["code"])})


@extend_schema(methods=["GET"], operation_id="me_exports", responses=ExportSerializer(many=True))
@extend_schema(
    methods=["POST"], operation_id="me_export_ask", request=None, responses={202: ExportSerializer, **REFUSALS}
)
@api_view(["GET", "POST"])
@permission_classes([IsAuthenticated])
@limited("accounts.export", times=5, seconds=3600)
def exports(request: Any) -> Response:
    """Copies of my data; POST asks for a new one."""
    if request.method == "POST":
        return Response(_export(ask_export(actor=request.user)), status=202)
    return Response([_export(export) for export in exports_of(request.user)])


def _me(user: User) -> dict[str, Any]:
    person: Person = user.person
    return {
        "id": person.pk,
        "name": person.display_name,
        "age_band": person.age_band,
        "level": person.level,
        "level_label": str(person.get_level_display()),
        "ward": person.ward.code if person.ward else None,
        "roles": sorted(roles_of(user)),
    }


def _export(export: DataExport) -> dict[str, Any]:
    shown = {key: getattr(export, key) for key in ("id", "asked_at", "ready_at", "expires_at")}
    ready = shown["ready_at"] and shown["expires_at"] > now()
    return shown | {"url": f"/me/data/{shown['id']}/" if ready else None}


urlpatterns = [
    path("me/", me, name="me"),
    path("me/postcode/", postcode, name="me-postcode"),
    path("me/code/", code, name="me-code"),
    path("me/exports/", exports, name="me-exports"),
]
