"""An item before the committee: drafts, votes, and what came of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from committees import actions, policies
from committees.forms.consideration import AdjournForm, ConcludeForm, DraftForm, IssueForm, VoteForm
from committees.models import AgendaItem, Recommendation
from committees.queries import pages
from committees.queries.seats import seats_there
from committees.states import ItemState
from committees.views.acting import SECONDS, TIMES, Act, Question, ask, filled, panel
from committees.views.loading import item_or_404, recommendation_or_404
from core import today
from core.http import done, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer


@for_everyone
@require_GET
def item(request: HttpRequest, pk: int) -> HttpResponse:
    found = item_or_404(pk)
    context = {"row": found, "shown": pages.item_page(found), "acts": panel(_acts(request, found))}
    return page(request, "committees/item.html", context)


def _acts(request: HttpRequest, found: AgendaItem) -> list[Act]:
    if found.state != ItemState.PLANNED:
        return []
    user, args = viewer(request), [found.pk]
    return [
        Act(
            _("Draft a recommendation"), reverse("committees:recommend", args=args), policies.may_recommend(user, found)
        ),
        Act(
            _("Conclude the item"),
            reverse("committees:conclude", args=args),
            policies.may_conclude(user, found),
            kind="second",
        ),
        Act(
            _("Adjourn it to another meeting"),
            reverse("committees:adjourn", args=args),
            policies.may_adjourn(user, found),
            kind="second",
        ),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    found = item_or_404(pk)
    lead = _("One ask to one cabinet member. Once adopted its words are final.")
    question = Question(_("Draft a recommendation"), _("Save the draft"), _page_of(found), found.item.title, lead=lead)

    def act(form: Any) -> str:
        made = actions.draft_recommendation(actor=request.user, agenda_item=found, **form.cleaned_data)
        return reverse("committees:recommendation", args=[made.reference])

    form = DraftForm(filled(request), initial={"portfolio": found.meeting.body.portfolio_id})
    return ask(question, request, policies.may_recommend(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def conclude(request: HttpRequest, pk: int) -> HttpResponse:
    found = item_or_404(pk)
    question = Question(_("Conclude the item"), _("Conclude it"), _page_of(found), found.item.title)

    def act(form: Any) -> str:
        actions.conclude_item(actor=request.user, agenda_item=found, outcome=form.cleaned_data["outcome"])
        return _page_of(found)

    form = ConcludeForm(filled(request))
    return ask(question, request, policies.may_conclude(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def adjourn(request: HttpRequest, pk: int) -> HttpResponse:
    found = item_or_404(pk)
    lead = _("An item is put off to a named meeting of this body, never without one.")
    question = Question(_("Adjourn the item"), _("Adjourn it"), _page_of(found), found.item.title, lead=lead)

    def act(form: Any) -> str:
        return _page_of(actions.adjourn_item(actor=request.user, agenda_item=found, **form.cleaned_data))

    form = AdjournForm(filled(request), item=found)
    return ask(question, request, policies.may_adjourn(viewer(request), found), form, act, calls=found.meeting.body)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def vote(request: HttpRequest, reference: str) -> HttpResponse:
    """Only the seats that may vote on this item are asked; the others stand beside, each with the reason."""
    found = recommendation_or_404(reference)
    seats = seats_there(found.agenda_item)
    question = Question(
        _("How did they vote?"),
        _("Record the vote"),
        _home(found),
        found.reference,
        lead=found.text,
        about="committees/_voters.html",
        dense=True,
    )

    def act(form: Any) -> str:
        casting = form.cleaned_data["casting_vote"]
        actions.vote_recommendation(actor=request.user, recommendation=found, votes=form.votes, casting_vote=casting)
        return _home(found)

    form = VoteForm(filled(request), seats=seats)
    silent = [row for row in seats if not row.verdict]
    return ask(question, request, policies.may_record_vote(viewer(request), found), form, act, silent=silent)


@require_POST
@limited("committees", times=TIMES, seconds=SECONDS)
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    found = recommendation_or_404(reference)
    actions.withdraw_draft(actor=request.user, recommendation=found)
    return done(request, _page_of(found.agenda_item))


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def issue(request: HttpRequest, reference: str) -> HttpResponse:
    found = recommendation_or_404(reference)
    lead = _("%(post)s owes an answer from this day on. The day by which it is due is worked out and published.") % {
        "post": found.portfolio.post
    }
    question = Question(
        _("Send it to the cabinet"), _("It has been received"), _home(found), found.reference, lead=lead
    )

    def act(form: Any) -> str:
        actions.issue_recommendation(
            actor=request.user, recommendation=found, received_on=form.cleaned_data["received_on"]
        )
        return _home(found)

    form = IssueForm(filled(request), initial={"received_on": today()})
    return ask(question, request, policies.may_issue(viewer(request), found), form, act)


def _page_of(found: AgendaItem) -> str:
    return reverse("committees:item", args=[found.pk])


def _home(found: Recommendation) -> str:
    return reverse("committees:recommendation", args=[found.reference])
