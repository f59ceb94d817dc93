"""Who may do what with a gathering: its host says who runs it, its state says what can still be done."""

from meetings.policies.gatherings import (
    can_be_written_up,
    can_change,
    can_count,
    can_take_items,
    may_add_item,
    may_agree_notes,
    may_cancel,
    may_end,
    may_publish,
    may_record_attendance,
    may_reschedule,
    may_run,
    may_start,
    may_write_notes,
)
from meetings.policies.registrations import (
    may_cancel_registration,
    may_join,
    may_offer_places,
    may_register,
    may_see_registrations,
)

__all__ = [
    "can_be_written_up",
    "can_change",
    "can_count",
    "can_take_items",
    "may_add_item",
    "may_agree_notes",
    "may_cancel",
    "may_cancel_registration",
    "may_end",
    "may_join",
    "may_offer_places",
    "may_publish",
    "may_record_attendance",
    "may_register",
    "may_reschedule",
    "may_run",
    "may_see_registrations",
    "may_start",
    "may_write_notes",
]
