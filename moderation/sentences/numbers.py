"""A number of moderation was set."""

from core import numbers
from core.subjects import Subject
from ledger.sentences import says
from moderation.events import SettingSet


@says(SettingSet)
def setting_set(event: SettingSet, subject: Subject | None, audience: str) -> str:
    return numbers.sentence(event, subject)
