from typing import Any

from core import personal
from ledger.models import Pseudonym
from ledger.queries import acts_of


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    return {"acts": acts_of(user_id)} if user_id else {}


def erase(person_id: int, user_id: int | None) -> None:
    """The acts stay; nobody can tell any more whose they were."""
    if user_id:
        Pseudonym.objects.filter(user_id=user_id).delete()


personal.register("ledger", export=export, erase=erase)
