"""Who joins and leaves, who sees the others, and who enters whom the forum chose to speak for it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import AgeBand, Level, Person
from accounts.queries import has_role, person_of
from core.verdicts import Verdict, no, yes
from forums.models import Forum, Mandate
from forums.policies.answers import STEWARDS, resting, sign_in
from forums.queries.people import founds, is_facilitator, membership_of
from forums.states import ForumKind


def may_join(user: Any, forum: Forum) -> Verdict:
    """Open to everybody who has said where they live; those of the forum's areas are counted as local, the others as guests."""
    if not forum.takes_words:
        return resting(forum)
    person = person_of(user)
    if person is None:
        return sign_in(_("Sign in to join this forum."))
    if membership_of(user, forum):
        return no(_("You are in this forum."))
    if person.level < Level.DECLARED:
        return _give_postcode(_("Members of a forum say where they live. Give your postcode first: it takes a minute."))
    if forum.is_founding and not founds(person, forum):
        return no(_("Those who asked for this forum found it. It opens to all once they have voted its rules."))
    return old_enough(person, forum)


def may_leave(user: Any, forum: Forum) -> Verdict:
    membership = membership_of(user, forum)
    if membership is None:
        return no(_("You are not in this forum."))
    if membership.is_facilitator and not _others_facilitate(membership.person_id, forum):
        return no(_("You are the only facilitator. A clerk must appoint another one before you leave."))
    return yes()


def may_see_members(user: Any, forum: Forum) -> Verdict:
    """Names are for those inside, and for the council's clerks."""
    if membership_of(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Members' names are shown to members only. Everybody sees how many they are and where they live."))


def may_give_mandate(user: Any, forum: Forum) -> Verdict:
    """Enter whom the forum chose to speak for it, or that it called them back."""
    if is_facilitator(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("A facilitator of the forum, or a clerk, enters who speaks for it."))


def may_recall(user: Any, mandate: Mandate) -> Verdict:
    if mandate.recalled_at is not None:
        return no(_("This representative has been called back already."))
    return may_give_mandate(user, mandate.forum)


def old_enough(person: Person, forum: Forum) -> Verdict:
    """Under 16 one takes part in the youth forums; the same answer for whoever joins, speaks or proposes."""
    if person.age_band == AgeBand.UNDER_16 and forum.kind != ForumKind.YOUTH:
        return no(
            _("People under 16 take part in the youth forums."),
            remedy_url=reverse("forums:list"),
            remedy_label=_("See the forums"),
        )
    return yes()


def _give_postcode(reason: Any) -> Verdict:
    return no(reason, remedy_url=reverse("accounts:address"), remedy_label=_("Give your postcode"))


def _others_facilitate(person_id: int, forum: Forum) -> bool:
    return forum.memberships.facilitators().exclude(person_id=person_id).exists()  # type: ignore[attr-defined, no-any-return]
