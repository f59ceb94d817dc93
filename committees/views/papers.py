"""A clerk's pages for the documents of a body."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from committees import actions, policies
from committees.forms.bodies import PaperForm
from committees.views.acting import SECONDS, TIMES, Question, ask, filled
from committees.views.loading import body_or_404, paper_or_404
from core import forms
from core.limits import limited


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    found = body_or_404(slug)
    back = reverse("committees:body", args=[slug])
    question = Question(_("List a document"), _("List it"), back, found.name)

    def act(form: Any) -> str:
        actions.list_paper(actor=request.user, body=found, **form.cleaned_data)
        return f"{back}#papers"

    return ask(question, request, policies.may_list_paper(request.user, found), PaperForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = paper_or_404(pk)
    back = reverse("committees:body", args=[found.body.slug])
    lead = _("“%(title)s” stays on the page, among the documents of the past.") % {"title": found.title}
    question = Question(_("This document no longer holds"), _("Write it down"), back, found.body.name, lead, "grave")

    def act(form: Any) -> str:
        actions.withdraw_paper(actor=request.user, paper=found)
        return f"{back}#papers"

    return ask(question, request, policies.may_withdraw_paper(request.user, found), forms.Form(filled(request)), act)
