"""`make run` from outside: refusals in one line, and nothing left behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from ground import places
from ground.places import ROOT
from ground.processes import command_of, wait_until


def environment(folder, **more):
    clean = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL")
    }
    return clean | {"FOLKMOOT_DATA": str(folder), "FOLKMOOT_MODE": "demo", "FOLKMOOT_SEED": "0"} | more


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def folder():
    made = places.passing_folder("fmrun-")
    made.chmod(0o755)
    yield made
    subprocess.run(["rm", "-rf", made], check=True)


def refused(folder, **more):
    answer = subprocess.run(
        [sys.executable, "-m", "ground", "run"],
        cwd=ROOT,
        env=environment(folder, **more),
        capture_output=True,
        text=True,
    )
    return answer.returncode, answer.stderr.strip().splitlines()[-1]


def test_a_taken_port_is_one_clear_line(folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        code, said = refused(folder, PORT=str(port))

    assert said == f"folkmoot: Port {port} is taken by another program; choose another: PORT=8001 make run"
    assert code == 2


def test_a_port_that_is_no_number_is_one_clear_line(folder):
    assert refused(folder, PORT="eighty") == (2, "folkmoot: PORT must be a number from 1 to 65535, not 'eighty'.")


def test_an_old_postgresql_stops_the_start(folder):
    (folder / "postgres").write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 16.9'\n")
    (folder / "postgres").chmod(0o755)

    code, said = refused(folder, PORT=str(free_port()), FOLKMOOT_PG_BIN=str(folder))

    assert (code, said) == (2, f"folkmoot: PostgreSQL 16 in {folder} is too old: 17 or newer is needed.")


def test_a_foreign_database_address_stops_the_start(folder):
    code, said = refused(folder, PORT=str(free_port()), DATABASE_URL="postgresql://ada@127.0.0.1:1/moot")

    assert said.startswith("folkmoot: DATABASE_URL (postgresql://ada@127.0.0.1:1/moot) cannot be used:")
    assert code == 2


def test_make_alone_lists_the_targets():
    answer = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)

    listed = set(re.findall(r"^  (\S+)", answer.stdout, re.MULTILINE))
    promised = (
        "setup run seed test fast check lint fmt types layers e2e bench backup restore worker shell messages locks"
    )
    assert set(promised.split()) <= listed


class Run:
    """A running house."""

    def __init__(self, folder, port):
        self.folder, self.port = folder, port
        self.log = (folder / "run.log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ground", "run"],
            cwd=ROOT,
            env=environment(folder, PORT=str(port)),
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def ready(self):
        assert wait_until(lambda: "ready after" in self.said() or self.process.poll() is not None, 120)
        assert self.process.poll() is None, self.said()
        return float(re.search(r"ready after (\d+) s", self.said())[1])

    def said(self):
        return (self.folder / "run.log").read_text()

    def family(self):
        """Every process of this run: its children, theirs, and whoever names its folder."""
        parents = {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open(f"/proc/{entry}/stat") as file:
                        parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
                except OSError:
                    pass
        found, fresh = set(), {self.process.pid}
        while fresh:
            found |= fresh
            fresh = {pid for pid, parent in parents.items() if parent in fresh} - found
        return found - {self.process.pid}

    def manage(self, *words):
        return subprocess.run(
            [sys.executable, "-m", "ground", "manage", *words],
            cwd=ROOT,
            env=environment(self.folder),
            capture_output=True,
            text=True,
            check=True,
        ).stdout


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_run_survives_kill_9_without_left_overs_or_lost_rows(folder):
    run = Run(folder, free_port())
    run.ready()
    with urllib.request.urlopen(f"http://127.0.0.1:{run.port}/readyz") as answer:
        assert answer.status == 200
    assert refused(folder, PORT=str(free_port()))[1].startswith(f"folkmoot: Folkmoot already runs on {folder}")
    run.manage("shell", "-v", "0", "-c", WRITE)
    family = run.family()
    names = " ".join(command_of(pid) for pid in family)
    assert all(word in names for word in ("postgres", "valkey", "config.serve", "celery", "ground.watcher"))

    # A web server that is killed comes again.
    web = next(pid for pid in family if "config.serve" in command_of(pid) and os.getpgid(pid) == pid)
    os.kill(web, signal.SIGKILL)
    assert wait_until(lambda: "web ended (-9); starting it again" in run.said(), 10)
    family |= run.family()

    os.kill(run.process.pid, signal.SIGKILL)
    run.process.wait()
    assert wait_until(lambda: not [pid for pid in family if command_of(pid)], 30)

    again = Run(folder, run.port)
    again.ready()
    assert again.manage("shell", "-v", "0", "-c", READ).strip().endswith("kept")

    family = again.family()
    began = time.monotonic()
    again.process.send_signal(signal.SIGINT)
    assert again.process.wait(40) == 0
    assert time.monotonic() - began < 30
    assert not [pid for pid in family if command_of(pid)]
    assert "stopped; the data are kept" in again.said()
    assert not (folder / "servers.json").exists()


WRITE = """
from django.db import connection
connection.cursor().execute("CREATE TABLE moot (word text); INSERT INTO moot VALUES ('kept')")
"""
READ = """
from django.db import connection
cursor = connection.cursor()
cursor.execute("SELECT word FROM moot")
print(cursor.fetchone()[0])
"""
