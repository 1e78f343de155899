"""Articles and their earlier versions: one for each canonical address."""

from functools import lru_cache
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.store import queue, search_index
from monitor.store.database import insert_new
from monitor.store.tables import alerts, articles, matches, versions

WALL_AFTER = 2  # so many other pages of a host with the very same text: it is the site's own, not an article's


@lru_cache(maxsize=2)  # of one article it is asked again and again
def text_hash(title: str, text: str) -> str:
    """A hash of the words of a text, whatever its spacing."""
    return blake2b(" ".join(f"{title} {text}".split()).encode(), digest_size=16).hexdigest()


def save(tx: sa.Connection, article: Article) -> int:
    """Keep an article (its `id` is passed over) and answer its id; under an address that is known, keep what changed as its new version."""
    new = insert_new(tx, articles, [_row(article)], returning=articles.c.id)
    if new:
        queue.for_matching(tx, int(new[0]))
        search_index.add(tx, int(new[0]), article.title, article.text, article.language)
        return int(new[0])
    known = tx.execute(sa.select(articles).where(articles.c.url == article.url)).one()
    # A stub says less than the page that it stands for, so it never replaces it.
    if known.text_hash != text_hash(article.title, article.text) and not (article.stub and not known.stub):
        _replace(tx, known, article)
    return int(known.id)


def _row(article: Article) -> dict[str, Any]:
    return {
        "url": article.url,
        "link": article.link if article.link != article.url else None,
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
    tx.execute(sa.update(articles).where(articles.c.id == known.id).values(words | {"emptied_at": None}))
    search_index.add(tx, known.id, article.title, article.text, article.language)
    irrelevant = sa.exists().where(matches.c.article_id == known.id, ~matches.c.relevant)
    tx.execute(sa.update(articles).where(articles.c.id == known.id, irrelevant, ~alerted).values(matched_at=None))
    queue.for_matching(tx, known.id)


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
        link=row.link,
        emptied=row.emptied_at,
    )


def earlier_versions(tx: sa.Connection, article_id: int) -> list[Any]:
    """What an article said before, the oldest first."""
    return list(tx.execute(sa.select(versions).where(versions.c.article_id == article_id).order_by(versions.c.id)))
