"""Pages that stay put while rows come and go: the next page begins after a row, not after a count."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model, Q, QuerySet

from core.prepared import Prepared, slot

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Up to `size` rows; cursors are empty at the ends."""

    rows: list[Row]
    next_cursor: str
    previous_cursor: str


def encode(values: Sequence[Any]) -> str:
    raw = json.dumps([value if isinstance(value, int | str | None) else str(value) for value in values])
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def decode(cursor: str, width: int) -> list[Any] | None:
    """The values in a cursor, or None for one that we did not make."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, UnicodeDecodeError):
        return None
    if not isinstance(values, list) or len(values) != width or not all(isinstance(v, int | str) for v in values):
        return None
    return values


def paginate(
    rows: QuerySet[Row], order: Sequence[str], *, after: str = "", before: str = "", size: int = 20
) -> Page[Row]:
    """One page of `rows` in `order` (column names, "-" for descending; the last must be unique), in one query.

    A cursor that is not ours is taken as none: the first page answers.
    """
    values = _values_of(after or before, rows.model, order)
    backwards = bool(before) and values is not None
    return _page(
        list(_beside(rows, order, values, backwards=backwards, size=size)),
        order,
        values,
        backwards=backwards,
        size=size,
    )


def first_page(found: list[Row], order: Sequence[str], *, size: int = 20) -> Page[Row]:
    """The first page of a list whose first `size` rows and one more are at hand, in `order`."""
    return _page(found, order, None, backwards=False, size=size)


class Pages(Generic[Row]):
    """A list that is read all the time: the same pages as `paginate` gives, by prepared queries.

    `build` gives the rows, with slots for what varies; `page` takes their values.
    """

    def __init__(self, build: Callable[[], QuerySet[Any, Any]], order: Sequence[str], *, size: int = 20) -> None:
        self._build, self._order, self._size = build, tuple(order), size
        self._model = build().model
        slots = [slot(f"cursor_{number}") for number in range(len(order))]
        self._first: Prepared[Row] = self._prepared(None, backwards=False)
        self._after: Prepared[Row] = self._prepared(slots, backwards=False)
        self._before: Prepared[Row] = self._prepared(slots, backwards=True)

    def page(self, *, after: str = "", before: str = "", **values: Any) -> Page[Row]:
        cursor = _values_of(after or before, self._model, self._order)
        backwards = bool(before) and cursor is not None
        asked = self._first if cursor is None else self._before if backwards else self._after
        found = asked.all(**values, **{f"cursor_{number}": value for number, value in enumerate(cursor or ())})
        return _page(found, self._order, cursor, backwards=backwards, size=self._size)

    def _prepared(self, cursor: Sequence[Any] | None, *, backwards: bool) -> Prepared[Row]:
        return Prepared(lambda: _beside(self._build(), self._order, cursor, backwards=backwards, size=self._size))


def _beside(
    rows: QuerySet[Row], order: Sequence[str], cursor: Sequence[Any] | None, *, backwards: bool, size: int
) -> QuerySet[Row]:
    """The rows of a page and one more, the nearest to the cursor first."""
    wanted = [_flip(name) for name in order] if backwards else list(order)
    chosen = rows.order_by(*wanted)
    return (chosen.filter(_beyond(wanted, cursor)) if cursor is not None else chosen)[: size + 1]


def _page(
    found: list[Row], order: Sequence[str], cursor: Sequence[Any] | None, *, backwards: bool, size: int
) -> Page[Row]:
    more = len(found) > size
    found = found[:size]
    if backwards:
        found.reverse()
    forward = more if not backwards else cursor is not None
    back = (cursor is not None) if not backwards else more
    return Page(
        found,
        encode(_values(found[-1], order)) if found and forward else "",
        encode(_values(found[0], order)) if found and back else "",
    )


def _values_of(cursor: str, model: type[Model], order: Sequence[str]) -> list[Any] | None:
    """What a cursor holds; None where it could not have come from these columns, for somebody may have written it themselves."""
    values = decode(cursor, len(order)) if cursor else None
    if values is None:
        return None
    for name, value in zip(order, values, strict=True):
        try:
            column: Any = model._meta.get_field(name.lstrip("-"))
            column.to_python(value)
        except FieldDoesNotExist:
            if not isinstance(value, int):  # a figure that the query works out
                return None
        except (ValidationError, TypeError, ValueError):
            return None
    return values


def _flip(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _values(row: Model, order: Sequence[str]) -> list[Any]:
    return [getattr(row, name.lstrip("-")) for name in order]


def _beyond(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows strictly after `values`: (a > x) or (a = x and b > y) or ...

    All of it within a >= x, which says nothing new but lets an index begin there: of an "or" the planner makes a filter.
    """
    first = order[0]
    within = Q(**{f"{first.lstrip('-')}__{'lte' if first.startswith('-') else 'gte'}": values[0]})
    beyond = Q()
    same = Q()
    for name, value in zip(order, values, strict=True):
        column = name.lstrip("-")
        beyond |= same & Q(**{f"{column}__{'lt' if name.startswith('-') else 'gt'}": value})
        same &= Q(**{column: value})
    return within & beyond
