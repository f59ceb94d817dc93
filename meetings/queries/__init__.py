"""Gatherings as pages and calendars need them."""

from meetings.queries.attendance import Figures, at_the_door, expected_at, figures
from meetings.queries.gatherings import (
    AgendaRow,
    Shown,
    Written,
    address_of,
    attendance_of,
    calendar,
    coming_of,
    past_of,
    shown,
    upcoming,
    whole_calendar,
)
from meetings.queries.joining import OPENS_BEFORE, can_join, joins
from meetings.queries.own import calendar_token, gatherings_of_token
from meetings.queries.registrations import (
    Filled,
    filled,
    own_registration,
    registered,
    registered_user_ids,
    registrations_of,
    turn_of,
)
from meetings.queries.reports import latest_notes, objections_to

__all__ = [
    "OPENS_BEFORE",
    "AgendaRow",
    "Figures",
    "Filled",
    "Shown",
    "Written",
    "address_of",
    "at_the_door",
    "attendance_of",
    "calendar",
    "calendar_token",
    "can_join",
    "coming_of",
    "expected_at",
    "figures",
    "filled",
    "gatherings_of_token",
    "joins",
    "latest_notes",
    "objections_to",
    "own_registration",
    "past_of",
    "registered",
    "registered_user_ids",
    "registrations_of",
    "shown",
    "turn_of",
    "upcoming",
    "whole_calendar",
]
