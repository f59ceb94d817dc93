"""Where things lie on disk: the repository, the data folder, and short folders for sockets."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from ground.processes import alive

ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder that holds everything a run keeps: `FOLKMOOT_DATA`, or `.folkmoot` beside the code. Made if missing."""
    folder = Path(os.environ.get("FOLKMOOT_DATA") or ROOT / ".folkmoot").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def engine_folder(data: Path, uid: int | None) -> Path:
    """The folder for the servers' own files: inside `data`, unless `uid` could not reach it there.

    A server that has dropped root cannot walk through a 0700 home; its files then lie under the system's state folder,
    named by a digest of `data` so that every run finds them again.
    """
    if uid is None or reachable(data, uid):
        return data
    return Path("/var/lib/folkmoot") / hashlib.sha256(str(data).encode()).hexdigest()[:12]


def reachable(path: Path, uid: int) -> bool:
    """Whether `uid`, in no special group, may walk through every folder down to and including `path`."""
    for folder in [path, *path.parents]:
        if not folder.exists():
            continue
        status = folder.stat()
        bit = 0o100 if status.st_uid == uid else 0o001
        if not status.st_mode & bit:
            return False
    return True


def socket_folder(owner: tuple[int, int] | None) -> Path:
    """A new, empty 0700 folder with a path short enough for Unix sockets (about 107 bytes), owned by `owner`."""
    folder = passing_folder("fm-")
    folder.chmod(0o700)
    if owner:
        os.chown(folder, *owner)
    return folder


def passing_folder(prefix: str, *, within: str | None = None) -> Path:
    """A new folder named for this process; those of processes that were killed are swept away first."""
    home = within or short_temp()
    for old in Path(home).glob(f"{prefix}*"):
        number = old.name.removeprefix(prefix).partition("-")[0]
        if number.isdigit() and not alive(int(number)):
            shutil.rmtree(old, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-", dir=home))


def memory_folder() -> str | None:
    """A folder in memory with room for throw-away servers, or None: their data need no disk, and the disk is slow."""
    room = Path("/dev/shm")  # noqa: S108 -- only names made by mkdtemp go there
    if not (room.is_dir() and os.access(room, os.W_OK)):
        return None
    free = os.statvfs(room)
    return str(room) if free.f_bavail * free.f_frsize > 2 * 1024**3 else None


def short_temp() -> str:
    """The system's folder for passing things, under a short path."""
    # macOS puts its temp folder under a very long path; the plain one is short everywhere.
    usual = tempfile.gettempdir()
    return usual if len(usual) < 60 else os.sep + "tmp"
