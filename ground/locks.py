"""The lock files: every package at one version with its hashes, and no address of any place they came from."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from ground.errors import GroundError
from ground.places import ROOT

LOCKS = {"requirements.lock": ["requirements.in"], "requirements-dev.lock": ["requirements-dev.in", "requirements.in"]}
MARK = "# inputs sha256:"


def write(root: Path = ROOT) -> int:
    """Resolve the .in files anew into both locks, for Python 3.11 and every platform. Needs uv and a package index."""
    uv = Path(sys.executable).parent / "uv"
    program = str(uv) if uv.exists() else shutil.which("uv")
    if not program:
        raise GroundError("uv is missing: run `make setup` first.")
    for lock, sources in LOCKS.items():
        target = root / lock
        argv = [program, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
        argv += ["--no-emit-index-url", "--no-header", "--no-annotate"]
        argv += ["--output-file", str(target), str(root / sources[0])]
        if lock != "requirements.lock":
            # What CI tests is what runs in production.
            argv += ["--constraint", str(root / "requirements.lock")]
        if subprocess.run(argv, stdout=subprocess.DEVNULL, check=False).returncode:
            raise GroundError(f"{lock} could not be resolved.")
        target.write_text(f"{MARK}{inputs(root, lock)}\n{target.read_text()}")
    return check(root)


def check(root: Path = ROOT) -> int:
    """0 when `faults` finds none; else prints them and says 1. Needs no network."""
    found = faults(root)
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


def faults(root: Path = ROOT) -> list[str]:
    """What is wrong with the locks: an address inside, a pin without a hash, older than its .in, or the two at odds."""
    found: list[str] = []
    pins: dict[str, dict[str, str]] = {}
    for lock in LOCKS:
        text = (root / lock).read_text()
        found += [f"{lock}:{n}: holds an address" for n, line in enumerate(text.splitlines(), 1) if "http" in line]
        if not text.startswith(f"{MARK}{inputs(root, lock)}\n"):
            found.append(f"{lock}: is older than {' and '.join(LOCKS[lock])}: run `make locks`")
        entries = re.split(r"\n(?=[a-zA-Z0-9])", text)[1:]
        found += [f"{lock}: {entry.split()[0]} has no hash" for entry in entries if "--hash=sha256:" not in entry]
        pins[lock] = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))
    for name, version in pins["requirements.lock"].items():
        if pins["requirements-dev.lock"].get(name) != version:
            found.append(f"requirements-dev.lock: {name} is not at {version}, as it runs in production")
    return found


def inputs(root: Path, lock: str) -> str:
    """The digest of what a lock was made from; comments and blank lines do not count."""
    lines = [line.split("#")[0].strip() for name in LOCKS[lock] for line in (root / name).read_text().splitlines()]
    return hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest()
