"""The programs a run consists of, beside its servers: web, worker, beat. One that falls over is started again."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ground.errors import GroundError
from ground.places import ROOT
from ground.postgres import last_words
from ground.processes import spawn, stop
from ground.watcher import Watcher

WEB_WORKERS, WEB_THREADS = 2, 3
TOO_OFTEN, WITHIN = 5, 60.0


@dataclass
class Child:
    """One program. It counts its falls: five within a minute are a fault that starting again does not mend."""

    name: str
    argv: list[str]
    log: Path
    extra: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    falls: list[float] = field(default_factory=list)

    def start(self, env: dict[str, str], watcher: Watcher) -> None:
        self.process = spawn(self.argv, log=self.log, env={**env, **self.extra}, cwd=ROOT)
        watcher.add(self.process.pid, signal.SIGTERM)

    def fallen(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def again(self, env: dict[str, str], watcher: Watcher, say: Callable[[str], None]) -> None:
        """Start it once more. Raises GroundError after too many falls."""
        assert self.process
        # What it had started may still run without it.
        stop(self.process, signal.SIGTERM, patience=0)
        watcher.remove(self.process.pid)
        now = time.monotonic()
        self.falls = [at for at in self.falls if now - at < WITHIN] + [now]
        if len(self.falls) >= TOO_OFTEN:
            raise GroundError(f"{self.name} keeps falling over; see {self.log}. Its last words: {last_words(self.log)}")
        say(f"{self.name} ended ({self.process.returncode}); starting it again")
        time.sleep(min(0.2 * len(self.falls), 2))
        self.start(env, watcher)


def household(data: Path, port: int) -> list[Child]:
    """Web on 127.0.0.1, a Celery worker and beat, with their logs in the data folder."""
    logs = data / "logs"
    logs.mkdir(exist_ok=True)
    python = [sys.executable, "-m"]
    # Without mingle and gossip a lone worker starts at once and sends no idle chatter.
    worker = [*python, "celery", "-A", "config", "worker", "--loglevel", "INFO", "--concurrency", "2"]
    worker += ["--without-mingle", "--without-gossip"]
    beat = [*python, "celery", "-A", "config", "beat", "--loglevel", "INFO", "--pidfile="]
    beat += ["--schedule", str(data / "beat-schedule")]
    # The pool holds a connection for each thread that may ask at once.
    web = {"HOST": "127.0.0.1", "PORT": str(port), "FOLKMOOT_DB_POOL": str(WEB_THREADS)}
    web |= {"FOLKMOOT_WEB_WORKERS": str(WEB_WORKERS), "FOLKMOOT_WEB_THREADS": str(WEB_THREADS)}
    return [
        Child("web", [*python, "config.serve"], _rolled(logs / "web.log"), web),
        Child("worker", worker, _rolled(logs / "worker.log")),
        Child("beat", beat, _rolled(logs / "beat.log")),
    ]


def stop_all(children: list[Child], watcher: Watcher) -> None:
    """Ask all of them at once, then wait for each; nothing of theirs runs afterwards."""
    begun = [child for child in children if child.process]
    for child in begun:
        assert child.process
        if child.process.poll() is None:
            child.process.send_signal(signal.SIGTERM)
    for child in begun:
        assert child.process
        try:
            child.process.wait(15)
        except subprocess.TimeoutExpired:
            pass  # a long task: it is given to the next worker, because tasks are acknowledged late
        stop(child.process, signal.SIGTERM, patience=0)
        watcher.remove(child.process.pid)


def _rolled(log: Path) -> Path:
    if log.exists() and log.stat().st_size > 5_000_000:
        log.rename(log.with_suffix(".log.1"))
    return log
