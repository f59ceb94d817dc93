"""An embedded Valkey: cache and broker on a Unix socket, no network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from pathlib import Path

from ground import binaries
from ground.errors import GroundError
from ground.postgres import last_words
from ground.processes import alive, command_of, spawn, stop, stop_stranger, wait_until

DATABASES = 64  # a test run gives each of its workers one


class Valkey:
    """One server for one folder. After `start()` it answers on its socket and is the process that we started."""

    def __init__(
        self, data: Path, sockets: Path, *, user: tuple[int, int] | None, log: Path | None, throwaway: bool = False
    ):
        self.data, self.sockets, self.user, self.log, self.throwaway = data, sockets, user, log, throwaway
        self.program = binaries.redis_program(user)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def socket(self) -> Path:
        return self.sockets / "redis.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}?db=0"

    @property
    def pid_file(self) -> Path:
        return self.data / "valkey.pid"

    def start(self) -> None:
        """Stop a left-over, start, check identity. Raises GroundError when it does not come up."""
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.user:
            os.chown(self.data, *self.user)
        self.stop_leftover()
        keep = ["--appendonly", "no"] if self.throwaway else ["--appendonly", "yes", "--appendfsync", "everysec"]
        # A broker must never drop a message to make room.
        argv = [self.program, "--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700"]
        argv += ["--dir", self.data, "--save", "", "--daemonize", "no", "--databases", str(DATABASES)]
        argv += ["--maxmemory-policy", "noeviction", *keep]
        self.process = spawn(
            argv,
            log=self.log,
            user=self.user,
            death=signal.SIGTERM,
            cwd=self.data,
        )
        if not wait_until(self._settled, 20) or self.process.poll() is not None:
            raise GroundError(f"Valkey did not start; its last words: {last_words(self.log)}")
        self.check_identity()
        self.pid_file.write_text(str(self.process.pid))

    def check_identity(self) -> None:
        """Nothing, if the server on our socket is the process we started; else GroundError."""
        found = info(self.socket).get("process_id", "")
        if not self.process or found != str(self.process.pid):
            raise GroundError(f"A foreign Redis server (process {found or 'unknown'}) answers on {self.socket}.")

    def stop(self) -> None:
        """Stop; what the append-only file promises is on disk."""
        if self.process:
            stop(self.process, signal.SIGTERM, patience=10)
            self.process = None
            self.pid_file.unlink(missing_ok=True)

    def stop_leftover(self) -> None:
        """Stop a server that an earlier run left on this folder."""
        try:
            pid = int(self.pid_file.read_text())
        except (OSError, ValueError):
            return
        if alive(pid) and ("valkey" in command_of(pid) or "redis" in command_of(pid)):
            stop_stranger(pid, signal.SIGTERM, patience=10)
        self.pid_file.unlink(missing_ok=True)

    def _settled(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            return True
        try:
            return "loading" in (about := info(self.socket)) and about["loading"] == "0"
        except OSError:
            return False


def info(path: Path) -> dict[str, str]:
    """What the server on a Unix socket says of itself (INFO). Raises OSError when nobody answers."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(5)
        line.connect(str(path))
        line.sendall(b"INFO\r\nQUIT\r\n")
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    pairs = (row.split(":", 1) for row in answer.decode(errors="replace").splitlines() if ":" in row)
    return dict(pairs)
