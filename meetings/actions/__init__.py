"""The acts on gatherings. The host's floor asks its own policy first and hands the answer on as `verdict`; whether the
gathering is still where the act can be done is asked here.
"""

from meetings.actions.gatherings import (
    add_item,
    agree_notes,
    cancel,
    end,
    publish,
    record_attendance,
    renumber,
    reschedule,
    schedule,
    settle_item,
    start,
    write_notes,
)
from meetings.actions.registrations import cancel_registration, forget_registrations, offer_places, register

__all__ = [
    "add_item",
    "agree_notes",
    "cancel",
    "cancel_registration",
    "end",
    "forget_registrations",
    "offer_places",
    "publish",
    "record_attendance",
    "register",
    "renumber",
    "reschedule",
    "schedule",
    "settle_item",
    "start",
    "write_notes",
]
