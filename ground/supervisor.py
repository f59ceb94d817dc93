"""`make run`: one process that starts everything, watches it, and ends it.

While it runs: PostgreSQL and Valkey answer on sockets only we can reach, web, worker and beat run and are started again when they
fall over, and the page answers on 127.0.0.1. After Ctrl-C, SIGTERM or kill -9 nothing of it runs, and the data are whole.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from ground import checks, stamps
from ground.children import Child, household, stop_all
from ground.engines import Engines
from ground.errors import GroundError
from ground.places import data_folder
from ground.prepare import demo_people, prepare
from ground.session import announce, claim, environment
from ground.watcher import Watcher


def run() -> int:
    """Run until told to stop; 0 then. Raises GroundError, with nothing left running, when the start cannot succeed."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    data = data_folder()
    with claim(data) as ours:
        if not ours:
            raise GroundError(
                f"Folkmoot already runs on {data}; stop it first, or name another folder in FOLKMOOT_DATA."
            )
        port = checks.port()
        return _with_servers(data, port)


def _with_servers(data: Path, port: int) -> int:
    began = time.monotonic()
    watcher = Watcher()
    engines = Engines(data, logs=data / "logs")
    children: list[Child] = []
    try:
        _say("starting the database and Redis")
        engines.start()
        for server, how in ((engines.postgres, signal.SIGINT), (engines.valkey, signal.SIGTERM)):
            if server and server.process:
                watcher.add(server.process.pid, how)
        checks.database(engines.urls["DATABASE_URL"])
        checks.redis(engines.urls["REDIS_URL"])
        announce(data, engines.urls)
        env = environment(data, engines.urls) | {"PORT": str(port), "FOLKMOOT_BUILD": stamps.build()}
        prepare(data, env, engines, _say)
        children = household(data, port)
        for child in children:
            child.start(env, watcher)
        _wait_ready(children[0], env, port)
        _greet(env, port, time.monotonic() - began, engines.home)
        _watch(children, engines, env, watcher)
    except KeyboardInterrupt:
        _say("stopping")
    finally:
        _deaf()
        stop_all(children, watcher)
        engines.stop()
        watcher.close()
    _say("stopped; the data are kept")
    return 0


def _watch(children: list[Child], engines: Engines, env: dict[str, str], watcher: Watcher) -> None:
    while True:
        time.sleep(0.5)
        if not engines.alive():
            raise GroundError(f"The database or Redis has ended; see {engines.logs}. Start again: the data are kept.")
        for child in children:
            if child.fallen():
                child.again(env, watcher, _say)


def _wait_ready(web: Child, env: dict[str, str], port: int) -> None:
    hosts = env.get("FOLKMOOT_HOSTS", "")
    request = urllib.request.Request(f"http://127.0.0.1:{port}/readyz")
    if hosts:
        request.add_header("Host", hosts.split(",")[0].strip().lstrip("."))
    said = "nothing"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(request, timeout=5):  # noqa: S310 -- our own address
                return
        except urllib.error.HTTPError as error:
            said = error.read(300).decode(errors="replace")
        except OSError as error:
            said = str(error)
        if web.fallen():
            raise GroundError(f"The web server ended at once; see {web.log}.")
        time.sleep(0.1)
    raise GroundError(f"The web server does not get ready; see {web.log}. It says: {said}")


def _greet(env: dict[str, str], port: int, seconds: float, home: Path) -> None:
    people = demo_people(env) if env["FOLKMOOT_MODE"] == "demo" else ""
    print(f"\n  Folkmoot is at http://127.0.0.1:{port}/  (ready after {seconds:.0f} s; data in {home})\n", flush=True)
    if people:
        print(people + "\n", flush=True)
    print("  Ctrl-C stops everything and keeps the data.\n", flush=True)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _deaf() -> None:
    # A second Ctrl-C must not cut the clean end short: it takes seconds, and the data depend on it.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _say(words: str) -> None:
    print(f"folkmoot: {words}", file=sys.stderr, flush=True)


__all__ = ["run"]

if os.name != "posix":
    raise GroundError("Folkmoot's own servers run on Linux and macOS; elsewhere use the containers.")
