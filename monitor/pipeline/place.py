"""Place new matches, oldest first: gather what is near, decide, and keep decision, memory and alert together."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from monitor.domain.article import Article
from monitor.domain.facts import Reading, read
from monitor.domain.placing import Subject, Twin, place as decide
from monitor.domain.routing import fit
from monitor.domain.storyline import Decision, Route, Rules
from monitor.domain.topic import Match, Topic
from monitor.store import memory, storylines
from monitor.store.articles import article_of, find
from monitor.store.tables import articles, matches

log = logging.getLogger(__name__)

Queue = Callable[[sa.Connection, Article, Match, Decision, datetime], None]
_LIKELY = 3  # storylines whose newest developments are compared in any case


def place(db: sa.Engine, topic: Topic, now: Callable[[], datetime], queue: Queue, *, limit: int = 100, rules: Rules | None = None) -> int:
    """Place up to `limit` matches, oldest first, and say how many there were."""
    placed = 0
    while placed < limit:
        # Choosing and placing are one transaction: it takes the database's only writer, so two workers cannot open two storylines for one happening.
        with db.begin() as tx:
            take_turn(tx)
            found = _oldest(tx)
            if found is None:
                break
            article, match = found
            decision = place_one(tx, topic, article, match, now(), rules or Rules())
            queue(tx, article, match, decision, now())
        log.info("placed article=%d as=%s storyline=%s level=%s", article.id, decision.placement, decision.storyline, decision.level)
        placed += 1
    return placed


def take_turn(tx: sa.Connection) -> None:
    """Let one placer work at a time; SQLite's BEGIN IMMEDIATE has seen to it already."""
    if tx.dialect.name == "postgresql":
        tx.execute(sa.text("SELECT pg_advisory_xact_lock(7033001)"))


def _oldest(tx: sa.Connection) -> tuple[Article, Match] | None:
    published = sa.func.coalesce(articles.c.stated_at, articles.c.feed_at, articles.c.first_seen_at)
    moment = sa.case((published < articles.c.first_seen_at, published), else_=articles.c.first_seen_at)
    query = sa.select(articles, matches.c.relevant, matches.c.score, matches.c.reasons, matches.c.entities).join(matches)
    row = tx.execute(query.where(matches.c.placed_at.is_(None)).order_by(moment, articles.c.id).limit(1)).first()
    if row is None:
        return None
    return article_of(row), Match(row.relevant, row.score, tuple(row.reasons), tuple(row.entities), ())


def place_one(tx: sa.Connection, topic: Topic, article: Article, match: Match, now: datetime, rules: Rules) -> Decision:
    """Place one match, and keep what was decided."""
    if match.relevant:
        reading = storylines.read_article(article, match)
        decision = _decide(tx, topic, article, reading, rules)
    else:
        reading, decision = None, _off_topic(match)
    kept = storylines.save_placement(tx, article, decision, reading, now)
    tx.execute(matches.update().where(matches.c.article_id == article.id).values(placed_at=now))
    return kept


def _off_topic(match: Match) -> Decision:
    why = match.reasons[0] if match.reasons else "nothing of the topic is named"
    return Decision("none", "none", reasons=match.reasons, held=f"not on the topic: {why}")


def _decide(tx: sa.Connection, topic: Topic, article: Article, reading: Reading, rules: Rules) -> Decision:
    subject = Subject(reading, article.published, article.trust, topic.alert_on == "matches")
    features = memory.features_of(reading)
    rare = memory.rarity(tx, features)
    described = storylines.routes(tx)
    likely = _likely(reading, described)
    near = memory.load(tx, [other for other in memory.near(tx, features, rare, article.published, likely) if other != article.id])
    twins = _twins(tx, article, reading)
    slugs = list(dict.fromkeys([*likely, *(n.storyline for n in near[:8] if n.storyline)]))
    return decide(subject, near, twins, described, memory.known(tx, reading, slugs), rare, rules)


def _likely(reading: Reading, described: tuple[Route, ...]) -> list[str]:
    return [route.slug for route in sorted(described, key=lambda route: -fit(reading, route))[:_LIKELY]]


def _twins(tx: sa.Connection, article: Article, reading: Reading) -> list[Twin]:
    """Read again, with their sentences, the articles that share runs of words."""
    found: list[Twin] = []
    for neighbour in memory.load(tx, [other for other in memory.twins(tx, reading) if other != article.id]):
        other = find(tx, neighbour.article)
        if other:
            again = read(other.title, other.text, other.language, other.published.date(), {})
            found.append(Twin(replace(neighbour), again))
    return found
