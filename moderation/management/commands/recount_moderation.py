"""Count the published months of moderation again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from moderation.actions import recount_months


class Command(BaseCommand):
    help = "Counts the published months of moderation again from the rows, and says where they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        differing = recount_months()
        if differing:
            raise CommandError("\n".join(differing))
        self.stdout.write("Every published month agrees with the rows.")
