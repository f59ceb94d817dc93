"""What has happened to people and their standing. Never a name, an address or a ward: entries outlive the person."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class PersonRegistered(Event):
    """A human being stands in the record, with an account or without."""

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
    """Somebody wants a code by letter, to prove where they live."""

    person_id: int


@dataclass(frozen=True)
class LettersPrinted(Event):
    """Letters with codes left the printer; only digests of the codes are kept."""

    count: int


@dataclass(frozen=True)
class RegisterUploaded(Event):
    """A list of residents is in force, as digests; the one before it no longer counts."""

    register_id: int
    lines: int
    refused: int


@dataclass(frozen=True)
class StandingDeclared(Event):
    """Somebody says in which capacity they take part."""

    person_id: int
    kind: str


@dataclass(frozen=True)
class StandingChecked(Event):
    """An officer has seen that somebody takes part in that capacity."""

    person_id: int
    kind: str


@dataclass(frozen=True)
class StandingEnded(Event):
    """Somebody no longer takes part in that capacity."""

    person_id: int
    kind: str


@dataclass(frozen=True)
class RoleGranted(Event):
    """A sign-in holds a council-wide role from a day on."""

    grant_id: int
    role: str


@dataclass(frozen=True)
class RoleEnded(Event):
    """A council-wide role has ended."""

    grant_id: int
    role: str


@dataclass(frozen=True)
class TermsPublished(Event):
    """A new version of the terms of use stands."""

    version: int
    must_accept_again: bool


@dataclass(frozen=True)
class ExportAsked(Event):
    """Somebody wants a copy of all that is kept about them."""

    export_id: int
    person_id: int


@dataclass(frozen=True)
class ExportReady(Event):
    """The copy can be fetched, by its owner alone, for a week."""

    export_id: int
    person_id: int


@dataclass(frozen=True)
class PersonErased(Event):
    """Nothing is left that names the person; counts and public texts stay."""

    person_id: int
    why: str  # "asked", "silent", "unconfirmed"


@dataclass(frozen=True)
class PeopleMerged(Event):
    """`merged_id` is folded into `person_id`: one human being, one person."""

    person_id: int
    merged_id: int


@dataclass(frozen=True)
class AccountWarned(Event):
    """Somebody was told that their long silence will end the account."""

    person_id: int
    warning: int


@dataclass(frozen=True)
class RetentionReported(Event):
    """What is due to go stands in a report."""

    run_id: int
    count: int


@dataclass(frozen=True)
class RetentionCarriedOut(Event):
    """What a report named and was still due has gone."""

    run_id: int
    count: int
