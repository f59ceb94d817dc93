"""One act of one person may write several ledger entries; they share an act id."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID, uuid4

_current: ContextVar[UUID | None] = ContextVar("act", default=None)


def current_act() -> UUID:
    """The id of the act under way, or a new one where none was opened."""
    return _current.get() or uuid4()


@contextmanager
def act() -> Iterator[UUID]:
    """What is recorded within the block belongs to one act; an inner block joins the outer."""
    token = _current.set(_current.get() or uuid4())
    try:
        yield current_act()
    finally:
        _current.reset(token)
