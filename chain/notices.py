"""Whoever owes a step is reminded of it."""

from collections.abc import Iterator

from chain.events import StepDueSoon, StepOverdue
from chain.owners import users_of
from ledger.models import Entry
from notifications.duties import Audience, tells


@tells(StepDueSoon, StepOverdue)
def owner(event: StepDueSoon | StepOverdue, entry: Entry) -> Iterator[Audience]:
    yield Audience("owner", users_of(event.owner_key))
