"""Who sets forums up, changes them, and appoints those who run them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict
from forums.models import Forum
from forums.policies.answers import resting, steward


def may_create(user: Any) -> Verdict:
    """The council's clerks and administrators set forums up."""
    return steward(
        user,
        _("Only a clerk or an administrator of the council sets up a forum. Ask one of them for the forum you need."),
    )


def may_change(user: Any, forum: Forum) -> Verdict:
    """Write its title, purpose, areas and topics anew, pause it, close it."""
    if forum.is_over:
        return resting(forum)
    return steward(user, _("Only a clerk or an administrator of the council changes what a forum is for."))


def may_appoint(user: Any, forum: Forum) -> Verdict:
    """Appoint a facilitator, or end the appointment."""
    if forum.is_over:
        return resting(forum)
    return steward(user, _("Only a clerk or an administrator of the council appoints facilitators."))
