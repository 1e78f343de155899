"""The engine of one machine: APScheduler sets off each stage once a second, and the database says what is due."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor as Crews
from datetime import timedelta
from functools import partial

from apscheduler.events import EVENT_JOB_ERROR
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from monitor.engine.failing import log_error
from monitor.errors import StoreError
from monitor.wiring import Monitor

log = logging.getLogger(__name__)

TICK = timedelta(seconds=1)
CREWS = 8  # batches of requests on their way at the same time
PULSE = timedelta(seconds=30)
NOT_URGENT = timedelta(minutes=5)
LAST_WORDS = timedelta(seconds=8)  # how long stages may take to finish after a signal


class Ticking:
    """The stages at work in this process alone, each at most once at a time."""

    def __init__(self, monitor: Monitor) -> None:
        self._monitor = monitor
        self._stop = threading.Event()
        self._busy: dict[str, threading.Lock] = {}
        self._crews = Crews(CREWS, thread_name_prefix="crew")
        self._free = threading.BoundedSemaphore(CREWS)

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set, and finish what is begun."""
        self._stop = stop
        clock = self._clock()
        clock.start()
        stop.wait()
        clock.shutdown(wait=False)
        self._finish()

    def _clock(self) -> BackgroundScheduler:
        """Set up the clock that sets off each stage; a run that is late is made up for once, never dropped."""
        clock = BackgroundScheduler(
            timezone="UTC",
            executors={"default": ThreadPoolExecutor(6)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        work: dict[str, Callable[[], int]] = {
            "poll": partial(self._hand_out, self._monitor.take_polls),
            "read": partial(self._hand_out, self._monitor.take_reads),
            "match": self._monitor.match,
            "place": self._monitor.place,
            "deliver": self._monitor.deliver,
            "digest": self._monitor.digest,
        }
        for name, stage in work.items():
            self._busy[name] = threading.Lock()
            clock.add_job(self._run, "interval", args=(name, stage), seconds=TICK.total_seconds(), id=name)
        clock.add_job(self._monitor.make_up, "interval", seconds=TICK.total_seconds(), id="make up")
        self._busy["let go"] = threading.Lock()
        clock.add_job(self._run, "interval", args=("let go", self._monitor.let_go), seconds=NOT_URGENT.total_seconds(), id="let go")
        clock.add_job(self._monitor.copy, "interval", args=(self._stop.is_set,), seconds=NOT_URGENT.total_seconds(), id="copy")
        clock.add_job(self._monitor.beat, "interval", seconds=PULSE.total_seconds(), next_run_time=self._monitor.now(), id="pulse")
        clock.add_listener(log_error, EVENT_JOB_ERROR)
        return clock

    def _run(self, name: str, stage: Callable[[], int]) -> None:
        """Work a stage off until nothing is due."""
        with self._busy[name]:
            while not self._stop.is_set() and stage():
                pass

    def _hand_out(self, take: Callable[[], Callable[[], None] | None]) -> int:
        """Let a crew do work that waits for the web, so that one slow server holds up nobody else; 0 where there is none, or no crew."""
        if not self._free.acquire(blocking=False):
            return 0
        work = None
        try:
            work = take()
        finally:
            if work is None:
                self._free.release()
        if work is None:
            return 0
        self._crews.submit(self._do, work)
        return 1

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except StoreError as error:
            log.error("a crew failed, and its work is free again: %s", error)
        except Exception:
            log.exception("a crew failed; its work is taken up again when its lease ends")
        finally:
            self._free.release()

    def _finish(self) -> None:
        """Wait for the stages at work; what one does not finish in time is taken up again at the next start."""
        self._monitor.web.close()  # a request that is still on its way is given up, and nothing noted of it
        self._monitor.children.close()
        for name, lock in self._busy.items():
            if lock.acquire(timeout=LAST_WORDS.total_seconds() / len(self._busy)):
                lock.release()  # a run that begins only now sees that it is to stop, and does so
            else:
                log.warning("stage=%s did not finish in time; its work is taken up again at the next start", name)
        self._crews.shutdown(wait=True, cancel_futures=True)  # last, for a stage in its last words may still hand out work
