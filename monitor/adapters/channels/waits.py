"""For how long targets want to be left alone: Apprise keeps the headers of an answer to itself, its client is listened to."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from monitor.domain.feeds.freshness import wait_for

_heard: ContextVar[list[timedelta] | None] = ContextVar("heard", default=None)  # goes along into the threads that Apprise sends in


class _Listening(requests.Session):
    """A session that notes for how long a target wants to be left alone, where somebody listens."""

    def send(self, request: requests.PreparedRequest, **how: Any) -> requests.Response:
        """Send a request."""
        response = super().send(request, **how)
        heard = _heard.get()
        wait = wait_for({"retry-after": response.headers.get("Retry-After", "")}, datetime.now(UTC))
        if heard is not None and wait is not None:
            heard.append(wait)
        return response


@contextmanager
def waits_asked_for() -> Iterator[list[timedelta]]:
    """List the waits that targets ask for in the block."""
    # Apprise offers no place for a session of ours: each of its plugins makes one anew for each request.
    requests.sessions.Session = _Listening  # type: ignore[misc]
    heard: list[timedelta] = []
    before = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(before)
