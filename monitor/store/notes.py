"""Small facts of the installation, by name: when something was last done, who does it now."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.store.database import upsert
from monitor.store.tables import notes

STALE = timedelta(minutes=2)  # a daemon that has not noted its pulse for so long is not alive


def read(tx: sa.Connection, name: str) -> Any:
    """Read a note; None where there is none."""
    return tx.execute(sa.select(notes.c.value).where(notes.c.name == name)).scalar()


def write(tx: sa.Connection, name: str, value: Any, now: datetime) -> None:
    """Write a note over the one of the same name."""
    upsert(tx, notes, ["name"], {"name": name, "value": value, "noted_at": now})


def forget(tx: sa.Connection, name: str) -> None:
    """Forget a note."""
    tx.execute(sa.delete(notes).where(notes.c.name == name))


def forget_all(tx: sa.Connection, beginning: str) -> None:
    """Forget the notes whose names begin so."""
    tx.execute(sa.delete(notes).where(notes.c.name.startswith(beginning, autoescape=True)))


def pulse(tx: sa.Connection) -> datetime | None:
    """Say when the daemon last noted that it is alive; None where none ever did."""
    noted = read(tx, "pulse")
    return datetime.fromisoformat(noted["at"]) if noted else None


def is_alive(beat: datetime | None, now: datetime) -> bool:
    """Say whether a daemon with this pulse is alive."""
    return beat is not None and now - beat < STALE
