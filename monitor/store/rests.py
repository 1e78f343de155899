"""Rests: targets that failed, each left alone by all messages to its channel until a moment."""

from datetime import datetime

import sqlalchemy as sa

from monitor.domain.alerts.delivery import LONGEST_WISH, Rest, Verdict, rest_after
from monitor.store import notes

_REST = "resting "  # a channel


def until(tx: sa.Connection, channel: str, now: datetime) -> datetime | None:
    """Say until when a channel's target is left alone; None: it is not."""
    rest = _read(tx, channel)
    return rest.until if rest and now < rest.until <= now + LONGEST_WISH else None  # later than that a clock was ahead


def note(tx: sa.Connection, channel: str, key: str, verdict: Verdict, now: datetime) -> None:
    """Note what a target's verdict on a message means for the next ones."""
    before = _read(tx, channel)
    rest = rest_after(before, key, verdict, now)
    if rest:
        notes.write(tx, _REST + channel, {"until": rest.until.isoformat(), "refused": rest.refused, "last": rest.last}, now)
    elif before:
        notes.forget(tx, _REST + channel)


def end_all(tx: sa.Connection) -> None:
    """Try every target again at once."""
    notes.forget_all(tx, _REST)


def _read(tx: sa.Connection, channel: str) -> Rest | None:
    noted = notes.read(tx, _REST + channel)
    return Rest(**{**noted, "until": datetime.fromisoformat(noted["until"])}) if noted else None
