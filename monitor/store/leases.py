"""Taking work: a lease says who does it and until when; a late finisher without the lease is refused."""

import json
import uuid
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from monitor.store.database import listed

LEASE = timedelta(minutes=5)


def free(table: sa.Table, now: datetime) -> sa.ColumnElement[bool]:
    """Say whether nobody holds a row; a lease that ends later than any can was given by a clock that was ahead."""
    return sa.or_(table.c.leased_until.is_(None), table.c.leased_until <= now, table.c.leased_until > now + LEASE)


def claim(
    tx: sa.Connection, table: sa.Table, due: sa.ColumnElement[bool], now: datetime, limit: int, *, heir_of: str | None = None
) -> list[Any]:
    """Take up to `limit` rows that are due and that nobody holds, the longest waiting first; answer them with their new lease.

    Who works under the name of a job (`heir_of`) takes over what another held under it: of one name only one is at work,
    so that other has died or been given up for dead.
    """
    ready = sa.and_(free(table, now), table.c.due_at <= now)
    if heir_of is not None:
        ready = sa.or_(ready, table.c.lease.startswith(f"{heir_of} ", autoescape=True))
    wanted = sa.select(table.c.id).where(due, ready).order_by(table.c.due_at, table.c.id).limit(limit)
    if tx.dialect.name == "postgresql":
        wanted = wanted.with_for_update(skip_locked=True)
    ids = tx.execute(wanted).scalars().all()
    if not ids:
        return []
    token = " ".join(filter(None, (heir_of, uuid.uuid4().hex)))
    rows = tx.execute(_taking(table), {"ids": json.dumps(ids), "token": token, "until": now + LEASE}).all()
    return sorted(rows, key=lambda row: (row.due_at, row.id))


@cache
def _taking(table: sa.Table) -> sa.Update:
    """The statement that takes rows, built once: that costs as much as to take a few."""
    take = sa.update(table).where(table.c.id.in_(listed(sa.bindparam("ids"))))
    return take.values(lease=sa.bindparam("token"), leased_until=sa.bindparam("until")).returning(*table.c)


def settle(tx: sa.Connection, table: sa.Table, row_id: int, lease: str | None, **changes: Any) -> bool:
    """Write the outcome of leased work and give the lease back; False where the lease was lost meanwhile."""
    held = table.c.lease == lease if lease else table.c.lease.is_(None)
    done = tx.execute(sa.update(table).where(table.c.id == row_id, held).values(lease=None, leased_until=None, **changes))
    return done.rowcount == 1


def release_all(tx: sa.Connection, table: sa.Table) -> None:
    """Give back every lease: for the start of the only process that works on this database."""
    tx.execute(sa.update(table).where(table.c.lease.is_not(None)).values(lease=None, leased_until=None))
