"""Pace: how hard we may press on the web, and whose turn it is."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

IDLE_HOSTS = 1_000  # hosts whose pace is remembered before idle ones are forgotten


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard we may press on the web, and how long we wait for it."""

    per_host: int = 2  # requests to one host at a time
    gap: timedelta = timedelta(seconds=1)  # between two starts on one host
    at_once: int = 32  # requests at a time, all hosts together
    connect: timedelta = timedelta(seconds=10)
    total: timedelta = timedelta(seconds=30)  # for a whole answer with its redirects; waiting for one's turn does not count


@dataclass(slots=True)
class Host:
    """What we remember of a host to be polite to it."""

    slots: asyncio.Semaphore
    gap: float  # seconds
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)  # passed by one request at a time, after the gap
    next_start: float = 0.0  # by the loop's clock
    users: int = 0


class Slots:
    """Hand out turns: few at a time and spaced on one host, many over all; who waits for a host holds up no other."""

    def __init__(self, pace: Pace, is_own: Callable[[str], bool] = lambda _name: False) -> None:
        """Take the pace; `is_own` names the user's own hosts, which need no sparing."""
        self._pace = pace
        self._is_own = is_own
        self._all = asyncio.Semaphore(pace.at_once)
        self._hosts: dict[str, Host] = {}

    def _host(self, name: str) -> Host:
        if name not in self._hosts:
            own = self._is_own(name)
            gap = 0.0 if own else self._pace.gap.total_seconds()
            self._hosts[name] = Host(asyncio.Semaphore(self._pace.at_once if own else self._pace.per_host), gap)
        return self._hosts[name]

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Hold a turn on a host for as long as the block runs."""
        self._forget_idle()
        host = self._host(name)
        host.users += 1
        try:
            async with host.slots:
                await self._pass_gate(host)
                try:
                    yield
                finally:
                    self._all.release()
        finally:
            host.users -= 1

    async def _pass_gate(self, host: Host) -> None:
        """Wait for the gap, then for one of all slots; in this order, for a gap must not use up a slot."""
        loop = asyncio.get_running_loop()
        async with host.gate:
            if (wait := host.next_start - loop.time()) > 0:
                await asyncio.sleep(wait)
            await self._all.acquire()
            host.next_start = loop.time() + host.gap

    def _forget_idle(self) -> None:
        if len(self._hosts) <= IDLE_HOSTS:
            return
        now = asyncio.get_running_loop().time()
        for name in [name for name, host in self._hosts.items() if not host.users and host.next_start <= now]:
            del self._hosts[name]
