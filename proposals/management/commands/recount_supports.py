from typing import Any

from django.core.management.base import BaseCommand

from proposals.actions import recount


class Command(BaseCommand):
    help = "Count the supports of every proposal again from the rows, and put right what differs."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = recount()
        self.stdout.write(
            "Every count agrees with its rows."
            if not wrong
            else f"{wrong} counts were put right; each is in the record."
        )
