"""Everything we raise on purpose.

MonitorError
├── SettingsError     a file of the user's is wrong: say all that is wrong, and stop
├── StoreError        the database cannot be used: stop, and let the supervisor restart us
│   └── HeldError     another process works on it
├── TooLongError      a question to the archive takes too long: whoever asks has to ask for less
├── StoppedError      we were told to stop in the middle: note nothing, the work is taken up again at the next start
└── OutsideError      the world failed us: note it, and try again later
    ├── FetchError    a request got no usable answer
    ├── FeedError     the bytes are no feed
    ├── PageError     the bytes hold no article
    ├── ChildError    a child process died or overran its limits
    └── SendError     a message was not accepted
"""

from collections.abc import Sequence
from typing import Literal

# Why a request failed, in the words that `monitor status` and the export show.
Refusal = Literal["refused", "timeout", "unreachable", "too large", "malformed", "too many redirects", "tls", "stopped"]


class MonitorError(Exception):
    """The root of all that we raise on purpose."""


class SettingsError(MonitorError):
    """Settings that cannot be used; `mistakes` names each with file, line and key."""

    def __init__(self, mistakes: Sequence[str] | str) -> None:
        self.mistakes = [mistakes] if isinstance(mistakes, str) else list(mistakes)
        super().__init__("\n".join(self.mistakes))


class StoreError(MonitorError):
    """The database cannot be used as it is."""


class HeldError(StoreError):
    """Another process works on the database."""


class TooLongError(MonitorError):
    """A question to the archive takes longer than it may."""


class StoppedError(MonitorError):
    """We were told to stop before the work was done; it says nothing about the world."""


class OutsideError(MonitorError):
    """The world failed us; trying again later may help."""


class FetchError(OutsideError):
    """A request got no usable answer; `kind` says in which way."""

    def __init__(self, message: str, kind: Refusal = "unreachable") -> None:
        super().__init__(message)
        self.kind = kind


class FeedError(OutsideError):
    """The bytes are no feed."""


class PageError(OutsideError):
    """The bytes hold no article."""


class ChildError(OutsideError):
    """A child process died or overran its limits."""


class SendError(OutsideError):
    """A message was not accepted by its target."""
