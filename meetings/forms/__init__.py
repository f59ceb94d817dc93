from meetings.forms.gatherings import AttendanceForm, CancelForm, GatheringForm, ItemForm, MoveForm, NotesForm
from meetings.forms.registrations import PlacesForm, RegistrationForm

__all__ = [
    "AttendanceForm",
    "CancelForm",
    "GatheringForm",
    "ItemForm",
    "MoveForm",
    "NotesForm",
    "PlacesForm",
    "RegistrationForm",
]
