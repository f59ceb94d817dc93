"""A backup is one folder: the database, the files people gave us, and a list of the keys they need. Restoring is its mirror.

The keys themselves are never in it: whoever holds a backup must not be able to read an open ballot.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from ground import secrets
from ground.binaries import postgres_folder
from ground.errors import GroundError
from ground.places import ROOT, data_folder
from ground.session import claim, environment, servers
from ground.stamps import Stamps

MEDIA = {"public": "FOLKMOOT_MEDIA", "private": "FOLKMOOT_PRIVATE_MEDIA", "exempt": "FOLKMOOT_EXEMPT_MEDIA"}


def backup(to: Path | None) -> Path:
    """The folder of a finished backup: `to`, or one named for the moment under `backups/`. May be taken while people work."""
    data = data_folder()
    folder = to or ROOT / "backups" / datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    with servers(data) as urls:
        write(folder, url=urls["DATABASE_URL"], media=media_roots(data), keys=_keys(data, urls))
    return folder


def restore(folder: Path, *, replace: bool) -> None:
    """The database and files are as they were in `folder`. Redis is emptied: its jobs speak of another past.

    Raises GroundError, with nothing changed, when a run is on, when the keys differ, or when the database holds something and
    `replace` was not said.
    """
    data = data_folder()
    with claim(data) as ours:
        if not ours:
            raise GroundError("Stop the running Folkmoot before restoring.")
    with servers(data) as urls:
        read(folder, url=urls["DATABASE_URL"], media=media_roots(data), keys=_keys(data, urls), replace=replace)
        _empty_redis(urls["REDIS_URL"])
    Stamps(data).stamp("migrations", "")


def write(folder: Path, *, url: str, media: dict[str, Path], keys: dict[str, str]) -> None:
    """Write a backup into a new folder. The manifest comes last: a folder without one is no backup."""
    if folder.exists() and any(folder.iterdir()):
        raise GroundError(f"{folder} is not empty.")
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    _postgres("pg_dump", "--format=custom", "--no-owner", f"--file={folder / 'database.dump'}", url)
    with tarfile.open(folder / "files.tar", "w") as tar:
        for name, root in media.items():
            if root.is_dir():
                tar.add(root, arcname=name)
    manifest = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "digests": {name: _digest(folder / name) for name in ("database.dump", "files.tar")},
        "keys": {name: fingerprint(value) for name, value in keys.items()},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def read(folder: Path, *, url: str, media: dict[str, Path], keys: dict[str, str], replace: bool) -> None:
    """Bring a backup back into the database at `url` and the media folders; all of the database or nothing."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text())
    except FileNotFoundError:
        raise GroundError(f"{folder} is no finished backup: it has no manifest.json.") from None
    for name, wanted in manifest["digests"].items():
        if _digest(folder / name) != wanted:
            raise GroundError(f"{folder / name} is damaged: its digest is not the one in the manifest.")
    for name, wanted in manifest["keys"].items():
        if fingerprint(keys.get(name, "")) != wanted:
            raise GroundError(
                f"{name} is not the key this backup was made with; sealed rows could not be read. Set it first."
            )
    if _tables(url) and not replace:
        raise GroundError("The database is not empty: say --replace (make restore ARGS=--replace) to overwrite it.")
    script = folder / "database.dump"
    _postgres("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", "DROP SCHEMA public CASCADE; CREATE SCHEMA public", url)
    _postgres("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={url}", str(script))
    for root in media.values():
        root.mkdir(parents=True, exist_ok=True)
    with tarfile.open(folder / "files.tar") as tar:
        for member in tar:
            name, *rest = PurePosixPath(member.name).parts
            # Plain files only, and none that climbs out. (tarfile's own filter came after Python 3.11.2, which Debian has.)
            if name in media and rest and ".." not in rest and member.isfile():
                _write_file(media[name].joinpath(*rest), tar.extractfile(member))


def _write_file(path: Path, content: IO[bytes] | None) -> None:
    assert content
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)


def media_roots(data: Path) -> dict[str, Path]:
    """The three folders of files, as settings.py finds them."""
    return {name: Path(os.environ.get(variable) or data / "media" / name) for name, variable in MEDIA.items()}


def fingerprint(key: str) -> str:
    """Enough of a key's digest to know it again, not enough to guess it."""
    return hashlib.sha256(b"folkmoot backup " + key.encode()).hexdigest()[:16]


def _keys(data: Path, urls: dict[str, str]) -> dict[str, str]:
    env = environment(data, urls)
    # The key of sessions and cookies may change at any time; these may not.
    return {name: env.get(name, "") for name in secrets.NAMES if name != "FOLKMOOT_SECRET_KEY"}


def _tables(url: str) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public')"
    return _postgres("psql", "-XqAt", "-c", sql, url) == "t"


def _postgres(program: str, *words: str) -> str:
    answer = subprocess.run([postgres_folder() / program, *words], capture_output=True, text=True, check=False)
    if answer.returncode:
        said = answer.stderr.strip().splitlines() or ["nothing"]
        raise GroundError(f"{program} failed: {said[0]}")
    return answer.stdout.strip()


def _empty_redis(url: str) -> None:
    from redis import Redis  # noqa: PLC0415 -- slow import

    with Redis.from_url(url) as line:
        line.flushdb()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
