"""Serve the demo's outlets on loopback, one port each, as real servers would: conditional requests, gzip, keep-alive."""

import gzip
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self

from monitor.demo.pages import render_page
from monitor.demo.press import Body, feed_path, piece_path, render_feed
from monitor.demo.week import START, Outlet, outlets, published_by

OTHERS = 4  # how many other headlines a page advertises


class Web:
    """All outlets of the demo, served at one simulated moment until the clock is moved on."""

    def __init__(self, now: datetime = START) -> None:
        """Take a free port for each outlet; nothing is answered before `with`."""
        self.now = now
        self.asked = 0  # requests so far
        # Ports are different hosts to whoever paces requests by host, and the only ones that every system's loopback has.
        self._servers = {key: _Server(("127.0.0.1", 0), partial(_Answers, self, outlet)) for key, outlet in outlets().items()}
        self.origins: Mapping[str, str] = {key: f"http://127.0.0.1:{server.server_port}" for key, server in self._servers.items()}
        self._threads = [Thread(target=server.serve_forever, args=(0.05,), daemon=True) for server in self._servers.values()]

    def advance(self, now: datetime) -> None:
        """Move the clock on: what was published by then is in the feeds."""
        self.now = max(self.now, now)

    def feed_url(self, outlet: Outlet) -> str:
        """Say where an outlet's feed is found."""
        return self.origins[outlet.id] + feed_path(outlet)

    def answer(self, outlet: Outlet, path: str) -> tuple[Body, datetime] | None:
        """Say what stands at a path of an outlet by now, and since when; None where nothing does."""
        published = published_by(outlet.id, self.now)
        if path == feed_path(outlet):
            return render_feed(outlet, self.now, self.origins), published[0].at if published else self.now
        if outlet.layout == "none":
            return None
        for piece in published:
            if path == piece_path(piece):
                others = [other for other in published if other is not piece][:OTHERS]
                return render_page(piece, others, self.origins), piece.at
        return None

    def close(self) -> None:
        """Stop serving and give the ports back."""
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may keep its connection open for longer than we live
    request_queue_size = 64


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, web: Web, outlet: Outlet, *rest: Any) -> None:
        self.web = web
        self.outlet = outlet
        super().__init__(*rest)

    def do_GET(self) -> None:
        self.web.asked += 1
        found = self.web.answer(self.outlet, self.path)
        if found is None:
            self._send(HTTPStatus.NOT_FOUND, b"<html><title>404</title><h1>404</h1></html>", {"Content-Type": "text/html"})
            return
        body, changed = found
        headers = {
            "Content-Type": body.content_type,
            "ETag": f'"{sha256(body.content).hexdigest()[:16]}"',
            "Last-Modified": format_datetime(changed, usegmt=True),
            "Cache-Control": "max-age=60",
            "Vary": "Accept-Encoding",
        }
        if self._is_known(headers["ETag"], changed):
            self._send(HTTPStatus.NOT_MODIFIED, b"", headers)
        else:
            self._send(HTTPStatus.OK, body.content, headers)

    def _is_known(self, etag: str, changed: datetime) -> bool:
        """Say whether the client has this already; an ETag outweighs a date."""
        if known := self.headers.get("If-None-Match"):
            return etag in known
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and changed <= parsedate_to_datetime(since)
        except ValueError:
            return False

    def _send(self, status: HTTPStatus, content: bytes, headers: Mapping[str, str]) -> None:
        if content and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, mtime=0)
            headers = {**headers, "Content-Encoding": "gzip"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
        """Say nothing: the demo's reader wants to see the alerts."""
