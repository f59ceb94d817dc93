"""Test databases in a second: a cluster with every migration in it is kept, and each test run starts from a copy.

The copy is found by a digest of all migrations and installed packages, so an edited migration makes a new one. When the migrations
cannot be run just now, tests make their tables themselves, as they would without any of this.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from ground import stamps
from ground.engines import Engines
from ground.places import ROOT, engine_folder

NAME = "moot_template"
KEPT = 3


def start(engines: Engines) -> str | None:
    """Start throw-away servers; the name of the database to copy for tests, or None when there is none."""
    if os.environ.get("DATABASE_URL"):
        engines.start()
        return None
    kept = _kept(engines)
    if (kept / "pg").is_dir():
        _copy(kept / "pg", engines.home / "pg")
        engines.start()
        return NAME
    if not build(engines):
        engines.start()
        return None
    assert engines.postgres
    engines.postgres.start()
    return NAME


def build(engines: Engines) -> bool:
    """Make and keep the cluster for the present migrations unless it is there; whether tests can be copied from one.

    Its PostgreSQL is stopped afterwards. A failure leaves nothing behind.
    """
    if os.environ.get("DATABASE_URL") or (_kept(engines) / "pg").is_dir():
        return True
    engines.start()
    assert engines.postgres
    if not _migrate(engines):
        engines.postgres.query(f"DROP DATABASE {NAME}", database="postgres")
        engines.stop_servers()
        return False
    engines.postgres.stop(whole=True)
    _keep(engines.home / "pg", _kept(engines))
    return True


def _kept(engines: Engines) -> Path:
    return _home(engines) / stamps.digest([], stamps.migrations(), str(engines.postgres_version()))[:16]


def _migrate(engines: Engines) -> bool:
    assert engines.postgres
    engines.postgres.query(f"CREATE DATABASE {NAME}", database="postgres")
    url = urlsplit(engines.urls["DATABASE_URL"])._replace(path=f"/{NAME}").geturl()
    env = {
        **os.environ,
        **engines.urls,
        "DATABASE_URL": url,
        "FOLKMOOT_MODE": "test",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    words = [sys.executable, str(ROOT / "manage.py"), "migrate", "--no-input", "--verbosity", "0", "--skip-checks"]
    return subprocess.run(words, env=env, cwd=ROOT, capture_output=True, check=False).returncode == 0


def _home(engines: Engines) -> Path:
    folder = engine_folder(ROOT / ".folkmoot", engines.user[0] if engines.user else None) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _keep(data: Path, kept: Path) -> None:
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    fresh.mkdir()
    _copy(data, fresh / "pg")
    try:
        fresh.rename(kept)
    except OSError:  # another run was quicker
        shutil.rmtree(fresh, ignore_errors=True)
    old = sorted(
        (path for path in kept.parent.iterdir() if "." not in path.name), key=lambda path: path.stat().st_mtime
    )
    for path in old[:-KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    # Owner and rights belong to the copy: the server refuses a folder that is not its own.
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)
