"""Copying: once a day, copy the archive beside the work that goes on, and keep the newest copies."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import sqlalchemy as sa

from monitor.adapters.schedule import next_time
from monitor.errors import StoppedError, StoreError
from monitor.store import backup, vitals
from monitor.store.database import reading

log = logging.getLogger(__name__)

AGAIN = timedelta(hours=1)  # after a copy that failed


@dataclass(frozen=True, slots=True)
class Plan:
    """When the archive is copied, and where to."""

    schedule: str
    zone: tzinfo
    folder: Path
    keep: int


def copy_daily(db: sa.Engine, plan: Plan, now: Callable[[], datetime], stopped: Callable[[], bool] = lambda: False) -> int:
    """Copy the archive where that is due, and say how many copies were made; what fails is told, and tried again in an hour."""

    def go_on(_done: int, _pages: int) -> None:
        if stopped():
            raise StoppedError("the copy was stopped; the next start makes it")

    if not _is_due(db, plan, now()):
        return 0
    try:
        copy = backup.back_up(db.url, plan.folder / backup.named_after(now()), go_on)
        removed = backup.prune(plan.folder, plan.keep)
    except StoppedError as stop:
        log.info("%s", stop)
        return 0
    except StoreError as error:
        log.error("no copy could be made: %s", error)
        with db.begin() as tx:
            vitals.note_no_copy(tx, str(error), now())
        return 0
    log.info("copied file=%s bytes=%d removed=%d", copy.file, copy.size, len(removed))
    with db.begin() as tx:
        vitals.note_copy(tx, now())
    return 1


def _is_due(db: sa.Engine, plan: Plan, now: datetime) -> bool:
    """Whether its time has come, however often it did meanwhile; the first copy comes at the next time, not at once."""
    with reading(db).begin() as tx:
        last = vitals.last_copy(tx)
    if last is None:
        with db.begin() as tx:
            vitals.note_copy(tx, now)
        return False
    if last.failed is not None and timedelta(0) <= now - last.tried < AGAIN:
        return False
    due = next_time(plan.schedule, last.made, plan.zone)
    return due is not None and due <= now
