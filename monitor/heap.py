"""How a process that runs for months keeps small: what it lets the allocator and the garbage collector do."""

import ctypes
import gc
import sys
from contextlib import suppress

HEAPS = 2
UNSEEN = 5_000  # objects that are made before the garbage collector looks through them; Python itself looks after 700
LOADING = 100_000  # the same while modules and settings are loaded, all of which stays
_ARENA_MAX = -8  # glibc: M_ARENA_MAX of malloc.h


def share_heaps() -> None:
    """Let all threads take memory from a few heaps; to be called before there are threads.

    glibc gives each thread a heap of its own, up to eight for each core, and what is free in one is no use to another: with thirty threads,
    120 of 275 MB lay free. Python lets one thread at a time run anyhow. Other C libraries are left as they are.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").mallopt(_ARENA_MAX, HEAPS)


def load_undisturbed() -> None:
    """Let the garbage collector look seldom while a command starts: a tenth of a start went there, and it found nothing."""
    gc.set_threshold(LOADING, *gc.get_threshold()[1:])


def keep_what_is_loaded() -> None:
    """Tell the garbage collector that what is there now stays: to look through it again and again costs a third of what work costs.

    What is made later it looks through less often: a tenth of an unchanged poll went there, and few of our objects stand in rings.
    """
    gc.unfreeze()  # a worker that took up other settings has loaded all anew
    gc.collect()
    gc.freeze()
    gc.set_threshold(UNSEEN, *gc.get_threshold()[1:])
