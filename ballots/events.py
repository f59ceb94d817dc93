"""What the record keeps of ballots. A vote is never an event; no figure is told before the close."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class BallotPlanned(Event):
    """The roll is frozen; voting opens later."""

    ballot_id: int
    subject_kind: str
    subject_id: int
    roll_size: int
    opens_at: str  # ISO
    closes_at: str


@dataclass(frozen=True)
class BallotOpened(Event):
    """Those on the roll can vote now."""

    ballot_id: int
    subject_kind: str
    subject_id: int
    roll_size: int
    closes_at: str  # ISO


@dataclass(frozen=True)
class BallotClosed(Event):
    """Counted twice, with one result; the trackers and choices are published."""

    ballot_id: int
    subject_kind: str
    subject_id: int
    yes: int
    no: int
    abstain: int
    roll_size: int
    carried: bool
    receipts_digest: str


@dataclass(frozen=True)
class BallotCertified(Event):
    """The result stands, and no link is left between a person and a choice."""

    ballot_id: int
    subject_kind: str
    subject_id: int
    carried: bool


@dataclass(frozen=True)
class BallotAnnulled(Event):
    """The ballot counts for nothing; the reason stands on its page."""

    ballot_id: int
    subject_kind: str
    subject_id: int


@dataclass(frozen=True)
class SlipsPrinted(Event):
    """So many more slips for voting on paper were printed."""

    ballot_id: int
    number: int
