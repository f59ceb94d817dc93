"""What every request of somebody who is signed in brings along about them, so that pages need not ask; floors above tell at start."""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, QuerySet

Rows = Callable[[], QuerySet[Any]]

_rows: dict[str, Rows] = {}


def brings(name: str, rows: Rows) -> None:
    """From now on a sign-in that a request loads says in its attribute `name` whether there are such rows: of the person
    `OuterRef("person")`, on the day `slot("day")`. One that was loaded otherwise has no such attribute.
    """
    _rows[name] = rows


def brought() -> dict[str, Any]:
    """An expression for each."""
    return {name: Exists(rows()) for name, rows in _rows.items()}
