"""A process that runs for months keeps small."""

import subprocess
import sys

import pytest

from monitor.heap import HEAPS

CROWD = """
import ctypes, sys, threading
from monitor.heap import share_heaps
if sys.argv[1] == "shared":
    share_heaps()
libc = ctypes.CDLL("libc.so.6")
libc.malloc.restype = ctypes.c_void_p
together = threading.Barrier(20)
def take():
    together.wait()
    for _ in range(100):
        libc.malloc(100_000)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(20)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc.malloc_stats()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="heaps are glibc's")
def test_many_threads_share_a_few_heaps() -> None:
    assert _heaps("shared") <= HEAPS < _heaps("of its own each")


def _heaps(how: str) -> int:
    """Let twenty threads take memory at the same time, and count the heaps that the allocator says it has."""
    done = subprocess.run([sys.executable, "-c", CROWD, how], capture_output=True, text=True, check=True, timeout=60)
    return done.stderr.count("Arena ")
