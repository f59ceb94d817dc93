"""Open a table of text, plain or compressed, with commas or semicolons, and give its rows one by one."""

import csv
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

# Python's own limit is 128 KiB a field; a long proposal with its HTML may pass that.
LONGEST_FIELD = 4 * 1024 * 1024


class NotATable(Exception):
    """The file cannot be read as a table with a heading; the message says why."""


@contextmanager
def rows_of(path: Path) -> Iterator[tuple[list[str], Iterator[tuple[int, dict[str, str]]]]]:
    """The column names, and an iterator of (line number, row). Memory holds one row at a time."""
    csv.field_size_limit(LONGEST_FIELD)
    with _opened(path) as file:
        first = file.readline()
        if not first.strip():
            raise NotATable(f"{path.name} is empty")
        delimiter = ";" if first.count(";") > first.count(",") else ","
        names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter))]
        reader = csv.reader((line.replace("\0", "") for line in file), delimiter=delimiter)
        yield names, _rows(names, reader)


def _rows(names: list[str], reader: "csv.Reader") -> Iterator[tuple[int, dict[str, str]]]:  # type: ignore[name-defined]
    for cells in reader:
        if cells:
            # The heading is line 1; a row's number is that of its last line, as editors count.
            yield reader.line_num + 1, dict(zip(names, cells, strict=False))


def _opened(path: Path) -> IO[str]:
    with path.open("rb") as probe:
        packed = probe.read(2) == b"\x1f\x8b"
    if packed:
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")
