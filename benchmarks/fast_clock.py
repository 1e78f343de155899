"""The program under a clock that its standard input sets: a moment a line, answered by a line when all that was due then is done.

    python benchmarks/fast_clock.py CONFIG DATA [LEAK]

It is a process of its own, so that what it holds can be measured apart from whoever plays the world. LEAK is a number of bytes that it
loses with each moment on purpose: what looks for leaks must find it.
"""

import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
PIECE = 100  # bytes: what leaks is mostly small


class Clock:
    """A clock that is set by whoever has it."""

    def __init__(self) -> None:
        self.time = BEGIN

    def __call__(self) -> datetime:
        return self.time


def main(config: str, data: str, leak: str = "0") -> None:
    """Live moment by moment until nothing more is said."""
    from monitor.heap import keep_what_is_loaded, share_heaps  # a child loads this file too, and must not be filled with all that
    from monitor.settings import load
    from monitor.wiring import build, sole

    logging.getLogger("monitor").setLevel(logging.CRITICAL)
    share_heaps()  # as the daemon does
    clock, lost = Clock(), []
    with build(load(Path(config), Path(data), {}), clock) as monitor, sole(monitor):
        monitor.start()
        keep_what_is_loaded()
        for line in sys.stdin:
            clock.time = datetime.fromisoformat(line.strip())
            monitor.watch()
            monitor.river()
            lost += [os.urandom(PIECE) for _ in range(int(leak) // PIECE)]
            print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
