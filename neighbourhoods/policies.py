"""Who may write down what is known of a place."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Role, StakeholderKind, Standing
from accounts.policies import signed_in
from accounts.queries import has_role, person_of
from core.verdicts import Verdict, no, yes
from forums.policies.answers import sign_in, steward
from neighbourhoods.models import Asset, Presence
from neighbourhoods.queries.people import facilitates, facilitates_around
from places.models import Area


def may_write_story(user: Any, area: Area) -> Verdict:
    """Facilitators of forums of this area or of what it lies in, and clerks."""
    if person_of(user) is None:
        return sign_in(_("Sign in to write down what is known of this place."))
    if facilitates_around(user, area.pk):
        return yes()
    return steward(user, _("Facilitators of a forum of this area write its story, and the council's clerks."))


def may_add_asset(user: Any) -> Verdict:
    """Those who speak for an organisation, facilitators, and clerks."""
    person = person_of(user)
    if person is None:
        return sign_in(_("Sign in to add an entry."))
    if Standing.objects.filter(person=person, kind=StakeholderKind.ORGANISATION).exists() or facilitates(user):
        return yes()
    return steward(
        user,
        _("Entries are added by people who speak for an organisation, by facilitators and by the council's clerks."),
    )


def may_edit_asset(user: Any, asset: Asset) -> Verdict:
    """Its keeper, facilitators where it is, and clerks."""
    person = person_of(user)
    if person is None:
        return sign_in(_("Sign in to keep this entry right."))
    if asset.is_hidden:
        return no(_("This entry is hidden. Its moderators decide first."))
    if asset.is_closed:
        return no(_("This entry is closed: what it names is no more."))
    if asset.keeper_id == person.pk:
        return yes()
    if facilitates_around(user, asset.ward_id) if asset.ward_id else facilitates(user):
        return yes()
    return steward(user, _("Only who keeps this entry, a facilitator of a forum there or a clerk changes it."))


def may_check_asset(user: Any, asset: Asset) -> Verdict:
    return may_edit_asset(user, asset)


def may_close_asset(user: Any, asset: Asset) -> Verdict:
    return may_edit_asset(user, asset)


def may_report_asset(user: Any, asset: Asset) -> Verdict:
    """Anybody who is signed in."""
    if asset.is_hidden:
        return no(_("This entry is hidden. Its moderators decide first."))
    if asset.is_closed:
        return no(_("This entry is closed: what it names is no more."))
    return signed_in(user)


def may_moderate_asset(user: Any, asset: Asset) -> Verdict:
    """The council's moderators, and facilitators where it is; never who keeps the entry."""
    person = person_of(user)
    if person is not None and asset.keeper_id == person.pk:
        return no(_("This is your own entry. Somebody else decides on reports about it."))
    if has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return yes()
    if person is not None and asset.ward_id and facilitates_around(user, asset.ward_id):
        return yes()
    return no(_("Only a moderator of the council, or a facilitator of a forum there, decides on reports."))


def may_enter_presence(user: Any) -> Verdict:
    """Clerks and administrators keep the register of posts."""
    return steward(user, _("Only a clerk or an administrator of the council enters who works in a ward."))


def may_end_presence(user: Any, presence: Presence) -> Verdict:
    if presence.until is not None:
        return no(_("This post has ended already."))
    return may_enter_presence(user)
