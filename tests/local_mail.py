"""A real mail server on loopback that refuses what a test tells it to refuse."""

import email
import email.policy
import socket
from email.message import EmailMessage
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope


class LocalMail:
    """Take mails; `refusals` maps a recipient, or "data" for the whole mail, to the server's answer."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refusals: dict[str, str] = {}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def url(self, recipient: str = "reader@inbox.example", **more: str) -> str:
        """The Apprise URL of a channel that mails to a recipient."""
        extra = "".join(f"&{name}={value}" for name, value in more.items())
        return f"mailto://127.0.0.1:{self.port}/?from=monitor@news.example&to={recipient}{extra}"

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any) -> str:  # noqa: N802 (its name)
        """Answer to one recipient."""
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802 (its name)
        """Answer to a whole mail, and keep it where it is accepted."""
        if "data" in self.refusals:
            return self.refusals["data"]
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        self.mails.append(email.message_from_bytes(content, policy=email.policy.default))  # type: ignore[arg-type]
        return "250 OK"

    def __enter__(self) -> "LocalMail":
        self._controller.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._controller.stop()
