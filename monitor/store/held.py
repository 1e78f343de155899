"""What was held, page by page: filtered by reason, storyline and day, or a sample of it to judge."""

import random
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.store.listing import held_reason, is_held, listing
from monitor.store.tables import articles, matches, no_seed, placements, storylines

DRAWN_FROM = 5_000  # the newest that a sample is drawn from

Where = list[sa.ColumnElement[bool]]


def filtered(reason: str | None, storyline: str | None, since: datetime | None, until: datetime | None) -> Where:
    """Say which of what was held is wanted."""
    where: Where = [is_held(), no_seed]
    where += [held_reason() == reason] if reason else []
    where += [storylines.c.slug == storyline] if storyline else []
    where += [articles.c.first_seen_at >= since] if since else []
    return where + ([articles.c.first_seen_at < until] if until else [])


def newest(tx: sa.Connection, where: Where, *, before: int | None, limit: int) -> list[dict[str, Any]]:
    """List what was held, the newest first, before the article with the number `before`."""
    return listing(tx, *where, *([articles.c.id < before] if before is not None else []), limit=limit)


def sample(tx: sa.Connection, where: Where, *, draw: int, size: int) -> list[dict[str, Any]]:
    """Draw a sample, so that what is judged is not only what is striking; the same `draw` is the same sample."""
    joined = articles.outerjoin(matches).outerjoin(placements, placements.c.article_id == articles.c.id)
    joined = joined.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    ids = sa.select(articles.c.id).select_from(joined).where(*where).order_by(articles.c.id.desc()).limit(DRAWN_FROM)
    found = list(tx.execute(ids).scalars())
    chosen = random.Random(draw).sample(found, min(size, len(found)))
    return listing(tx, articles.c.id.in_(chosen), limit=size)
