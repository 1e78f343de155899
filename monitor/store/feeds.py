"""Feeds: what the settings say of them, what the last polls said, and which are due."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.domain.feed import (
    GONE_AFTER,
    Answer,
    Day,
    Feed,
    FeedSettings,
    FeedState,
    Move,
    follow_move,
    settings_from_dict,
    settings_to_dict,
)
from monitor.store import leases
from monitor.store.database import insert_new, take_turn
from monitor.store.tables import entries, feeds

FAILED = (FeedState.ERROR, FeedState.GONE, FeedState.THROTTLED, FeedState.REFUSED)


def sync(tx: sa.Connection, wanted: Sequence[FeedSettings], now: datetime) -> None:
    """Bring the feeds in line with the settings; a feed that left them keeps its history and is no longer asked."""
    take_turn(tx, "feeds")
    insert_new(tx, feeds, [{**_settings_row(one), "url": one.url, "due_at": now} for one in wanted])
    tx.execute(sa.update(feeds).where(feeds.c.url.not_in([one.url for one in wanted])).values(active=False))
    for one in wanted:
        tx.execute(sa.update(feeds).where(feeds.c.url == one.url).values(_settings_row(one)))


def _settings_row(one: FeedSettings) -> dict[str, Any]:
    return {"name": one.name, "settings": settings_to_dict(one), "active": True}


def claim_due(tx: sa.Connection, now: datetime, limit: int, only: Collection[str] = ()) -> list[Feed]:
    """Take feeds that are due, the longest waiting first; those named in `only` (URLs) are due whatever their time says."""
    if only:
        tx.execute(sa.update(feeds).where(feeds.c.url.in_(only)).values(due_at=now, leased_until=None))
        due: sa.ColumnElement[bool] = feeds.c.url.in_(only)
    else:
        retired = sa.and_(feeds.c.state == FeedState.GONE, feeds.c.failures >= GONE_AFTER)
        due = sa.and_(feeds.c.active, feeds.c.paused_at.is_(None), sa.not_(retired))
    rows = leases.claim(tx, feeds, due, now, limit)
    for row in rows:
        # The next time is set before asking: a crash in the middle must not become a loop of requests.
        tx.execute(sa.update(feeds).where(feeds.c.id == row.id).values(due_at=now + timedelta(seconds=row.settings["every"])))
    return [_feed(row) for row in rows]


def save_answer(tx: sa.Connection, feed: Feed, answer: Answer, due_at: datetime, now: datetime, days: Sequence[Day] | None = None) -> bool:
    """Write how a poll went; False where another process has taken the feed meanwhile, so that nothing of it may be kept."""
    failed = answer.state in FAILED
    move = follow_move(feed, answer, now)
    changes: dict[str, Any] = {
        "state": answer.state,
        "failures": feed.failures + 1 if failed else 0,
        "last_error": answer.error,
        "polled_at": now,
        "due_at": due_at,
        "moved_to": move.to if move else None,
        "moved_since": move.since if move else None,
        "moved_times": move.times if move else 0,
        "days": [[day.on.isoformat(), day.listed, day.new, day.apart] for day in (feed.days if days is None else days)],
    }
    if not failed:
        validators = {"etag": answer.etag, "last_modified": answer.last_modified, "body_hash": answer.body_hash or feed.body_hash}
        changes |= validators | {"succeeded_at": now, "baseline_at": feed.baseline_at or now}
    return leases.settle(tx, feeds, feed.id, feed.lease, **changes)


def release_all(tx: sa.Connection) -> None:
    """Give back every lease; when a feed is asked again was said when it was claimed, so that crashes do not become a loop of requests."""
    leases.release_all(tx, feeds)


def usual_gap(tx: sa.Connection, feed_id: int) -> timedelta | None:
    """Say how much time usually passes between new entries of a feed; None where too few were seen."""
    recent = sa.select(entries.c.first_seen_at).where(entries.c.feed_id == feed_id, ~entries.c.baseline)
    seen = tx.execute(recent.order_by(entries.c.id.desc()).limit(20)).scalars().all()
    # The mean, for entries that came in one poll share a moment.
    return (seen[0] - seen[-1]) / (len(seen) - 1) if len(seen) >= 5 else None


def list_feeds(tx: sa.Connection, *, active_only: bool = True) -> list[Feed]:
    """List the feeds in the order of the settings."""
    query = sa.select(feeds).order_by(feeds.c.id)
    return [_feed(row) for row in tx.execute(query.where(feeds.c.active) if active_only else query)]


def find(tx: sa.Connection, feed_id: int) -> Feed | None:
    """Find a feed by its number."""
    row = tx.execute(sa.select(feeds).where(feeds.c.id == feed_id)).first()
    return _feed(row) if row else None


def pause(tx: sa.Connection, feed_id: int, now: datetime, *, paused: bool) -> None:
    """Leave a feed alone until somebody says otherwise, or ask it again at once."""
    changes = {"paused_at": now} if paused else {"paused_at": None, "due_at": now}
    tx.execute(sa.update(feeds).where(feeds.c.id == feed_id).values(changes))


def _feed(row: Any) -> Feed:
    return Feed(
        id=row.id,
        settings=settings_from_dict(row.settings),
        state=FeedState(row.state),
        move=Move(row.moved_to, row.moved_since, row.moved_times) if row.moved_to and row.moved_since else None,
        etag=row.etag,
        last_modified=row.last_modified,
        body_hash=row.body_hash,
        failures=row.failures,
        last_error=row.last_error,
        polled_at=row.polled_at,
        succeeded_at=row.succeeded_at,
        due_at=row.due_at,
        baseline_at=row.baseline_at,
        days=[Day(date.fromisoformat(on), *counts) for on, *counts in row.days or ()],
        lease=row.lease,
        paused_at=row.paused_at,
    )
