"""Who may ask for a place, give it up, and see who comes."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.policies import signed_in
from accounts.queries import person_of
from core import now
from core.verdicts import Verdict, no, yes
from meetings.models import Gathering, Registration
from meetings.policies.gatherings import can_change, may_run
from meetings.queries.joining import can_join, joins


def may_register(user: Any, gathering: Gathering) -> Verdict:
    """Anybody with a sign-in, until it begins, where places are offered: a meeting is for those who come."""
    if not gathering.pools.exists():
        return no(_("Nobody needs to register for this meeting. Just come."))
    if gathering.starts_at <= now():
        return no(_("This meeting has begun; nobody can register any more. Come to the door."))
    return can_change(gathering) and signed_in(user) and _not_yet(user, gathering)


def may_cancel_registration(user: Any, registration: Registration) -> Verdict:
    """One's own, until the meeting begins."""
    person = person_of(user)
    if person is None or registration.person_id != person.pk:
        return no(_("Only those who registered can cancel their registration."))
    if registration.gathering.starts_at <= now():
        return no(_("This meeting has begun; a registration can no longer be cancelled."))
    return yes()


def may_offer_places(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_change(gathering)


def may_see_registrations(user: Any, gathering: Gathering) -> Verdict:
    """Who comes, and what they need, is for those who run the meeting."""
    return may_run(user, gathering)


def may_join(user: Any, gathering: Gathering) -> Verdict:
    """Follow online, at the time for it; before that nobody is told the address, in whatever form."""
    if joins(user, gathering):
        return yes()
    if not gathering.online_url or not can_join(gathering):
        return no(_("The link to join shows here from a quarter of an hour before the meeting until its end."))
    return no(_("Those who have registered and the members of the forum join online."))


def _not_yet(user: Any, gathering: Gathering) -> Verdict:
    if gathering.registrations.live().filter(person=person_of(user)).exists():
        return no(_("You have registered already."))
    return yes()
