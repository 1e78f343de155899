"""The sweep: once a second the keeper of the clock puts a job for all that is due, whoever wrote it."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa

from monitor.domain.feeds.url import host_of
from monitor.store import feeds, leases, notes, queue
from monitor.store.database import take_turn
from monitor.store.tables import articles, deliveries, entries, matches
from monitor.store.tables import feeds as feeds_table

CLOCK = "clock"
AT_ONCE = 1000  # feeds looked at in one sweep
OF_A_HOST = 10  # of them, feeds of one host: they are asked one after the other anyway


def keep_clock(tx: sa.Connection, keeper: str, lease: timedelta) -> bool:
    """Say whether `keeper` keeps the clock: who has it keeps it, until its lease ends unrenewed. The database's time decides."""
    take_turn(tx, CLOCK)
    now: datetime = tx.execute(sa.select(sa.func.now())).scalar_one()
    held = notes.read(tx, CLOCK)
    if held and held["keeper"] != keeper and datetime.fromisoformat(held["until"]) > now:
        return False
    notes.write(tx, CLOCK, {"keeper": keeper, "until": (now + lease).isoformat()}, now)
    return True


def sweep(tx: sa.Connection, now: datetime) -> None:
    """Put a job for all that is due and that nobody works on."""
    # Whoever writes rows and their jobs must never be the one to give way.
    tx.exec_driver_sql("SET LOCAL lock_timeout = '500ms'")
    queue.put(tx, [*_polls(tx, now), *_reads(tx, now), *_matches(tx), *_placing(tx), *_deliveries(tx, now)])


def _polls(tx: sa.Connection, now: datetime) -> Iterator[queue.Job]:
    columns = (feeds_table.c.id, sa.func.coalesce(feeds_table.c.moved_to, feeds_table.c.url).label("url"))
    due = sa.select(*columns).where(feeds.asked(), leases.free(feeds_table, now), feeds_table.c.due_at <= now)
    hosts: Counter[str] = Counter()
    for row in tx.execute(due.order_by(feeds_table.c.due_at, feeds_table.c.id).limit(AT_ONCE)):
        host = host_of(row.url)
        hosts[host] += 1
        if hosts[host] <= OF_A_HOST:
            yield queue.polling(row.id, host)


def _reads(tx: sa.Connection, now: datetime) -> Iterator[queue.Job]:
    due = (entries.c.state.in_(("new", "stub")), leases.free(entries, now), entries.c.due_at <= now)
    yield from map(queue.reading, tx.execute(sa.select(entries.c.host).where(*due).distinct()).scalars())


def _matches(tx: sa.Connection) -> Iterator[queue.Job]:
    shares = sa.select(articles.c.id % queue.SHARES).where(articles.c.matched_at.is_(None)).distinct()
    yield from map(queue.matching, tx.execute(shares).scalars())


def _placing(tx: sa.Connection) -> Iterator[queue.Job]:
    if tx.execute(sa.select(matches.c.article_id).where(matches.c.placed_at.is_(None)).limit(1)).first():
        yield queue.Job("place")


def _deliveries(tx: sa.Connection, now: datetime) -> Iterator[queue.Job]:
    due = (deliveries.c.state.in_(("pending", "waiting")), leases.free(deliveries, now), deliveries.c.due_at <= now)
    yield from map(queue.delivering, tx.execute(sa.select(deliveries.c.channel).where(*due).distinct()).scalars())
