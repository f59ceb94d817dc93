"""One stylesheet and one script a page, made of many small files.

`Bundles` is a staticfiles finder: it joins the files under `core/static/css` and `core/static/js` whenever one of them
has changed, so `css/folkmoot.css` exists for the development server, for tests and for collectstatic alike, and the
manifest storage hashes and compresses it like any other file. The order of the stylesheets does not matter: each one
wraps itself in a layer, and `layers.css`, which comes first, says how the layers rank.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

HOME = Path(__file__).parent / "static"
BUNDLES = {
    "css/folkmoot.css": ("css/layers.css", "css/*.css", "css/components/*.css", "css/pages/*.css"),
    "js/folkmoot.js": ("js/*.js",),
}
_COMMENTS = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)
_BLANKS = re.compile(r"\n\s*")


class Bundles(BaseFinder):
    """Finds the joined files; they are written beside the data of this checkout, not into the source."""

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in BUNDLES:
            return [] if find_all else None
        written = str(bundle(path))
        return [written] if find_all else written

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        storage = FileSystemStorage(location=str(_place()))
        for name in BUNDLES:
            bundle(name)
            yield name, storage


def sources(name: str) -> list[Path]:
    """The files that make up a bundle, each once, in a stable order."""
    found = (path for pattern in BUNDLES[name] for path in sorted(HOME.glob(pattern)))
    return list(dict.fromkeys(found))


def joined(name: str) -> str:
    """The text of a bundle, without comments and indents."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources(name))
    return _BLANKS.sub("\n", _COMMENTS.sub("", text)).strip() + "\n"


def bundle(name: str) -> Path:
    """The path of a bundle that is as new as the newest of its sources."""
    target = _place() / name
    newest = max(path.stat().st_mtime for path in [*sources(name), *{path.parent for path in sources(name)}])
    if not target.exists() or target.stat().st_mtime < newest:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and swapped in whole: several workers may do this at once.
        handle, aside = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(joined(name))
        Path(aside).chmod(0o644)
        os.replace(aside, target)
    return target


def _place() -> Path:
    return Path(settings.FOLKMOOT_BUNDLES)
