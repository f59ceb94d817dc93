"""Who sets processes up and keeps their phases."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.queries import has_role
from core.verdicts import Verdict, no, yes
from forums.models import Forum, Process
from forums.policies.answers import STEWARDS, resting
from forums.queries.people import is_facilitator
from forums.states import Involvement


def may_create_process(user: Any, forum: Forum | None = None) -> Verdict:
    """A forum's facilitators for their forum; clerks for any, and for the council itself."""
    if forum is not None and not forum.is_active:
        return resting(forum)
    if has_role(user, *STEWARDS) or (forum is not None and is_facilitator(user, forum)):
        return yes()
    return no(_("Only a facilitator, for their own forum, or a clerk sets up a process."))


def may_edit_process(user: Any, process: Process) -> Verdict:
    """Write it anew, set its phases, name what belongs with it."""
    if process.forum is not None and not process.forum.is_active:
        return resting(process.forum)
    if has_role(user, *STEWARDS) or (process.forum is not None and is_facilitator(user, process.forum)):
        return yes()
    return no(_("Only a facilitator of its forum, or a clerk, changes a process."))


def may_be_called(involvement: str, *, design_by: str, decision_by: str, evaluation_by: str) -> Verdict:
    """Co-production is a claim that needs names: who takes part in design, in the decision, and in the evaluation."""
    if involvement == Involvement.COPRODUCE and not (design_by and decision_by and evaluation_by):
        return no(
            _(
                "Co-production means that people design, decide and evaluate. Say who takes part in each of the three, or choose another label."
            )
        )
    return yes()
