"""People: a User signs in; a Person is one human being, who may have no account at all."""

from accounts.models.consent import Acceptance, Terms
from accounts.models.people import AgeBand, Level, Person, StakeholderKind, Standing, WorkerKind
from accounts.models.records import DataExport, RetentionRun
from accounts.models.residence import LetterCode, Register, RegisterLine
from accounts.models.roles import Grant, Role
from accounts.models.users import User

__all__ = [
    "Acceptance",
    "AgeBand",
    "DataExport",
    "Grant",
    "LetterCode",
    "Level",
    "Person",
    "Register",
    "RegisterLine",
    "RetentionRun",
    "Role",
    "StakeholderKind",
    "Standing",
    "Terms",
    "User",
    "WorkerKind",
]
