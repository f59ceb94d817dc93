"""What every app's API shares: refusals and faults in words, checked forms, and pages of a list that stay put."""

import json
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model, QuerySet
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import exceptions, serializers
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from core.keyset import paginate
from core.refusals import headers_of, status_of
from core.verdicts import Refused

Row = TypeVar("Row", bound=Model)

CURSORS = [
    OpenApiParameter("after", str, description="Cursor of the page that follows; taken from `next`."),
    OpenApiParameter("before", str, description="Cursor of the page that goes before; taken from `previous`."),
]


class RefusalSerializer(serializers.Serializer):
    """Why an act was refused, in the words that stand on the page, and the way out if there is one."""

    detail = serializers.CharField()
    remedy_url = serializers.CharField(required=False)
    remedy_label = serializers.CharField(required=False)


class FaultsSerializer(serializers.Serializer):
    """What is wrong with what was sent, by field."""

    errors = serializers.DictField(  # type: ignore[assignment]
        child=serializers.ListField(child=serializers.CharField())
    )


# For extend_schema: responses={200: ..., **REFUSALS}
REFUSALS = {400: FaultsSerializer, 403: RefusalSerializer, 409: RefusalSerializer, 429: RefusalSerializer}


def answer_to(exc: Exception, context: dict[str, Any]) -> Response | None:
    """403, 409 or 429 with the policy's sentence; 400 with errors by field; the rest as the framework does."""
    if isinstance(exc, Refused):
        set_rollback()
        verdict = exc.verdict
        body = {"detail": str(verdict.reason)}
        if verdict.remedy_url:
            body |= {"remedy_url": str(verdict.remedy_url), "remedy_label": str(verdict.remedy_label)}
        return Response(body, status=status_of(exc), headers=headers_of(exc))
    if isinstance(exc, ValidationError):
        set_rollback()
        return Response({"errors": _by_field(exc)}, status=400)
    response: Response | None = exception_handler(exc, context)
    if isinstance(exc, exceptions.ValidationError) and response is not None and "errors" not in response.data:
        response.data = {"errors": response.data if isinstance(response.data, dict) else {"": response.data}}
    return response


def checked(form: forms.BaseForm) -> dict[str, Any]:
    """The cleaned data of a form filled from a request's JSON. Raises 400 with its errors by field."""
    _only_plain(form)
    if not form.is_valid():
        found = {name: [str(words) for words in errors] for name, errors in form.errors.items()}
        raise exceptions.ValidationError({"errors": found})
    return form.cleaned_data


class ObjectParser(JSONParser):
    """What is sent is one JSON object of text that can be written down; anything else is a 400, never a fault of ours."""

    def parse(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        try:
            found = super().parse(*args, **kwargs)
        except RecursionError:
            raise exceptions.ParseError("This is nested too deeply.") from None
        if not isinstance(found, dict):
            raise exceptions.ParseError("Send one JSON object.")
        try:
            json.dumps(found, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise exceptions.ParseError("There is half a character in the text.") from None
        return found


def sent(request: Request) -> dict[str, Any]:
    """The object in the body of a request, such as a form takes."""
    return cast("dict[str, Any]", request.data)


def listed(
    request: Request,
    rows: QuerySet[Row],
    order: Sequence[str],
    serializer: type[serializers.BaseSerializer],
    *,
    size: int = 20,
) -> Response:
    """`results`, and the addresses of the `next` and `previous` page (null at the ends), by core.keyset."""
    asked = request.query_params
    found = paginate(rows, order, after=asked.get("after", ""), before=asked.get("before", ""), size=size)
    return Response(
        {
            "results": serializer(found.rows, many=True, context={"request": request}).data,
            "next": _address(request, "after", found.next_cursor),
            "previous": _address(request, "before", found.previous_cursor),
        }
    )


def page_of(serializer: type[serializers.BaseSerializer]) -> serializers.Serializer:
    """The shape that `listed` answers with, for the schema."""
    return inline_serializer(
        f"{serializer.__name__.removesuffix('Serializer')}Page",
        {
            "results": serializer(many=True),
            "next": serializers.CharField(allow_null=True),
            "previous": serializers.CharField(allow_null=True),
        },
    )


# Fields that take more than one plain value.
_TAKE_MORE = (
    forms.BooleanField,
    forms.JSONField,
    forms.MultipleChoiceField,
    forms.ModelMultipleChoiceField,
    forms.FileField,
)


def _only_plain(form: forms.BaseForm) -> None:
    """A page sends text and nothing else, so each value is text here too: numbers are written out, what has parts is a 400."""
    if isinstance(form.data, MultiValueDict):
        return
    odd = []
    for name, field in form.fields.items():
        value = form.data.get(name)
        if isinstance(value, (bool, list, dict)) and not isinstance(field, _TAKE_MORE):
            odd.append(name)
    if odd:
        raise exceptions.ValidationError({"errors": {name: [_("Send one text or one number.")] for name in odd}})
    form.data = {name: str(value) if type(value) in (int, float) else value for name, value in form.data.items()}


def _address(request: Request, name: str, cursor: str) -> str | None:
    if not cursor:
        return None
    query = request.query_params.copy()
    for old in ("after", "before"):
        query.pop(old, None)
    query[name] = cursor
    return str(request.build_absolute_uri(f"{request.path}?{query.urlencode()}"))


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    if hasattr(error, "error_dict"):
        return {name: [str(words) for words in each.messages] for name, each in _each(error)}
    return {NON_FIELD_ERRORS: [str(words) for words in error.messages]}


def _each(error: ValidationError) -> list[tuple[str, ValidationError]]:
    return [(name, ValidationError(errors)) for name, errors in error.error_dict.items()]
