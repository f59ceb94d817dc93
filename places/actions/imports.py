"""Whole files into the map: what can be read goes in, what cannot is reported by line, and a second run changes nothing."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from places.actions.areas import add_areas, add_postcodes, set_boundaries
from places.models import Area
from places.postcodes import compact
from places.reading import Record, area_facts, csv_records, geometry_of

BATCH = 500
DATA = Path(__file__).parent.parent / "data"
CODES = ("postcode", "pcds", "pcd", "pcd7", "pcd8")
WARDS = ("ward", "ward_code", "osward", "wd24cd", "wd23cd", "wd22cd", "wd21cd", "wd20cd", "wd19cd", "wd18cd")


@dataclass
class Report:
    """What an import did, and (line, reason) of each row it left out."""

    added: int = 0
    changed: int = 0
    same: int = 0
    outside: int = 0  # postcodes of wards that are not ours
    errors: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def import_areas(*, actor: Any, records: Iterable[Record], kind: str = "", vintage: str = "") -> Report:
    """Every good record is an area with its facts and its boundary. A parent is named by its code, and stands before its children."""
    report = Report()
    rows: list[dict[str, Any]] = []
    shapes: dict[tuple[str, str], dict[str, Any]] = {}
    for line, raw in records:
        try:
            row, shape = area_facts(raw, kind=kind, vintage=vintage), geometry_of(raw)
            if raw.get("parent"):
                if any(waiting["code"] == raw["parent"] for waiting in rows):
                    _store(actor, rows, shapes, report)
                row["parent"] = _area(str(raw["parent"]))
        except ValueError as error:
            report.errors.append((line, str(error)))
            continue
        rows.append(row)
        if shape:
            shapes[row["code"], row["vintage"]] = shape
        if len(rows) >= BATCH:
            _store(actor, rows, shapes, report)
    _store(actor, rows, shapes, report)
    return report


@transaction.atomic
def import_postcodes(*, actor: Any, records: Iterable[Record]) -> Report:
    """Every good row's postcode lies in its ward; rows of wards that we do not have are counted, for a national file holds many."""
    report = Report()
    wards = {area.code: area for area in Area.objects.wards().for_list().order_by("valid_from", "vintage")}
    waiting: list[tuple[str, Area]] = []
    for line, raw in records:
        lowered = {key.lower(): value for key, value in raw.items()}
        code = next((lowered[name] for name in CODES if name in lowered), "")
        ward = next((lowered[name] for name in WARDS if name in lowered), "")
        if not compact(code):
            report.errors.append((line, f"{code[:20]!r} is not a postcode"))
        elif ward not in wards:
            report.outside += 1
        else:
            waiting.append((code, wards[ward]))
        if len(waiting) >= 10 * BATCH:
            _store_postcodes(actor, waiting, report)
    _store_postcodes(actor, waiting, report)
    return report


@transaction.atomic
def load_birmingham(*, actor: Any = None) -> Report:
    """Birmingham's council area, constituencies and wards stand in the table, and a made-up postcode for each ward."""
    with (DATA / "birmingham.csv").open(encoding="utf-8", newline="") as source:
        report = import_areas(actor=actor, records=csv_records(source))
    with (DATA / "birmingham_demo_postcodes.csv").open(encoding="utf-8", newline="") as source:
        import_postcodes(actor=actor, records=csv_records(source))
    return report


def demo_postcodes() -> list[tuple[str, str]]:
    """(postcode, ward code) of the demonstration, one for each ward."""
    with (DATA / "birmingham_demo_postcodes.csv").open(encoding="utf-8", newline="") as source:
        return [(row["postcode"], row["ward"]) for row in csv.DictReader(source)]


def _store(
    actor: Any, rows: list[dict[str, Any]], shapes: dict[tuple[str, str], dict[str, Any]], report: Report
) -> None:
    if rows:
        done = add_areas(actor=actor, rows=rows)
        report.added, report.changed, report.same = (
            report.added + done.added,
            report.changed + done.changed,
            report.same + done.same,
        )
    for vintage in {vintage for _code, vintage in shapes}:
        wanted = {code: shape for (code, its), shape in shapes.items() if its == vintage}
        set_boundaries(actor=actor, boundaries=wanted, vintage=vintage)
    rows.clear()
    shapes.clear()


def _store_postcodes(actor: Any, waiting: list[tuple[str, Area]], report: Report) -> None:
    if waiting:
        done = add_postcodes(actor=actor, rows=waiting)
        report.added, report.changed, report.same = (
            report.added + done.added,
            report.changed + done.changed,
            report.same + done.same,
        )
    waiting.clear()


def _area(code: str) -> Area:
    found = Area.objects.for_list().filter(code=code).order_by("-valid_from", "-vintage").first()
    if found is None:
        raise ValueError(f"its parent {code} is not in the table and does not stand before it in the file")
    return found
