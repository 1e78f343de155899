"""Lists of what the archive holds: articles with their match and placement, what was held and why, counts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.store.tables import (
    address,
    alerts,
    articles,
    deliveries,
    developments,
    entries,
    feeds,
    matches,
    no_seed,
    placements,
    reviews,
    storylines,
)

REASONS = ("copy", "repeat", "background", "baseline", "off topic", "not worth a message", "could not be judged")


def listing(tx: sa.Connection, *where: sa.ColumnElement[bool], limit: int, newest_first: bool = True) -> list[dict[str, Any]]:
    """List articles, seeds among them, with their match, placement, storyline and development."""
    columns = (
        articles.c.id,
        address.label("url"),
        articles.c.title,
        articles.c.publisher,
        articles.c.language,
        articles.c.seed,
        articles.c.stub,
        articles.c.stated_at,
        articles.c.feed_at,
        articles.c.first_seen_at,
        matches.c.relevant,
        matches.c.score,
        matches.c.reasons.label("match_reasons"),
        placements.c.placement,
        placements.c.level,
        placements.c.held,
        sa.case((is_held(), held_reason())).label("reason"),
        placements.c.novelties,
        placements.c.reasons.label("placement_reasons"),
        placements.c.of_article_id.label("of"),
        storylines.c.slug.label("storyline"),
        storylines.c.dossier,
        developments.c.key.label("development"),
    )
    joined = articles.outerjoin(matches).outerjoin(placements, placements.c.article_id == articles.c.id)
    joined = joined.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    joined = joined.outerjoin(developments, developments.c.id == placements.c.development_id)
    order = articles.c.id.desc() if newest_first else articles.c.id
    rows = tx.execute(sa.select(*columns).select_from(joined).where(*where).order_by(order).limit(limit))
    return [_listed(row._mapping) for row in rows]


def _listed(row: Any) -> dict[str, Any]:
    listed = {key: value for key, value in row.items() if key not in ("dossier", "stated_at", "feed_at")}
    best = row["stated_at"] or row["feed_at"] or row["first_seen_at"]
    listed["published"] = min(best, row["first_seen_at"])
    listed["continues_seeds"] = list((row["dossier"] or {}).get("seeds", ()))
    return listed


def held(tx: sa.Connection, *, reason: str | None = None, storyline: str | None = None, limit: int = 100) -> list[dict[str, Any]]:
    """List every article that did not alert, with its reason."""
    where = [is_held(), no_seed]
    if reason:
        where.append(held_reason() == reason)
    if storyline:
        where.append(storylines.c.slug == storyline)
    return listing(tx, *where, limit=limit)


def held_counts(tx: sa.Connection, since: datetime | None = None, until: datetime | None = None) -> dict[str, int]:
    """Count what did not alert, by reason."""
    joined = articles.join(matches).outerjoin(placements, placements.c.article_id == articles.c.id)
    where = [is_held(), no_seed]
    if since:
        where.append(articles.c.first_seen_at >= since)
    if until:
        where.append(articles.c.first_seen_at < until)
    reason, count = held_reason().label("reason"), sa.func.count().label("n")
    rows = tx.execute(sa.select(reason, count).select_from(joined).where(*where).group_by(reason).order_by(count.desc(), reason))
    return {row.reason: row.n for row in rows}


def is_held() -> sa.ColumnElement[bool]:
    """Say whether an article was judged and did not alert."""
    return sa.or_(placements.c.held.is_not(None), matches.c.relevant.is_(False))


def held_reason() -> sa.ColumnElement[str]:
    """Say in a word why a match did not alert; `placements.held` says it in a sentence."""
    return sa.case(
        (placements.c.held.startswith("could not be judged"), "could not be judged"),
        (sa.or_(matches.c.relevant.is_(False), placements.c.placement == "none"), "off topic"),
        (placements.c.held == "baseline", "baseline"),
        (placements.c.placement.in_(("copy", "repeat", "background")), placements.c.placement),
        else_="not worth a message",
    )


def totals(tx: sa.Connection) -> dict[str, int]:
    """How many articles, matches and developments the archive holds."""
    return {
        "articles": _count(tx, articles),
        "matches": _count(tx, matches, matches.c.relevant),
        "storylines": _count(tx, storylines),
        "developments": _count(tx, developments, developments.c.retracted_at.is_(None)),
        "alerts": _count(tx, alerts),
    }


def _count(tx: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    return int(tx.execute(sa.select(sa.func.count()).select_from(table).where(*where)).scalar_one())


def explain(tx: sa.Connection, article_id: int) -> dict[str, Any] | None:
    """Gather every decision on one article: where it came from, its match, its placement with the evidence, its alerts."""
    (listed,) = listing(tx, articles.c.id == article_id, limit=1) or (None,)
    if listed is None:
        return None
    placed = tx.execute(sa.select(placements.c.evidence).where(placements.c.article_id == article_id)).scalar()
    matched = tx.execute(sa.select(matches.c.entities).where(matches.c.article_id == article_id)).scalar()
    return {
        "article": {
            name: listed[name] for name in ("id", "title", "publisher", "language", "url", "published", "first_seen_at", "seed", "stub")
        },
        "entries": [dict(row._mapping) for row in tx.execute(_entries_of(article_id))],
        "match": {"relevant": listed["relevant"], "score": listed["score"], "reasons": listed["match_reasons"], "entities": matched},
        "placement": {
            "placement": listed["placement"],
            "level": listed["level"],
            "held": listed["held"] or (None if listed["relevant"] else "not relevant"),
            "storyline": listed["storyline"],
            "continues_seeds": listed["continues_seeds"],
            "development": listed["development"],
            "of": listed["of"],
            "novelties": listed["novelties"],
            "reasons": listed["placement_reasons"],
        },
        "evidence": placed,
        "alerts": [dict(row._mapping) for row in tx.execute(_alerts_of(article_id))],
        "reviews": [dict(row._mapping) for row in tx.execute(_reviews_of(article_id))],
    }


def near(tx: sa.Connection, article_id: int, compared: Mapping[int, float]) -> list[dict[str, Any]]:
    """List the articles that one was compared with, the most alike first, and those that copy or repeat it."""
    after = sa.select(placements.c.article_id).where(placements.c.of_article_id == article_id).limit(50)
    followers = set(tx.execute(after).scalars())
    rows = listing(tx, articles.c.id.in_({*compared, *followers}), limit=100)
    told = [{**row, "likeness": compared.get(row["id"]), "follows": row["id"] in followers} for row in rows]
    return sorted(told, key=lambda row: (-(row["likeness"] or 0.0), row["id"]))


def _entries_of(article_id: int) -> sa.Select[Any]:
    columns = (entries.c.id, feeds.c.name.label("feed"), entries.c.first_seen_at, entries.c.note)
    return sa.select(*columns).join_from(entries, feeds).where(entries.c.article_id == article_id).order_by(entries.c.id)


def _alerts_of(article_id: int) -> sa.Select[Any]:
    columns = (alerts.c.id, alerts.c.level, alerts.c.made_at, deliveries.c.channel, deliveries.c.state, deliveries.c.verdict)
    joined = alerts.outerjoin(deliveries, deliveries.c.alert_id == alerts.c.id)
    return sa.select(*columns).select_from(joined).where(alerts.c.article_id == article_id).order_by(alerts.c.id)


def _reviews_of(article_id: int) -> sa.Select[Any]:
    columns = [reviews.c[name] for name in ("id", "verdict", "other", "note", "effects", "made_at", "undone_at")]
    return sa.select(*columns).where(reviews.c.article_id == article_id).order_by(reviews.c.id)
