"""The one door: whoever is not let in here reaches no page. Hosts, other sites, sessions, and the headers of every answer."""

import secrets
from base64 import b64decode
from hashlib import sha256
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.store import sessions
from monitor.web.desk import Desk
from monitor.web.password import Tries, address_of, is_right

COOKIE = "monitor_session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

Endpoint = TypeVar("Endpoint")


def open_to_all(endpoint: Endpoint) -> Endpoint:
    """Mark an endpoint that needs no login: it has to be safe in anybody's hands."""
    endpoint.open_to_all = True  # type: ignore[attr-defined]
    return endpoint


def from_anywhere(endpoint: Endpoint) -> Endpoint:
    """Mark an endpoint that other sites and programs may post to: it has to look itself who is asking for what."""
    endpoint.from_anywhere = True  # type: ignore[attr-defined]
    return endpoint


class Guard:
    """Stands before the whole application, errors and files included; what is not let in is refused."""

    def __init__(self, app: ASGIApp, routes: list[BaseRoute], desk: Desk, tries: Tries) -> None:
        self._app = app
        self._tries = tries
        self._proved: set[bytes] = set()  # what was found right: hashing anew at every request would be slow
        self._routes = routes
        self._desk = desk
        pages = urlsplit(desk.settings.delivery.pages or "").hostname  # what messages lead to
        self._hosts = {
            "localhost",
            desk.settings.web.host,
            *(host.lower() for host in desk.settings.web.hosts),
            *([pages] if pages else []),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            return  # nothing here speaks anything else
        scope["nonce"] = secrets.token_urlsafe(16)
        answer = self._app
        if refusal := self._refusal(scope) or await self._login(scope):
            answer = refusal
        await answer(scope, receive, _with_headers(scope, send))

    def _refusal(self, scope: Scope) -> Response | None:
        request = Request(scope)
        host = request.headers.get("host", "")
        if not self._is_ours(host):
            return PlainTextResponse(f"{host[:200]!r} is not a name of this page; add it to web.hosts in monitor.yaml", 421)
        if request.method not in SAFE and not is_same_site(request) and not self._is_marked(scope, "from_anywhere"):
            return PlainTextResponse("This was sent from another site, or by a program that does not say from where.", 403)
        return None

    def _is_ours(self, host: str) -> bool:
        """A bare address cannot be bent to another place by whoever owns a name; a name has to be one of ours."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        try:
            return name in self._hosts or bool(ip_address(name))
        except ValueError:
            return False

    async def _login(self, scope: Scope) -> Response | None:
        """Ask for the password where there is one, everywhere but where an endpoint is marked as open."""
        password = self._desk.settings.web.password_hash
        if password is None or self._is_marked(scope, "open_to_all"):
            return None
        request = Request(scope)
        token = request.cookies.get(COOKIE, "")
        known: bool = await run_in_threadpool(self._is_known, token, password)
        if known or (request.method in SAFE and await run_in_threadpool(self._said_password, request, password)):
            return None
        if request.method in SAFE and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(f"/login?next={quote(request.url.path)}", 303)
        return PlainTextResponse("log in first", 401, {"WWW-Authenticate": 'Basic realm="monitor", charset="UTF-8"'})

    def _is_marked(self, scope: Scope, mark: str) -> bool:
        for route in self._routes:
            match, found = route.matches(scope)
            if match is Match.FULL:
                return bool(getattr(found.get("endpoint"), mark, False))
        return False

    def _said_password(self, request: Request, password: str) -> bool:
        """Take the password from feed readers and scripts as well, which have no session: to read, never to change."""
        kind, _, said = request.headers.get("authorization", "").partition(" ")
        mark = sha256(f"{password} {said}".encode()).digest()
        if kind.lower() != "basic" or mark in self._proved:
            return kind.lower() == "basic"
        if self._tries.too_many(address_of(request), self._desk.now()):
            return False
        self._tries.note(address_of(request), self._desk.now())
        if not is_right(_password_in(said), password):
            return False
        self._tries.forgive(address_of(request))
        self._proved.add(mark)
        return True

    def _is_known(self, token: str, password: str) -> bool:
        if not token:
            return False
        now = self._desk.now()
        with self._desk.reading() as tx:
            known, stale = sessions.is_open(tx, token, password, now), sessions.needs_note(tx, token, now)
        if known and stale:
            with self._desk.writing() as tx:
                sessions.note_use(tx, token, now)
        return known


def _password_in(said: str) -> str:
    """Read the password out of a Basic header; the name before it is anybody's."""
    try:
        return b64decode(said, validate=True).decode("utf-8").partition(":")[2]
    except ValueError:
        return ""


def is_same_site(request: Request) -> bool:
    """Say whether our own page sent this: browsers tell, and a page cannot make them lie."""
    fetched = request.headers.get("sec-fetch-site")
    if fetched is not None:
        return fetched in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and origin == f"{request.url.scheme}://{request.headers.get('host')}"


def _with_headers(scope: Scope, send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in headers_for(scope["nonce"]).items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers


def headers_for(nonce: str) -> dict[str, Any]:
    """The headers of every answer."""
    own = "'self'"
    policy = {
        "default-src": "'none'",
        "script-src": f"'nonce-{nonce}'",
        "style-src": f"'nonce-{nonce}'",
        "connect-src": own,
        "img-src": own,
        "form-action": own,
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-store",
    }
