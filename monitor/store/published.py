"""Settings that were published for workers without a folder of them, each under its number."""

import socket
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.store.database import take_turn
from monitor.store.tables import published

KEPT = 10  # the newest


def publish(tx: sa.Connection, documents: dict[str, Any], now: datetime) -> int:
    """Publish settings, and answer their number: the same as before where nothing in them has changed."""
    take_turn(tx, "settings")
    before = newest(tx)
    if before and before[1] == documents:
        return before[0]
    number = before[0] + 1 if before else 1
    tx.execute(published.insert().values(number=number, documents=documents, made_at=now, made_by=socket.gethostname()))
    tx.execute(sa.delete(published).where(published.c.number <= number - KEPT))
    return number


def newest(tx: sa.Connection) -> tuple[int, dict[str, Any]] | None:
    """Answer the newest settings under their number; None where none were published."""
    row = tx.execute(sa.select(published.c.number, published.c.documents).order_by(published.c.number.desc()).limit(1)).first()
    return (row.number, row.documents) if row else None


def newest_number(tx: sa.Connection) -> int | None:
    """Answer the number of the newest settings."""
    number: int | None = tx.execute(sa.select(sa.func.max(published.c.number))).scalar()
    return number
