"""The weeks before an election are entered, begin, end."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class PreElectionEntered(Event):
    """It will begin and end by itself on these days, ISO."""

    election_id: int
    begins: str
    ends: str


@dataclass(frozen=True)
class PreElectionBegan(Event):
    """Until `ends`, ISO, a banner stands above every page and publicity warns first."""

    election_id: int
    ends: str


@dataclass(frozen=True)
class PreElectionEnded(Event):
    """Polling day is past; or somebody ended it early."""

    election_id: int
    early: bool
