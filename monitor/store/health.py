"""Whether the file can still be read as a whole: a damaged page may lie where nobody looks for months."""

from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from monitor.store import notes
from monitor.store.database import reading
from monitor.store.trouble import DAMAGED, trouble

EVERY = timedelta(days=1)
SMALL = 64 * 2**20  # bytes; checking so much takes a moment
CHECKED = "file checked"


def check(db: sa.Engine, now: datetime, *, at_once: bool = False) -> None:
    """Read the whole SQLite file where that is quick, or a day has passed, or `at_once`; StoreError where it is damaged."""
    name = db.url.database
    if db.dialect.name != "sqlite" or not name or name == ":memory:":
        return
    with reading(db).begin() as tx:
        last = notes.read(tx, CHECKED)
        rested = last is None or not timedelta(0) <= now - datetime.fromisoformat(last) < EVERY
        if not (at_once or rested or Path(name).stat().st_size < SMALL):
            return
        said = tx.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said != "ok":
        raise trouble(name, f"{said}; {DAMAGED}")
    if rested:
        with db.begin() as tx:
            notes.write(tx, CHECKED, now.isoformat(), now)
