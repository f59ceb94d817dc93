"""A pytest plugin: every run has its own throw-away PostgreSQL and Valkey, shared by its xdist workers.

Loaded by `-p ground.pytest_servers` before Django's settings are read. `DATABASE_URL` and `REDIS_URL`, when set, win. A run that
is killed leaves no server behind; its folder is swept by the next run.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ground.catalogues import compile_pseudo
from ground.engines import Engines
from ground.errors import GroundError
from ground.identity import engine_user
from ground.places import ROOT, passing_folder
from ground.template import start

_engines: Engines | None = None


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before anything reads the settings: test mode, and servers unless this process is an xdist worker."""
    global _engines
    os.environ["FOLKMOOT_MODE"] = "test"
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        os.environ["REDIS_URL"] = _own_database(os.environ["REDIS_URL"], int(worker.removeprefix("gw")) + 1)
        return
    options = early_config.known_args_namespace
    if options.help or options.version or getattr(options, "collectonly", False):
        return
    (ROOT / ".folkmoot").mkdir(exist_ok=True)
    home = passing_folder("fmtest-")
    home.chmod(0o711)
    if user := engine_user():
        os.chown(home, *user)
    os.environ.setdefault("FOLKMOOT_DATA", str(_files_folder(home)))
    _engines = Engines(home, throwaway=True)
    try:
        if getattr(options, "nomigrations", False):
            _engines.start()
        elif template := start(_engines):
            os.environ["FOLKMOOT_TEST_TEMPLATE"] = template
    except GroundError as error:
        raise pytest.UsageError(str(error)) from None
    os.environ.update(_engines.urls)
    try:
        compile_pseudo(Path(os.environ["FOLKMOOT_DATA"]), ROOT / ".folkmoot" / "sentences.json")
    except ValueError as error:
        # A file that is being written right now must not stop somebody else's tests.
        print(f"no made-up languages in this run: {error}")


def pytest_unconfigure() -> None:
    """The end of the run: servers stopped, folders gone."""
    global _engines
    if _engines:
        _engines.stop()
        _engines = None


def _files_folder(home: Path) -> Path:
    folder = home / "files"
    folder.mkdir()
    return folder


def _own_database(url: str, number: int) -> str:
    base, _, query = url.partition("?")
    if url.startswith("unix:"):
        return f"{base}?db={number}"
    return f"{base.rsplit('/', 1)[0] if base.count('/') > 2 else base}/{number}" + (f"?{query}" if query else "")
