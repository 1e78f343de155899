"""Dial: names are resolved and sockets made here, and every address is checked at both places."""

import asyncio
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from monitor.adapters.http.pace import Pace
from monitor.domain.feeds.address import Network, why_name_not_dialled
from monitor.errors import FetchError

if TYPE_CHECKING:
    from aiohttp import ClientSession
    from aiohttp.abc import AbstractResolver, ResolveResult

T = TypeVar("T")

LONGEST_HEADERS = 65_536  # bytes, all headers of an answer together
KEEP_ALIVE = 90  # seconds that an idle connection waits for the next request to its host


def open_session(pace: Pace, allowed: Sequence[Network] | None) -> "ClientSession":
    """Open a session that dials public and allowed addresses only; None: any, for the proxies that the settings name."""
    import aiohttp

    connector = aiohttp.TCPConnector(
        resolver=cast("AbstractResolver", _Resolver(allowed)),
        socket_factory=lambda info: _make_socket(info, allowed),
        limit=0,  # the pace says how many
        keepalive_timeout=KEEP_ALIVE,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, connect=pace.connect.total_seconds()),
        auto_decompress=False,
        trust_env=False,
        max_line_size=LONGEST_HEADERS,
        max_field_size=LONGEST_HEADERS,
    )


class _Resolver:
    """Resolve names on threads that nobody waits for at the end; one bad address refuses the name."""

    def __init__(self, allowed: Sequence[Network] | None) -> None:
        self._allowed = allowed

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> "list[ResolveResult]":
        found = await _on_a_thread(lambda: socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM))
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        _check(addresses, self._allowed)
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": socket.IPPROTO_TCP,
                "flags": socket.AI_NUMERICHOST,
            }
            for address in addresses
        ]

    async def close(self) -> None:
        """Hold nothing, so close nothing."""


async def _on_a_thread(call: Callable[[], T]) -> T:
    """Run a blocking call on a daemon thread: a name server that hangs delays neither other hosts nor the end of the program."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def tell(act: Callable[[Any], None], value: object) -> None:
        with suppress(RuntimeError):  # the loop may have ended meanwhile
            loop.call_soon_threadsafe(lambda: None if future.done() else act(value))

    def run() -> None:
        try:
            tell(future.set_result, call())
        except (OSError, UnicodeError) as error:
            tell(future.set_exception, error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=run, name="resolve", daemon=True).start()
    return await future


def _make_socket(info: tuple[Any, ...], allowed: Sequence[Network] | None) -> socket.socket:
    """Make the socket for an address, the last place where it can be refused; IP literals are seen here and nowhere before."""
    family, kind, proto, _, address = info
    _check([str(address[0])], allowed)
    return socket.socket(family=family, type=kind, proto=proto)


def _check(addresses: Sequence[str], allowed: Sequence[Network] | None) -> None:
    if allowed is not None and (why := why_name_not_dialled(addresses, allowed)):
        raise FetchError(why, "refused")
