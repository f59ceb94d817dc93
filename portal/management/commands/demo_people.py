"""`manage.py demo_people`: whom one can be in the demonstration, printed when it starts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.demo import groups

EACH = 2


class Command(BaseCommand):
    help = "Print some of the demonstration's people and what they come for."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            return
        for words, people in groups():
            self.stdout.write(f"  {words}: {', '.join(person.name for person in people[:EACH])}")
