"""How the archive stands, in numbers that a watcher asks for every few seconds: nothing here reads a whole large table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.domain.feeds.feed import GONE_AFTER, FeedState
from monitor.store import notes, outbox, retention
from monitor.store.entries import NEW, STUB
from monitor.store.tables import alerts, articles, deliveries, developments, entries, feeds, matches, placements

Numbers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gauges:
    """The archive in numbers."""

    feeds: Numbers  # that are asked, by state
    entries: int  # ever kept
    articles: int
    matches: Numbers  # by whether they are relevant
    placements: Numbers  # by kind
    developments: int
    alerts: Numbers  # by level
    deliveries: Numbers  # by state
    overdue: Mapping[str, timedelta]  # by stage: how long the oldest has waited beyond its time
    bytes: int
    pulse: datetime | None


def read(tx: sa.Connection, now: datetime) -> Gauges:
    """Look at the archive."""
    return Gauges(
        feeds=_by(tx, feeds.c.state, feeds.c.active),
        entries=_last(tx, entries.c.id),
        articles=_last(tx, articles.c.id),
        matches={"relevant" if relevant else "other": number for relevant, number in _by(tx, matches.c.relevant).items()},
        placements=_by(tx, placements.c.placement),
        developments=_last(tx, developments.c.id),
        alerts=_by(tx, alerts.c.level),
        deliveries=outbox.counts(tx),
        overdue={stage: max(now - since, timedelta(0)) if since else timedelta(0) for stage, since in _oldest_due(tx, now).items()},
        bytes=retention.size(tx),
        pulse=notes.pulse(tx),
    )


def _by(tx: sa.Connection, column: sa.ColumnElement[Any], where: sa.ColumnElement[bool] | None = None) -> dict[Any, int]:
    query = sa.select(column, sa.func.count()).group_by(column)
    return {row[0]: row[1] for row in tx.execute(query if where is None else query.where(where))}


def _last(tx: sa.Connection, number: sa.Column[int]) -> int:
    """How many rows there ever were: their ids rise one by one."""
    return int(tx.execute(sa.select(sa.func.coalesce(sa.func.max(number), 0))).scalar_one())


def _oldest_due(tx: sa.Connection, now: datetime) -> dict[str, datetime | None]:
    """Since when the oldest thing that each stage has yet to do is due."""
    retired = sa.and_(feeds.c.state == FeedState.GONE, feeds.c.failures >= GONE_AFTER)
    waiting = {
        "poll": (feeds.c.due_at, sa.and_(feeds.c.active, ~retired, feeds.c.paused_at.is_(None))),
        "read": (entries.c.due_at, entries.c.state.in_((NEW, STUB))),
        "match": (articles.c.first_seen_at, articles.c.matched_at.is_(None)),
        "place": (matches.c.matched_at, sa.and_(matches.c.relevant, matches.c.placed_at.is_(None))),
        "deliver": (deliveries.c.due_at, deliveries.c.state == "pending"),
    }
    return {
        stage: tx.execute(sa.select(sa.func.min(since)).where(which, since <= now)).scalar() for stage, (since, which) in waiting.items()
    }
