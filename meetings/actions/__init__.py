"""The acts on gatherings. The host's floor asks its own policy first and hands the answer on as `verdict`; whether the
gathering is still where the act can be done is asked here.
"""

from meetings.actions.agendas import add_item, pick_items, publish, renumber, settle_item, time_items
from meetings.actions.attendance import check_in, count_walk_in, record_attendance
from meetings.actions.gatherings import cancel, end, reschedule, schedule, start
from meetings.actions.notes import add_recording, agree_notes, agree_unopposed, object_to_notes, write_notes
from meetings.actions.registrations import (
    cancel_registration,
    fold_persons,
    forget_registrations,
    offer_places,
    register,
)
from meetings.actions.reminding import forget_needs, remind, renew_calendar_key

__all__ = [
    "add_item",
    "add_recording",
    "agree_notes",
    "agree_unopposed",
    "cancel",
    "cancel_registration",
    "check_in",
    "count_walk_in",
    "end",
    "fold_persons",
    "forget_needs",
    "forget_registrations",
    "object_to_notes",
    "offer_places",
    "pick_items",
    "publish",
    "record_attendance",
    "register",
    "remind",
    "renew_calendar_key",
    "renumber",
    "reschedule",
    "schedule",
    "settle_item",
    "start",
    "time_items",
    "write_notes",
]
