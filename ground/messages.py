"""Collecting the sentences to translate, from Python and from templates, with nothing but Babel."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

from ground.places import ROOT

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_SKIPPED = {".venv", "tests", "ground", "migrations", "locale"}


def collect(cache: Path | None = None) -> Catalog:
    """Every sentence of the house as one catalogue. With `cache`, only files that changed since are read again."""
    known: dict[str, Any] = _load(cache)
    found: dict[str, Any] = {}
    for path in _sources():
        status = path.stat()
        name, mark = path.relative_to(ROOT).as_posix(), [status.st_mtime_ns, status.st_size]
        entry = known.get(name)
        found[name] = entry if entry and entry[0] == mark else [mark, list(_read(path))]
    if cache and found != known:
        fresh = cache.with_name(f"{cache.name}.{os.getpid()}")
        fresh.write_text(json.dumps(found))
        fresh.rename(cache)
    catalogue = Catalog(project="Folkmoot", charset="utf-8", fuzzy=False)
    for name, (_mark, messages) in sorted(found.items()):
        for line, words, context, comments in messages:
            sentence = tuple(words) if isinstance(words, list) else words
            catalogue.add(sentence, locations=[(name, line)], context=context, auto_comments=comments)
    return catalogue


def write() -> list[Path]:
    """`locale/django.pot` and every language's catalogue know all present sentences; translations are kept."""
    template = collect()
    home = ROOT / "locale"
    home.mkdir(exist_ok=True)
    written = [home / "django.pot"]
    with written[0].open("wb") as file:
        write_po(file, template, width=110, sort_by_file=True, omit_header=True)
    for path in sorted(home.glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        catalogue.update(template)
        with path.open("wb") as file:
            write_po(file, catalogue, width=110, sort_by_file=True)
        written.append(path)
    return written


def _sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".py", ".html", ".txt", ".typ")) and Path(folder) != ROOT:
                yield Path(folder) / name


def _read(path: Path) -> Iterator[tuple[int, Any, str | None, list[str]]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = _as_python(text, path)
    try:
        found = list(extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=["Translators:"]))
    except (SyntaxError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.relative_to(ROOT)}: sentences cannot be read: {error}") from error
    for line, words, comments, context in found:
        yield line, words, context, comments


def _as_python(text: str, path: Path) -> str:
    from django.utils.translation.template import templatize  # noqa: PLC0415 -- slow import

    # Django turns a template into calls among blanked-out text; without the indents it reads as Python tokens.
    return "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines()) + "\n"


def _load(cache: Path | None) -> dict[str, Any]:
    try:
        return dict(json.loads(cache.read_text())) if cache else {}
    except (OSError, ValueError):
        return {}
