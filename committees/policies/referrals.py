"""Who may bring an output before a body, and who says what becomes of it there."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.queries import person_of
from committees.models import Referral
from committees.policies.who import clerk, must_sign_in, triager
from committees.queries.asked import speaks_for
from committees.states import ReferralState
from core.verdicts import Verdict, no, yes
from forums.queries import is_facilitator
from outputs.models import Output
from outputs.states import State as OutputState


def may_refer(user: Any, output: Output) -> Verdict:
    if output.state != OutputState.APPROVED:
        return no(_("This can go to a committee once the forum's members have approved it."))
    otherwise = _(
        "Only a facilitator of the forum, or someone it has chosen to speak for it, can send this to a committee."
    )
    if not user.is_authenticated:
        return must_sign_in(otherwise)
    person = person_of(user)
    if is_facilitator(user, output.forum) or (person is not None and speaks_for(person.pk, output.forum_id)):
        return yes()
    return no(otherwise)


def may_acknowledge(user: Any, referral: Referral) -> Verdict:
    allowed = clerk(user, _("Only a clerk can confirm that the committee has received this."))
    if not allowed:
        return allowed
    return yes() if referral.state == ReferralState.SENT else no(_("This has been acknowledged already."))


def may_accept(user: Any, referral: Referral) -> Verdict:
    return _may_triage(user, referral)


def may_redirect(user: Any, referral: Referral) -> Verdict:
    return _may_triage(user, referral)


def may_refuse(user: Any, referral: Referral) -> Verdict:
    return _may_triage(user, referral)


def _may_triage(user: Any, referral: Referral) -> Verdict:
    allowed = triager(user, referral.body)
    if not allowed:
        return allowed
    if referral.state == ReferralState.SENT:
        return no(
            _("The clerk first confirms that the committee has received this."),
            remedy_url=reverse("committees:referral", args=[referral.reference]),
            remedy_label=_("See where it stands"),
        )
    if referral.state != ReferralState.ACKNOWLEDGED:
        return no(_("This has been decided already."))
    return yes()
