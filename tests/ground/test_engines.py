"""The servers' rules, each from a failure seen: identity, age, left-overs, closed folders, death of the parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from ground import binaries, checks, places
from ground.errors import GroundError
from ground.places import ROOT
from ground.postgres import Postgres
from ground.processes import alive, wait_until
from ground.valkey import Valkey

KEEPER = """
import pathlib, sys, time
from ground.engines import Engines
engines = Engines(pathlib.Path(sys.argv[1]))
engines.start()
engines.postgres.query("CREATE TABLE IF NOT EXISTS said (word text)")
print(engines.postgres.process.pid, engines.valkey.process.pid, engines.sockets, flush=True)
n = 0
while True:
    engines.postgres.query(f"INSERT INTO said VALUES ('{n}')")
    n += 1
    print(n, flush=True)
"""


@pytest.fixture
def folder():
    """A data folder that servers of another user can reach, removed at the end."""
    made = places.passing_folder("fmdata-")
    made.chmod(0o755)
    yield made
    subprocess.run(["rm", "-rf", made], check=True)


def keeper(folder):
    return subprocess.Popen([sys.executable, "-c", KEEPER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def without_addresses(monkeypatch):
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)


def test_after_kill_9_no_server_is_left_and_no_row_is_lost(folder, monkeypatch):
    without_addresses(monkeypatch)
    first = keeper(folder)
    postgres, valkey, _sockets = first.stdout.readline().split()
    told = [first.stdout.readline() for _ in range(5)]
    first.send_signal(signal.SIGKILL)
    told += first.stdout.read().split()
    first.wait()

    assert wait_until(lambda: not alive(int(postgres)) and not alive(int(valkey)), 15)

    second = keeper(folder)
    try:
        _postgres, _valkey, sockets = second.stdout.readline().split()
        kept = subprocess.run(
            [
                binaries.postgres_folder() / "psql",
                "-h",
                sockets,
                "-U",
                "folkmoot",
                "-XAtc",
                "SELECT count(*) FROM said",
            ],
            capture_output=True,
            text=True,
        )
        assert int(kept.stdout) >= len(told)
    finally:
        second.kill()
        second.wait()
        wait_until(lambda: not alive(int(_postgres)), 15)


def test_a_left_over_server_is_stopped_and_its_data_taken_over(folder, monkeypatch):
    without_addresses(monkeypatch)
    sockets = places.socket_folder(None if os.geteuid() else (65534, 65534))
    user = None if os.geteuid() else (65534, 65534)
    left, taker = (Postgres(folder / "pg", sockets, user=user, log=folder / "log") for _ in range(2))
    left.start()
    old = left.process.pid
    left.process.poll = lambda: 0  # the run that started it is gone
    try:
        taker.start()

        assert left.process.wait(1) is not None
        assert taker.process.pid != old
        assert taker.query("SELECT 1") == "1"
    finally:
        taker.stop()
        sockets.rmdir()


def test_a_stranger_on_the_socket_is_noticed(tmp_path, monkeypatch):
    server = Valkey(tmp_path, tmp_path, user=None, log=None)
    server.process = SimpleNamespace(pid=1)
    with subprocess.Popen([sys.executable, "-c", STRANGER, str(server.socket)]) as stranger:
        wait_until(server.socket.exists, 10)
        time.sleep(0.1)

        with pytest.raises(GroundError, match=r"A foreign Redis server \(process 999\) answers"):
            server.check_identity()
        stranger.kill()


STRANGER = """
import socket, sys
line = socket.socket(socket.AF_UNIX); line.bind(sys.argv[1]); line.listen()
while True:
    asked, _ = line.accept(); asked.recv(100); asked.sendall(b"$20\\r\\nprocess_id:999\\r\\n"); asked.close()
"""


def test_an_old_postgresql_is_refused_in_one_line(tmp_path, monkeypatch):
    old = tmp_path / "postgres"
    old.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 15.3'\n")
    old.chmod(0o755)
    monkeypatch.setenv("FOLKMOOT_PG_BIN", str(tmp_path))

    with pytest.raises(GroundError, match=r"PostgreSQL 15 in .* is too old: 17 or newer is needed\."):
        binaries.postgres_folder()


def test_the_package_has_a_fit_postgresql():
    assert binaries.postgres_version(binaries.postgres_folder()) >= binaries.OLDEST_POSTGRES


@pytest.mark.skipif(os.geteuid() != 0, reason="only root drops to another user")
def test_programs_below_a_closed_folder_are_copied_to_where_the_servers_user_can_read_them(tmp_path):
    home = tmp_path / "home"
    (home / "package" / "bin").mkdir(parents=True)
    program = home / "package" / "bin" / "server"
    program.write_text("#!/bin/sh\necho here\n")
    program.chmod(0o755)
    home.chmod(0o700)

    found = binaries._readable(program, home, [Path("package/bin/server")], (65534, 65534))

    assert subprocess.run([found], user=65534, group=65534, capture_output=True, text=True, cwd="/").stdout == "here\n"
    subprocess.run(["rm", "-rf", found.parents[2]], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root drops to another user")
def test_data_below_a_closed_folder_go_where_the_servers_user_can_reach_them(tmp_path):
    tmp_path.chmod(0o700)

    assert places.engine_folder(tmp_path, 65534).parent == Path("/var/lib/folkmoot")
    assert places.engine_folder(tmp_path, 0) == tmp_path


def test_a_server_that_does_not_answer_is_named_without_its_password():
    with pytest.raises(GroundError) as refusal:
        checks.database("postgresql://ada:hush@127.0.0.1:1/moot")

    assert "postgresql://ada:…@127.0.0.1:1/moot" in str(refusal.value)
    assert "hush" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_redis_address_where_nobody_answers_is_named():
    with pytest.raises(GroundError, match=r"REDIS_URL \(redis://127.0.0.1:1/0\) cannot be used"):
        checks.redis("redis://127.0.0.1:1/0")
