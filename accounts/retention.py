"""How long what is kept, and what is due to go. Reads only; the actions act."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.models import DataExport, Grant, LetterCode, Level, Person, User
from core import now, today

SILENCE = timedelta(days=700)  # without a sign-in, before the first warning
BETWEEN = timedelta(days=30)  # from one warning to the next, and from the second to the end
UNCONFIRMED = timedelta(days=14)  # for an e-mail address to be confirmed
ADDRESS = timedelta(days=90)  # after residence is verified: the ward and postcode stay
CODES = timedelta(days=30)  # after a code is used or has lapsed

RULES = {
    "warn_first": _("Accounts silent for 700 days: a first warning by e-mail"),
    "warn_second": _("Still silent 30 days after the first warning: a second one"),
    "remove": _("Still silent 30 days after the second warning: the person is forgotten"),
    "unconfirmed": _("E-mail address not confirmed within 14 days: the account is removed"),
    "addresses": _("Residence verified more than 90 days ago: the street address is deleted"),
    "exports": _("Copies of personal data past their week: the file is deleted"),
    "codes": _("Codes of letters used or lapsed more than 30 days ago: deleted"),
}

Keeps = Callable[[list[int]], set[int]]
_keepers: dict[str, Keeps] = {}


def keeps(keeper: Keeps) -> Keeps:
    """`keeper(user_ids)` names those who must stay however silent, such as who holds a seat. Floors above register theirs."""
    _keepers[f"{keeper.__module__}.{keeper.__qualname__}"] = keeper
    return keeper


def due() -> dict[str, list[int]]:
    """Ids by rule: of sign-ins for the first four, of persons, exports and letters for the rest."""
    old = Q(used_at__lte=now() - CODES) | Q(used_at=None, expires_at__lte=now() - CODES)
    return {
        "warn_first": _spared(_silent().filter(warnings=0)),
        "warn_second": _spared(_silent().filter(warnings=1, warned_at__lte=now() - BETWEEN)),
        "remove": _spared(_silent().filter(warnings__gte=2, warned_at__lte=now() - BETWEEN)),
        "unconfirmed": _spared(
            User.objects.filter(
                is_active=True, last_login=None, date_joined__lte=now() - UNCONFIRMED, person__level=Level.NONE
            )
        ),
        "addresses": list(
            Person.objects.filter(level=Level.VERIFIED, verified_at__lte=now() - ADDRESS)
            .exclude(address="")
            .order_by("id")
            .values_list("id", flat=True)
        ),
        "exports": list(DataExport.objects.filter(expires_at__lte=now()).order_by("id").values_list("id", flat=True)),
        "codes": list(LetterCode.objects.filter(old).order_by("id").values_list("id", flat=True)),
    }


def _silent() -> QuerySet[User]:
    """Sign-ins of people who are here and have not come for long, and hold no role."""
    in_force = Grant.objects.in_force(today()).filter(user=OuterRef("pk"))
    seen = User.objects.annotate(seen=Coalesce("last_login", "date_joined"))
    return seen.filter(
        ~Exists(in_force),
        is_active=True,
        seen__lte=now() - SILENCE,
        person__level__gte=Level.EMAIL,
        person__erased_at=None,
    )


def _spared(users: QuerySet[User]) -> list[int]:
    found = list(users.order_by("pk").values_list("pk", flat=True))
    kept: set[int] = set()
    for keeper in _keepers.values():
        kept |= keeper(found)
    return [pk for pk in found if pk not in kept]
