"""Who somebody is: their person, their level, their roles."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef
from rest_framework.authtoken.models import Token

from accounts.models import (
    DataExport,
    Grant,
    LetterCode,
    Level,
    Person,
    RetentionRun,
    Standing,
    Terms,
    User,
    WorkerKind,
)
from core import now, today

_CACHED = "_roles_in_force"


def person_of(user: Any) -> Person | None:
    """The human being behind a sign-in; no query for a user whom the sign-in backend loaded. None when signed out."""
    if user is None or not getattr(user, "is_authenticated", False):
        return None
    found: Person | None = getattr(user, "person", None)
    return found


def level_of(user: Any) -> Level:
    """How well the user's residence is known; `Level.NONE` when signed out."""
    person = person_of(user)
    return Level(person.level) if person else Level.NONE


def ward_id_of(user: Any) -> int | None:
    person = person_of(user)
    return person.ward_id if person else None


def roles_of(user: Any) -> frozenset[str]:
    """The council-wide roles in force today, whether or not a second factor is there; one query, kept on the user."""
    return _roles(user)[0]


def has_second_factor(user: Any) -> bool:
    """Whether a second factor stands behind this sign-in. For the invented people of a demonstration its sign-in page stands in."""
    return _roles(user)[1]


def has_role(user: Any, *roles: str) -> bool:
    """Whether the user may act in one of these roles today: the role is in force and a second factor is there."""
    if user is None or not getattr(user, "is_authenticated", False):
        return False
    held, second_factor = _roles(user)
    return second_factor and not held.isdisjoint(roles)


def forget_roles(user: Any) -> None:
    """The next question about this user's roles is asked of the database again."""
    user.__dict__.pop(_CACHED, None)


def users_with_role(*roles: str) -> Iterable[int]:
    """Ids of the sign-ins that hold one of the roles today, for notices."""
    return Grant.objects.in_force(today()).filter(role__in=roles).values_list("user_id", flat=True).distinct()


def user_ids_of(person_ids: Iterable[int]) -> list[int]:
    """The sign-ins of these people, as far as they have one."""
    found = Person.objects.filter(pk__in=list(person_ids), user__isnull=False).values_list("user_id", flat=True)
    return [int(pk) for pk in found]


def grants_in_force() -> list[Grant]:
    """Every council-wide role held today, with who holds it."""
    return list(Grant.objects.in_force(today()).select_related("user__person").order_by("role", "since", "id"))


def standings_of(person: Person) -> list[Standing]:
    return list(Standing.objects.filter(person=person).order_by("kind", "of"))


def open_letter_of(person: Person) -> LetterCode | None:
    """The letter that is asked for or on its way and has not lapsed."""
    return LetterCode.objects.open(now()).filter(person=person).first()


def letters_to_print() -> list[LetterCode]:
    """Asked for and not yet printed, oldest first."""
    rows = LetterCode.objects.to_print(now()).select_related("person__ward").defer("person__ward__boundary")
    return list(rows.order_by("asked_at", "id")[:500])


def exports_of(user: User) -> list[DataExport]:
    return list(DataExport.objects.filter(user=user).order_by("-asked_at")[:5])


def key_made_at(user: User) -> datetime | None:
    """Since when this sign-in has a key to the programming interface."""
    return Token.objects.filter(user=user).values_list("created", flat=True).first()


def newest_report() -> RetentionRun | None:
    """What was last found to be due to go, carried out or not."""
    return RetentionRun.objects.order_by("-at").first()


def newest_terms() -> Terms | None:
    return Terms.objects.order_by("-version").first()


def letters_printed() -> list[LetterCode]:
    """Printed within the last week and not used yet, latest first, in case one was lost."""
    since = now() - timedelta(days=7)
    rows = LetterCode.objects.open(now()).filter(printed_at__gte=since).select_related("person")
    return list(rows.order_by("-printed_at", "id")[:100])


def standings_to_check() -> list[Standing]:
    """Said by people themselves and seen by no officer yet, oldest first."""
    rows = Standing.objects.filter(checked_at=None, person__erased_at=None).select_related("person")
    return list(rows.order_by("id")[:100])


def worker_kinds() -> list[WorkerKind]:
    return list(WorkerKind.objects.filter(active=True))


def worker_kind(code: str) -> WorkerKind | None:
    return WorkerKind.objects.filter(active=True, code=code).first()


def _roles(user: Any) -> tuple[frozenset[str], bool]:
    known: tuple[frozenset[str], bool] | None = user.__dict__.get(_CACHED)
    if known is None:
        rows = Grant.objects.in_force(today()).filter(user_id=user.pk)
        proved = Exists(Authenticator.objects.filter(user_id=OuterRef("user_id"), type=Authenticator.Type.TOTP))
        found = list(rows.annotate(proved=proved).values_list("role", "proved"))
        known = frozenset(role for role, _proved in found), any(p for _role, p in found) or _stood_in(user, found)
        user.__dict__[_CACHED] = known
    return known


def _stood_in(user: Any, held: list[Any]) -> bool:
    """In a demonstration or a test an invented person needs no telephone. Never in production."""
    if settings.PRODUCTION or not held:
        return False
    person = person_of(user)
    return person is not None and person.invented
