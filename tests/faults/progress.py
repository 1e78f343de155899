"""What the long form says while it runs: how many of how many."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
EVERY = 15  # seconds


def with_progress(what: str, all_of_them: Sequence[T]) -> Iterator[T]:
    """Go through them, and say now and then how far we are; shown where pytest captures nothing (-s)."""
    said = began = time.monotonic()
    for number, one in enumerate(all_of_them):
        if time.monotonic() - said > EVERY:
            said = time.monotonic()
            print(f"{what}: {number} of {len(all_of_them)} in {said - began:.0f} s", file=sys.stderr, flush=True)
        yield one
    print(f"{what}: all {len(all_of_them)} in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
