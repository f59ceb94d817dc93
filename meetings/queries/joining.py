"""Who is told the address to join online, and when."""

from datetime import timedelta
from typing import Any

from accounts.queries import person_of
from core import now
from meetings import hosts
from meetings.models import Gathering

OPENS_BEFORE = timedelta(minutes=15)


def can_join(gathering: Gathering) -> bool:
    """Whether it is the time for it: from a quarter of an hour before until the end, unless it was cancelled."""
    return gathering.state != "cancelled" and gathering.starts_at - OPENS_BEFORE <= now() <= gathering.ends_at


def joins(user: Any, gathering: Gathering) -> bool:
    """Whether this user is told the address now: those with a place, members of the host, and those who run it; anybody, where the host has no members."""
    if not gathering.online_url or not can_join(gathering):
        return False
    if hosts.is_open(gathering.host_kind):
        return True
    person = person_of(user)
    if person is None:
        return False
    if gathering.registrations.standing_in().filter(person=person).exists():
        return True
    key = (gathering.host_kind, gathering.host_id)
    return hosts.belongs(user, *key) or bool(hosts.may_run(user, *key))
