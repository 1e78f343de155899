"""The keeper of the clock: of all workers the one that sees what is due, takes over from the dead, and notes the pulse."""

import logging
import os
import socket
import uuid
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from apscheduler.events import EVENT_JOB_ERROR
from apscheduler.schedulers.background import BackgroundScheduler

from monitor import supervisor
from monitor.engine.failing import log_error
from monitor.store.queue import take_over
from monitor.store.sweep import keep_clock, sweep
from monitor.wiring import Monitor

log = logging.getLogger(__name__)

TICK = timedelta(seconds=1)
PULSE = timedelta(seconds=30)
NOT_URGENT = timedelta(minutes=5)


class Keeper:
    """Tries for the clock once a second; the database settles who has it, and gives it to another when its keeper falls silent."""

    def __init__(self, monitor: Monitor, lease: timedelta) -> None:
        self._monitor = monitor
        self._lease = lease
        self._name = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:6]}"
        self._keeps = False
        self._clock = BackgroundScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})

    def __enter__(self) -> Self:
        self._clock.add_job(self._tick, "interval", seconds=TICK.total_seconds(), id="tick")
        self._clock.add_job(self._beat, "interval", seconds=PULSE.total_seconds(), id="pulse")
        self._clock.add_job(self._let_go, "interval", seconds=NOT_URGENT.total_seconds(), id="let go")
        self._clock.add_listener(log_error, EVENT_JOB_ERROR)
        self._clock.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._clock.shutdown()

    def _tick(self) -> None:
        with self._monitor.db.begin() as tx:
            keeps = keep_clock(tx, self._name, self._lease)
            taken = take_over(tx, self._lease) if keeps else []
            if keeps:
                sweep(tx, self._monitor.now())
        self._monitor.make_up()
        supervisor.tell("WATCHDOG=1")  # a worker that can reach the database is alive, whoever keeps the clock
        began, self._keeps = keeps and not self._keeps, keeps
        if not keeps:
            return
        if began:
            log.info("keeping the clock worker=%s", self._name)
            self._clock.modify_job("pulse", next_run_time=datetime.now(UTC))
        for job in taken:
            log.warning("took over job=%s of a worker that fell silent", job.name)
        self._monitor.digest()
        self._monitor.sum_up()

    def _beat(self) -> None:
        if self._keeps:
            self._monitor.beat()

    def _let_go(self) -> None:
        while self._keeps and self._monitor.let_go():
            pass
