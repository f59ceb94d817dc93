from meetings.models.gatherings import (
    Attendance,
    Gathering,
    Item,
    Notes,
    WalkIn,
    _uid,  # noqa: F401 -- the first migration names it here
)
from meetings.models.registrations import Answer, Pool, Question, Registration
from meetings.models.writing import CalendarKey, Objection, Recording, Reminder, Report

__all__ = [
    "Answer",
    "Attendance",
    "CalendarKey",
    "Gathering",
    "Item",
    "Notes",
    "Objection",
    "Pool",
    "Question",
    "Recording",
    "Registration",
    "Reminder",
    "Report",
    "WalkIn",
]
