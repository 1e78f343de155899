"""What targets answer: Apprise keeps most of it to itself, so the clients that it sends with are listened to."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from monitor.domain.feeds.freshness import wait_for

_SHOWN = 300  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer of a target."""

    status: int
    said: str  # with its status
    wait: timedelta | None = None  # for how long it wants to be left alone


_heard: ContextVar[list[Heard] | None] = ContextVar("heard", default=None)  # goes along into the threads that Apprise sends in


class _Listening(requests.Session):
    """A session that notes what a target answers, where somebody listens."""

    def send(self, request: requests.PreparedRequest, **how: Any) -> requests.Response:
        """Send a request."""
        response = super().send(request, **how)
        wait = wait_for({"retry-after": response.headers.get("Retry-After", "")}, datetime.now(UTC))
        body = b"" if how.get("stream") else response.content[:_SHOWN].strip()
        told = f"{response.status_code} {response.reason}" + (f": {body.decode('utf-8', 'replace')}" if body else "")
        note(Heard(response.status_code, told, wait))
        return response


def note(heard: Heard) -> None:
    """Note an answer, where somebody listens."""
    noted = _heard.get()
    if noted is not None:
        noted.append(heard)


def listen_to_mail(server: Any) -> None:
    """Note what the mail server of an open connection of Apprise's answers to a mail that it takes: often under which name it queued it."""
    smtp = server._socket
    taking = smtp.data

    def data(mail: str | bytes) -> tuple[int, bytes]:
        code, said = taking(mail)
        note(Heard(code, f"{code} {said.decode('utf-8', 'replace')}"))
        return code, said

    smtp.data = data


@contextmanager
def listening() -> Iterator[list[Heard]]:
    """List what targets answer in the block."""
    # Apprise offers no place for a session of ours: each of its plugins makes one anew for each request.
    requests.sessions.Session = _Listening  # type: ignore[misc]
    heard: list[Heard] = []
    before = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(before)
