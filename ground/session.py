"""Using the servers of a data folder: those that run already, or our own for the length of one command."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ground import secrets
from ground.engines import running
from ground.errors import GroundError
from ground.places import ROOT, data_folder
from ground.processes import wait_until


def environment(data: Path, urls: dict[str, str]) -> dict[str, str]:
    """What a child needs to be part of this house: demo mode unless told otherwise, the data folder, secrets, servers."""
    env = {**os.environ, **urls, "FOLKMOOT_DATA": str(data)}
    env.setdefault("FOLKMOOT_MODE", "demo")
    if env["FOLKMOOT_MODE"] == "demo":
        for name, value in secrets.kept(data).items():
            env.setdefault(name, value)
    return env


@contextmanager
def claim(data: Path) -> Iterator[bool]:
    """Whether the data folder is ours alone for the length of the block; the kernel frees it when we die."""
    with (data / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        (data / "servers.json").unlink(missing_ok=True)
        try:
            yield True
        finally:
            (data / "servers.json").unlink(missing_ok=True)


def announce(data: Path, urls: dict[str, str]) -> None:
    """Tell other commands on this data folder where the servers are. Call while the folder is claimed."""
    path = data / "servers.json"
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"pid": os.getpid(), "urls": urls}))
    fresh.chmod(0o600)
    fresh.rename(path)


@contextmanager
def servers(data: Path) -> Iterator[dict[str, str]]:
    """Addresses of servers that answer: those of a run on the same data, else ours, stopped at the end of the block."""
    with claim(data) as ours:
        if not ours:
            path = data / "servers.json"
            if not wait_until(path.exists, 20):
                raise GroundError(f"Another command holds {data} and its servers do not come up.")
            yield dict(json.loads(path.read_text())["urls"])
            return
        with running(data) as engines:
            announce(data, engines.urls)
            yield engines.urls


def run_with_servers(argv: Sequence[str]) -> int:
    """Run one command with the servers of the data folder; its exit code."""
    data = data_folder()
    with servers(data) as urls:
        return subprocess.run(list(argv), env=environment(data, urls), check=False).returncode


def manage(argv: Sequence[str]) -> int:
    """Run one Django command with the servers of the data folder; its exit code."""
    return run_with_servers([sys.executable, str(ROOT / "manage.py"), *argv])
