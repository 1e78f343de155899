"""What is let go of: the full texts of old articles. Identities, hashes, facts, quotes, decisions and the search's index stay for ever."""

from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.store import notes
from monitor.store.tables import articles, developments, entries, matches, placements, versions

DONE, SIZES = "texts let go of", "sizes"
_DAYS_OF_SIZES = 60
_OVERLAP = timedelta(days=30)  # what could not be let go of when it was due, because it was not judged yet, is looked at again


def let_go(tx: sa.Connection, before: datetime, limit: int, now: datetime) -> int:
    """Empty up to `limit` texts that came before a moment, with their versions and what the feed said; answer how many.

    Seeds keep theirs, and so do articles that told a development first, and those that are not judged yet.
    """
    ids = list(tx.execute(_due(tx, before).limit(limit)).scalars())
    if len(ids) < limit:
        notes.write(tx, DONE, before.isoformat(), now)
    if ids:
        tx.execute(sa.update(articles).where(articles.c.id.in_(ids)).values(text="", emptied_at=now))
        tx.execute(sa.update(versions).where(versions.c.article_id.in_(ids)).values(text=""))
        tx.execute(sa.update(entries).where(entries.c.article_id.in_(ids)).values(content="", summary=""))
    return len(ids)


def _due(tx: sa.Connection, before: datetime) -> sa.Select[Any]:
    done = notes.read(tx, DONE)
    told = sa.exists().where(developments.c.article_id == articles.c.id)
    placed = sa.exists().where(placements.c.article_id == articles.c.id)
    irrelevant = sa.exists().where(matches.c.article_id == articles.c.id, ~matches.c.relevant)
    where = [articles.c.first_seen_at < before, articles.c.emptied_at.is_(None), articles.c.seed.is_(None)]
    if done:
        where.append(articles.c.first_seen_at >= datetime.fromisoformat(done) - _OVERLAP)
    query = sa.select(articles.c.id).where(*where, articles.c.text != "", ~told, sa.or_(placed, irrelevant))
    return query.order_by(articles.c.first_seen_at, articles.c.id)


def size(tx: sa.Connection) -> int:
    """Say how many bytes the archive takes."""
    if tx.dialect.name == "sqlite":
        pages, page = tx.exec_driver_sql("PRAGMA page_count").scalar_one(), tx.exec_driver_sql("PRAGMA page_size").scalar_one()
        return int(pages) * int(page)
    return int(tx.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one())


def note_size(tx: sa.Connection, now: datetime) -> None:
    """Note today's size, so that growth can be told."""
    noted: dict[str, int] = notes.read(tx, SIZES) or {}
    noted[now.date().isoformat()] = size(tx)
    notes.write(tx, SIZES, dict(sorted(noted.items())[-_DAYS_OF_SIZES:]), now)


def growth(tx: sa.Connection, now: datetime) -> dict[str, Any]:
    """Say how large the archive is, and by how much it grows a day: in bytes since sizes are noted, in articles over the last 30 days."""
    noted: dict[str, int] = notes.read(tx, SIZES) or {}
    today, bytes_now = now.date(), size(tx)
    first = min(noted, default=None)
    days = (today - date.fromisoformat(first)).days if first else 0
    recent = sa.select(sa.func.count()).where(articles.c.first_seen_at >= now - timedelta(days=30))
    emptied = sa.select(sa.func.count()).where(articles.c.emptied_at.is_not(None))
    return {
        "bytes": bytes_now,
        "bytes_a_day": (bytes_now - noted[first]) // days if first and days else None,
        "articles_a_day": round(tx.execute(recent).scalar_one() / 30, 1),
        "texts_let_go": tx.execute(emptied).scalar_one(),
    }
