"""`manage.py document_events`: write docs/events.md anew from the events themselves."""

from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ledger.events import Event, all_events
from ledger.listeners import listeners_of

HEAD = """# Events

What the public record can say, by app. An event holds ids, numbers, dates and codes; never a text, a name, a support or a vote.
This page is written by `manage.py document_events`; a test holds it to the code.
"""


class Command(BaseCommand):
    help = "Write docs/events.md from the events in the code."

    def handle(self, *args: Any, **options: Any) -> None:
        house = {
            name: event for name, event in all_events().items() if event.__module__.split(".")[0] in settings.FLOORS
        }
        parts = [HEAD]
        for app, names in groupby(sorted(house), key=lambda name: name.split(".")[0]):
            parts.append(f"\n## {app}\n\n| event | facts | what happened | who hears |\n| --- | --- | --- | --- |\n")
            parts.extend(self._row(name, house[name]) for name in names)
        (Path(settings.BASE_DIR) / "docs" / "events.md").write_text("".join(parts))

    def _row(self, name: str, event: type[Event]) -> str:
        facts = ", ".join(f"`{field.name}`" for field in fields(event))
        said = (event.__doc__ or "").strip().splitlines()[0] if event.__doc__ else ""
        hears = ", ".join(f"`{listener.removesuffix('.tells')}`" for listener in listeners_of(name))
        return f"| `{name}` | {facts} | {said.replace('|', '/')} | {hears} |\n"
