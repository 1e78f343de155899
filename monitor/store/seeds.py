"""Seeds among the articles: kept like them, and marked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.articles.seed import Seed
from monitor.domain.feeds.url import plain_url
from monitor.store import articles as archive
from monitor.store import notes, search_index
from monitor.store.listing import listing
from monitor.store.tables import articles, matches, placements, storylines

_NOTE = "seeds"  # how each seed came in: {id: {"from": "folder" | "user", "hash": …, "storyline": …}}


def taken_in(tx: sa.Connection) -> dict[str, dict[str, Any]]:
    """What was noted when each seed was taken in, by its id; only seeds that still lie in the archive."""
    noted: Mapping[str, dict[str, Any]] = notes.read(tx, _NOTE) or {}
    there = set(tx.execute(sa.select(articles.c.seed).where(articles.c.seed.is_not(None))).scalars())
    return {seed: dict(value) for seed, value in noted.items() if seed in there}


def note(tx: sa.Connection, seeds: Mapping[str, Mapping[str, Any]], now: datetime) -> None:
    """Note how the seeds came in."""
    notes.write(tx, _NOTE, {seed: dict(value) for seed, value in seeds.items()}, now)


def save_seed(tx: sa.Connection, seed: Seed, url: str, language: str, now: datetime) -> Article:
    """Keep a seed under its canonical address and mark it; its match is made anew."""
    _make_way(tx, seed.id, url)
    known = archive.find_by_url(tx, url)
    # What a feed brought, or a user under another name, is the article itself; a seed's file may hold no more than a précis of it.
    if known is None or known.seed == seed.id or known.stub:
        archive.save(tx, _article(seed, url, language, now))
    marks: dict[str, Any] = {"seed": seed.id, "publisher": seed.publisher, "language": language, "matched_at": None}
    marks |= {"stated_at": seed.moment} if seed.moment else {}
    article = tx.execute(sa.update(articles).where(articles.c.url == url).values(marks).returning(articles.c.id)).scalar_one()
    # It may have been held as off the topic: the user knows better.
    tx.execute(sa.delete(placements).where(placements.c.article_id == article, placements.c.storyline_id.is_(None)))
    search_index.note(tx, [article])
    return archive.article_of(tx.execute(sa.select(articles).where(articles.c.id == article)).one())


def _make_way(tx: sa.Connection, seed: str, url: str) -> None:
    """Where a seed moved to another address, let its article go along, or lose the mark to the one that lies there."""
    if archive.find_by_url(tx, url):
        forget(tx, seed, keep=url)
    else:
        tx.execute(sa.update(articles).where(articles.c.seed == seed).values(url=url))


def _article(seed: Seed, url: str, language: str, now: datetime) -> Article:
    return Article(
        id=0,
        url=url,
        link=plain_url(seed.url) if seed.url else None,
        title=seed.title,
        text=seed.text,
        publisher=seed.publisher,
        first_seen=now,
        trust="press",
        author=seed.author,
        language=language,
        stated=seed.moment,
        baseline=True,
        seed=seed.id,
    )


def forget(tx: sa.Connection, seed: str, keep: str = "") -> None:
    """Take the mark of a seed away; the article stays. `keep`: the address that may bear it."""
    gone = sa.update(articles).where(articles.c.seed == seed, articles.c.url != keep).values(seed=None).returning(articles.c.id)
    search_index.note(tx, list(tx.execute(gone).scalars()))


def all_seeds(tx: sa.Connection) -> list[Article]:
    """Every seed, in the order in which they came."""
    return [archive.article_of(row) for row in tx.execute(sa.select(articles).where(articles.c.seed.is_not(None)).order_by(articles.c.id))]


def storyline_of(tx: sa.Connection, article: int) -> str | None:
    """The slug of the storyline that an article was placed in."""
    placed = sa.select(storylines.c.slug).join(placements, placements.c.storyline_id == storylines.c.id)
    return tx.execute(placed.where(placements.c.article_id == article)).scalar()


def list_seeds(tx: sa.Connection) -> list[dict[str, Any]]:
    """List all seeds as any other articles are listed, in the order in which they came."""
    return listing(tx, articles.c.seed.is_not(None), limit=100_000, newest_first=False)


def note_placed(tx: sa.Connection, article: int, now: datetime) -> None:
    """Note that the match of a seed is placed, so that no stage places it again."""
    tx.execute(sa.update(matches).where(matches.c.article_id == article).values(placed_at=now))
