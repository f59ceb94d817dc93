"""An embedded PostgreSQL: its own files, its own socket, no network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from ground import binaries
from ground.errors import GroundError
from ground.processes import alive, command_of, spawn, stop, stop_stranger, wait_until

NAME = "folkmoot"
PORT = "5432"  # only names the socket file; nothing listens on the network

# A throw-away cluster may lose everything in a crash, so it waits for no disk.
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum_naptime": "10min"}


class Postgres:
    """One server for one folder of data.

    After `start()` it answers on a socket in `sockets`, it is the process we started (not a stranger on the same path), and
    the database `folkmoot` exists. After `stop()` it is gone and its data are whole.
    """

    def __init__(
        self, data: Path, sockets: Path, *, user: tuple[int, int] | None, log: Path | None, throwaway: bool = False
    ):
        self.data, self.sockets, self.user, self.log, self.throwaway = data, sockets, user, log, throwaway
        self.bin = binaries.postgres_folder(user)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://{NAME}@/{NAME}?host={self.sockets}"

    def start(self) -> None:
        """Make the cluster if there is none, stop a left-over, start, check identity, make the database.

        Raises GroundError when the server does not come up or another one answers in its place.
        """
        self._initialise()
        self.stop_leftover()
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "120",
            "shared_buffers": "128MB",
            "timezone": "UTC",
            "log_min_messages": "warning",
            "jit": "off",
            **(THROWAWAY if self.throwaway else {}),
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        # SIGINT is the fast shutdown: sessions end, data are written out.
        death = signal.SIGQUIT if self.throwaway else signal.SIGINT
        self.process = spawn(
            [self.bin / "postgres", "-D", self.data, "-p", PORT, *options],
            log=self.log,
            user=self.user,
            death=death,
            env=_plain_environment(),
            cwd=self.data,
        )
        if not wait_until(self._settled, 30) or self.process.poll() is not None:
            raise GroundError(f"PostgreSQL did not start; its last words: {self._last_words()}")
        self.check_identity()
        self._create_database()

    def check_identity(self) -> None:
        """Nothing, if the server on our socket is the process we started on our data; else GroundError."""
        expected = self.process.pid if self.process else None
        if self._pid_on_file() != expected:
            raise GroundError(f"Another PostgreSQL (process {self._pid_on_file()}) holds {self.data}.")
        folder = self.query("SHOW data_directory", database="postgres")
        if Path(folder).resolve() != self.data.resolve():
            raise GroundError(
                f"A foreign PostgreSQL answers on the socket in {self.sockets}: its data lie in {folder}."
            )

    def query(self, sql: str, *, database: str = NAME) -> str:
        """The unadorned answer of psql to one statement."""
        answer = subprocess.run(
            [self.bin / "psql", "-h", self.sockets, "-p", PORT, "-U", NAME, "-d", database, "-XAtqc", sql],
            capture_output=True,
            text=True,
            check=False,
            env=_plain_environment(),
        )
        if answer.returncode:
            raise GroundError(
                f"PostgreSQL answered: {answer.stderr.strip().splitlines()[0] if answer.stderr else 'nothing'}"
            )
        return answer.stdout.strip()

    def stop(self, *, whole: bool = False) -> None:
        """End every session and stop; the data are written out, unless they are throw-away and not asked for `whole`."""
        if self.process:
            stop(self.process, signal.SIGQUIT if self.throwaway and not whole else signal.SIGINT, patience=30)
            self.process = None

    def stop_leftover(self) -> None:
        """Stop a server that an earlier run left on these data; a number that now belongs to another program is let be."""
        pid = self._pid_on_file()
        if not pid or not alive(pid):
            return
        if str(self.data) in command_of(pid) or "postgres" in command_of(pid):
            stop_stranger(pid, signal.SIGINT, patience=20)
        else:
            # The number has been given to somebody else since: the file is stale, and the server would refuse to start.
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _initialise(self) -> None:
        if (self.data / "PG_VERSION").exists():
            kept = int((self.data / "PG_VERSION").read_text().strip())
            have = binaries.postgres_version(self.bin)
            if kept != have:
                raise GroundError(
                    f"The data in {self.data} belong to PostgreSQL {kept}, this one is {have}: "
                    "make a backup with the old one and restore it into a fresh folder."
                )
            return
        fresh = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)  # of a run that was killed half-way
        fresh.mkdir(parents=True, mode=0o700)
        if self.user:
            os.chown(fresh, *self.user)
        # The builtin provider, because the packaged server knows no ICU and the system's locales differ from host to host.
        argv = [self.bin / "initdb", "-D", fresh, "-U", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C"]
        argv += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self.throwaway:
            argv.append("--no-sync")
        made = spawn(argv, log=self.log, user=self.user, env=_plain_environment(), cwd=fresh)
        if made.wait():
            raise GroundError(f"initdb failed; its last words: {self._last_words()}")
        fresh.rename(self.data)

    def _settled(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            return True
        try:
            # The eighth line says "ready" once the socket is open.
            return "ready" in (self.data / "postmaster.pid").read_text().splitlines()[7]
        except (OSError, IndexError):
            return False

    def _create_database(self) -> None:
        if not self.query(f"SELECT 1 FROM pg_database WHERE datname = '{NAME}'", database="postgres"):
            self.query(f"CREATE DATABASE {NAME}", database="postgres")

    def _pid_on_file(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().splitlines()[0])
        except (OSError, IndexError, ValueError):
            return None

    def _last_words(self) -> str:
        return last_words(self.log)


def last_words(log: Path | None) -> str:
    """The last line a program wrote to its log."""
    try:
        lines = log.read_text(errors="replace").strip().splitlines() if log else []
    except OSError:
        lines = []
    return lines[-1] if lines else "none"


def _plain_environment() -> dict[str, str]:
    # PGHOST, PGDATA and their like would send us to somebody else's server.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}
