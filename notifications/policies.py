from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import subjects
from core.verdicts import Verdict, no, yes


def may_have_inbox(user: Any, about: Any = None) -> Verdict:
    if not user.is_authenticated:
        return no(_("Sign in to see your news."), remedy_url=reverse("account_login"), remedy_label=_("Sign in"))
    return yes()


def may_follow(user: Any, subject: models.Model) -> Verdict:
    """Anyone signed in may follow what they may see."""
    if not user.is_authenticated:
        return no(_("Sign in to follow this."), remedy_url=reverse("account_login"), remedy_label=_("Sign in"))
    if not subjects.visible(user, [subjects.key_of(subject)]):
        return no(_("There is nothing here that you can follow."))
    return yes()
