"""What happens to a gathering. Moments are ISO, in UTC."""

from meetings.events.gatherings import (
    GatheringAgendaPublished,
    GatheringCancelled,
    GatheringEnded,
    GatheringMoved,
    GatheringScheduled,
    GatheringStarted,
    NotesAgreed,
    NotesWritten,
)
from meetings.events.registrations import MovedUp, RegistrationCancelled, RegistrationOpened, RegistrationTaken

__all__ = [
    "GatheringAgendaPublished",
    "GatheringCancelled",
    "GatheringEnded",
    "GatheringMoved",
    "GatheringScheduled",
    "GatheringStarted",
    "MovedUp",
    "NotesAgreed",
    "NotesWritten",
    "RegistrationCancelled",
    "RegistrationOpened",
    "RegistrationTaken",
]
