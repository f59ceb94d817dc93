"""manage.py publish_terms FILE.md [--again]"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.actions import publish_terms


class Command(BaseCommand):
    help = "Publish a new version of the terms of use, from a Markdown file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--again", action="store_true", help="everybody must accept it before they act again")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = options["file"].read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from None
        terms = publish_terms(actor=None, text=text, must_accept_again=options["again"])
        self.stdout.write(f"{terms} published")
