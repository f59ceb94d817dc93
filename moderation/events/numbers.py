"""A number of moderation is set."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class SettingSet(Event):
    """From `since`, ISO, a number is another. What began under the older one keeps it."""

    setting_id: int
    amount: str
    before: str
    since: str
