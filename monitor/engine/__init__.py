"""Who sets off the stages: one small port, and an engine for each kind of installation. The stages do not know which one runs them."""

import gc
import threading
from typing import Protocol

from monitor.engine.ticking import Ticking
from monitor.wiring import Monitor


class Engine(Protocol):
    """Sets off the stages, each when something is due for it."""

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set, and finish what is begun."""


def keep_what_is_loaded() -> None:
    """Tell the garbage collector that what is there now stays: to look through it again and again costs a third of what work costs."""
    gc.unfreeze()  # a worker that took up other settings has loaded all anew
    gc.collect()
    gc.freeze()


def engine_for(monitor: Monitor) -> Engine:
    """Choose the engine that fits the database."""
    if monitor.db.dialect.name != "postgresql":
        return Ticking(monitor)
    from monitor.engine.queued import Queued  # its packages are there only where PostgreSQL is used

    return Queued(monitor)
