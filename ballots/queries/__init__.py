"""What pages ask of ballots. Nothing here looks at a choice before the close."""

from ballots.queries.ballots import (
    ballots_about,
    has_voted,
    host_key,
    is_on_paper,
    place_of,
    published_lines,
    roll_place,
    roll_user_ids,
    subject_key,
    surroundings,
    waiting_for,
)
from ballots.queries.paper import Box, box_of, counted_on_paper, on_roll, person_on_roll, slips_of

__all__ = [
    "Box",
    "ballots_about",
    "box_of",
    "counted_on_paper",
    "has_voted",
    "host_key",
    "is_on_paper",
    "on_roll",
    "person_on_roll",
    "place_of",
    "published_lines",
    "roll_place",
    "roll_user_ids",
    "slips_of",
    "subject_key",
    "surroundings",
    "waiting_for",
]
