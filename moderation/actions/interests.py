"""A moderator declares an interest and stands aside. That somebody did is public, why is theirs."""

from typing import Any

from django.db import models, transaction

from core import now
from core.subjects import key_of
from core.verdicts import Verdict, require
from ledger.actions import record
from moderation import hosts
from moderation.events import ModeratorStoodAside
from moderation.models import Interest, Lock
from moderation.policies.interests import may_stand_aside

PERSON = "accounts.person"


@transaction.atomic
def stand_aside(*, actor: Any, subject: models.Model, scope: str, verdict: Verdict) -> None:
    """From now on this moderator decides nothing on it ("this"), on what it hangs under ("around"), or on whatever its author writes ("author").

    What they had on the desk is free for others.
    """
    require(may_stand_aside(actor, subject, verdict))
    around = hosts.around(subject)
    more = {
        "around": [key for key in around if key[0] != PERSON],
        "author": [key for key in around if key[0] == PERSON],
    }.get(scope, [])
    for kind, pk in [key_of(subject), *more]:
        Interest.objects.get_or_create(user=actor, subject_kind=kind, subject_id=pk, defaults={"at": now()})
    kind, pk = key_of(subject)
    Lock.objects.of(kind, pk).filter(by=actor).delete()
    record(ModeratorStoodAside(subject_kind=kind, subject_id=pk), actor=None, subject=subject, role="moderator")
