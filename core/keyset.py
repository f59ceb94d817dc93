"""Pages that stay put while rows come and go: the next page begins after a row, not after a count."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model, Q, QuerySet

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
    backwards = bool(before)
    values = decode(after or before, len(order)) if (after or before) else None
    if values is not None and not _fits(rows, order, values):
        values = None
    wanted = [_flip(name) for name in order] if backwards else list(order)
    chosen = rows.order_by(*wanted)
    if values is not None:
        chosen = chosen.filter(_beyond(wanted, values))
    found = list(chosen[: size + 1])
    more = len(found) > size
    found = found[:size]
    if backwards:
        found.reverse()
    forward = more if not backwards else values is not None
    back = (values is not None) if not backwards else more
    return Page(
        found,
        encode(_values(found[-1], order)) if found and forward else "",
        encode(_values(found[0], order)) if found and back else "",
    )


def _fits(rows: QuerySet[Row], order: Sequence[str], values: Sequence[Any]) -> bool:
    """Whether the values could have come from these columns: somebody may have written the cursor themselves."""
    for name, value in zip(order, values, strict=True):
        try:
            rows.model._meta.get_field(name.lstrip("-")).to_python(value)
        except FieldDoesNotExist:
            continue
        except ValidationError:
            return False
    return True


def _flip(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _values(row: Model, order: Sequence[str]) -> list[Any]:
    return [getattr(row, name.lstrip("-")) for name in order]


def _beyond(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows strictly after `values`: (a > x) or (a = x and b > y) or ..."""
    beyond = Q()
    same = Q()
    for name, value in zip(order, values, strict=True):
        column = name.lstrip("-")
        beyond |= same & Q(**{f"{column}__{'lt' if name.startswith('-') else 'gt'}": value})
        same &= Q(**{column: value})
    return beyond
