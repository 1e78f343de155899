"""What this process has done since it started, counted for whoever watches it."""

from collections import Counter
from threading import Lock
from typing import Literal

What = Literal["poll", "new entry", "child ended"]

_counted: Counter[tuple[What, str]] = Counter()
_lock = Lock()


def count(what: What, kind: str, times: int = 1) -> None:
    """Count something of a kind; kinds are few and known beforehand, never a name or an address."""
    with _lock:
        _counted[what, kind] += times


def counted(what: What) -> dict[str, int]:
    """How often it was counted, by kind."""
    with _lock:
        return {kind: times for (one, kind), times in _counted.items() if one == what}
