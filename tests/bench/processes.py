"""What processes have used, read from the kernel: processor time to the nanosecond, memory as their fair share (PSS)."""

import os
import time
from collections import defaultdict
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
_WHOLE_PROCESS = 2  # the kind of clock that counts every thread of a process, living and dead


def family_of(pid: int) -> list[int]:
    """The process and everything it has started that still runs."""
    children = defaultdict(list)
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (fields := _stat(int(folder.name))):
            children[int(fields[1])].append(int(folder.name))
    found = [pid]
    for one in found:
        found.extend(children[one])
    return found


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and its family, those that have ended included."""
    total = 0.0
    for one in family_of(pid):
        try:
            total += time.clock_gettime((~one << 3) | _WHOLE_PROCESS)
        except OSError:
            continue  # it ended just now and is among its parent's dead children
        if fields := _stat(one):
            total += (int(fields[13]) + int(fields[14])) / TICK
    return total


def memory(pid: int) -> int:
    """Bytes held by a process and its family; what several of them share is divided among them."""
    return sum(_pss(one) for one in family_of(pid))


def _stat(pid: int) -> list[str]:
    """The fields after the name: state, parent, …; empty for a process that has gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
