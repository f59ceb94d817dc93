"""Children that die with their parent, and processes told apart from strangers that took over their number."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1


def spawn(
    argv: Sequence[object],
    *,
    log: Path | None,
    user: tuple[int, int] | None = None,
    death: signal.Signals = signal.SIGTERM,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start `argv` in a session of its own; on Linux the kernel sends it `death` when this process dies, however it dies.

    Call from the main thread: the kernel watches the thread that forked. Output goes to `log`, appended, or is inherited.
    """
    stream = log.open("ab") if log else None
    try:
        return subprocess.Popen(
            [str(part) for part in argv],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT if stream else None,
            env=dict(env) if env is not None else None,
            cwd=cwd,
            start_new_session=True,
            user=user[0] if user else None,
            group=user[1] if user else None,
            extra_groups=[] if user else None,
            preexec_fn=_die_with_parent(death),  # noqa: PLW1509 -- we start no threads
        )
    finally:
        if stream:
            stream.close()


def alive(pid: int) -> bool:
    """Whether a process of this number runs; a zombie counts as dead."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return _state(pid) != "Z"


def command_of(pid: int) -> str:
    """The command line of a process, or an empty string when there is none to read."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        pass
    if not sys.platform.startswith("linux"):
        answer = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return answer.stdout.strip()
    return ""


def stop(process: subprocess.Popen[bytes], how: signal.Signals, *, patience: float) -> None:
    """Ask a child to stop, and kill its whole session when `patience` seconds were not enough. It is gone afterwards."""
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            pass
    # What the child started shares its session; nothing of it may stay.
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()


def stop_stranger(pid: int, how: signal.Signals, *, patience: float) -> None:
    """The same for a process that is not our child: a left-over of an earlier run."""
    for signal_number, seconds in ((how, patience), (signal.SIGKILL, 5.0)):
        try:
            os.kill(pid, signal_number)
        except ProcessLookupError:
            return
        if wait_until(lambda: not alive(pid), seconds):
            return


def wait_until(true: Callable[[], bool], seconds: float, *, every: float = 0.05) -> bool:
    """Ask again and again until `true()` holds or `seconds` are over; says which."""
    end = time.monotonic() + seconds
    while True:
        if true():
            return True
        if time.monotonic() >= end:
            return False
        time.sleep(every)


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return ""


def _die_with_parent(death: signal.Signals) -> Callable[[], None] | None:
    if not sys.platform.startswith("linux"):
        return None  # the watcher (ground/watcher.py) does it there
    parent = os.getpid()
    libc = ctypes.CDLL(None)

    def arrange() -> None:
        # After the change of user: changing it clears the wish.
        libc.prctl(PR_SET_PDEATHSIG, death, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return arrange
