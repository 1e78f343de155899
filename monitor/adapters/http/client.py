"""Client: follow a request to its answer; lives in the loop. Every redirect is a request that is checked anew."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from ipaddress import IPv4Network, IPv6Network
from string import punctuation
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from monitor.adapters.http.dial import LONGEST_HEADERS, open_session
from monitor.adapters.http.pace import Pace, Slots
from monitor.adapters.http.trouble import translate
from monitor.domain.feeds.address import Network, is_own, is_own_name, mask_url, why_not_asked, why_not_dialled
from monitor.domain.feeds.request import (
    HOPS,
    Hop,
    Request,
    Response,
    bare,
    basic_login,
    first_hop,
    headers_for,
    moved_to,
    next_hop,
    why_unsendable,
)
from monitor.domain.feeds.unpacking import Unpacker
from monitor.errors import FetchError

if TYPE_CHECKING:
    from aiohttp import ClientResponse
    from yarl import URL

REMEMBERED = 2_000  # URLs of which is known where they lead: feeds are asked again and again

_ANYWHERE = (IPv4Network("0.0.0.0/0"), IPv6Network("::/0"))


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a URL leads that may be asked."""

    host: str
    url: "URL"  # as it is sent


@dataclass(frozen=True, slots=True)
class Heard:
    """What one hop answered."""

    status: int
    headers: dict[str, str]
    body: bytes
    onward: Hop | None


class Client:
    """Follows requests to their answers; lives in the loop."""

    def __init__(self, pace: Pace, allowed: Sequence[Network], user_agent: str) -> None:
        self._direct = open_session(pace, allowed)
        self._trusted = open_session(pace, None)  # dials proxies, wherever they are
        self._pace = pace
        self._slots = Slots(pace, partial(is_own, allowed=allowed))
        self._allowed = allowed
        self._user_agent = user_agent
        self._aim_at = lru_cache(maxsize=REMEMBERED)(self._take_aim)

    async def close(self) -> None:
        await self._direct.close()
        await self._trusted.close()
        await asyncio.sleep(0)  # lets the transports say goodbye

    async def answer(self, request: Request) -> Response:
        """Follow a request through its redirects; FetchError names the URL asked, and the hop that failed."""
        try:
            heard, hop = await self._follow(request)
        except FetchError as error:
            raise FetchError(f"{mask_url(request.url)}: {error}", error.kind) from error
        return Response(request.url, hop.url, heard.status, heard.headers, heard.body, moved_to(request, hop, heard.status))

    async def _follow(self, request: Request) -> tuple[Heard, Hop]:
        aim = self._aim_at(request.url, request.proxy)
        hop = first_hop(request)
        left = self._pace.total.total_seconds()
        for number in range(HOPS + 1):
            with _naming(hop if number else None):
                async with self._slots.turn(aim.host):
                    began = asyncio.get_running_loop().time()
                    heard = await self._hear(request, hop, aim, left)
                    left -= asyncio.get_running_loop().time() - began
            if heard.onward is None:
                return heard, hop
            hop = heard.onward
            with _naming(hop):
                aim = self._aim_at(hop.url, request.proxy)
        raise FetchError(f"more than {HOPS} redirects, the last one to {mask_url(hop.url)}", "too many redirects")

    def _take_aim(self, url: str, proxy: str | None) -> Aim:
        """Say where a URL leads; FetchError where it may not be asked. Names are looked up, and their addresses checked, when it is."""
        self._refuse_odd(url, proxy)
        try:
            return Aim(urlsplit(url).hostname or "", self._wire_url(url))
        except ValueError as error:
            raise translate(error, self._pace) from error

    def _refuse_odd(self, url: str, proxy: str | None) -> None:
        """Refuse what may not be asked, before anything is sent."""
        if why := why_not_asked(url, self._allowed):
            raise FetchError(why, "refused")
        if proxy is None:
            return
        if why := why_not_asked(proxy, _ANYWHERE):
            raise FetchError(f"the proxy {mask_url(proxy)}: {why}", "refused")
        if is_own_name(urlsplit(url).hostname or "") and (why := why_not_dialled("127.0.0.1", self._allowed)):
            raise FetchError(why, "refused")

    async def _hear(self, request: Request, hop: Hop, aim: Aim, seconds: float) -> Heard:
        try:
            async with asyncio.timeout(seconds):
                return await self._ask(request, hop, aim)
        except Exception as error:
            raise translate(error, self._pace) from error

    async def _ask(self, request: Request, hop: Hop, aim: Aim) -> Heard:
        headers = headers_for(request, hop, self._user_agent)
        if why := why_unsendable(headers):
            raise FetchError(why, "malformed")
        session = self._direct if request.proxy is None else self._trusted
        through = _through(request.proxy, hop, headers)
        async with session.get(aim.url, headers=headers, allow_redirects=False, **through) as answer:
            if answer.status < 200:
                raise FetchError(f"answered {answer.status}, which was not asked for", "malformed")
            heard = _read_headers(answer)
            onward = next_hop(request, hop, answer.status, heard.get("location"))
            body = b"" if onward else await _read_body(answer, heard.get("content-encoding", ""), request.max_bytes)
        # What was no UTF-8 came as lone surrogates, which neither database nor mail would take.
        clean = {name: value if value.isascii() else value.encode(errors="replace").decode() for name, value in heard.items()}
        return Heard(answer.status, clean, body, onward)

    def _wire_url(self, url: str) -> "URL":
        """Write a URL as it is sent: the host in ASCII and checked once more, the rest as it stands, what is not ASCII percent-encoded."""
        from yarl import URL

        parts = urlsplit(url)
        origin = str(URL.build(scheme=parts.scheme, host=parts.hostname or "", port=parts.port))
        if not (parts.hostname or "").isascii() and (why := why_not_asked(origin, self._allowed)):
            raise FetchError(why, "refused")
        path, query = quote(parts.path or "/", safe=punctuation), quote(parts.query, safe=punctuation)
        return URL(f"{origin}{path}?{query}" if query else f"{origin}{path}", encoded=True)


