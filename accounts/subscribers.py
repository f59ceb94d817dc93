"""What this floor tells the floors below, and what it does when there is news."""

from django.db import transaction

from accounts.events import ExportAsked
from accounts.queries import has_role
from accounts.tasks import build_export
from core.roles import look_up_roles_with
from ledger.listeners import hears
from ledger.models import Entry

look_up_roles_with(has_role)


@hears(ExportAsked)
def put_together(event: ExportAsked, entry: Entry) -> None:
    transaction.on_commit(lambda: build_export.delay(event.export_id))
