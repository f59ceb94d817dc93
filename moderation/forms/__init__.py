"""What forms of moderation ask for."""

from moderation.forms.acts import (
    AnswerForm,
    AppealForm,
    BlockForm,
    DecideForm,
    EscalateForm,
    FlagForm,
    InterestForm,
    ReasonField,
    ReasonForm,
    RephraseForm,
    StepForm,
    TemplateForm,
    TemplateOfReasonForm,
    chosen_outcome,
)
from moderation.forms.hold_rules import EndRuleForm, HoldRuleForm

__all__ = [
    "AnswerForm",
    "AppealForm",
    "BlockForm",
    "DecideForm",
    "EndRuleForm",
    "EscalateForm",
    "FlagForm",
    "HoldRuleForm",
    "InterestForm",
    "ReasonField",
    "ReasonForm",
    "RephraseForm",
    "StepForm",
    "TemplateForm",
    "TemplateOfReasonForm",
    "chosen_outcome",
]
