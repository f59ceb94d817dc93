"""Who may report."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.policies import signed_in
from core.subjects import key_of
from core.verdicts import Verdict, no, yes
from moderation.authors import author_user_ids, wrote
from moderation.models import Flag, Profile


def may_flag(user: Any, subject: Any) -> Verdict:
    """Everybody with a sign-in, once, and not their own words."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    if subject.is_hidden:
        return no(_("This is hidden already."))
    if wrote(user, subject):
        return no(_("These are your own words."))
    if Flag.objects.of(*key_of(subject)).filter(by=user).exists():
        return no(_("You have reported this. The moderators have it on their list."))
    return yes()


def may_flag_person(user: Any, subject: Any) -> Verdict:
    """Everybody with a sign-in, from something that somebody with a public name wrote, and not themselves."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    authors = author_user_ids(subject)
    if not authors:
        return no(_("Nobody's name stands under this, so only the words can be reported."))
    if user.pk in authors:
        return no(_("These are your own words."))
    about = Profile.objects.filter(person__user__in=authors[:1]).values_list("pk", flat=True)
    if Flag.objects.filter(subject_kind="moderation.profile", subject_id__in=about, by=user).exists():
        return no(_("You have reported this person. The moderators have it on their list."))
    return yes()
