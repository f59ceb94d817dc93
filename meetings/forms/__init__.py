from meetings.forms.agendas import AgendaForm, OutcomesForm, PickForm
from meetings.forms.door import CodeForm, PersonForm, WalkInForm
from meetings.forms.gatherings import (
    AttendanceForm,
    CancelForm,
    GatheringForm,
    ItemForm,
    MoveForm,
    NotesForm,
    ObjectionForm,
    RecordingForm,
)
from meetings.forms.registrations import PlacesForm, RegistrationForm

__all__ = [
    "AgendaForm",
    "AttendanceForm",
    "CancelForm",
    "CodeForm",
    "GatheringForm",
    "ItemForm",
    "MoveForm",
    "NotesForm",
    "ObjectionForm",
    "OutcomesForm",
    "PersonForm",
    "PickForm",
    "PlacesForm",
    "RecordingForm",
    "RegistrationForm",
    "WalkInForm",
]
