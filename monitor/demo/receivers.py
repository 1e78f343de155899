"""Who gets the demo's alerts: a real mail server and a real web-hook receiver on loopback, which keep what they were sent."""

import asyncio
import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """A mail server that accepts everything and keeps it, in order of arrival."""

    def __init__(self) -> None:
        """Prepare; the port is known from `with` on."""
        self.mails: list[EmailMessage] = []
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._thread = Thread(target=self._serve, daemon=True)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        """Keep a mail before saying so."""
        content = envelope.content or b""
        self.mails.append(message_from_bytes(content if isinstance(content, bytes) else content.encode(), policy=policy.default))
        return "250 OK"

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(self._loop.create_server(lambda: SMTP(self, hostname="localhost"), "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)


class Hook:
    """A web-hook receiver that keeps every JSON document it was sent."""

    def __init__(self) -> None:
        """Take a free port."""
        self.received: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Hooked, self.received))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.port = self._server.server_port
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Hooked(BaseHTTPRequestHandler):
    timeout = 30

    def __init__(self, received: list[dict[str, Any]], *rest: Any) -> None:
        self.received = received
        super().__init__(*rest)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.received.append(json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
        """Say nothing: the demo's reader wants to see the alerts."""


def text_of(mail: EmailMessage) -> str:
    """Give the plain text of a mail, as a mail reader without HTML shows it."""
    part = mail.get_body(preferencelist=("plain", "html"))
    return str(part.get_content()).replace("\r\n", "\n").strip() if part else ""
