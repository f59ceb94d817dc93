"""Catalogues of sentences, made ready for Django: real ones from their .po files, made-up ones from the sources."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ground.messages import collect
from ground.places import ROOT
from ground.pseudo import LANGUAGES, say


def compile_all(data: Path) -> int:
    """Every language's .mo is as new as its .po, and the made-up languages stand in `data`; the number of languages."""
    return compile_real() + compile_pseudo(data)


def compile_real() -> int:
    """Compile `locale/*/LC_MESSAGES/*.po`. Unfinished and doubtful entries stay out, so their English is shown."""
    sources = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))
    for path in sources:
        with path.open("rb") as file:
            _write(path.with_suffix(".mo"), read_po(file, locale=path.parent.parent.name))
    return len(sources)


def compile_pseudo(data: Path, cache: Path | None = None) -> int:
    """Write both made-up languages below `data/pseudo-locale`, from the sentences that stand in the sources now."""
    template = collect(cache)
    for language in LANGUAGES:
        # Babel knows no such locale; both count as English does.
        catalogue = Catalog(locale="en", charset="utf-8", fuzzy=False)
        for message in template:
            if not message.id:
                continue
            words = message.id
            said = say(language, words) if isinstance(words, str) else tuple(say(language, part) for part in words)
            catalogue.add(message.id, said, context=message.context)
        _write(data / "pseudo-locale" / language / "LC_MESSAGES" / "django.mo", catalogue)
    return len(LANGUAGES)


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Swapped in whole: a server may be reading the old one.
    handle, fresh = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        write_mo(file, catalogue)
    Path(fresh).chmod(0o644)
    Path(fresh).rename(path)
