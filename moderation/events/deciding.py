from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ContentFlagged(Event):
    """Somebody says that it breaks the rules; not public, for a report is not a finding."""

    flag_id: int
    subject_kind: str
    subject_id: int
    reason_code: str


@dataclass(frozen=True)
class ContentDecided(Event):
    """A moderator decided: `outcome` is "hide", "keep", "restore", "edit" or "rephrase". Or, by nobody, "hold": out of sight until a person looks.

    `reason_code` is "" unless it was hidden.
    """

    decision_id: int
    subject_kind: str
    subject_id: int
    outcome: str
    reason_code: str


@dataclass(frozen=True)
class AppealMade(Event):
    """The author asks a second person to decide."""

    appeal_id: int
    decision_id: int


@dataclass(frozen=True)
class AppealDecided(Event):
    """A second person decided. `decision_id` is the answer, which has its own ContentDecided; `outcome` is "hide" (it stays hidden) or "restore"."""

    appeal_id: int
    decision_id: int
    outcome: str


@dataclass(frozen=True)
class ItemTakenOver(Event):
    """A moderator took from another what that one had on the desk; not public. The row `take_over_id` says who and from whom."""

    take_over_id: int
    subject_kind: str
    subject_id: int


@dataclass(frozen=True)
class ContentRephrased(Event):
    """The author said it in other words, as a moderator had asked; it is with the moderators again. The entry stands under the decision that asked."""

    rephrase_id: int
    subject_kind: str
    subject_id: int


@dataclass(frozen=True)
class ReasonChanged(Event):
    """A published reason has a new version; `active` says whether it can be chosen."""

    reason_id: int
    version: int
    active: bool


@dataclass(frozen=True)
class ModeratorStoodAside(Event):
    """A moderator declared an interest and decides nothing here from now on. Neither who nor why is in the record."""

    subject_kind: str
    subject_id: int


@dataclass(frozen=True)
class ContentEscalated(Event):
    """What may be against the law was hidden and handed to the council's moderators; not public: the hiding is."""

    escalation_id: int
    subject_kind: str
    subject_id: int
