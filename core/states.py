"""States move by compare-and-swap: of two people who act at once, exactly one succeeds."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.verdicts import Refused, no


class StateConflict(Refused):
    """The record is no longer where the caller saw it, or the move is not in the table."""

    def __init__(self) -> None:
        super().__init__(no(_("This has changed since you opened the page. Look at it again before you act.")))


class Stateful(models.Model):
    """A record with a `state` column and a table `MOVES` of allowed moves."""

    MOVES: ClassVar[Mapping[Any, frozenset[Any]]]
    state: Any

    class Meta:
        abstract = True

    def can_move(self, to: str) -> bool:
        return to in self.MOVES.get(self.state, frozenset())

    def move(self, to: str, **changes: Any) -> None:
        """The row goes from the state seen here to `to`, and takes `changes` with it, or StateConflict is raised."""
        if not self.can_move(to):
            raise StateConflict
        swapped = _rows(type(self)).filter(pk=self.pk, state=self.state).update(state=to, **changes)
        if not swapped:
            raise StateConflict
        self.state = to
        for name, value in changes.items():
            setattr(self, name, value)


def _rows(model: Any) -> Any:
    # Typed loosely: the column `state` is the subclass's.
    return model._base_manager