def _through(proxy: str | None, hop: Hop, headers: dict[str, str]) -> dict[str, Any]:
    """Say how aiohttp reaches a proxy; its login goes with the tunnel for https, with the request itself for http."""
    if proxy is None:
        return {}
    login = {"proxy-authorization": basic} if (basic := basic_login(proxy)) else {}
    if hop.url.startswith("https:"):
        return {"proxy": bare(proxy), "proxy_headers": login}
    headers |= login
    return {"proxy": bare(proxy)}


def _read_headers(answer: "ClientResponse") -> dict[str, str]:
    """Read the headers of an answer as clean text; those sent twice are joined."""
    if sum(len(name) + len(value) for name, value in answer.raw_headers) > LONGEST_HEADERS:
        raise FetchError(f"the headers are larger than {LONGEST_HEADERS:,} bytes", "too large")
    heard: dict[str, str] = {}
    for name, value in answer.headers.items():
        key = name.lower()
        heard[key] = f"{heard[key]}, {value}" if key in heard else value
    return heard


async def _read_body(answer: "ClientResponse", encoding: str, most: int) -> bytes:
    unpacker = Unpacker(encoding, most)
    if answer.status != 304 and (answer.content_length or 0) > most:  # a 304 may tell the length of what it does not send
        raise FetchError(f"the body is larger than {most:,} bytes", "too large")
    with _waking(answer):
        async for chunk in answer.content.iter_any():
            unpacker.take(chunk)
    return unpacker.whole()


@contextmanager
def _waking(answer: "ClientResponse") -> Iterator[None]:
    """Wake who reads a body when its connection is lost; after a broken chunk aiohttp closes it and lets the reader wait."""
    content = answer.content
    protocol = answer.connection.protocol if answer.connection else None
    if content.is_eof() or protocol is None:
        yield
        return

    def wake(_: object) -> None:
        if not content.is_eof() and content.exception() is None:
            content.set_exception(EOFError(str(protocol.exception() or "the connection was closed")))

    closed = protocol.closed
    if closed is None:
        wake(None)
        yield
        return
    closed.add_done_callback(wake)
    try:
        yield
    finally:
        closed.remove_done_callback(wake)
        closed.remove_done_callback(_noted)  # one is enough for a connection that is kept
        closed.add_done_callback(_noted)


def _noted(closed: "asyncio.Future[None]") -> None:
    """Look at the error of a connection that nobody waits for, or asyncio complains."""
    if not closed.cancelled():
        closed.exception()


@contextmanager
def _naming(hop: Hop | None) -> Iterator[None]:
    """Name the hop in what goes wrong with it; None where it is the URL asked, which is named anyway."""
    try:
        yield
    except FetchError as error:
        if hop is None:
            raise
        raise FetchError(f"redirected to {mask_url(hop.url)}: {error}", error.kind) from error
