"""A recommendation, the answer to it, the promise made, and whether it was kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from committees import actions, policies
from committees.forms.answers import AnswerForm, ClaimForm, CorrectForm, DisputeForm, JudgeForm, ProgressForm
from committees.models import Claim, Commitment, Recommendation
from committees.queries import pages
from committees.states import ClaimState, RecommendationState
from committees.views.acting import SECONDS, TIMES, Act, Question, ask, filled, panel
from committees.views.loading import claim_or_404, commitment_or_404, recommendation_or_404
from core.http import page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer


@for_everyone
@require_GET
def recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    found = recommendation_or_404(reference)
    shown = pages.recommendation_page(found)
    context = {"row": found, "shown": shown, "acts": panel(_acts(request, found))}
    return page(request, "committees/recommendation.html", context)


def _acts(request: HttpRequest, found: Recommendation) -> list[Act]:
    user, args = viewer(request), [found.reference]
    match found.state:
        case RecommendationState.DRAFTED:
            return [
                Act(_("Record the vote"), reverse("committees:vote", args=args), policies.may_record_vote(user, found)),
                Act(
                    _("Take the draft back"),
                    reverse("committees:withdraw", args=args),
                    policies.may_withdraw_draft(user, found),
                    post=True,
                    kind="second",
                ),
            ]
        case RecommendationState.ADOPTED:
            return [
                Act(
                    _("Send it to the cabinet"), reverse("committees:issue", args=args), policies.may_issue(user, found)
                )
            ]
        case RecommendationState.ISSUED:
            return [Act(_("Answer it"), reverse("committees:answer", args=args), policies.may_answer(user, found))]
        case RecommendationState.ANSWERED:
            verdict = policies.may_correct(user, found)
            return (
                [Act(_("Correct the answer"), reverse("committees:correct", args=args), verdict, kind="second")]
                if verdict
                else []
            )
        case _state:
            return []


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    found = recommendation_or_404(reference)
    question = Question(_("Your answer"), _("Publish the answer"), _home(found), found.reference, lead=found.text)

    def act(form: Any) -> str:
        actions.answer_recommendation(actor=request.user, recommendation=found, **form.values)
        return _home(found)

    return ask(question, request, policies.may_answer(viewer(request), found), AnswerForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def correct(request: HttpRequest, reference: str) -> HttpResponse:
    found = recommendation_or_404(reference)
    last = found.responses.order_by("-version").first()
    initial = {"answer": last.answer, "reason": last.reason} if last else {}
    question = Question(
        _("Correct the answer"), _("Publish the correction"), _home(found), found.reference, lead=found.text
    )

    def act(form: Any) -> str:
        actions.correct_response(actor=request.user, recommendation=found, **form.values)
        return _home(found)

    promised = Commitment.objects.filter(recommendation=found).exists()
    form = CorrectForm(filled(request), initial=initial, promised=promised)
    return ask(question, request, policies.may_correct(viewer(request), found), form, act)


@for_everyone
@require_GET
def commitment(request: HttpRequest, reference: str) -> HttpResponse:
    found, user = commitment_or_404(reference), viewer(request)
    acts = [
        Act(
            _("Report on it"),
            reverse("committees:progress", args=[found.reference]),
            policies.may_report_progress(user, found),
        ),
        Act(
            _("Say that it is delivered"),
            reverse("committees:claim_delivery", args=[found.reference]),
            policies.may_claim_delivery(user, found),
            kind="second",
        ),
    ]
    context = {"row": found, "shown": pages.commitment_page(found), "acts": panel(acts)}
    return page(request, "committees/commitment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    found = commitment_or_404(reference)
    question = Question(
        _("How does it go?"), _("Publish the report"), _promise(found), found.reference, lead=found.text
    )

    def act(form: Any) -> str:
        actions.report_progress(actor=request.user, commitment=found, **form.cleaned_data)
        return _promise(found)

    form = ProgressForm(filled(request))
    return ask(question, request, policies.may_report_progress(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def claim_delivery(request: HttpRequest, reference: str) -> HttpResponse:
    found = commitment_or_404(reference)
    lead = _("Those who asked are told, and can say until a day that is published whether it is so.")
    question = Question(_("Say that it is delivered"), _("Publish it"), _promise(found), found.reference, lead=lead)

    def act(form: Any) -> str:
        made = actions.claim_delivery(actor=request.user, commitment=found, evidence=form.cleaned_data["evidence"])
        return reverse("committees:claim", args=[made.pk])

    form = ClaimForm(filled(request))
    return ask(question, request, policies.may_claim_delivery(viewer(request), found), form, act)


@for_everyone
@require_GET
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    found, user = claim_or_404(pk), viewer(request)
    acts = []
    if found.state == ClaimState.OPEN:
        acts.append(
            Act(
                _("Say whether it was delivered"),
                reverse("committees:judge", args=[pk]),
                policies.may_judge(user, found),
            )
        )
    if found.state == ClaimState.DISPUTED:
        verdict = policies.may_take_dispute(user, found)
        acts.append(Act(_("Put it on an agenda"), reverse("committees:take_dispute", args=[pk]), verdict))
    context = {"row": found, "shown": pages.claim_page(found), "acts": panel(acts)}
    return page(request, "committees/claim.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees.judge", times=20, seconds=SECONDS)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    found = claim_or_404(pk)
    question = Question(
        _("Was it delivered?"),
        _("Say so"),
        _delivery(found),
        found.commitment.reference,
        lead=found.commitment.text,
        about="committees/_evidence.html",
    )

    def act(form: Any) -> str:
        actions.judge_delivery(actor=request.user, claim=found, **form.cleaned_data)
        return _delivery(found)

    return ask(
        question, request, policies.may_judge(viewer(request), found), JudgeForm(filled(request)), act, row=found
    )


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def take_dispute(request: HttpRequest, pk: int) -> HttpResponse:
    found = claim_or_404(pk)
    question = Question(
        _("Put the dispute on an agenda"), _("Put it there"), _delivery(found), found.commitment.reference
    )

    def act(form: Any) -> str:
        item = actions.take_dispute(actor=request.user, claim=found, **form.cleaned_data)
        return reverse("committees:item", args=[item.pk])

    form = DisputeForm(filled(request), claim=found)
    verdict = policies.may_take_dispute(viewer(request), found)
    return ask(question, request, verdict, form, act, calls=found.commitment.recommendation.body)


def _home(found: Recommendation) -> str:
    return reverse("committees:recommendation", args=[found.reference])


def _promise(found: Commitment) -> str:
    return reverse("committees:commitment", args=[found.reference])


def _delivery(found: Claim) -> str:
    return reverse("committees:claim", args=[found.pk])
