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
from meetings.events.writing import GatheringNears, GatheringToClose, NotesObjected, NotesOwed, ReportPublished

__all__ = [
    "GatheringAgendaPublished",
    "GatheringCancelled",
    "GatheringEnded",
    "GatheringMoved",
    "GatheringNears",
    "GatheringScheduled",
    "GatheringStarted",
    "GatheringToClose",
    "MovedUp",
    "NotesAgreed",
    "NotesObjected",
    "NotesOwed",
    "NotesWritten",
    "RegistrationCancelled",
    "RegistrationOpened",
    "RegistrationTaken",
    "ReportPublished",
]
