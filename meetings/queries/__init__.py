"""Gatherings as pages and calendars need them."""

from meetings.queries.gatherings import (
    Shown,
    Written,
    address_of,
    attendance_of,
    calendar,
    of_host,
    shown,
    upcoming,
    whole_calendar,
)
from meetings.queries.joining import OPENS_BEFORE, can_join, joins
from meetings.queries.registrations import (
    Filled,
    filled,
    own_registration,
    registered,
    registered_user_ids,
    registrations_of,
    turn_of,
)

__all__ = [
    "OPENS_BEFORE",
    "Filled",
    "Shown",
    "Written",
    "address_of",
    "attendance_of",
    "calendar",
    "can_join",
    "filled",
    "joins",
    "of_host",
    "own_registration",
    "registered",
    "registered_user_ids",
    "registrations_of",
    "shown",
    "turn_of",
    "upcoming",
    "whole_calendar",
]
