"""What is sent: one message in plain text, HTML and data, made once so that every attempt is the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready for any channel."""

    key: str  # stable: Message-ID, Idempotency-Key
    subject: str  # one line, at most 110 characters
    text: str
    html: str
    thread: str | None = None  # what mails are threaded by: the storyline's slug
    data: Mapping[str, Any] = field(default_factory=dict)  # for web-hooks
