"""What the record keeps of outputs: ids, figures and digests; the texts stand in their versions."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class OutputCompiled(Event):
    """A facilitator began a draft; not public yet."""

    output_id: int
    forum_id: int
    asks: int
    digest: str


@dataclass(frozen=True)
class OutputEdited(Event):
    """Other words, or other proposals in it; the version before stays readable."""

    output_id: int
    version: int
    asks: int
    digest: str


@dataclass(frozen=True)
class OutputDiscarded(Event):
    """A draft that nobody but the forum had seen was thrown away; its proposals wait for another output."""

    output_id: int
    forum_id: int


@dataclass(frozen=True)
class OutputCommentsOpened(Event):
    """The draft is public and its members comment until the day named."""

    output_id: int
    forum_id: int
    version: int
    digest: str
    closes_on: str  # ISO date


@dataclass(frozen=True)
class OutputReopened(Event):
    """Taken back from comment to be rewritten; the reason stands on its page."""

    output_id: int
    forum_id: int
    version: int


@dataclass(frozen=True)
class OutputApprovalOpened(Event):
    """The members vote on this text."""

    output_id: int
    forum_id: int
    ballot_id: int
    version: int
    digest: str
    closes_at: str  # ISO


@dataclass(frozen=True)
class OutputApproved(Event):
    """The text, its counts and who took part are final."""

    output_id: int
    forum_id: int
    yes: int
    no: int
    abstain: int
    roll: int
    digest: str


@dataclass(frozen=True)
class OutputJoined(Event):
    """Another forum sends the approved text too; how it decided stands on the page, with its figures."""

    output_id: int
    joining_id: int
    forum_id: int
    ballot_id: int | None
    members: int


@dataclass(frozen=True)
class OutputsOpposed(Event):
    """It and an output of another forum ask for opposite things on a shared issue; entered for each of the two."""

    output_id: int
    other_id: int
    opposition_id: int
    issue_id: int


@dataclass(frozen=True)
class OutputsOpposedNoMore(Event):
    """They are not opposite after all, or no longer; the reason stands in the mark. Entered for each of the two."""

    output_id: int
    other_id: int
    opposition_id: int
    issue_id: int


@dataclass(frozen=True)
class OutputNotApproved(Event):
    """Back to be rewritten: the members said no, or their ballot was annulled."""

    output_id: int
    forum_id: int
    yes: int
    no: int
    abstain: int
    roll: int
    annulled: bool
