"""Feeds: what the settings say of them, what the last polls said, and which are due."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from monitor.domain.feeds.feed import (
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
from monitor.store.database import insert_new, listed, take_turn, update_many
from monitor.store.queue import Job
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


@cache
def asked() -> sa.ColumnElement[bool]:
    """Say whether a feed is asked at all."""
    retired = sa.and_(feeds.c.state == FeedState.GONE, feeds.c.failures >= GONE_AFTER)
    return sa.and_(feeds.c.active, feeds.c.paused_at.is_(None), sa.not_(retired))


def claim_due(tx: sa.Connection, now: datetime, limit: int, only: Collection[str] = (), job: Job | None = None) -> list[Feed]:
    """Take feeds that are due, or the one of a job; those named in `only` (URLs) are due whatever their time says."""
    if only:
        tx.execute(sa.update(feeds).where(feeds.c.url.in_(only)).values(due_at=now, leased_until=None))
        due: sa.ColumnElement[bool] = feeds.c.url.in_(only)
    else:
        due = sa.and_(asked(), feeds.c.id == int(job.key)) if job else asked()
    rows = leases.claim(tx, feeds, due, now, limit, heir_of=job.name if job else None)
    claimed = [_feed(row) for row in rows]
    _set_next(tx, claimed, now)
    return claimed


def _set_next(tx: sa.Connection, claimed: Iterable[Feed], now: datetime) -> None:
    """Set the next time before asking: a crash in the middle must not become a loop of requests."""
    of_rhythm: dict[timedelta, list[int]] = {}
    for feed in claimed:
        of_rhythm.setdefault(feed.settings.every, []).append(feed.id)
    for every, ids in of_rhythm.items():
        tx.execute(_NEXT, {"ids": json.dumps(ids), "next": now + every})


_NEXT = sa.update(feeds).where(feeds.c.id.in_(listed(sa.bindparam("ids")))).values(due_at=sa.bindparam("next"))


@dataclass(frozen=True, slots=True)
class Poll:
    """How a poll went."""

    feed: Feed
    answer: Answer
    due_at: datetime  # when to ask again
    gap: timedelta | None = None  # that usually passes between new entries
    days: Sequence[Day] = ()


def save_polls(tx: sa.Connection, polls: Sequence[Poll], now: datetime) -> bool:
    """Write how polls went; False where another process has taken a feed meanwhile, so that nothing of it may be kept."""
    return update_many(tx, _STILL_OURS, [_outcome(one, now) for one in polls]) == len(polls)


_STILL_OURS = sa.update(feeds).where(feeds.c.id == sa.bindparam("of"), feeds.c.lease.is_not_distinct_from(sa.bindparam("held")))


def _outcome(poll: Poll, now: datetime) -> dict[str, Any]:
    """Say what a poll changes, in the order of the table."""
    feed, answer = poll.feed, poll.answer
    failed = answer.state in FAILED
    move = follow_move(feed, answer, now)
    return {
        "state": answer.state,
        "moved_to": move.to if move else None,
        "etag": feed.etag if failed else answer.etag,
        "last_modified": feed.last_modified if failed else answer.last_modified,
        "body_hash": feed.body_hash if failed else answer.body_hash or feed.body_hash,
        "failures": feed.failures + 1 if failed else 0,
        "last_error": answer.error,
        "polled_at": now,
        "succeeded_at": feed.succeeded_at if failed else now,
        "due_at": poll.due_at,
        "leased_until": None,
        "lease": None,
        "baseline_at": feed.baseline_at if failed else feed.baseline_at or now,
        "moved_since": move.since if move else None,
        "moved_times": move.times if move else 0,
        "days": tuple((day.on.isoformat(), day.listed, day.new, day.apart) for day in poll.days),
        "gap": poll.gap.total_seconds() if poll.gap is not None else None,
        "of": feed.id,
        "held": feed.lease,
    }


def release_all(tx: sa.Connection) -> None:
    """Give back every lease; when a feed is asked again was said when it was claimed, so that crashes do not become a loop of requests."""
    leases.release_all(tx, feeds)


def give_back(tx: sa.Connection, claimed: Iterable[Feed]) -> None:
    """Give back feeds whose answer was lost; they are asked again at their next time."""
    for feed in claimed:
        leases.settle(tx, feeds, feed.id, feed.lease)


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
        gap=None if row.gap is None else timedelta(seconds=row.gap),
        days=[Day(date.fromisoformat(on), *counts) for on, *counts in row.days or ()],
        lease=row.lease,
        paused_at=row.paused_at,
    )
