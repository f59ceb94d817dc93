"""Who may report."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.policies import signed_in
from core.subjects import key_of
from core.verdicts import Verdict, no, yes
from moderation.authors import author_user_ids
from moderation.models import Flag


def may_flag(user: Any, subject: Any) -> Verdict:
    """Everybody with a sign-in, once, and not their own words."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    if subject.is_hidden:
        return no(_("This is hidden already."))
    if user.pk in author_user_ids(subject):
        return no(_("These are your own words."))
    if Flag.objects.of(*key_of(subject)).filter(by=user).exists():
        return no(_("You have reported this. The moderators have it on their list."))
    return yes()
