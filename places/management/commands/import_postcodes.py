"""manage.py import_postcodes FILE.csv"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from places.actions import import_postcodes
from places.reading import Unreadable, csv_records


class Command(BaseCommand):
    help = "Bring in which postcode lies in which ward, such as from the ONS Postcode Directory. A second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            with path.open(encoding="utf-8-sig", newline="") as source:
                report = import_postcodes(actor=None, records=csv_records(source))
        except (OSError, UnicodeDecodeError, Unreadable) as error:
            raise CommandError(f"{path.name}: {error}") from None
        for line, reason in report.errors:
            self.stderr.write(f"line {line}: left out, {reason}")
        self.stdout.write(
            f"{report.added} added, {report.changed} changed, {report.same} as before, "
            f"{report.outside} in wards that are not ours, {len(report.errors)} left out"
        )
