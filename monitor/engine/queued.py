"""The engine of many machines: procrastinate hands out jobs from PostgreSQL, and one of the workers keeps the clock.

A worker that dies, stops or hangs loses nothing: its heartbeat ends, the keeper of the clock puts its jobs back into the queue, and who
gets them takes over the leases that were held under their names. What the other still writes then is refused for want of the lease.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from procrastinate import App, PsycopgConnector
from procrastinate.app import WorkerOptions

from monitor.domain.alerts.channel import TERMINAL
from monitor.engine.keeper import Keeper
from monitor.errors import StoreError
from monitor.store.queue import ANYWHERE, Job, put, queue_of
from monitor.wiring import Monitor

log = logging.getLogger(__name__)

AT_ONCE = 16  # jobs of one worker, most of which wait for the web
LOOK_AGAIN = 0.1  # seconds; how long a job may lie after another has given its lock free
LAST_WORDS = 8.0  # seconds; how long jobs may take to finish after a signal
FORGOTTEN = 24 * 3600  # seconds; a worker that only hung is known again when it goes on
STAGES = ("poll", "read", "match", "place", "deliver")


class Queued:
    """A worker beside any number of others on one database."""

    def __init__(self, monitor: Monitor) -> None:
        self._monitor = monitor
        self._lease = monitor.settings.lease
        # A worker that does not know the address of a channel would give its messages up.
        known = {TERMINAL, *(channel.name for channel in monitor.settings.channels)}
        self._queues = [ANYWHERE, *map(queue_of, sorted(known))]
        self._stop = threading.Event()

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set, and finish what is begun; StoreError where the database has gone."""
        logging.getLogger("procrastinate").setLevel(logging.WARNING)  # it tells of every job
        self._stop = stop
        with Keeper(self._monitor, self._lease):
            asyncio.run(self._work())

    async def _work(self) -> None:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(AT_ONCE + 1, thread_name_prefix="job"))
        async with self._app().open_async() as app:
            worker = asyncio.create_task(self._worker(app))
            stopping = asyncio.create_task(asyncio.to_thread(self._stop.wait))
            await asyncio.wait((worker, stopping), return_when=asyncio.FIRST_COMPLETED)
            lost = not self._stop.is_set()
            self._stop.set()
            # A request that is still on its way is given up, and nothing noted of it: its job goes back into the queue.
            await asyncio.to_thread(self._monitor.web.close)
            await asyncio.to_thread(self._monitor.children.close)
            worker.cancel()
            await asyncio.wait((worker, stopping))
        if lost:
            raise StoreError("the worker cannot reach its database any more: see whether PostgreSQL runs")

    def _app(self) -> App:
        url = self._monitor.db.url.set(drivername="postgresql").render_as_string(hide_password=False)
        app = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=4))
        for stage in STAGES:
            app.task(name=stage)(self._task(stage))
        return app

    async def _worker(self, app: App) -> None:
        manner: WorkerOptions = {
            "queues": self._queues,
            "concurrency": AT_ONCE,
            "install_signal_handlers": False,
            "fetch_job_polling_interval": LOOK_AGAIN,
            "delete_jobs": "always",  # what was done stands in the archive
            "shutdown_graceful_timeout": LAST_WORDS,
            "update_heartbeat_interval": self._lease.total_seconds() / 5,
            "stalled_worker_timeout": FORGOTTEN,
        }
        await app.run_worker_async(**manner)

    def _task(self, stage: str) -> Callable[..., None]:
        def task(key: str, host: str | None, taken_over: int) -> None:
            self._do(Job(stage, key, host, taken_over))

        return task

    def _do(self, job: Job) -> None:
        """Do a job; what is left of it, or was cut off by a stop, goes back into the queue."""
        try:
            more = self._monitor.do(job)
        except Exception as error:
            trace = None if isinstance(error, StoreError) else error
            log.error("job=%s failed; its work is taken up again when its lease ends: %s", job.name, error, exc_info=trace)
            return
        if more or self._stop.is_set():
            with self._monitor.db.begin() as tx:
                put(tx, [replace(job, taken_over=0)])
