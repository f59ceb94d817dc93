"""An output before a body: sent there, acknowledged, and what becomes of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from committees import actions, policies
from committees.forms.referrals import AcceptForm, RedirectForm, ReferForm, RefuseForm
from committees.models import Referral
from committees.queries import pages
from committees.states import ReferralState
from committees.views.acting import SECONDS, TIMES, Act, Question, ask, filled, panel
from committees.views.loading import output_or_404, referral_or_404
from core.http import done, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def refer(request: HttpRequest, reference: str) -> HttpResponse:
    output = output_or_404(reference)
    question = Question(
        _("Send it to a committee"),
        _("Send it"),
        reverse("outputs:output", args=[output.reference]),
        output.title,
        lead=_("The clerk confirms within a few working days that it has arrived. Every step is public and dated."),
    )

    def act(form: Any) -> str:
        sent = actions.refer_output(actor=request.user, output=output, **form.cleaned_data)
        return reverse("committees:referral", args=[sent[0].reference])

    form = ReferForm(filled(request), output=output)
    return ask(question, request, policies.may_refer(viewer(request), output), form, act)


@for_everyone
@require_GET
def referral(request: HttpRequest, reference: str) -> HttpResponse:
    found = referral_or_404(reference)
    context = {"referral": found, "shown": pages.referral_page(found), "acts": panel(_acts(request, found))}
    return page(request, "committees/referral.html", context)


def _acts(request: HttpRequest, found: Referral) -> list[Act]:
    user, args = viewer(request), [found.reference]
    if found.state == ReferralState.SENT:
        verdict = policies.may_acknowledge(user, found)
        return [Act(_("Confirm that it has arrived"), reverse("committees:acknowledge", args=args), verdict, post=True)]
    if found.state == ReferralState.ACKNOWLEDGED:
        verdict = policies.may_accept(user, found)
        return [
            Act(_("Accept it to a meeting"), reverse("committees:accept", args=args), verdict),
            Act(_("Send it on to another body"), reverse("committees:redirect", args=args), verdict, kind="second"),
            Act(_("Refuse it"), reverse("committees:refuse", args=args), verdict, kind="second"),
        ]
    return []


@require_POST
@limited("committees", times=TIMES, seconds=SECONDS)
def acknowledge(request: HttpRequest, reference: str) -> HttpResponse:
    found = referral_or_404(reference)
    actions.acknowledge(actor=request.user, referral=found)
    return done(request, _page_of(found))


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    found = referral_or_404(reference)
    lead = _("It stands on that meeting's agenda, and those who asked are told the day.")
    question = Question(_("Accept it to a meeting"), _("Accept it"), _page_of(found), found.output.title, lead=lead)

    def act(form: Any) -> str:
        actions.accept_referral(actor=request.user, referral=found, **form.cleaned_data)
        return _page_of(found)

    form = AcceptForm(filled(request), referral=found)
    return ask(question, request, policies.may_accept(viewer(request), found), form, act, calls=found.body)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def redirect(request: HttpRequest, reference: str) -> HttpResponse:
    found = referral_or_404(reference)
    question = Question(_("Send it on to another body"), _("Send it on"), _page_of(found), found.output.title)

    def act(form: Any) -> str:
        return _page_of(actions.redirect_referral(actor=request.user, referral=found, **form.cleaned_data))

    form = RedirectForm(filled(request), referral=found)
    return ask(question, request, policies.may_redirect(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def refuse(request: HttpRequest, reference: str) -> HttpResponse:
    found = referral_or_404(reference)
    lead = _("Those who asked are told, with your reason. It can still be sent to another body.")
    question = Question(_("Refuse it"), _("Refuse it"), _page_of(found), found.output.title, lead=lead, kind="grave")

    def act(form: Any) -> str:
        actions.refuse_referral(actor=request.user, referral=found, **form.cleaned_data)
        return _page_of(found)

    form = RefuseForm(filled(request))
    return ask(question, request, policies.may_refuse(viewer(request), found), form, act)


def _page_of(found: Referral) -> str:
    return reverse("committees:referral", args=[found.reference])
