"""A facilitator's acts on outputs over the API: the same actions as on the pages, refused in the same words."""

from collections.abc import Callable
from typing import Any

from django.db.models import F
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core import forms
from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from forums.models import Forum
from outputs.actions import (
    compile_output,
    discard_output,
    edit_output,
    join_output,
    open_approval,
    open_comments,
    reopen_draft,
    settle_approval,
)
from outputs.api.reading import OutputDetailSerializer
from outputs.forms import Adopted, ApprovalForm, JoinForm, OutputForm, ReopenForm
from outputs.models import Output
from outputs.policies import may_bring, may_compile, may_edit, may_open_approval, may_reopen

TEXTS = ("title", "summary", "findings", "dissent")
WRITING, DECIDING = ("outputs.write", 60), ("outputs.decide", 30)  # how often in an hour, together with the pages


class Named(Adopted):
    """Adopted proposals by their references."""

    def _check_values(self, value: Any) -> Any:
        # A key that is no text at all, or none that a database takes, is not on offer; the query would only fail on it.
        named = [key.upper() for key in value if isinstance(key, str) and "\x00" not in key]
        if len(named) != len(value):
            raise forms.ValidationError(self.error_messages["invalid_list"], code="invalid_list")
        return super()._check_values(named)  # type: ignore[misc]


class WrittenForm(OutputForm):
    """The form of the page, with what the output carries named by references."""

    adoptions = Named(
        queryset=OutputForm.base_fields["adoptions"].queryset,  # type: ignore[attr-defined]
        to_field_name="reference",
        help_text="References of proposals that the members adopted and no other output carries.",
        error_messages={"required": OutputForm.base_fields["adoptions"].error_messages["required"]},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["adoptions"]
        field.queryset = field.queryset.annotate(reference=F("proposal__reference"))


class WhereForm(forms.Form):
    forum = forms.SlugField(max_length=80)


Endpoint = Callable[..., Response]


def act(name: str, limit: tuple[str, int], asks: Any = None, *, made: int = 200) -> Callable[[Endpoint], Endpoint]:
    """What every act shares: signed in, limited, documented with its refusals."""

    def decorate(endpoint: Endpoint) -> Endpoint:
        limit_name, times = limit
        held = limited(limit_name, times=times, seconds=3600)(endpoint)
        view = permission_classes([IsAuthenticated])(held)
        answers = None if made == 204 else OutputDetailSerializer
        documented: Endpoint = extend_schema(
            operation_id=f"outputs_{name}", request=asks, responses={made: answers, **REFUSALS}
        )(api_view(["POST"])(view))
        return documented

    return decorate


@act(
    "compile",
    WRITING,
    shape_of(
        "OutputCompile",
        WrittenForm,
        forum=serializers.SlugField(max_length=80, help_text="address name of the forum that sends it"),
    ),
    made=201,
)
def compile_one(request: Request) -> Response:
    """A draft that carries adopted proposals of a forum, with their counts as they stand; the forum alone sees it."""
    slug = checked(WhereForm(sent(request)))["forum"]
    forum = get_object_or_404(Forum.objects.visible_to(request.user), slug=slug)
    require(may_compile(request.user, forum))
    asked = _written(WrittenForm(sent(request), forum=forum))
    made = compile_output(actor=request.user, forum=forum, **asked)
    return shown(request, made.reference, status=201)


@act("edit", WRITING, shape_of("OutputEdit", WrittenForm))
def edit(request: Request, reference: str) -> Response:
    """A new version stands. What is left out stays as it is; with `seen`, 409 where another version stands meanwhile."""
    found = loaded(request, reference)
    require(may_edit(request.user, found))
    form = WrittenForm(_as_it_stands(found) | sent(request), forum=found.forum, output=found)
    asked = _written(form)
    edit_output(actor=request.user, output=found, seen=form.cleaned_data["seen"], **asked)
    return shown(request, reference)


@act("discard", WRITING, made=204)
def discard(request: Request, reference: str) -> Response:
    """The draft is gone, and its proposals can go into another. What was public is not thrown away."""
    discard_output(actor=request.user, output=loaded(request, reference))
    return Response(status=204)


@act("open_comments", DECIDING)
def comments(request: Request, reference: str) -> Response:
    """The draft is public, and members comment for the days that the rule gives."""
    open_comments(actor=request.user, output=loaded(request, reference))
    return shown(request, reference)


@act("reopen", DECIDING, shape_of("OutputReopen", ReopenForm))
def reopen(request: Request, reference: str) -> Response:
    """It is taken back from comment to be rewritten, for the published reason."""
    found = loaded(request, reference)
    require(may_reopen(request.user, found))
    asked = checked(ReopenForm(sent(request)))
    reopen_draft(actor=request.user, output=found, **asked)
    return shown(request, reference)


@act("open_approval", DECIDING, shape_of("OutputApproval", ApprovalForm))
def approval(request: Request, reference: str) -> Response:
    """The members of today vote for so many days whether the forum sends this text on; `ballot` is where."""
    found = loaded(request, reference)
    require(may_open_approval(request.user, found))
    form = ApprovalForm(sent(request))
    checked(form)
    open_approval(actor=request.user, output=found, closes_at=form.closes_at)
    return shown(request, reference)


class JoiningForm(JoinForm):
    """The form of the page, with the forum named by its address."""

    forum = forms.ModelChoiceField(queryset=Forum.objects.none(), to_field_name="slug")


@act("join", DECIDING, shape_of("OutputJoining", JoiningForm))
def joining(request: Request, reference: str) -> Response:
    """Another forum, which you facilitate, sends the approved text too; `ballot` is where its members said yes, if they voted."""
    found = loaded(request, reference)
    require(may_bring(request.user, found))
    form = JoiningForm(sent(request), user=request.user, output=found)
    join_output(actor=request.user, output=found, **checked(form))
    return shown(request, reference)


@act("settle_approval", DECIDING)
def settle(request: Request, reference: str) -> Response:
    """What the members decided is carried out: approved and final, or back to be rewritten."""
    settle_approval(actor=request.user, output=loaded(request, reference))
    return shown(request, reference)


def _written(form: OutputForm) -> dict[str, Any]:
    data = checked(form)
    return {name: data[name] for name in ("adoptions", *TEXTS)}


def _as_it_stands(output: Output) -> dict[str, Any]:
    carried = output.asks.values_list("adoption__proposal__reference", flat=True)
    return {name: getattr(output, name) for name in TEXTS} | {"adoptions": list(carried)}


def loaded(request: Request, reference: str) -> Output:
    return get_object_or_404(Output.objects.visible_to(request.user).for_page(), reference=reference.upper())


def shown(request: Request, reference: str, *, status: int = 200) -> Response:
    found = loaded(request, reference)
    return Response(OutputDetailSerializer(found, context={"request": request}).data, status=status)
