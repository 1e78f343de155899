"""Baselines: which are still being judged, and which were summed up for the user."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.store import notes
from monitor.store.tables import articles, entries, feeds, matches

TOLD = "baseline told"  # up to which entry


def is_unfinished(tx: sa.Connection) -> bool:
    """Say whether a feed waits for its first poll, or an entry of a baseline for its judgement."""
    waiting: tuple[sa.Select[Any], ...] = (
        sa.select(feeds.c.id).where(feeds.c.active, feeds.c.polled_at.is_(None)),
        sa.select(entries.c.id).where(entries.c.baseline, entries.c.state == "new"),
        sa.select(articles.c.id).where(articles.c.baseline, articles.c.matched_at.is_(None)),
        sa.select(matches.c.article_id).join(articles).where(articles.c.baseline, matches.c.relevant, matches.c.placed_at.is_(None)),
    )
    return any(tx.execute(one.limit(1)).first() for one in waiting)


def untold(tx: sa.Connection) -> tuple[list[int], int]:
    """Answer the feeds with a baseline that was not summed up, and the newest entry of those."""
    told = notes.read(tx, TOLD) or 0
    rows = tx.execute(
        sa.select(entries.c.feed_id, sa.func.max(entries.c.id)).where(entries.c.baseline, entries.c.id > told).group_by(entries.c.feed_id)
    )
    newest = {row[0]: row[1] for row in rows}
    return sorted(newest), max(newest.values(), default=0)


def note_told(tx: sa.Connection, until: int, now: datetime) -> None:
    """Note up to which entry baselines were summed up."""
    notes.write(tx, TOLD, until, now)
