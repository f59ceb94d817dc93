"""What has happened to people and their standing. Never a name, an address or a ward: entries outlive the person."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class PersonRegistered(Event):
    person_id: int


@dataclass(frozen=True)
class LevelChanged(Event):
    """How well a person's residence is known has changed; `PersonVerified` goes with the step to the highest."""

    person_id: int
    before: int
    level: int


@dataclass(frozen=True)
class PersonVerified(Event):
    """Residence is proved: by the register, by a letter, or by another way the council took."""

    person_id: int
    level: int
    how: str  # "register", "letter", "clerk"


@dataclass(frozen=True)
class LetterAsked(Event):
    person_id: int


@dataclass(frozen=True)
class LettersPrinted(Event):
    count: int


@dataclass(frozen=True)
class RegisterUploaded(Event):
    register_id: int
    lines: int
    refused: int


@dataclass(frozen=True)
class StandingDeclared(Event):
    person_id: int
    kind: str


@dataclass(frozen=True)
class StandingChecked(Event):
    person_id: int
    kind: str


@dataclass(frozen=True)
class StandingEnded(Event):
    person_id: int
    kind: str


@dataclass(frozen=True)
class RoleGranted(Event):
    grant_id: int
    role: str


@dataclass(frozen=True)
class RoleEnded(Event):
    grant_id: int
    role: str


@dataclass(frozen=True)
class TermsPublished(Event):
    version: int
    must_accept_again: bool


@dataclass(frozen=True)
class ExportAsked(Event):
    export_id: int
    person_id: int


@dataclass(frozen=True)
class ExportReady(Event):
    export_id: int
    person_id: int


@dataclass(frozen=True)
class PersonErased(Event):
    person_id: int
    why: str  # "asked", "silent", "unconfirmed"


@dataclass(frozen=True)
class PeopleMerged(Event):
    """`merged_id` is folded into `person_id`: one human being, one person."""

    person_id: int
    merged_id: int


@dataclass(frozen=True)
class AccountWarned(Event):
    person_id: int
    warning: int


@dataclass(frozen=True)
class RetentionReported(Event):
    run_id: int
    count: int


@dataclass(frozen=True)
class RetentionCarriedOut(Event):
    run_id: int
    count: int
