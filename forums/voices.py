"""In which role somebody speaks. Floors above tell here whom they know by another role, such as a councillor."""

from collections.abc import Callable
from typing import Any

from accounts.models import Role, StakeholderKind
from accounts.queries import has_role, person_of
from forums.models import Forum, Membership
from forums.states import Voice

Knows = Callable[[Any], bool]

OFFICERS = (Role.ADMINISTRATOR, Role.CLERK, Role.SCRUTINY_OFFICER, Role.EVALUATING_OFFICER, Role.MODERATOR)

_known: dict[Voice, Knows] = {}


def register(voice: Voice, knows: Knows) -> None:
    """From now on whoever `knows(user)` says yes to speaks as `voice`. Told once, at start."""
    _known[voice] = knows


def voice_of(user: Any, forum: Forum) -> Voice:
    """The role in which this user speaks in this forum today: an office weighs more than a membership."""
    for voice, knows in _known.items():
        if knows(user):
            return voice
    person = person_of(user)
    if person is None:
        return Voice.OFFICER if has_role(user, *OFFICERS) else Voice.CITIZEN
    if Membership.objects.facilitators().filter(forum=forum, person=person).exists():
        return Voice.FACILITATOR
    if has_role(user, *OFFICERS):
        return Voice.OFFICER
    # Only a standing that somebody has checked: a label must not be had by claiming it.
    if person.standings.filter(kind=StakeholderKind.SERVICE_WORKER, checked_at__isnull=False).exists():
        return Voice.WORKER
    return Voice.CITIZEN
