"""What to do when the clock is set back: what was put off by a clock that was ahead must not wait for that moment."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from monitor.domain.alerts.delivery import SNOOZED
from monitor.store import notes, rests
from monitor.store.tables import deliveries, entries, feeds

LATEST = "latest moment"
SLACK = timedelta(minutes=5)  # small corrections of the clock are of no consequence
LONGEST_HOLD = timedelta(days=1)  # quiet hours end within a day


def set_right(tx: sa.Connection, now: datetime) -> timedelta | None:
    """Make due what a clock that was ahead has put off, and say by how much it was; None where it was not."""
    latest = _latest(tx)
    notes.write(tx, LATEST, now.isoformat(), now)
    if latest is None or latest <= now + SLACK:
        return None
    later = {table: table.c.due_at > now for table in (feeds, entries, deliveries)}
    snoozed = sa.func.coalesce(deliveries.c.reason, "").startswith(SNOOZED)
    held = sa.and_(deliveries.c.state == "waiting", sa.or_(deliveries.c.due_at <= now + LONGEST_HOLD, snoozed))
    tx.execute(sa.update(feeds).where(later[feeds]).values(due_at=now))
    tx.execute(sa.update(feeds).where(feeds.c.polled_at > now).values(polled_at=now))
    tx.execute(sa.update(entries).where(later[entries], entries.c.state.in_(("new", "stub"))).values(due_at=now))
    tx.execute(sa.update(deliveries).where(later[deliveries], deliveries.c.state.in_(("pending", "waiting")), ~held).values(due_at=now))
    tx.execute(sa.update(deliveries).where(deliveries.c.made_at > now).values(made_at=now))
    rests.end_all(tx)  # until when targets rest was reckoned by that clock too
    return latest - now


def _latest(tx: sa.Connection) -> datetime | None:
    noted = notes.read(tx, LATEST)
    polled: datetime | None = tx.execute(sa.select(sa.func.max(feeds.c.polled_at))).scalar()
    return max((moment for moment in (datetime.fromisoformat(noted) if noted else None, polled) if moment), default=None)
