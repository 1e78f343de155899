"""Baselines: which are still being judged, what they found, and which were summed up for the user."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.digest import BaselineSummary
from monitor.domain.alerts.rendering.digests import render_baseline
from monitor.store import notes
from monitor.store.outbox import queue_message
from monitor.store.tables import articles, entries, feeds, matches, placements, storylines

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


def queue_summary(tx: sa.Connection, rules: DeliveryRules, feed_ids: Sequence[int], now: datetime) -> BaselineSummary:
    """Queue the one message about a first look at some feeds, for every channel of the topic; the same look twice is one message."""
    found = summary(tx, feed_ids)
    for channel in rules.own_channels:
        queue_message(tx, channel.name, "baseline", render_baseline(found, channel), now)
    return found


def summary(tx: sa.Connection, feed_ids: Sequence[int]) -> BaselineSummary:
    """Count what the first look at some feeds found."""
    looked_at = sa.and_(entries.c.feed_id.in_(feed_ids), entries.c.baseline)
    kept, newest = tx.execute(sa.select(sa.func.count(), sa.func.max(entries.c.first_seen_at)).where(looked_at)).one()
    seen = sa.select(entries.c.article_id).where(looked_at, entries.c.article_id.is_not(None))
    chosen = sa.and_(placements.c.article_id.in_(seen), placements.c.placement != "none")
    would_alert = sa.and_(chosen, placements.c.held == "baseline", placements.c.development_id.is_not(None))
    held = sa.select(placements.c.held, sa.func.count()).where(chosen, placements.c.held.is_not(None)).group_by(placements.c.held)
    return BaselineSummary(
        feeds=len(feed_ids),
        entries=kept,
        matches=tx.execute(sa.select(sa.func.count()).select_from(placements).where(chosen)).scalar_one(),
        storylines=_developments_by_storyline(tx, would_alert),
        held={str(reason): int(number) for reason, number in tx.execute(held)},
        until=newest,
    )


def _developments_by_storyline(tx: sa.Connection, which: sa.ColumnElement[bool]) -> dict[str, int]:
    counted = sa.select(storylines.c.title, storylines.c.dossier, sa.func.count(placements.c.development_id.distinct()))
    counts: dict[str, int] = {}
    for title, dossier, number in tx.execute(counted.join_from(placements, storylines).where(which).group_by(storylines.c.id)):
        # A storyline without a dossier bears the title of an article, and a first look names no single titles.
        name = title if dossier else "storylines that no dossier tells of"
        counts[name] = counts.get(name, 0) + number
    return counts
