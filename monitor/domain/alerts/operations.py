"""What there is to say about the monitor itself: what is wrong and over, and what it has done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Trouble = Literal["feed", "channel", "disk", "clock", "stage", "copy"]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is wrong with the monitor."""

    kind: Trouble
    name: str  # of the feed, channel or stage
    told: str  # what is the matter, in the words of who answered
    since: datetime
    grave: bool = True  # False: it stands in the report, and makes none


@dataclass(frozen=True, slots=True)
class Report:
    """What changed with the monitor itself since the last report."""

    at: datetime
    new: Sequence[Matter]
    over: Sequence[Matter]
    lasting: Sequence[Matter]  # told before, still so
    feeds: int  # that are asked
    unseen: int  # of these


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the monitor has been since the last heartbeat."""

    at: datetime
    since: datetime
    feeds: int
    unseen: int
    entries: int  # first seen since then
    articles: int
    alerts: int
    sent: int
    waiting: int
    given_up: int
    last_alert_at: datetime | None = None
    matters: Sequence[Matter] = ()
