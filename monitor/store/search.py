"""The archive's search: folded words of every article, found by all of the words or prefixes that a person types."""

import re
from typing import Any

import sqlalchemy as sa

from monitor.domain.text import fold
from monitor.store.listing import listing
from monitor.store.tables import articles

texts = sa.table("search_texts", sa.column("rowid", sa.Integer), sa.column("words", sa.Text))  # made by a migration: FTS5 or a GIN index


def add(tx: sa.Connection, article_id: int, title: str, text: str) -> None:
    """Make an article findable, in the place of what was known of it."""
    tx.execute(sa.delete(texts).where(texts.c.rowid == article_id))
    tx.execute(sa.insert(texts).values(rowid=article_id, words=fold(f"{title}\n{text}")))


def search(tx: sa.Connection, query: str, *, limit: int = 50) -> list[dict[str, Any]]:
    """Find the articles that hold every word of a query, as it stands or as the beginning of a word; the newest first."""
    words = re.findall(r"\w+", fold(query))
    if not words:
        return listing(tx, limit=limit)
    return listing(tx, articles.c.id.in_(_found(tx, words, limit)), limit=limit)


def _found(tx: sa.Connection, words: list[str], limit: int) -> list[int]:
    if tx.dialect.name == "sqlite":
        query = " ".join(f'"{word}"*' for word in words)
        found = sa.text("SELECT rowid FROM search_texts WHERE search_texts MATCH :query ORDER BY rowid DESC LIMIT :limit")
    else:
        query = " & ".join(f"{word}:*" for word in words)
        found = sa.text(
            "SELECT rowid FROM search_texts WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :query)"
            " ORDER BY rowid DESC LIMIT :limit"
        )
    return list(tx.execute(found, {"query": query, "limit": limit}).scalars())
