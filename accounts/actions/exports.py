"""My data: all that is kept about one person, as a zip that only they can fetch, for a week."""

import json
import secrets
import tempfile
import zipfile
from datetime import timedelta
from functools import partial
from typing import IO, Any

from django.core.files import File
from django.core.files.storage import storages
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.events import ExportAsked, ExportReady
from accounts.models import DataExport, Person, User
from accounts.policies import may_ask_export
from core import now, personal
from core.verdicts import require
from ledger.actions import record

DAYS = 7


@transaction.atomic
def ask_export(*, actor: User) -> DataExport:
    """A copy of the person's data is being put together; asking again while one is under way changes nothing."""
    require(may_ask_export(actor))
    User.objects.select_for_update().get(pk=actor.pk)
    waiting = DataExport.objects.filter(user=actor, ready_at=None, asked_at__gt=now() - timedelta(hours=1)).first()
    if waiting is not None:
        return waiting
    export = DataExport.objects.create(user=actor)
    record(ExportAsked(export_id=export.pk, person_id=actor.person.pk), actor=actor, subject=actor.person, public=False)
    return export


@transaction.atomic
def build_export(*, export_id: int) -> DataExport | None:
    """The zip lies in the private folder under a name nobody can guess, and its owner knows. Built once, however often asked."""
    export = DataExport.objects.select_for_update(of=("self",)).filter(pk=export_id).first()
    if export is None or export.ready_at is not None:
        return export
    person = Person.objects.filter(user_id=export.user_id).first()
    if person is None:
        return None
    with tempfile.TemporaryFile() as heap:
        _write(heap, person)
        heap.seek(0)
        export.path = storages["private"].save(f"exports/{secrets.token_urlsafe(24)}.zip", File(heap))
    export.ready_at = now()
    export.expires_at = export.ready_at + timedelta(days=DAYS)
    export.save(update_fields=("path", "ready_at", "expires_at"))
    record(ExportReady(export_id=export.pk, person_id=person.pk), actor=None, subject=person, public=False)
    return export


def throw_away(exports: Any) -> int:
    """The files of these exports are gone after the commit, and their rows now."""
    paths = [path for path in exports.values_list("path", flat=True) if path]
    count, _rows = exports.delete()
    for path in paths:
        transaction.on_commit(partial(storages["private"].delete, path), robust=True)
    return int(count)


def _write(heap: IO[bytes], person: Person) -> None:
    """One JSON file for each app that keeps something, for the person and for those folded into them."""
    family = [person, *Person.objects.filter(merged_into=person)]
    with zipfile.ZipFile(heap, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "README.txt", _("This is everything that is kept about you, one file for each part of the service.") + "\n"
        )
        for room in personal.rooms():
            found = [data for one in family if (data := room.export(one.pk, one.user_id))]
            if found:
                shown = found[0] if len(found) == 1 else found
                archive.writestr(f"{room.app}.json", json.dumps(shown, indent=2, ensure_ascii=False, default=str))
