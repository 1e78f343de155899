"""A real web server on loopback whose pages a test sets as it goes along."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType


@dataclass
class Served:
    """What a path answers."""

    body: bytes = b""
    status: int | Iterator[int] = 200  # one for all, or one for each time it is asked
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    """What a client sent."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class LocalWeb:
    """Serve `pages`; remember what was asked. A path that is not set answers 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Served] = {}
        self.asked: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """The address of the server, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def serve(self, path: str, body: bytes | str, status: int | Iterator[int] = 200, **headers: str) -> str:
        """Set what a path answers (`content_type="…"` sets Content-Type), and answer its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Served(body.encode() if isinstance(body, str) else body, status, named)
        return self.url + path

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(1 for one in self.asked if one.path == path)

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self._answer(b"")

            def do_POST(self) -> None:
                self._answer(self.rfile.read(int(self.headers.get("content-length", "0"))))

            def _answer(self, body: bytes) -> None:
                web.asked.append(Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                served = web.pages.get(self.path, Served(b"nothing here", 404))
                etag = served.headers.get("etag")
                unchanged = etag is not None and self.headers.get("If-None-Match") == etag
                status = served.status if isinstance(served.status, int) else next(served.status)
                self.send_response(304 if unchanged else status)
                for name, value in served.headers.items():
                    self.send_header(name, value)
                content = b"" if unchanged else served.body
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def __enter__(self) -> "LocalWeb":
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
