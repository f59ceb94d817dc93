"""What outputs do when there is news from below, or from themselves for the floors below."""

from django.utils.translation import gettext as _

from ballots.events import BallotAnnulled, BallotClosed
from chain.actions import hand_on
from ledger.listeners import hears
from ledger.models import Entry
from outputs import pdf
from outputs.actions import steps
from outputs.events import OutputApproved, OutputCommentsOpened, OutputEdited, OutputJoined
from outputs.models import Output
from outputs.states import State
from search import actions as search

KIND = "outputs.output"


@hears(OutputCommentsOpened, OutputEdited, OutputApproved)
def find_it(event: OutputCommentsOpened | OutputEdited | OutputApproved, entry: Entry) -> None:
    """What is public can be found, by the words that stand now."""
    output = Output.objects.public().filter(pk=event.output_id).first()
    if output is None or output.opened_at is None:
        return
    search.index(
        subject_kind=KIND,
        subject_id=output.pk,
        title=output.title,
        body=f"{output.summary}\n\n{output.findings}\n\n{output.dissent}",
        url=output.address,
        at=output.approved_at or output.opened_at,
        group=f"forum:{output.forum_id}",
    )


@hears(OutputApproved, OutputJoined)
def set_it_in_type(event: OutputApproved | OutputJoined, entry: Entry) -> None:
    """The PDF lies ready before the first reader asks for it."""
    pdf.kept(Output.objects.for_page().get(pk=event.output_id))


@hears(BallotClosed, BallotAnnulled)
def say_that_it_waits(event: BallotClosed | BallotAnnulled, entry: Entry) -> None:
    """The line tells that the votes are counted and that the facilitators owe the next act."""
    if event.subject_kind != KIND:
        return
    output = Output.objects.get(pk=event.subject_id)
    if output.state == State.BALLOTED and output.ballot_id == event.ballot_id:
        hand_on(
            step=steps.output_step(output),
            note=steps.in_our_words(_, "The vote is over; the facilitators carry out its result"),
        )
