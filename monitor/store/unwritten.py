"""What could not be written because the database was in trouble: it waits in memory, and is written as soon as that is possible.

The claims of such work hold for minutes. Forgotten, what a feed told while the disk was full would be late by as much, and a message
whose acceptance could not be noted would be sent again. A lease that was lost meanwhile refuses what is written too late.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from monitor.errors import StoreError
from monitor.store.leases import LEASE

log = logging.getLogger(__name__)

T = TypeVar("T")


class Unwritten:
    """What waits to be written, the oldest first."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._waiting: deque[tuple[float, str, Callable[[], object]]] = deque()
        self._one_at_a_time = threading.Lock()

    def write(self, what: str, work: Callable[[], T]) -> T | None:
        """Write something, and answer what `work` does; None where the database is in trouble, and it is written later."""
        try:
            return work()
        except StoreError as error:
            log.error("%s is written when that is possible: %s", what, error)
            self._waiting.append((self._clock(), what, work))
            return None

    def make_up(self) -> int:
        """Write what waits, and say how much that was; StoreError where the database is still in trouble."""
        made_up = 0
        with self._one_at_a_time:
            while self._waiting:
                since, what, work = self._waiting[0]
                try:
                    work()
                    log.info("%s is written now", what)
                except StoreError:
                    if self._clock() - since < LEASE.total_seconds():
                        raise
                    log.warning("%s is not written any more: its claim is over, and whoever comes next does it again", what)
                except Exception:
                    log.exception("%s could not be written", what)
                self._waiting.popleft()
                made_up += 1
        return made_up
