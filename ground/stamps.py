"""Work that was done once for given files is not done again for the same files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from ground.places import ROOT


class Stamps:
    """What has been done in a data folder, by name, with the digest of what it was done for."""

    def __init__(self, data: Path) -> None:
        self.path = data / "stamps.json"
        try:
            self.known: dict[str, str] = json.loads(self.path.read_text())
        except (OSError, ValueError):
            self.known = {}

    def done(self, name: str, digest: str) -> bool:
        return self.known.get(name) == digest

    def stamp(self, name: str, digest: str) -> None:
        self.known[name] = digest
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self.known, indent=1))
        fresh.rename(self.path)


def digest(paths: Iterable[Path], *more: str) -> str:
    """One digest over the contents and names of files, and any further words."""
    total = hashlib.sha256()
    for path in sorted(set(paths)):
        if path.is_file():
            total.update(f"{path.relative_to(ROOT)}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    for word in more:
        total.update(f"{word}\0".encode())
    return total.hexdigest()


def migrations() -> str:
    """Of every migration and the installed packages (they bring some of their own)."""
    return digest([*_ours("migrations/*.py"), ROOT / "requirements.lock", ROOT / "config" / "settings.py"])


def statics() -> str:
    """Of every static file of ours, what joins them, and the installed packages (they bring some of their own)."""
    makers = [ROOT / "core" / "staticfiles.py", ROOT / "config" / "statics.py", ROOT / "config" / "apps.py"]
    return digest([*_ours("static/**/*"), *ROOT.glob("static/**/*"), *makers, ROOT / "requirements.lock"])


def catalogues() -> str:
    """Of every catalogue of sentences, and of what compiles them."""
    makers = [ROOT / "ground" / "catalogues.py", ROOT / "ground" / "pseudo.py"]
    return digest([*ROOT.glob("locale/*/LC_MESSAGES/*.po"), *makers])


def build() -> str:
    """Of the code and the templates: a release starts with fresh kept pages."""
    return digest([*_ours("**/*.py"), *_ours("**/*.html")], statics())[:12]


def _ours(pattern: str) -> list[Path]:
    """Files below the folders of the repository; those with a dot (environment, data) are not ours."""
    folders = [path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "tests"))]
    return [path for folder in folders for path in folder.glob(pattern)]
