"""Small facts of the installation, by name: when something was last done, who does it now."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.store.database import upsert
from monitor.store.tables import notes


def read(tx: sa.Connection, name: str) -> Any:
    """Read a note; None where there is none."""
    return tx.execute(sa.select(notes.c.value).where(notes.c.name == name)).scalar()


def write(tx: sa.Connection, name: str, value: Any, now: datetime) -> None:
    """Write a note over the one of the same name."""
    upsert(tx, notes, ["name"], {"name": name, "value": value, "noted_at": now})
