"""Who asks for a forum, who stands behind it, who answers, and who looks at a no once more."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Level, Role
from accounts.policies import may_use_staff
from accounts.queries import person_of
from core.verdicts import Verdict, no, yes
from forums.models import ForumRequest
from forums.policies.answers import sign_in, steward
from forums.queries.requests import has_backed
from forums.states import RequestState


def may_request(user: Any) -> Verdict:
    """Any resident whose home has been verified."""
    return _resident(
        user, _("Sign in to ask for a forum."), _("Residents ask for a forum. Prove where you live first.")
    )


def may_back(user: Any, request: ForumRequest) -> Verdict:
    """A verified resident, once, while the request gathers people."""
    if request.state == RequestState.CONSIDERING:
        return no(_("This request has the residents it needs. The council answers it."))
    if not request.is_gathering:
        return no(_("The council has answered this request. What it said stands on this page."))
    if request.is_hidden:
        return no(_("This request is hidden, so nobody can back it."))
    resident = _resident(
        user,
        _("Sign in to back this request."),
        _("Residents back a request, each of them once. Prove where you live first."),
    )
    if resident and has_backed(user, request):
        return no(_("You back this request already."))
    return resident


def may_withdraw_backing(user: Any, request: ForumRequest) -> Verdict:
    if not request.is_gathering:
        return no(_("The request is before the council with the people it had then. Its count is final."))
    if not has_backed(user, request):
        return no(_("You do not back this request."))
    return yes()


def may_answer_request(user: Any, request: ForumRequest) -> Verdict:
    """The council's clerks and administrators, once enough residents stand behind it."""
    if request.state == RequestState.GATHERING:
        return no(_("The council answers once enough residents stand behind the request."))
    if request.state != RequestState.CONSIDERING:
        return no(_("The council has answered this request."))
    return steward(user, _("Only a clerk or an administrator of the council answers a request for a forum."))


def may_ask_review(user: Any, request: ForumRequest) -> Verdict:
    """Any one of those who back it, once."""
    if request.state in (RequestState.REVIEWING, RequestState.UPHELD) or request.reviewed_at is not None:
        return no(_("Scrutiny looks at a refusal once, and has been asked to."))
    if request.state != RequestState.REFUSED:
        return no(_("Only a refusal is looked at again."))
    if person_of(user) is None:
        return sign_in(_("Sign in to ask for a second look."))
    if not has_backed(user, request):
        return no(_("Only somebody who backs the request can ask scrutiny to look at the refusal."))
    return yes()


def may_review_request(user: Any, request: ForumRequest) -> Verdict:
    """Scrutiny, and never whoever gave the answer."""
    if request.state != RequestState.REVIEWING:
        return no(_("Nobody has asked scrutiny to look at this request, or it has done so."))
    if request.answered_by_id is not None and request.answered_by_id == user.pk:
        return no(_("You gave the answer, so somebody else looks at it."))
    verdict = may_use_staff(user, Role.SCRUTINY_OFFICER)
    if verdict or (verdict.remedy_url and person_of(user)):
        return verdict
    return no(_("Only a scrutiny officer looks at a refusal again."))


def _resident(user: Any, signed_out: Any, unverified: Any) -> Verdict:
    person = person_of(user)
    if person is None:
        return sign_in(signed_out)
    if person.level < Level.VERIFIED:
        return no(unverified, remedy_url=reverse("accounts:address"), remedy_label=_("Prove where you live"))
    return yes()
