from meetings.models.gatherings import (
    Attendance,
    Gathering,
    Item,
    Notes,
    _uid,  # noqa: F401 -- the first migration names it here
)
from meetings.models.registrations import Answer, Pool, Question, Registration

__all__ = ["Answer", "Attendance", "Gathering", "Item", "Notes", "Pool", "Question", "Registration"]
