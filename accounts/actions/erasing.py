"""A person goes: no name, no address, no e-mail stays behind; what they did in public stays, as done by a resident."""

import json
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.module_loading import import_string

from accounts.events import PersonErased
from accounts.models import Person, User
from accounts.policies import may_erase
from core import now, pagecache, personal
from core.verdicts import require
from ledger.actions import destroy_pseudonym, record

OWN_ROOM = "accounts"


@transaction.atomic
def erase_person(*, actor: Any, person: Person, why: str = "asked") -> None:
    """Every app has forgotten the person, in this one transaction; the row stays as "A resident", so that counts stay true.

    Those folded into the person go with them. The public record keeps its entries, and nobody can tell any more whose they were.
    """
    require(may_erase(actor, person))
    held = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    family = [held, *Person.objects.select_for_update(of=("self",)).filter(merged_into=held)]
    rooms = sorted(personal.rooms(), key=lambda room: room.app == OWN_ROOM)  # ours last: others look up the address
    for one in family:
        user = one.user
        if user is not None:
            _end_sessions(user)
        for room in rooms:
            room.erase(one.pk, user.pk if user else None)
        Person.objects.filter(pk=one.pk).update(erased_at=now())
        if user is not None:
            destroy_pseudonym(user=user)
    # By the system: an entry by whoever goes would make them a new pseudonym.
    record(PersonErased(person_id=held.pk, why=why), actor=None, subject=held, public=False)
    pagecache.touch()
    person.refresh_from_db()


def _end_sessions(user: User) -> None:
    """Sessions name their owner, and half-done sign-ins their e-mail address, only inside: each one is opened and looked at."""
    store: type[SessionBase] = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    for session in Session.objects.iterator(chunk_size=2_000):
        data = session.get_decoded()
        if data.get("_auth_user_id") == str(user.pk) or user.email in json.dumps(data, default=str):
            store(session.session_key).delete()
