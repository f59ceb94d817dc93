"""A house of its own for one run: PostgreSQL, Redis and the web server as `make run` starts them, in a folder that goes afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
from django.core.management import call_command

from ground import secrets, stamps
from ground.children import household
from ground.engines import Engines
from ground.identity import engine_user
from ground.places import ROOT, passing_folder
from ground.processes import spawn, stop, wait_until
from tests.bench.processes import cpu_seconds, memory


@dataclass
class House:
    """Servers that run. `env` is what a process needs to be part of it."""

    engines: Engines
    env: dict[str, str]
    folder: Path
    web: subprocess.Popen[bytes] | None = None
    statics: subprocess.Popen[bytes] | None = None
    port: int = 0

    def cpu(self) -> dict[str, float]:
        """Processor seconds used so far by the web server's processes, by PostgreSQL's, and by Redis."""
        assert self.web and self.engines.postgres and self.engines.postgres.process
        assert self.engines.valkey and self.engines.valkey.process
        return {
            "web": cpu_seconds(self.web.pid),
            "database": cpu_seconds(self.engines.postgres.process.pid),
            "redis": cpu_seconds(self.engines.valkey.process.pid),
        }

    def web_memory(self) -> int:
        assert self.web
        return memory(self.web.pid)

    def open(self) -> None:
        """Start the web server: the very command of `make run`, with one page more. Raises RuntimeError when it does not answer."""
        assert self.statics
        if self.statics.wait():
            raise RuntimeError("The static files could not be collected.")
        self.port = _free_port()
        child = household(self.folder, self.port)[0]
        self.web = spawn(child.argv, log=child.log, env={**self.env, **child.extra}, cwd=ROOT)
        if not wait_until(self._ready, 60, every=0.2):
            raise RuntimeError(f"The web server does not answer: {child.log.read_text()[-2000:]}")

    def furnish(self) -> None:
        """The tables stand; static files and compiled code are on their way, which takes as long as writing the records."""
        collect = f"{sys.executable} manage.py collectstatic --no-input --verbosity 0"
        compiled = f"{sys.executable} -c 'import config.serve; config.serve.warm()'"
        self.statics = spawn(["sh", "-c", f"{collect} && {compiled}"], log=None, env=self.env, cwd=ROOT)
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)

    def close(self) -> None:
        for process in (self.web, self.statics):
            if process:
                stop(process, signal.SIGTERM, patience=15)
        self.web = self.statics = None

    def _ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def own_house() -> Iterator[House]:
    """Servers with an empty, migrated database and collected static files; this process speaks to them as well."""
    for name in (
        "DATABASE_URL",
        "REDIS_URL",
        "FOLKMOOT_MODE",
        "FOLKMOOT_DEBUG",
        "FOLKMOOT_LIMITS_OFF",
        "FOLKMOOT_AS_OF",
    ):
        os.environ.pop(name, None)
    folder = passing_folder("fmbench-")
    folder.chmod(0o711)
    if user := engine_user():
        os.chown(folder, *user)
    engines = Engines(folder, logs=folder / "logs")
    house = House(engines, {}, folder)
    try:
        engines.start()
        os.environ.update(engines.urls, **secrets.kept(folder), FOLKMOOT_DATA=str(folder), FOLKMOOT_MODE="demo")
        os.environ.update(DJANGO_SETTINGS_MODULE="tests.bench.settings", FOLKMOOT_BUILD=stamps.build())
        # As in any installation, code is compiled once and read from then on: compiling at each start would count as memory.
        house.env = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
        os.environ["FOLKMOOT_LOG_LEVEL"] = "WARNING"  # of this process alone: the web server writes its log as always
        house.furnish()
        yield house
    finally:
        house.close()
        engines.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
