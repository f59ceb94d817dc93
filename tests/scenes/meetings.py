"""Gatherings of a host that the test makes up: a ward serves as one, since anybody may see it."""

from datetime import timedelta

from accounts.models import Standing
from core import now
from meetings import actions
from meetings.models import Gathering
from meetings.states import State
from tests.cast import people, ward


def host():
    """What holds the gatherings."""
    return ward()


def gathering(title="Monthly meeting", state=State.SCHEDULED, starts_at=None, **fields):
    """A gathering in a state, in nine days unless said otherwise, for two hours."""
    starts_at = starts_at or (now() + timedelta(days=9)).replace(microsecond=0)
    made = actions.schedule(
        actor=None, host=host(), title=title, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **fields
    )
    if state != State.SCHEDULED:
        Gathering.objects.filter(pk=made.pk).update(state=state)
        made.refresh_from_db()
    return made


def held(**fields):
    """A gathering that is over."""
    return gathering(state=State.ENDED, **fields)


def offered(size, reserved=None, questions=None, **fields):
    found = gathering(**fields)
    actions.offer_places(actor=None, gathering=found, size=size, reserved=reserved, questions=questions)
    return found


def crowd(number):
    return [each.user for each in people(number)]


def register(found, *users, **more):
    return [actions.register(actor=user, gathering=found, **more) for user in users]


def states(found):
    return list(found.registrations.order_by("number").values_list("state", flat=True))


def serves(user, kind="service_user", checked=True):
    Standing.objects.create(person=user.person, kind=kind, of="home care", checked_at=now() if checked else None)
    return user
