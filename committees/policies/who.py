"""Who somebody is to a body, a portfolio or a meeting: the halves of sentences that several policies share."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Role
from accounts.policies import may_use_staff
from accounts.queries import has_role, person_of, roles_of
from committees.models import Body, Portfolio
from committees.queries.seats import chair_of
from core.verdicts import Verdict, no, yes

OFFICERS = (Role.CLERK, Role.SCRUTINY_OFFICER)


def must_sign_in(reason: Any) -> Verdict:
    """No, with the way to the sign-in page."""
    return no(reason, remedy_url=reverse("account_login"), remedy_label=_("Sign in"))


def officer(user: Any, *roles: str, otherwise: Any) -> Verdict:
    """Yes for whoever holds one of the roles and has shown a second factor; `otherwise` is the reason for everyone else."""
    if not user.is_authenticated:
        return must_sign_in(otherwise)
    if has_role(user, *roles):
        return yes()
    return no(otherwise) if roles_of(user).isdisjoint(roles) else may_use_staff(user, *roles)


def clerk(user: Any, otherwise: Any) -> Verdict:
    return officer(user, Role.CLERK, otherwise=otherwise)


def is_chair(user: Any, body: Body) -> bool:
    person = person_of(user) if user.is_authenticated else None
    seat = chair_of(body) if person else None
    return seat is not None and person is not None and seat.person_id == person.pk


def clerk_or_chair(user: Any, body: Body, otherwise: Any) -> Verdict:
    return yes() if is_chair(user, body) else clerk(user, otherwise)


def triager(user: Any, body: Body) -> Verdict:
    """The chair, or the scrutiny officer or a clerk together with the chair."""
    if is_chair(user, body):
        return yes()
    return officer(
        user,
        *OFFICERS,
        otherwise=_(
            "Only the committee's chair, or its scrutiny officer or clerk with the chair, decides what becomes of this."
        ),
    )


def is_holder(user: Any, portfolio: Portfolio) -> bool:
    person = person_of(user) if user.is_authenticated else None
    return person is not None and portfolio.holder_id == person.pk


def holder(user: Any, portfolio: Portfolio, otherwise: Any) -> Verdict:
    """Yes for the cabinet member who holds the portfolio today."""
    if not user.is_authenticated:
        return must_sign_in(otherwise)
    if portfolio.holder_id is None:
        return no(_("Nobody holds this post today. The answer is still owed, and falls to whoever is appointed."))
    return yes() if is_holder(user, portfolio) else no(otherwise)
