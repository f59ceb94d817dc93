"""A pytest plugin: every test process has its own throw-away PostgreSQL and Valkey.

Loaded by `-p ground.pytest_servers` before Django's settings are read. xdist's workers do not share a server: what one database's
open transactions hold back (seals, snapshots) must not show in another worker's tests. `DATABASE_URL` and `REDIS_URL`, when set, win
and are shared. A run that is killed leaves no server behind; its folder is swept by the next run.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ground.catalogues import compile_pseudo
from ground.engines import Engines
from ground.errors import GroundError
from ground.identity import engine_user
from ground.places import ROOT, memory_folder, passing_folder
from ground.template import build, start

_engines: Engines | None = None


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before anything reads the settings: test mode, and servers for whoever runs tests in this process."""
    global _engines
    os.environ["FOLKMOOT_MODE"] = "test"
    options = early_config.known_args_namespace
    if options.help or options.version or getattr(options, "collectonly", False):
        return
    (ROOT / ".folkmoot").mkdir(exist_ok=True)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    migrated = not getattr(options, "nomigrations", False)
    engines = _new_engines()
    try:
        if getattr(options, "numprocesses", None) and not worker:
            # The workers start their own; what they copy is made once, here.
            if migrated:
                build(engines)
            engines.stop()
            return
        _engines = engines
        if worker and os.environ.get("REDIS_URL"):
            os.environ["REDIS_URL"] = _own_database(os.environ["REDIS_URL"], int(worker.removeprefix("gw")) + 1)
        if not migrated:
            engines.start()
        elif template := start(engines):
            os.environ["FOLKMOOT_TEST_TEMPLATE"] = template
    except GroundError as error:
        engines.stop()
        raise pytest.UsageError(str(error)) from None
    os.environ.update(engines.urls)
    os.environ["FOLKMOOT_DATA"] = str(engines.home / "files")
    _compile(engines.home / "files")


def pytest_unconfigure() -> None:
    """The end of the run: servers stopped, folders gone."""
    global _engines
    if _engines:
        _engines.stop()
        _engines = None


def _new_engines() -> Engines:
    home = passing_folder("fmtest-", within=memory_folder())
    home.chmod(0o711)
    if user := engine_user():
        os.chown(home, *user)
    (home / "files").mkdir()
    return Engines(home, throwaway=True)


def _compile(data: Path) -> None:
    try:
        compile_pseudo(data, ROOT / ".folkmoot" / "sentences.json")
    except ValueError as error:
        # A file that is being written right now must not stop somebody else's tests.
        print(f"no made-up languages in this run: {error}")


def _own_database(url: str, number: int) -> str:
    base, _, query = url.partition("?")
    if url.startswith("unix:"):
        return f"{base}?db={number}"
    return f"{base.rsplit('/', 1)[0] if base.count('/') > 2 else base}/{number}" + (f"?{query}" if query else "")
