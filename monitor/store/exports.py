"""What leaves the archive: articles and developments as records, storylines as briefs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.archive.brief import Brief, Step
from monitor.domain.archive.record import Record
from monitor.domain.search.query import Query
from monitor.store import search
from monitor.store.storylines import storyline
from monitor.store.tables import address, articles, developments, placements, storylines

BATCH = 500


def records(tx: sa.Connection, query: Query, today: date) -> Iterator[Record]:
    """Give everything that a query finds, in the order in which it came; never all of it in memory."""
    for batch in search.ids(tx, query, today, batch=BATCH):
        yield from records_of(tx, batch)


def newest(tx: sa.Connection, query: Query, today: date, limit: int) -> list[Record]:
    """Give the newest that a query finds, the newest first: what a feed tells."""
    found = search.search(tx, query, today, order="date", limit=limit)
    return records_of(tx, [hit.article["id"] for hit in found.hits])


def records_of(tx: sa.Connection, ids: Sequence[int]) -> list[Record]:
    """Give articles as records, in the order of their ids as given."""
    rows = {row.id: row for row in tx.execute(_select().where(articles.c.id.in_(ids)))}
    return [_record(f"article/{one}", rows[one]) for one in ids if one in rows]


def developments_of(tx: sa.Connection, *, slug: str | None = None, limit: int = 100) -> list[Record]:
    """Give the newest developments that articles told, the newest first; of one storyline, if it is named."""
    joined = (placements.c.article_id == developments.c.article_id, developments.c.retracted_at.is_(None))
    query = _select().add_columns(developments.c.summary).where(*joined, *([storylines.c.slug == slug] if slug else []))
    rows = tx.execute(query.order_by(developments.c.known_at.desc(), developments.c.id.desc()).limit(limit))
    return [_record(f"development/{row.development}", row, title=row.summary) for row in rows]


def _select() -> sa.Select[Any]:
    columns = (
        *(articles.c[name] for name in ("id", "title", "publisher", "author", "language", "text", "text_hash", "seed")),
        *(articles.c[name] for name in ("stated_at", "feed_at", "first_seen_at")),
        *(placements.c.placement, placements.c.level, placements.c.held, placements.c.novelties),
        *(address.label("url"), storylines.c.slug.label("storyline"), developments.c.key.label("development")),
    )
    joined = articles.outerjoin(placements, placements.c.article_id == articles.c.id)
    joined = joined.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    return sa.select(*columns).select_from(joined.outerjoin(developments, developments.c.id == placements.c.development_id))


def _record(key: str, row: Any, title: str | None = None) -> Record:
    return Record(
        key=key,
        id=row.id,
        title=title or row.title,
        url=row.url,
        publisher=row.publisher,
        published=min(row.stated_at or row.feed_at or row.first_seen_at, row.first_seen_at),
        first_seen=row.first_seen_at,
        author=row.author,
        language=row.language,
        text=row.text,
        text_hash=row.text_hash,
        seed=row.seed,
        storyline=row.storyline,
        development=row.development,
        placement=row.placement,
        level=row.level,
        held=row.held,
        new=tuple(one["quote"] or one["text"] for one in row.novelties or ()),
    )


def number_of(tx: sa.Connection, slug: str) -> int | None:
    """Say the number of a storyline, which names its file."""
    return tx.execute(sa.select(storylines.c.id).where(storylines.c.slug == slug)).scalar()


def brief_of(tx: sa.Connection, slug: str, now: datetime) -> Brief | None:
    """Gather the brief of a storyline; None where there is none of that name."""
    told = storyline(tx, slug)
    if told is None:
        return None
    seeds = list(tx.execute(sa.select(articles.c.id).where(articles.c.seed.in_(told["seeds"])).order_by(articles.c.id)).scalars())
    steps = tuple(_steps(tx, told["developments"]))
    return Brief(
        told["title"], now.astimezone(UTC).date(), told["background"], tuple(told["key_figures"]), tuple(records_of(tx, seeds)), steps
    )


def _steps(tx: sa.Connection, told: Iterable[dict[str, Any]]) -> Iterator[Step]:
    for one in told:
        first = one["articles"][0]["id"] if one["articles"] else None
        record = next(iter(records_of(tx, [first])), None) if first else None
        novelties = tx.execute(sa.select(placements.c.novelties).where(placements.c.article_id == first)).scalar() or []
        yield Step(
            one["known_at"].date(),
            one["summary"],
            record,
            tuple(dict.fromkeys(novelty["quote"] for novelty in novelties if novelty["quote"])),
            tuple(dict.fromkeys(_before(novelty) for novelty in novelties if novelty["old"])),
            tuple(dict.fromkeys(article["publisher"] for article in one["articles"])),
            one["source_url"],
        )


def _before(novelty: dict[str, Any]) -> str:
    source = ", ".join(one for one in (novelty["old_source"], (novelty["old_at"] or "")[:10]) if one)
    return f"{novelty['old']} ({source})" if source else str(novelty["old"])
