"""What matching said of each article, the off-topic ones and near misses included."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.matching.topic import Match, Mention
from monitor.store import queue, search_index
from monitor.store.articles import article_of, text_hash
from monitor.store.database import upsert
from monitor.store.queue import Job
from monitor.store.tables import articles, matches


def unmatched(tx: sa.Connection, limit: int, job: Job | None = None) -> list[Article]:
    """List articles that nobody has matched yet, the oldest first; only the share of a job, where one is given."""
    asked = {"limit": limit, "share": int(job.key) if job else None}
    return [article_of(row) for row in tx.execute(_UNMATCHED_OF_SHARE if job else _UNMATCHED, asked)]


_UNMATCHED = sa.select(articles).where(articles.c.matched_at.is_(None)).order_by(articles.c.id).limit(sa.bindparam("limit"))
_UNMATCHED_OF_SHARE = _UNMATCHED.where(articles.c.id % queue.SHARES == sa.bindparam("share"))


def save_match(tx: sa.Connection, article: Article, match: Match, now: datetime, language: str | None = None) -> bool:
    """Keep a match, and note the language that the text was found to have.

    False, and nothing kept, where another worker was faster or the text has changed since it was read: then the article
    is as matched or unmatched as it was.
    """
    same = {"article": article.id, "hash": text_hash(article.title, article.text)}
    if not tx.execute(_MATCHED, {**same, "matched_at": now, "language": language or article.language}).rowcount:
        return False
    upsert(tx, matches, ["article_id"], _row(article, match, now))
    queue.for_placing(tx)
    if not match.relevant:  # of a match, placing notes it with the rest
        search_index.note(tx, [article.id])
    return True


_MATCHED = (
    sa.update(articles)
    .where(articles.c.id == sa.bindparam("article"), articles.c.matched_at.is_(None), articles.c.text_hash == sa.bindparam("hash"))
    .values(matched_at=sa.bindparam("matched_at"), language=sa.bindparam("language"))
)


def next_unplaced(tx: sa.Connection) -> tuple[Article, Match, bool] | None:
    """Find the oldest match without a placement, and whether another waits behind it."""
    rows = tx.execute(_UNPLACED).all()
    if not rows:
        return None
    row = rows[0]
    return article_of(row), match_of(row), len(rows) > 1


def match_of(row: Any) -> Match:
    """Read a match back, without the places of its mentions in their sentences."""
    told = row.mentions or ()
    mentions = tuple(Mention(entity, "", 0, 0, "body", sentence) for entity, sentence in told if entity)
    shown = tuple(sentence for entity, sentence in told if not entity)
    return Match(row.relevant, row.score, tuple(row.reasons), tuple(row.entities), mentions, shown)


_PUBLISHED = sa.func.coalesce(articles.c.stated_at, articles.c.feed_at, articles.c.first_seen_at)
_UNPLACED = (
    sa.select(articles, matches.c.relevant, matches.c.score, matches.c.reasons, matches.c.entities, matches.c.mentions)
    .join(matches)
    # Both values of `relevant` are named so that the index of matches without a placement serves, however large the archive.
    .where(matches.c.placed_at.is_(None), matches.c.relevant.in_([True, False]))
    .order_by(sa.case((articles.c.first_seen_at > _PUBLISHED, _PUBLISHED), else_=articles.c.first_seen_at), articles.c.id)
    .limit(2)  # the second tells that another waits: a transaction that finds nothing costs as much as a match
)


def note_placed(tx: sa.Connection, article: int, now: datetime) -> None:
    """Note that a match has its placement."""
    tx.execute(_PLACED, {"article": article, "placed_at": now})


_PLACED = sa.update(matches).where(matches.c.article_id == sa.bindparam("article")).values(placed_at=sa.bindparam("placed_at"))


def recognise(tx: sa.Connection, article: Article, match: Match) -> None:
    """Keep that an article turned out to concern the topic, by what it tells."""
    told = {"relevant": match.relevant, "reasons": list(match.reasons)}
    tx.execute(sa.update(matches).where(matches.c.article_id == article.id).values(told))
    search_index.note(tx, [article.id])


def _row(article: Article, match: Match, now: datetime) -> dict[str, object]:
    return {
        "article_id": article.id,
        "relevant": match.relevant,
        "score": match.score,
        "reasons": list(match.reasons),
        "entities": list(match.entities),
        "mentions": [*([mention.entity, mention.sentence] for mention in match.mentions), *([None, sentence] for sentence in match.shown)],
        "matched_at": now,
        "placed_at": None,  # a text that changed is placed anew
    }
