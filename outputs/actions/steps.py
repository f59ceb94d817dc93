"""Where an output stands on the line: one step, from the first comments until a committee has it."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _, override

from chain.actions import close_step, link, open_step
from chain.models import Step
from chain.queries import step_of
from chain.states import State as StepState, Station
from clocks.models import Deadline
from forums.queries.people import facilitators_of
from outputs.models import Output

OUTPUT, ADOPTION = "output", "adoption"


def output_step(output: Output) -> Step:
    return step_of(output, OUTPUT)


def set_out(output: Output, deadline: Deadline, note: str) -> None:
    """The forum owes the output, which carries on every proposal in it: their own steps are done."""
    adoptions = [step_of(ask.adoption.proposal, ADOPTION) for ask in output.asks.select_related("adoption__proposal")]
    step = open_step(
        subject=output,
        kind=OUTPUT,
        station=Station.ADOPTED,
        title=output.title,
        address=output.address,
        owner_key=f"forum:{output.forum_id}",
        owner_label=facilitators_of(output.forum),
        parents=adoptions,
        deadline=deadline,
        note=note,
    )
    for adoption in adoptions:
        _carried_on(adoption, output, step)


def take_in(output: Output, step: Step) -> None:
    """Proposals that were added while the output was rewritten hang on its step too."""
    for ask in output.asks.select_related("adoption__proposal"):
        adoption = step_of(ask.adoption.proposal, ADOPTION)
        if adoption.state == StepState.OPEN:
            link(parent=adoption, child=step)
            _carried_on(adoption, output, step)


def in_our_words(translate: Any, *message: Any, **values: Any) -> str:
    """What is stored was said once, to everybody, in the council's own language."""
    with override(settings.LANGUAGE_CODE):
        return str(translate(*message)) % values


def _carried_on(adoption: Step, output: Output, step: Step) -> None:
    close_step(step=adoption, note=in_our_words(_, "Carried on in %(reference)s", reference=output.reference))
