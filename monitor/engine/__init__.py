"""Who sets off the stages: one small port, and an engine for each kind of installation. The stages do not know which one runs them."""

import threading
from typing import Protocol

from monitor.engine.ticking import Ticking
from monitor.wiring import Monitor


class Engine(Protocol):
    """Sets off the stages, each when something is due for it."""

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set, and finish what is begun."""


def engine_for(monitor: Monitor) -> Engine:
    """Choose the engine that fits the database."""
    if monitor.db.dialect.name != "postgresql":
        return Ticking(monitor)
    from monitor.engine.queued import Queued  # its packages are there only where PostgreSQL is used

    return Queued(monitor)
