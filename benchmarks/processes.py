"""What processes use: CPU time and memory of one and of all below it, as /proc tells."""

import contextlib
import os
import re
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


def cpu_of_children() -> float:
    """Sum up the CPU time of all processes below this one, those that ended too: seconds. Looking takes some milliseconds itself."""
    used = os.times()
    return used.children_user + used.children_system + sum(_alive(pid) + sum(_stat(pid)[13:15]) / _TICK for pid in _below(os.getpid()))


def _alive(pid: int) -> float:
    """Sum up the CPU time of the threads of a process, to the nanosecond."""
    told = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            told += int(thread.read_text(encoding="ascii").split()[0])
    return told / 1e9


def resident_megabytes(pid: int | str = "self") -> float:
    """Say how much memory one process holds now."""
    return _megabytes(pid, "VmRSS")


def peak_megabytes() -> float:
    """Sum up the most memory that this process and each below it has held."""
    return sum(_megabytes(pid, "VmHWM") for pid in [os.getpid(), *_below(os.getpid())])


def _megabytes(pid: int | str, what: str) -> float:
    try:
        found = re.search(rf"{what}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def _below(pid: int) -> list[int]:
    parents = {int(path.name): int(_stat(int(path.name))[1]) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found: list[int] = []
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        below = [child for child, of in parents.items() if of == parent]
        found += below
        waiting += below
    return found


def _stat(pid: int) -> list[float]:
    """Read the numbers behind the name of a process, state first; zeros where it has just ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return [0.0] * 50
    return [0.0, *map(float, fields[1:])]
