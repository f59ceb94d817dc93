"""manage.py import_areas FILE.geojson|FILE.csv [--kind ward] [--vintage 2018]"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from places.actions import import_areas
from places.models import Kind
from places.reading import Unreadable, csv_records, geojson_records


class Command(BaseCommand):
    help = "Bring areas, and their boundaries, in from a GeoJSON or CSV file. A second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--kind", choices=Kind.values, default=Kind.WARD.value, help="where a record names none")
        parser.add_argument("--vintage", default="", help="such as 2018; where a record names none")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        read = csv_records if path.suffix.lower() == ".csv" else geojson_records
        try:
            with path.open(encoding="utf-8-sig", newline="") as source:
                report = import_areas(
                    actor=None, records=read(source), kind=options["kind"], vintage=options["vintage"]
                )
        except (OSError, UnicodeDecodeError, Unreadable) as error:
            raise CommandError(f"{path.name}: {error}") from None
        for line, reason in report.errors:
            self.stderr.write(f"line {line}: left out, {reason}")
        self.stdout.write(
            f"{report.added} added, {report.changed} changed, {report.same} as before, {len(report.errors)} left out"
        )
