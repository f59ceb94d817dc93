"""Answers that several policies share."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from accounts.policies import may_use_staff
from accounts.queries import person_of
from core.verdicts import Verdict, no
from forums.models import Forum
from forums.states import ForumState

STEWARDS = (Role.CLERK, Role.ADMINISTRATOR)


def steward(user: Any, reason: Any) -> Verdict:
    """Clerks and administrators; who holds the role without a second factor is told how to set it up."""
    verdict = may_use_staff(user, *STEWARDS)
    return verdict if verdict or (verdict.remedy_url and person_of(user)) else no(reason)


def sign_in(reason: Any) -> Verdict:
    return no(reason, remedy_url=reverse("account_login"), remedy_label=_("Sign in"))


def resting(forum: Forum) -> Verdict:
    if forum.state == ForumState.CONSTITUTING:
        return no(_("This forum is being founded. It begins once its founders have voted its rules."))
    if forum.state == ForumState.MERGED:
        return no(_("This forum has merged into another. It stays here to be read."))
    if forum.state == ForumState.PAUSED:
        return no(_("This forum is paused. Nothing new can be added until it is taken up again."))
    return no(_("This forum is closed. It stays here to be read."))
