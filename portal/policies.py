from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from portal.queries.desks import desks_of


def may_have_desk(user: Any, about: Any = None) -> Verdict:
    """Whoever facilitates, sits on a body, answers for a portfolio, or works as an officer of the council."""
    if not user.is_authenticated:
        return no(_("Sign in to see your desk."), remedy_url=reverse("account_login"), remedy_label=_("Sign in"))
    if not desks_of(user):
        return no(
            _("Desks are for people with an office: facilitators, officers, councillors and cabinet members."),
            remedy_url=reverse("portal:me"),
            remedy_label=_("Your own page"),
        )
    return yes()
