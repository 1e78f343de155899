"""A clock for the program in this process."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time
