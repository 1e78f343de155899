"""Pace: how hard we may press on the web, and whose turn it is."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
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
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)  # passed by one request at a time, after the gap
    next_start: float = 0.0  # by the loop's clock
    users: int = 0


class Slots:
    """Hand out turns: few at a time and spaced on one host, many over all; who waits for a host holds up no other."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._all = asyncio.Semaphore(pace.at_once)
        self._hosts: defaultdict[str, Host] = defaultdict(lambda: Host(asyncio.Semaphore(pace.per_host)))

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Hold a turn on a host for as long as the block runs."""
        self._forget_idle()
        host = self._hosts[name]
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
            host.next_start = loop.time() + self._pace.gap.total_seconds()

    def _forget_idle(self) -> None:
        if len(self._hosts) <= IDLE_HOSTS:
            return
        now = asyncio.get_running_loop().time()
        for name in [name for name, host in self._hosts.items() if not host.users and host.next_start <= now]:
            del self._hosts[name]
