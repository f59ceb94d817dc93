"""Both servers together: kept ones for a run, throw-away ones for a test run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ground import binaries
from ground.identity import engine_user
from ground.places import engine_folder, socket_folder
from ground.postgres import Postgres
from ground.valkey import Valkey


class Engines:
    """PostgreSQL and Valkey over one folder; an address in the environment stands in for either.

    After `start()`, `urls` holds DATABASE_URL and REDIS_URL of servers that answer. After `stop()` nothing of ours runs and
    the socket folder is gone.
    """

    def __init__(self, data: Path, *, logs: Path | None = None, throwaway: bool = False):
        self.user = engine_user()
        self.home = engine_folder(data, self.user[0] if self.user else None)
        self.logs, self.throwaway = logs, throwaway
        self.sockets: Path | None = None
        self.postgres: Postgres | None = None
        self.valkey: Valkey | None = None
        self.urls: dict[str, str] = {}

    def start(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        self.sockets = socket_folder(self.user)
        try:
            self._start_postgres()
            self._start_valkey()
        except BaseException:
            self.stop()
            raise

    def stop_servers(self) -> None:
        for server in (self.valkey, self.postgres):
            if server:
                server.stop()
        if self.sockets:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def stop(self) -> None:
        self.stop_servers()
        if self.throwaway:
            shutil.rmtree(self.home, ignore_errors=True)

    def postgres_version(self) -> int:
        """The major version of the server that `start()` would start."""
        return binaries.postgres_version(binaries.postgres_folder(self.user))

    def alive(self) -> bool:
        """Whether every server we started still runs."""
        ours = [server.process for server in (self.postgres, self.valkey) if server]
        return all(process is not None and process.poll() is None for process in ours)

    def _start_postgres(self) -> None:
        if given := os.environ.get("DATABASE_URL"):
            self.urls["DATABASE_URL"] = given
            return
        assert self.sockets
        self.postgres = Postgres(
            self.home / "pg", self.sockets, user=self.user, log=self._log("postgres"), throwaway=self.throwaway
        )
        self.postgres.start()
        self.urls["DATABASE_URL"] = self.postgres.url

    def _start_valkey(self) -> None:
        if given := os.environ.get("REDIS_URL"):
            self.urls["REDIS_URL"] = given
            return
        assert self.sockets
        self.valkey = Valkey(
            self.home / "valkey", self.sockets, user=self.user, log=self._log("valkey"), throwaway=self.throwaway
        )
        self.valkey.start()
        self.urls["REDIS_URL"] = self.valkey.url

    def _log(self, name: str) -> Path:
        folder = self.logs or self.home
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name}.log"


@contextmanager
def running(data: Path, *, throwaway: bool = False) -> Iterator[Engines]:
    """Both servers for the length of a block."""
    engines = Engines(data, logs=None if throwaway else data / "logs", throwaway=throwaway)
    engines.start()
    try:
        yield engines
    finally:
        engines.stop()
