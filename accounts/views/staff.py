"""Pages of the council's officers: the register, letters, roles, standings, retention."""

import io
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions
from accounts.forms import GrantForm, RegisterForm
from accounts.models import Grant, Register, RetentionRun, Role, Standing
from accounts.policies import may_carry_out
from accounts.queries import (
    grants_in_force,
    letters_printed,
    letters_to_print,
    newest_report,
    standings_to_check,
    worker_kind,
    worker_kinds,
)
from accounts.retention import RULES
from accounts.views.gates import SignedIn, staff
from core.http import done, invalid, page
from core.limits import limited
from core.text import number
from places.reading import Unreadable, csv_records

require_get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@staff(Role.CLERK, Role.ADMINISTRATOR)
@require_get_or_post
@limited("accounts.register", times=10, seconds=3600)
def register(request: SignedIn) -> HttpResponse:
    form, upload = RegisterForm(*((request.POST, request.FILES) if request.method == "POST" else ())), None
    if form.is_bound and form.is_valid():
        text = io.TextIOWrapper(form.cleaned_data["file"], encoding="utf-8-sig", newline="")
        try:
            upload = actions.upload_register(
                actor=request.user, label=form.cleaned_data["label"], rows=csv_records(text)
            )
        except UnicodeDecodeError:
            form.add_error("file", _("This file is not UTF-8 text. Save it as CSV UTF-8."))
        except (Unreadable, ValidationError) as error:
            form.add_error("file", getattr(error, "messages", [str(error)])[0])
    context = {"form": form, "upload": upload, "current": Register.objects.filter(active=True).first()}
    return (invalid if form.errors else page)(request, "accounts/register.html", context)


@never_cache
@staff(Role.CLERK)
@require_get_or_post
@limited("accounts.letters", times=60, seconds=3600)
def letters(request: SignedIn) -> HttpResponse:
    """What waits; a POST answers with the letters themselves, for the codes in them exist nowhere else."""
    if request.method == "POST":
        again = [number(pk) for pk in request.POST.getlist("again")][:500]
        printed = actions.print_letters(actor=request.user, again=again)
        return page(request, "accounts/letters_printed.html", {"printed": printed})
    context = {"waiting": letters_to_print(), "printed": letters_printed()}
    return page(request, "accounts/letters.html", context)


@staff(Role.ADMINISTRATOR)
@require_get_or_post
@limited("accounts.roles", times=60, seconds=3600)
def roles(request: SignedIn) -> HttpResponse:
    form = GrantForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and form.found:
        wanted = {key: form.cleaned_data[key] for key in ("role", "until", "reason")}
        actions.grant_role(actor=request.user, user=form.found, **wanted)
        messages.success(request, _("The role is granted."))
        return done(request, reverse("accounts:roles"))
    context = {"form": form, "grants": grants_in_force()}
    return (invalid if form.is_bound else page)(request, "accounts/roles.html", context)


@staff(Role.ADMINISTRATOR)
@require_POST
@limited("accounts.roles", times=60, seconds=3600)
def role_end(request: SignedIn, pk: int) -> HttpResponse:
    actions.end_role(actor=request.user, grant=get_object_or_404(Grant.objects.select_related("user"), pk=pk))
    messages.success(request, _("The role has ended."))
    return done(request, reverse("accounts:roles"))


@staff(Role.CLERK, Role.SCRUTINY_OFFICER)
@require_get_or_post
@limited("accounts.standings", times=120, seconds=3600)
def standings(request: SignedIn) -> HttpResponse:
    if request.method == "POST":
        rows = Standing.objects.select_related("person")
        standing = get_object_or_404(rows, pk=number(request.POST.get("standing")))
        kind = worker_kind(request.POST.get(f"worker_kind_{standing.pk}", ""))
        actions.check_standing(actor=request.user, standing=standing, worker_kind=kind)
        return done(request, reverse("accounts:standings"))
    context = {"standings": standings_to_check(), "worker_kinds": worker_kinds()}
    return page(request, "accounts/standings.html", context)


@staff(Role.ADMINISTRATOR)
@require_get_or_post
@limited("accounts.retention", times=20, seconds=3600)
def retention(request: SignedIn) -> HttpResponse:
    if request.method == "POST":
        actions.report_retention(actor=request.user)
        return done(request, reverse("accounts:retention"))
    run = newest_report()
    context = {"run": run, "rows": _counts(run), "verdict": may_carry_out(request.user, run) if run else None}
    return page(request, "accounts/retention.html", context)


@staff(Role.ADMINISTRATOR)
@require_POST
@limited("accounts.retention", times=20, seconds=3600)
def retention_carry_out(request: SignedIn, pk: int) -> HttpResponse:
    count = actions.carry_out_retention(actor=request.user, run=get_object_or_404(RetentionRun, pk=pk))
    words = ngettext(
        "Done: %(n)d thing was due and is dealt with.", "Done: %(n)d things were due and are dealt with.", count
    )
    messages.success(request, words % {"n": count})
    return done(request, reverse("accounts:retention"))


def _counts(run: RetentionRun | None) -> list[tuple[Any, int]]:
    return [(words, len(run.report.get(rule, ()))) for rule, words in RULES.items()] if run else []
