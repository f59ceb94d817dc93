"""The watcher outlives the supervisor by a moment: when the supervisor is gone, it ends what the supervisor had started.

The kernel's own parent-death signal reaches direct children on Linux; this reaches their children too, and other systems. It reads
`+group signal` and `-group` lines from its standard input, which the kernel closes when the supervisor dies, however it dies.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from ground.places import ROOT

PATIENCE = 20.0


class Watcher:
    """The supervisor's end of the pipe."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ground.watcher"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd=ROOT,
        )

    def add(self, group: int, how: signal.Signals) -> None:
        """From now on this process group ends with us."""
        self._say(f"+{group} {int(how)}\n")

    def remove(self, group: int) -> None:
        """This group is gone; its number may be given to a stranger."""
        self._say(f"-{group}\n")

    def close(self) -> None:
        """Nothing left to watch: the watcher ends too."""
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait()

    def _say(self, line: str) -> None:
        assert self.process.stdin
        try:
            self.process.stdin.write(line.encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # someone killed the watcher; the kernel's signal remains


def main() -> None:
    """Read until the pipe closes, then end every group that was not taken back, in the reverse order of their start."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    groups: dict[int, int] = {}
    for line in sys.stdin:
        group, _, how = line[1:].strip().partition(" ")
        if line.startswith("+"):
            groups[int(group)] = int(how)
        else:
            groups.pop(int(group), None)
    end(groups)


def end(groups: dict[int, int]) -> None:
    """Ask each group, wait, then kill what is left."""
    for group, how in reversed(groups.items()):
        _signal(group, how)
    deadline = time.monotonic() + PATIENCE
    while groups and time.monotonic() < deadline:
        groups = {group: how for group, how in groups.items() if _signal(group, 0)}
        time.sleep(0.1)
    for group in groups:
        _signal(group, signal.SIGKILL)


def _signal(group: int, how: int) -> bool:
    try:
        os.killpg(group, how)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    main()
