"""HTTP: the one door to the network. One event loop on a thread of its own, a synchronous door in front of it, aiohttp behind it."""

import asyncio
import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from queue import SimpleQueue
from types import TracebackType
from typing import cast

from monitor import __version__
from monitor.adapters.http.client import Client
from monitor.adapters.http.pace import Pace
from monitor.domain.feeds.address import Network, mask_url
from monitor.domain.feeds.request import Fetch, Get, Request, Response
from monitor.errors import FetchError

__all__ = ["Fetch", "Get", "Pace", "Request", "Response", "Web"]

log = logging.getLogger(__name__)

USER_AGENT = f"monitor/{__version__}"
CLOSE_WITHIN = 1.5  # seconds
GATHER = 0.005  # seconds that answers gather for: each time that one thread wakes the other costs as much as half an answer

Answered = tuple[Request, Response | FetchError]


class Web:
    """The synchronous door; may be used by many threads. Nothing is started before the first request."""

    def __init__(self, pace: Pace | None = None, allow_addresses: Sequence[Network] = (), user_agent: str = USER_AGENT) -> None:
        self._pace = pace or Pace()
        self._allowed = tuple(allow_addresses)
        self._user_agent = user_agent
        self._lock = threading.RLock()  # an abandoned `fetch` may be tidied up by whoever holds it
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._client: Client | None = None
        self._tasks: set[asyncio.Task[Response]] = set()

    def fetch(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Response | FetchError]]:
        """Ask all of them, and give the answers as they complete; what goes wrong with one is its answer."""
        errand = _Errand(list(requests))
        self._submit(errand)
        try:
            yield from errand.answers()
        finally:
            self._drop(errand.tasks)

    def get(self, request: Request) -> Response:
        """Ask for one, and wait for the answer."""
        [(_, answer)] = self.fetch([request])
        if isinstance(answer, FetchError):
            raise answer
        return answer

    def close(self) -> None:
        """End the loop and whatever is still on its way; may be called twice."""
        with self._lock:
            self._closed = True
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None:
            return
        try:
            asyncio.run_coroutine_threadsafe(self._end(), loop).result(CLOSE_WITHIN)
        except TimeoutError:
            log.warning("the network did not close in time")
        loop.call_soon_threadsafe(loop.stop)
        thread.join(0.5)
        if not thread.is_alive():
            loop.close()

    def __enter__(self) -> "Web":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def _submit(self, errand: "_Errand") -> None:
        with self._lock:
            if not self._closed:
                self._running().call_soon_threadsafe(self._begin, errand)
                return
        errand.give_up()

    def _running(self) -> asyncio.AbstractEventLoop:
        """Start the loop, once."""
        if self._loop is None:
            loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=loop.run_forever, name="network", daemon=True)
            self._thread.start()
            self._client = asyncio.run_coroutine_threadsafe(_open(self._pace, self._allowed, self._user_agent), loop).result()
            self._loop = loop
        return self._loop

    # What follows runs in the loop.

    def _begin(self, errand: "_Errand") -> None:
        client = cast(Client, self._client)
        for request in errand.asked:
            task = asyncio.get_running_loop().create_task(client.answer(request))
            # Not done in the task itself: one that is cancelled before it starts runs none of its lines.
            task.add_done_callback(partial(errand.take, request))
            task.add_done_callback(self._tasks.discard)
            self._tasks.add(task)
            errand.tasks.append(task)

    def _drop(self, tasks: Sequence[asyncio.Task[Response]]) -> None:
        """Cancel what the caller no longer waits for."""
        with self._lock:
            if self._loop is not None and not all(task.done() for task in tasks):
                self._loop.call_soon_threadsafe(lambda: [task.cancel() for task in tasks])

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.close()


class _Errand:
    """What a caller has asked; the answers are handed over from the loop to the thread of the caller, several at a time."""

    def __init__(self, asked: Sequence[Request]) -> None:
        self.asked = asked
        self.tasks: list[asyncio.Task[Response]] = []
        self._heard: list[Answered] = []
        self._missing = len(asked)
        self._handed_over: SimpleQueue[list[Answered]] = SimpleQueue()

    def answers(self) -> Iterator[Answered]:
        """Give the answers as they complete; in the thread of the caller."""
        given = 0
        while given < len(self.asked):
            some = self._handed_over.get()
            yield from some
            given += len(some)

    def give_up(self) -> None:
        """Answer that nothing is asked any more."""
        self._handed_over.put([(request, _stopped(request)) for request in self.asked])

    def take(self, request: Request, task: "asyncio.Task[Response]") -> None:
        """Take an answer; in the loop, as all that follows."""
        self._heard.append((request, _outcome(request, task)))
        self._missing -= 1
        if not self._missing:
            self._hand_over()  # at once: nobody is waited for, and the loop may be about to end
        elif len(self._heard) == 1:
            asyncio.get_running_loop().call_later(GATHER, self._hand_over)

    def _hand_over(self) -> None:
        heard, self._heard = self._heard, []
        self._handed_over.put(heard)


def _stopped(request: Request) -> FetchError:
    return FetchError(f"{mask_url(request.url)}: the program stopped before an answer came", "stopped")


def _outcome(request: Request, task: "asyncio.Task[Response]") -> Response | FetchError:
    if task.cancelled():
        return _stopped(request)
    error = task.exception()
    if error is None:
        return task.result()
    if isinstance(error, FetchError):
        return error
    log.error("a request failed in an unknown way url=%s", mask_url(request.url), exc_info=error)
    return FetchError(f"{mask_url(request.url)}: {type(error).__name__}", "malformed")


async def _open(pace: Pace, allowed: Sequence[Network], user_agent: str) -> Client:
    return Client(pace, allowed, user_agent)
