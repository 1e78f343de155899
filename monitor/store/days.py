"""What one day brought: the matches that arrived on it, and where the nearest days lie that brought something."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.store.developments import with_value
from monitor.store.tables import address, alerts, articles, developments, matches, no_seed, placements, storylines

MOST = 2000  # articles of a day that are read


def arrived(tx: sa.Connection, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """List the matches of a span with what they tell, the newest first; seeds are none of its news."""
    columns = (
        articles.c.id,
        articles.c.title,
        articles.c.publisher,
        articles.c.language,
        articles.c.first_seen_at,
        address.label("url"),
        matches.c.relevant,
        placements.c.placement,
        placements.c.level,
        placements.c.held,
        placements.c.novelties,
        placements.c.evidence,
        storylines.c.slug.label("storyline"),
        storylines.c.title.label("storyline_title"),
        developments.c.key.label("development"),
        developments.c.summary,
        developments.c.known_at,
        (developments.c.article_id == articles.c.id).label("first"),
        sa.exists().where(alerts.c.article_id == articles.c.id).label("alerted"),
    )
    joined = articles.join(matches).join(placements, placements.c.article_id == articles.c.id)
    joined = joined.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    joined = joined.outerjoin(developments, developments.c.id == placements.c.development_id)
    within = (articles.c.first_seen_at >= since, articles.c.first_seen_at < until, no_seed)
    query = sa.select(*columns).select_from(joined).where(*within).order_by(articles.c.first_seen_at.desc(), articles.c.id.desc())
    rows = tx.execute(query.limit(MOST))
    return [
        {**row._mapping, "novelties": [with_value(one, row.evidence or {}) for one in row.novelties or ()]} for row in rows if row.relevant
    ]


def nearest(tx: sa.Connection, since: datetime, until: datetime) -> tuple[datetime | None, datetime | None]:
    """Say when an article last arrived before a span, and first after it."""
    mine = no_seed
    before = sa.select(sa.func.max(articles.c.first_seen_at)).where(articles.c.first_seen_at < since, mine)
    after = sa.select(sa.func.min(articles.c.first_seen_at)).where(articles.c.first_seen_at >= until, mine)
    return tx.execute(before).scalar(), tx.execute(after).scalar()


def kept(tx: sa.Connection, since: datetime, until: datetime) -> int:
    """Count the articles that arrived in a span."""
    counted = sa.select(sa.func.count()).select_from(articles)
    counted = counted.where(articles.c.first_seen_at >= since, articles.c.first_seen_at < until, no_seed)
    return int(tx.execute(counted).scalar_one())
