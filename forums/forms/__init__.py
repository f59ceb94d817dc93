"""What forms of forums ask for."""

from forums.forms.activities import ActivityForm
from forums.forms.elections import PreElectionForm
from forums.forms.endings import EndingForm, PauseForm
from forums.forms.first_rules import FirstRulesForm
from forums.forms.forums import (
    TAKEN,
    FacilitatorForm,
    FilterForm,
    ForumForm,
    ForumWordsForm,
    JoinForm,
    MandateForm,
    StateForm,
)
from forums.forms.periods import PeriodForm, UpdateForm
from forums.forms.processes import PhaseForm, ProcessFilterForm, ProcessForm, ProcessWordsForm
from forums.forms.requests import AnswerRequestForm, ObjectionForm, RequestFilterForm, RequestForm, ReviewForm
from forums.forms.rules import RulesForm
from forums.forms.talk import ConclusionsForm, PlaceForm, PostForm, ReplyForm, ThreadForm, VoteForm

__all__ = [
    "TAKEN",
    "ActivityForm",
    "AnswerRequestForm",
    "ConclusionsForm",
    "EndingForm",
    "FacilitatorForm",
    "FilterForm",
    "FirstRulesForm",
    "ForumForm",
    "ForumWordsForm",
    "JoinForm",
    "MandateForm",
    "ObjectionForm",
    "PauseForm",
    "PeriodForm",
    "PhaseForm",
    "PlaceForm",
    "PostForm",
    "PreElectionForm",
    "ProcessFilterForm",
    "ProcessForm",
    "ProcessWordsForm",
    "ReplyForm",
    "RequestFilterForm",
    "RequestForm",
    "ReviewForm",
    "RulesForm",
    "StateForm",
    "ThreadForm",
    "UpdateForm",
    "VoteForm",
]
