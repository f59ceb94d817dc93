"""`manage.py verify_ledger`: is the record still the one that was sealed?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ledger.sealing import seal_all
from ledger.verifying import verify


class Command(BaseCommand):
    help = "Recompute every seal of the public record; exit 1 and name the faults if it was changed."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--seal", action="store_true", help="seal first what has settled")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["seal"]:
            seal_all()
        report = verify()
        self.stdout.write(
            f"{report.seals} seals over {report.entries} entries, {report.waiting} waiting. Head: {report.head}"
        )
        if not report.whole:
            raise CommandError("\n".join(f"seal {fault.seal_id}: {fault.what}" for fault in report.faults))
