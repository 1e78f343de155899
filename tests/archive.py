"""An archive with placed matches in it, for tests of what comes after placing."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.articles.article import Article
from monitor.domain.judging.storyline import Decision
from monitor.store import alerts, articles, search_index, tables
from monitor.store.database import insert_new
from monitor.store.tables import developments, matches, placements, storylines
from tests.alerts import ARTICLE, DECISION, MATCH, NOON


def place(tx: sa.Connection, key: str, *, article: Article = ARTICLE, at: datetime = NOON, **changes: Any) -> tuple[Article, Decision]:
    """Keep an article of its own that tells the development `key`, as placing does before it queues."""
    decision = replace(DECISION, development=key, **({"of": None} | changes))
    told = replace(article, url=f"https://news.example/{key}", title=f"{article.title} {key}", first_seen=at)
    told = replace(told, id=articles.save(tx, told))
    slug = decision.storyline or "none"
    insert_new(tx, storylines, [{"slug": slug, "title": decision.storyline_title or slug, "opened_at": at}])
    storyline = tx.execute(sa.select(storylines.c.id).where(storylines.c.slug == slug)).scalar_one()
    row = {"key": key, "storyline_id": storyline, "article_id": told.id, "summary": "new", "known_at": at}
    insert_new(tx, developments, [row])
    development = tx.execute(sa.select(developments.c.id).where(developments.c.key == key)).scalar_one()
    match = {"article_id": told.id, "relevant": True, "score": 1.0, "reasons": [], "entities": [], "matched_at": at, "placed_at": at}
    tx.execute(sa.insert(matches).values(match))
    tx.execute(sa.update(tables.articles).where(tables.articles.c.id == told.id).values(matched_at=at))
    placed = {
        "placement": decision.placement,
        "level": decision.level,
        "held": decision.held,
        "novelties": [],
        "reasons": [],
        "evidence": {},
    }
    keys = {"article_id": told.id, "storyline_id": storyline, "development_id": development, "placed_at": at}
    tx.execute(sa.insert(placements).values(placed | keys))
    search_index.note(tx, [told.id])
    return told, decision


def alert_of(tx: sa.Connection, rules: DeliveryRules, key: str, *, at: datetime = NOON, **changes: Any) -> Article:
    """Place an article and let its decision through the queue."""
    told, decision = place(tx, key, at=at, **changes)
    alerts.make_queue(rules)(tx, told, MATCH, decision, at)
    return told


def outdated(tx: sa.Connection) -> list[int]:
    """List the articles whose marks in the search's index are not what is noted about them now."""
    ids = list(tx.execute(sa.select(tables.articles.c.id)).scalars())
    before = {row.id: row.marks for row in search_index.rows_of(tx, ids)}
    search_index.rebuild(tx)
    return [row.id for row in search_index.rows_of(tx, ids) if row.marks != before[row.id]]
