"""manage.py grant_role EMAIL ROLE: makes the first administrator; later ones are made on the page for roles."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.actions import grant_role
from accounts.models import Role, User


class Command(BaseCommand):
    help = "Grant a council-wide role to somebody who has an account."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.values)

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["email"].lower()).first()
        if user is None:
            raise CommandError(f"Nobody has an account with {options['email']}. Sign up first, then run this again.")
        grant_role(actor=None, user=user, role=options["role"], reason="granted at the command line")
        self.stdout.write(f"{options['role']} granted. The role works once a second factor is set up.")
