"""Reads of bodies, meetings and what is owed, for pages and for the floor above."""

from committees.queries.agendas import meetings_ahead, meetings_of, timing, to_publish
from committees.queries.asked import outputs_behind
from committees.queries.overviews import bodies_by_kind, councillors_now, owed_rows
from committees.queries.owed import (
    Owed,
    open_commitments,
    open_recommendations,
    owed,
    owner_keys,
    report_due,
    waiting_for,
)
from committees.queries.seats import chair_of, is_councillor, seats_held, seats_of

__all__ = [
    "Owed",
    "bodies_by_kind",
    "chair_of",
    "councillors_now",
    "is_councillor",
    "meetings_ahead",
    "meetings_of",
    "open_commitments",
    "open_recommendations",
    "outputs_behind",
    "owed",
    "owed_rows",
    "owner_keys",
    "report_due",
    "seats_held",
    "seats_of",
    "timing",
    "to_publish",
    "waiting_for",
]
