"""The tree of the project as the house tests read it."""

import ast
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = list(settings.FLOORS)
# The floors, lowest first; apps on one floor may not lean on each other.
FLOORS = (
    ("core",),
    ("ledger",),
    ("notifications",),
    ("clocks", "places", "search"),
    ("accounts",),
    ("ballots", "chain", "meetings", "moderation"),
    ("forums",),
    ("neighbourhoods", "proposals"),
    ("outputs",),
    ("committees",),
    ("portal",),
)
HEIGHT = {app: height for height, floor in enumerate(FLOORS) for app in floor}


@cache
def sources() -> list[Path]:
    """Every Python file of the apps, migrations left out."""
    return sorted(
        path
        for app in [*APPS, "config", "ground"]
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
    )


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))
