"""How much each feed brings: its newest entry, and how many came on each of the last days."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from monitor.store.tables import entries

DAYS = 30


def volumes(tx: sa.Connection, now: datetime, *, feed: int | None = None) -> Mapping[int, list[int]]:
    """Count the entries of each feed on each of the last days, the oldest day first."""
    since = now - timedelta(days=DAYS - 1)
    # A sum, so that SQLite groups the few of these days; by the bare column it would walk through every entry there ever was.
    by, day = entries.c.feed_id + sa.literal_column("0"), sa.func.date(entries.c.first_seen_at)
    counted = sa.select(by, day, sa.func.count()).where(entries.c.first_seen_at >= since.replace(hour=0, minute=0))
    counted = counted.where(entries.c.feed_id == feed) if feed is not None else counted
    found: dict[int, list[int]] = defaultdict(lambda: [0] * DAYS)
    for feed_id, on, number in tx.execute(counted.group_by(by, day)):
        at = ((date.fromisoformat(on) if isinstance(on, str) else on) - since.date()).days
        if 0 <= at < DAYS:
            found[feed_id][at] += number
    return found
