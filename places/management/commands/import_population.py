"""manage.py import_population FILE.csv --source "Census 2021" --as-of 2021-03-21 [--url https://...]"""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from places.actions import add_population, read_population


class Command(BaseCommand):
    help = "How many people of which group live where, from a CSV file with the columns code, group (age:25_34, kind:service_user, or nothing for everybody) and people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", required=True, help="who counted, as it is shown beside the figures")
        parser.add_argument("--as-of", required=True, type=date.fromisoformat, help="for which day they hold")
        parser.add_argument("--url", default="", help="where the figures can be looked up")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            figures = read_population(options["file"])
        except (OSError, KeyError, ValueError) as error:
            raise CommandError(f"{options['file'].name}: {error}") from None
        made = add_population(
            actor=None, figures=figures, source=options["source"], as_of=options["as_of"], source_url=options["url"]
        )
        self.stdout.write(f"{len(made)} figures, {len(figures) - len(made)} of areas that are not ours")
