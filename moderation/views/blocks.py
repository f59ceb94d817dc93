"""Block people, end blocks; and the page on which somebody who is blocked reads why."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import Person
from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import Refused, require
from moderation import actions
from moderation.authors import author_of
from moderation.bars import block_of
from moderation.forms import AppealForm
from moderation.models import Appeal, Block
from moderation.policies import may_appeal, may_block, may_moderate_council
from moderation.queries.blocks import blocks_in_force, reported_people
from moderation.queries.decisions import decision_of
from moderation.views.loading import block_form, loaded


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def blocks(request: HttpRequest) -> HttpResponse:
    """Who is blocked, and several people who were reported to block at once."""
    user = viewer(request)
    require(may_moderate_council(user))
    people = reported_people()
    context = {"blocks": blocks_in_force(), "people": people, **block_form(request)}
    form = context["form"]
    if request.method == "GET":
        return page(request, "moderation/blocks.html", context)
    chosen = [one.person for one in people if str(one.pk) in request.POST.getlist("people")]
    if form.is_valid() and not chosen:
        form.add_error(None, _("Choose whom to block."))
    if not form.is_valid():
        return invalid(request, "moderation/blocks.html", context)
    _block_all(request, user, chosen, form.cleaned_data)
    return done(request, reverse("moderation:blocks"))


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def block(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Block whoever wrote this. The address names the words, never the person."""
    user = viewer(request)
    require(may_moderate_council(user))
    record, context = loaded(user, kind, pk)
    person = get_object_or_404(author_of(record).select_related("user"))
    context |= {**block_form(request), "person": person, "verdict": may_block(user, person)}
    form = context["form"]
    if request.method == "GET":
        return page(request, "moderation/block.html", context)
    require(context["verdict"])
    if not form.is_valid():
        return invalid(request, "moderation/block.html", context)
    actions.block_person(actor=user, person=person, **form.cleaned_data)
    messages.success(request, _("They are blocked, and told why."))
    return done(request, reverse("moderation:blocks"))


@require_POST
@limited("moderate", times=200, seconds=3600)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    require(may_moderate_council(viewer(request)))
    actions.end_block(
        actor=viewer(request), block=get_object_or_404(Block.objects.select_related("person__user"), pk=pk)
    )
    messages.success(request, _("The block has ended. What it hid is shown again."))
    return done(request, reverse("moderation:blocks"))


@never_cache
@require_http_methods(["GET", "POST"])
@limited("appeal", times=10, seconds=3600)
def blocked(request: HttpRequest, token: str) -> HttpResponse:
    """Why you are blocked, until when, and the appeal to another person; without signing in, which you cannot."""
    found = block_of(token)
    decision = decision_of(found) if found is not None else None
    if found is None or decision is None:
        raise Http404
    form = AppealForm(request.POST or None)
    made = Appeal.objects.filter(decision=decision).select_related("answer").first()
    verdict = may_appeal(found.person.user, decision, found)
    context = {"block": found, "decision": decision, "appeal": made, "verdict": verdict, "form": form}
    if request.method == "GET":
        return page(request, "moderation/blocked.html", context)
    require(verdict)
    if not form.is_valid():
        return invalid(request, "moderation/blocked.html", context)
    actions.appeal(actor=found.person.user, decision=decision, subject=found, text=form.cleaned_data["text"])
    return done(request, request.path)


def _block_all(request: HttpRequest, user: Any, people: list[Person], said: dict[str, Any]) -> None:
    """Each on their own: one who cannot be blocked does not keep the others."""
    number = 0
    for person in people:
        try:
            actions.block_person(actor=user, person=person, **said)
            number += 1
        except Refused as refused:
            messages.error(request, f"{person.display_name}: {refused}")
    messages.success(request, ngettext("%(n)s person is blocked.", "%(n)s people are blocked.", number) % {"n": number})
