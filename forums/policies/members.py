"""Who joins and leaves, who sees the others, and who enters whom the forum chose to speak for it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import AgeBand, Level, Person, StakeholderKind
from accounts.queries import has_role, person_of
from core.verdicts import Verdict, no, yes
from forums.models import Forum, Mandate
from forums.policies.answers import STEWARDS, resting, sign_in
from forums.queries.people import belongs, checked_kinds, founds, is_facilitator, membership_of
from forums.queries.places import KEPT_FOR, KINDS, is_waiting, places_of
from forums.queries.rules import rules_in_force
from forums.states import ForumKind, Joining

# Certainly older than 19; somebody from 18 to 24 says that they are not.
GROWN = frozenset({AgeBand.FROM_25, AgeBand.FROM_35, AgeBand.FROM_50, AgeBand.FROM_65})


def may_join(user: Any, forum: Forum, kind: str = "") -> Verdict:
    """As this kind of stakeholder, or as any: whoever has said where they live, as far as the forum's rules and places go.

    Those of the forum's areas are counted as local, the others as guests.
    """
    verdict = may_be_member(user, forum, kind)
    if not verdict:
        return verdict
    places = places_of(forum)
    kinds = [kind] if kind else [one for one in KINDS if may_be_member(user, forum, one)]
    if any(places.has_room(one) for one in kinds):
        return yes()
    return no(
        _("Every place that you could take is taken. You can wait for one."),
        remedy_url=reverse("forums:join", args=[forum.slug]),
        remedy_label=_("Wait for a place"),
    )


def may_wait(user: Any, forum: Forum, kind: str = "") -> Verdict:
    """Whoever could join if there were a place."""
    verdict = may_be_member(user, forum, kind)
    if not verdict:
        return verdict
    if is_waiting(user, forum):
        return no(_("You are waiting for a place. You are told when you have one."))
    if may_join(user, forum, kind):
        return no(_("There is a place for you: you can join now."))
    return yes()


def may_stop_waiting(user: Any, forum: Forum) -> Verdict:
    return yes() if is_waiting(user, forum) else no(_("You are not waiting for a place here."))


def may_be_member(user: Any, forum: Forum, kind: str = "") -> Verdict:
    """All that joining needs but a free place. A kind is one's own once a standing of it has been checked."""
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
    if not (fits := right_age(person, forum)):
        return fits
    mine = {StakeholderKind.RESIDENT, *checked_kinds(person)}
    concerned = rules_in_force(forum).joining == Joining.CONCERNED
    if concerned and (not mine & set(KEPT_FOR) or kind == StakeholderKind.RESIDENT):
        return _show_standing(
            _("This forum is for service users and service workers. Say which you are, and have it checked.")
        )
    if kind and kind not in mine:
        return _show_standing(_("Nobody has checked yet that you are this. Say so, and have it checked."))
    return yes()


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
    if forum.kind == ForumKind.YOUTH and person.age_band in GROWN and not belongs(person, forum):
        return no(_("In a youth forum people from 11 to 19 speak, and those who run it for them."))
    return yes()


def right_age(person: Person, forum: Forum) -> Verdict:
    """Who can belong: to a youth forum people from 11 to 19, to the others from 16 on."""
    if forum.kind == ForumKind.YOUTH and person.age_band in GROWN:
        return no(_("Youth forums are for people from 11 to 19."))
    return old_enough(person, forum)


def _show_standing(reason: Any) -> Verdict:
    return no(reason, remedy_url=reverse("accounts:standing"), remedy_label=_("Say how you take part"))


def _give_postcode(reason: Any) -> Verdict:
    return no(reason, remedy_url=reverse("accounts:address"), remedy_label=_("Give your postcode"))


def _others_facilitate(person_id: int, forum: Forum) -> bool:
    return forum.memberships.facilitators().exclude(person_id=person_id).exists()  # type: ignore[attr-defined, no-any-return]
