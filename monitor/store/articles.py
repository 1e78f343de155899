"""Articles, their earlier versions, and everything that is known of one."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from monitor.domain.article import Article
from monitor.store.database import insert_new
from monitor.store.tables import alerts, articles, developments, matches, placements, storylines, versions

WALL_AFTER = 2  # so many other pages of a host with the very same text: it is the site's own, not an article's


def text_hash(title: str, text: str) -> str:
    """A hash of the words of a text, whatever its spacing."""
    return blake2b(" ".join(f"{title} {text}".split()).encode(), digest_size=16).hexdigest()


def save(tx: sa.Connection, article: Article) -> int:
    """Keep an article (its `id` is passed over) and answer its id; under an address that is known, keep what changed as its new version."""
    new = insert_new(tx, articles, [_row(article)], returning=articles.c.id)
    if new:
        return int(new[0])
    known = tx.execute(sa.select(articles).where(articles.c.url == article.url)).one()
    # A stub says less than the page that it stands for, so it never replaces it.
    if known.text_hash != text_hash(article.title, article.text) and not (article.stub and not known.stub):
        _replace(tx, known, article)
    return int(known.id)


def _row(article: Article) -> dict[str, Any]:
    return {
        "url": article.url,
        "seed": article.seed,
        "title": article.title,
        "publisher": article.publisher,
        "trust": article.trust,
        "author": article.author,
        "language": article.language,
        "text": article.text,
        "text_hash": text_hash(article.title, article.text),
        "body_hash": text_hash("", article.text),
        "stub": article.stub,
        "baseline": article.baseline,
        "stated_at": article.stated,
        "feed_at": article.listed,
        "first_seen_at": article.first_seen,
        "host": urlsplit(article.url).hostname or "",
    }


def _replace(tx: sa.Connection, known: Any, article: Article) -> None:
    """Put a changed text in the place of the earlier one, which is kept; a match that alerted stays as it was judged."""
    old = {"article_id": known.id, "seen_at": article.first_seen, "title": known.title, "text": known.text, "text_hash": known.text_hash}
    insert_new(tx, versions, [old])
    words = {k: v for k, v in _row(article).items() if k in ("title", "text", "text_hash", "body_hash", "stub", "author", "stated_at")}
    alerted = sa.exists().where(alerts.c.article_id == known.id)
    tx.execute(sa.update(articles).where(articles.c.id == known.id).values(words))
    irrelevant = sa.exists().where(matches.c.article_id == known.id, ~matches.c.relevant)
    tx.execute(sa.update(articles).where(articles.c.id == known.id, irrelevant, ~alerted).values(matched_at=None))


def is_wall(tx: sa.Connection, url: str, text: str) -> bool:
    """Say whether a host has shown this very text on several other pages: a consent wall or an error page, not an article."""
    same = sa.select(sa.func.count()).where(
        articles.c.host == (urlsplit(url).hostname or ""), articles.c.body_hash == text_hash("", text), articles.c.url != url
    )
    return int(tx.execute(same).scalar_one()) >= WALL_AFTER


def find(tx: sa.Connection, article_id: int) -> Article | None:
    """Find an article by its id."""
    row = tx.execute(sa.select(articles).where(articles.c.id == article_id)).first()
    return article_of(row) if row else None


def find_by_url(tx: sa.Connection, url: str) -> Article | None:
    """Find an article by its canonical address."""
    row = tx.execute(sa.select(articles).where(articles.c.url == url)).first()
    return article_of(row) if row else None


def find_by_title(tx: sa.Connection, publisher: str, title: str) -> Article | None:
    """Find the newest article that a publisher has under a title."""
    same = sa.select(articles).where(articles.c.title == title, articles.c.publisher == publisher)
    row = tx.execute(same.order_by(articles.c.id.desc()).limit(1)).first()
    return article_of(row) if row else None


def article_of(row: Any) -> Article:
    """Read an article from a row that has all columns of `articles`."""
    return Article(
        id=row.id,
        url=row.url,
        title=row.title,
        text=row.text,
        publisher=row.publisher,
        first_seen=row.first_seen_at,
        trust=row.trust,
        author=row.author,
        language=row.language,
        stated=row.stated_at,
        listed=row.feed_at,
        stub=row.stub,
        baseline=row.baseline,
        seed=row.seed,
    )


def earlier_versions(tx: sa.Connection, article_id: int) -> list[Any]:
    """What an article said before, the oldest first."""
    return list(tx.execute(sa.select(versions).where(versions.c.article_id == article_id).order_by(versions.c.id)))


def listing(tx: sa.Connection, *where: sa.ColumnElement[bool], limit: int, newest_first: bool = True) -> list[dict[str, Any]]:
    """List articles, seeds among them, with their match, placement, storyline and development."""
    columns = (
        articles.c.id,
        articles.c.url,
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
    is_held = sa.or_(placements.c.held.is_not(None), sa.and_(matches.c.relevant.is_(False), placements.c.article_id.is_(None)))
    where: list[sa.ColumnElement[bool]] = [is_held, articles.c.seed.is_(None)]
    if reason:
        where.append(_held_reason() == reason)
    if storyline:
        where.append(storylines.c.slug == storyline)
    return listing(tx, *where, limit=limit)


def held_counts(tx: sa.Connection, since: datetime | None = None) -> dict[str, int]:
    """Count what did not alert, by reason."""
    joined = articles.join(matches).outerjoin(placements, placements.c.article_id == articles.c.id)
    where = [articles.c.seed.is_(None), sa.or_(placements.c.held.is_not(None), matches.c.relevant.is_(False))]
    if since:
        where.append(articles.c.first_seen_at >= since)
    reason = _held_reason()
    rows: Sequence[tuple[str, int]] = (
        tx.execute(sa.select(reason, sa.func.count()).select_from(joined).where(*where).group_by(reason)).tuples().all()
    )
    return dict(sorted(rows, key=lambda row: -row[1]))


def _held_reason() -> sa.ColumnElement[str]:
    return sa.func.coalesce(placements.c.held, "not relevant")


def totals(tx: sa.Connection) -> dict[str, int]:
    """How many articles, matches and developments the archive holds."""
    return {
        "articles": _count(tx, articles),
        "matches": _count(tx, matches, matches.c.relevant),
        "storylines": _count(tx, storylines),
        "developments": _count(tx, developments),
        "alerts": _count(tx, alerts),
    }


def _count(tx: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    return int(tx.execute(sa.select(sa.func.count()).select_from(table).where(*where)).scalar_one())
