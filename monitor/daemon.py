"""The daemon: the stages at work, the page beside them; a signal ends it cleanly."""

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from types import FrameType

from monitor import supervisor
from monitor.engine import engine_for
from monitor.errors import StoreError
from monitor.heap import keep_what_is_loaded, share_heaps
from monitor.web.desk import make_desk
from monitor.web.server import served
from monitor.wiring import Monitor, sole

log = logging.getLogger(__name__)

LOOK_AGAIN = 2.0  # seconds, for other settings


def run(monitor: Monitor, *, page: bool = True) -> bool:
    """Run until SIGTERM or SIGINT, or until other settings are published than those that we go by; True for the latter.

    StoreError where another daemon works on the same archive.
    """
    share_heaps()
    stop, outdated = threading.Event(), threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, partial(_asked_to_stop, stop))
    with sole(monitor):
        monitor.start(thorough=True)
        _say_hello(monitor)
        if page and monitor.db.dialect.name == "postgresql":
            _publish(monitor)
        with _page(monitor) if page else nullcontext(), _watch(monitor, stop, outdated):
            supervisor.tell("READY=1")
            keep_what_is_loaded()
            engine_for(monitor).run(stop)
    log.info("stopped")
    return outdated.is_set()


def _publish(monitor: Monitor) -> None:
    number, kept_back = monitor.publish()
    log.info("published the settings for workers number=%d", number)
    for channel, reference in kept_back.items():
        log.info("workers send to channel=%s only if they have %s", channel, reference)


@contextmanager
def _watch(monitor: Monitor, stop: threading.Event, outdated: threading.Event) -> Iterator[None]:
    """Have us stop as soon as other settings are published."""

    def look() -> None:
        while not stop.wait(LOOK_AGAIN):
            with suppress(StoreError):  # the engine meets it too, and decides what to do
                if monitor.is_outdated():
                    log.info("other settings were published: taking them up")
                    outdated.set()
                    stop.set()

    watching = threading.Thread(target=look, name="settings", daemon=True)
    if monitor.settings.number is not None:
        watching.start()
    try:
        yield
    finally:
        stop.set()
        if watching.is_alive():
            watching.join(LOOK_AGAIN)


@contextmanager
def _page(monitor: Monitor) -> Iterator[None]:
    """Serve the page beside the stages, where the settings want it; without it everything else goes on."""
    if not monitor.settings.web.enabled:
        yield
        return
    with served(make_desk(monitor.settings, monitor.db, monitor.topic, monitor.now)) as address:
        log.info("page=%s", address)
        yield


def _asked_to_stop(stop: threading.Event, number: int, _frame: FrameType | None) -> None:
    log.info("asked to stop signal=%s", signal.Signals(number).name)
    supervisor.tell("STOPPING=1")
    stop.set()


def _say_hello(monitor: Monitor) -> None:
    names = [channel.name for channel in monitor.settings.channels]
    log.info("started feeds=%d channels=%s data=%s", len(monitor.settings.feeds), ",".join(names) or "terminal", monitor.settings.data)
    if not names:
        log.warning("no channel in channels.yaml: alerts go to the terminal and this log")
    for warning in monitor.settings.warnings:
        log.warning("%s", warning)
