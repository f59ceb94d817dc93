"""`manage.py seed`: build the demonstration council in an empty database."""

import time
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Person
from core import today
from portal.demo.building import build
from portal.demo.world import FULL, SMALL


class Command(BaseCommand):
    help = "Build the demonstration council through the product's own actions. Everybody in it is invented."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--as-of", type=date.fromisoformat, help="the demonstration's last day (default: today)")
        parser.add_argument("--seed", type=int, default=2019, help="of the dice; the same gives the same council")
        parser.add_argument("--full", action="store_true", help="with 25,000 citizens and 40,000 supports")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demonstration cannot be built in production.")
        if Person.objects.exists():
            raise CommandError("There are people in this database already. The demonstration wants an empty one.")
        began = time.monotonic()
        build(options["as_of"] or today(), size=FULL if options["full"] else SMALL, seed=options["seed"])
        self.stdout.write(
            f"The demonstration council stands: {Person.objects.count():,} people, {time.monotonic() - began:.0f} s."
        )
