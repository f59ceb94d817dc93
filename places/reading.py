"""Files of areas, read a piece at a time, each record with the line on which it stands. No database."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

CHUNK = 65_536

Record = tuple[int, dict[str, Any]]

CODE_NAMES = (
    "code",
    "ward_code",
    "gss_code",
    "WD24CD",
    "WD23CD",
    "WD22CD",
    "WD21CD",
    "WD20CD",
    "WD19CD",
    "WD18CD",
    "PCON24CD",
)
NAME_NAMES = ("name", "ward_name", "WD24NM", "WD23NM", "WD22NM", "WD21NM", "WD20NM", "WD19NM", "WD18NM", "PCON24NM")


class Unreadable(ValueError):
    """The file as a whole cannot be read; the message says where and why."""


def csv_records(source: IO[str]) -> Iterator[Record]:
    """Each row of a CSV file with a heading line, as a dictionary without the empty cells."""
    reader = csv.DictReader(source)
    if not reader.fieldnames:
        raise Unreadable("line 1: the file is empty; a heading line was expected")
    for row in reader:
        yield (
            reader.line_num,
            {key.strip(): value.strip() for key, value in row.items() if key and value and value.strip()},
        )


def geojson_records(source: IO[str]) -> Iterator[Record]:
    """Each feature of a GeoJSON FeatureCollection: its properties, with `boundary` added. Never holds more than one feature.

    RFC 7946. The features may stand on one line or on many.
    """
    text = _Window(source)
    text.seek_features()
    decoder = json.JSONDecoder()
    while True:
        line = text.at_next_value()
        if line is None:
            return
        yield line, _facts(text.value(decoder))


def area_facts(raw: dict[str, Any], *, kind: str = "", vintage: str = "") -> dict[str, Any]:
    """What `places.actions.add_areas` wants, from a row of a file. Raises ValueError with the reason in words."""
    code = _first(raw, CODE_NAMES)
    name = _first(raw, NAME_NAMES)
    if not code:
        raise ValueError("it has no code")
    if len(code) > 12:
        raise ValueError(f"its code {code[:20]!r} is longer than 12 characters")
    if not name:
        raise ValueError("it has no name")
    if len(name) > 120:
        raise ValueError("its name is longer than 120 characters")
    found: dict[str, Any] = {
        "code": code,
        "name": name,
        "kind": str(raw.get("kind") or kind),
        "vintage": str(raw.get("vintage") or vintage),
    }
    if found["kind"] not in ("council", "ward", "constituency", "parish"):
        raise ValueError(f"its kind {found['kind']!r} is not one of council, ward, constituency, parish")
    for key in ("seats", "electorate", "population"):
        if key in raw:
            found[key] = _number(key, raw[key])
    for key in ("valid_from", "valid_to"):
        if key in raw:
            found[key] = _day(key, raw[key])
    if "best_fit" in raw:
        found["best_fit"] = str(raw["best_fit"]).lower() in ("yes", "true", "1")
    return found


def geometry_of(raw: dict[str, Any]) -> dict[str, Any] | None:
    """The record's boundary. Raises ValueError for one that is no polygon."""
    boundary = raw.get("boundary")
    if not boundary:
        return None
    if not isinstance(boundary, dict) or boundary.get("type") not in ("Polygon", "MultiPolygon"):
        raise ValueError("its boundary is neither a Polygon nor a MultiPolygon")
    return boundary


class _Window:
    """A moving window over a text, which counts the lines it has passed."""

    def __init__(self, source: IO[str]) -> None:
        self.source, self.text, self.line = source, "", 1

    def more(self) -> bool:
        chunk = self.source.read(CHUNK)
        self.text += chunk
        return bool(chunk)

    def drop(self, count: int) -> None:
        self.line += self.text.count("\n", 0, count)
        self.text = self.text[count:]

    def seek_features(self) -> None:
        """Stand behind the bracket that opens the list of features."""
        while (found := self.text.find('"features"')) < 0:
            if not self.more():
                raise Unreadable("this is not a GeoJSON FeatureCollection: it has no features")
        while (bracket := self.text.find("[", found)) < 0:
            if not self.more():
                raise Unreadable("this is not a GeoJSON FeatureCollection: its features are no list")
        self.drop(bracket + 1)

    def at_next_value(self) -> int | None:
        """The line on which the next feature begins; None behind the last."""
        while True:
            rest = self.text.lstrip(" \t\r\n,")
            if rest:
                self.drop(len(self.text) - len(rest))
                return None if rest[0] == "]" else self.line
            if not self.more():
                raise Unreadable(f"line {self.line}: the file ends in the middle of its features")

    def value(self, decoder: json.JSONDecoder) -> Any:
        while True:
            try:
                value, end = decoder.raw_decode(self.text)
            except json.JSONDecodeError as error:
                if not self.more():
                    raise Unreadable(f"line {self.line}: this feature cannot be read: {error.msg}") from None
                continue
            self.drop(end)
            return value


def _facts(feature: Any) -> dict[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    known = {key: value for key, value in (properties or {}).items() if value not in (None, "")}
    return known | {"boundary": feature.get("geometry") if isinstance(feature, dict) else None}


def _first(raw: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((str(raw[name]).strip() for name in names if raw.get(name)), "")


def _number(key: str, value: Any) -> int:
    text = str(value).replace(",", "")
    if not text.isdigit():
        raise ValueError(f"its {key} {str(value)[:20]!r} is not a whole number")
    return int(text)


def _day(key: str, value: Any) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"its {key} {str(value)[:20]!r} is not a date such as 2018-05-03") from None
