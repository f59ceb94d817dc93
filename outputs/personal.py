"""Outputs are a forum's own words and name nobody: there is nothing of one person in them to take away or to blank.

What somebody said about an output is a post (forums), and that they voted on it stands with the ballot.
"""

from typing import Any

from core.personal import register


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    return {}


def erase(person_id: int, user_id: int | None) -> None:
    """Nothing here names a person."""


register("outputs", export=export, erase=erase)
