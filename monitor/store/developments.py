"""Developments as a reader looks at them: a storyline's timeline as of any moment, and one of them with all that tells it."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import value_of
from monitor.domain.archive.chart import Telling
from monitor.domain.articles.attribution import origin_of
from monitor.domain.facts.facts import unpack_fact
from monitor.store.tables import address, alerts, articles, deliveries, developments, facts, placements, storylines, versions

MOST_FACTS = 1500  # facts of a storyline that are read for its charts, the newest
MOST_TELLERS = 300

Row = dict[str, Any]

# ── many ──────────────────────────────────────────────────────────────────────


def listing(
    tx: sa.Connection,
    *,
    storyline: int | None = None,
    until: datetime | None = None,
    before: int | None = None,
    limit: int = 100,
) -> list[Row]:
    """List developments with what is new in each, the newest first; as they stood at `until`, before the one with the id `before`."""
    query = sa.select(*_COLUMNS).select_from(_JOINED).where(*_standing(until)).limit(limit)
    query = query.where(developments.c.storyline_id == storyline) if storyline is not None else query
    if before is not None:
        mark = sa.select(developments.c.known_at).where(developments.c.id == before).scalar_subquery()
        earlier = sa.and_(developments.c.known_at == mark, developments.c.id < before)
        query = query.where(sa.or_(developments.c.known_at < mark, earlier))
    rows = tx.execute(query.order_by(developments.c.known_at.desc(), developments.c.id.desc())).all()
    tellers = _tellers_counted(tx, [row.id for row in rows], until)
    return [{**_told(row), "tellers": tellers.get(row.id, 0)} for row in rows]


_FIRST = placements.alias("first")
_JOINED = (
    developments.join(storylines, storylines.c.id == developments.c.storyline_id)
    .outerjoin(articles, articles.c.id == developments.c.article_id)
    .outerjoin(_FIRST, _FIRST.c.article_id == developments.c.article_id)
)
_COLUMNS = (
    developments.c.id,
    developments.c.key,
    developments.c.summary,
    developments.c.known_at,
    developments.c.source_url,
    developments.c.retracted_at,
    developments.c.merged_into_id,
    developments.c.article_id,
    storylines.c.slug.label("storyline"),
    storylines.c.title.label("storyline_title"),
    articles.c.title,
    articles.c.publisher,
    articles.c.language,
    articles.c.stated_at,
    articles.c.first_seen_at,
    articles.c.seed,
    address.label("url"),
    _FIRST.c.placement,
    _FIRST.c.level,
    _FIRST.c.held,
    _FIRST.c.novelties,
    _FIRST.c.reasons,
    _FIRST.c.evidence,
    sa.exists().where(alerts.c.development_id == developments.c.id).label("alerted"),
)


def _standing(until: datetime | None) -> list[sa.ColumnElement[bool]]:
    """What stood then: known by then, and not yet retracted."""
    if until is None:
        return [developments.c.retracted_at.is_(None)]
    arrived = sa.or_(articles.c.first_seen_at.is_(None), articles.c.first_seen_at < until)
    standing = sa.or_(developments.c.retracted_at.is_(None), developments.c.retracted_at >= until)
    return [developments.c.known_at < until, arrived, standing]


def _told(row: Any) -> Row:
    told = dict(row._mapping)
    told["novelties"] = [with_value(one, row.evidence or {}) for one in row.novelties or ()]
    return told


def with_value(novelty: Row, evidence: Row) -> Row:
    """Add the bare new value to a new fact, where it can be told from its sentence."""
    return {**novelty, "value": value_of(novelty["kind"], novelty["old"], novelty["quote"], evidence)}


def _tellers_counted(tx: sa.Connection, ids: list[int], until: datetime | None) -> dict[int, int]:
    counted = sa.select(placements.c.development_id, sa.func.count().label("told")).where(placements.c.development_id.in_(ids))
    if until is not None:
        counted = counted.join(articles, articles.c.id == placements.c.article_id).where(articles.c.first_seen_at < until)
    return {row.development_id: row.told for row in tx.execute(counted.group_by(placements.c.development_id))}


def tellings(tx: sa.Connection, storyline: int, until: datetime | None = None) -> list[Telling]:
    """Read the facts of a storyline as they were told, the oldest first; a fact that can be found by several keys is one."""
    query = sa.select(facts.c.text, facts.c.slot, facts.c.fact, facts.c.at, facts.c.source, facts.c.article_id)
    query = query.where(facts.c.storyline_id == storyline, facts.c.slot != "date:today").order_by(facts.c.at.desc(), facts.c.id.desc())
    rows = tx.execute((query.where(facts.c.at < until) if until is not None else query).limit(MOST_FACTS))
    once = {(row.article_id, row.text, row.slot, row.at): row for row in rows}
    return [Telling(unpack_fact(row.fact), row.at, row.source, row.article_id) for row in reversed(once.values())]


# ── one ───────────────────────────────────────────────────────────────────────


def find(tx: sa.Connection, key: str) -> Row | None:
    """Find a development by its key, a retracted one too; with its neighbours in the storyline and what it was merged into."""
    row = tx.execute(sa.select(*_COLUMNS).select_from(_JOINED).where(developments.c.key == key)).first()
    if row is None:
        return None
    merged = (
        tx.execute(sa.select(developments.c.key).where(developments.c.id == row.merged_into_id)).scalar() if row.merged_into_id else None
    )
    return {**_told(row), "merged_into": merged, "earlier": _next_to(tx, row, later=False), "later": _next_to(tx, row, later=True)}


def _next_to(tx: sa.Connection, row: Any, *, later: bool) -> Any:
    mine = sa.select(developments.c.storyline_id).where(developments.c.id == row.id).scalar_subquery()
    here = sa.tuple_(developments.c.known_at, developments.c.id)
    mark = sa.tuple_(sa.literal(row.known_at, developments.c.known_at.type), sa.literal(row.id))
    order = (developments.c.known_at, developments.c.id) if later else (developments.c.known_at.desc(), developments.c.id.desc())
    query = sa.select(developments.c.key, developments.c.summary, developments.c.known_at).where(
        developments.c.storyline_id == mine, developments.c.retracted_at.is_(None), here > mark if later else here < mark
    )
    return tx.execute(query.order_by(*order).limit(1)).first()


def tellers(tx: sa.Connection, development: int) -> list[Row]:
    """List the articles that tell a development in order of arrival, each with its origin and how many versions it had."""
    changed = sa.select(sa.func.count()).where(versions.c.article_id == articles.c.id).scalar_subquery()
    columns = (
        *(articles.c[name] for name in ("id", "title", "publisher", "language", "trust", "stub", "stated_at", "first_seen_at")),
        articles.c.text,
        articles.c.text_hash,
        address.label("url"),
        placements.c.placement,
        placements.c.of_article_id.label("of"),
        placements.c.novelties,
        placements.c.evidence,
        changed.label("changed"),
    )
    told = sa.select(*columns).join(placements, placements.c.article_id == articles.c.id)
    told = told.where(placements.c.development_id == development).order_by(articles.c.first_seen_at, articles.c.id).limit(MOST_TELLERS)
    return [{**row._mapping, "origin": origin_of(row.text, row.publisher)} for row in tx.execute(told)]


def alerts_of(tx: sa.Connection, development: int) -> list[Row]:
    """List the alerts of a development with every message that went out for it, and what its target said."""
    columns = (
        alerts.c.id,
        alerts.c.level,
        alerts.c.made_at,
        alerts.c.alert,
        deliveries.c.id.label("delivery"),
        deliveries.c.channel,
        deliveries.c.state,
        deliveries.c.verdict,
        deliveries.c.sent_at,
        deliveries.c.attempts,
    )
    joined = alerts.outerjoin(deliveries, deliveries.c.alert_id == alerts.c.id)
    rows = tx.execute(
        sa.select(*columns).select_from(joined).where(alerts.c.development_id == development).order_by(alerts.c.id, deliveries.c.id)
    )
    return [dict(row._mapping) for row in rows]


def key_of(tx: sa.Connection, article: int) -> str | None:
    """Say which development an article tells."""
    told = sa.select(developments.c.key).join(placements, placements.c.development_id == developments.c.id)
    return tx.execute(told.where(placements.c.article_id == article)).scalar()


def key_of_number(tx: sa.Connection, number: int) -> str | None:
    """Say the key of a development."""
    return tx.execute(sa.select(developments.c.key).where(developments.c.id == number)).scalar()
