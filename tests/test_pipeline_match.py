"""The stage that matches: every new article once, its language found, near misses kept with their reasons."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.matching.gazetteer import TopicDefinition
from monitor.domain.matching.topic import Topic, compile_topic
from monitor.pipeline.match import match
from monitor.settings.topic import TopicFile, to_definition
from monitor.store import articles, tables

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def topic() -> Topic:
    return compile_topic(to_definition(TopicFile(gazetteer="gazetteer.yaml"), Path(__file__).parents[1] / "config"))


def keep(db: sa.Engine, title: str, text: str, language: str | None = None) -> int:
    article = Article(0, f"https://example.org/{hash(title)}", title, text, "Example", NOON, language=language)
    with db.begin() as tx:
        return articles.save(tx, article)


def rows(db: sa.Engine) -> list[sa.Row[tuple[object, ...]]]:
    joined = sa.select(tables.articles.c.language, tables.articles.c.matched_at, tables.matches).join(tables.matches)
    with db.begin() as tx:
        return list(tx.execute(joined.order_by(tables.articles.c.id)))


def test_every_new_article_is_matched_once(db: sa.Engine, topic: Topic) -> None:
    keep(db, "Байқоңырдан зымыран ұшырылды", "Жүк кемесі станцияға екі күннен кейін жетеді.", "ru")
    keep(db, "Zenit win again", "The football club beat Ufa 2-0.", None)
    assert match(db, topic, lambda: NOON) == 2
    assert [(row.relevant, row.language, row.matched_at) for row in rows(db)] == [(True, "kk", NOON), (False, "en", NOON)]
    assert match(db, topic, lambda: NOON) == 0


def test_a_near_miss_keeps_its_reasons(db: sa.Engine, topic: Topic) -> None:
    keep(db, "Baiterek sells bonds", "The Baiterek holding placed notes in Astana.")
    match(db, topic, lambda: NOON)
    [row] = rows(db)
    assert row.relevant is False
    assert row.reasons


def test_no_more_than_the_limit_is_matched_at_once(db: sa.Engine) -> None:
    topic = compile_topic(TopicDefinition(words=("acmecorp",)))
    for number in range(3):
        keep(db, f"acmecorp {number}", "")
    assert [match(db, topic, lambda: NOON, limit=2) for _ in range(3)] == [2, 1, 0]


def test_a_text_that_trips_the_matcher_stops_no_other(db: sa.Engine, topic: Topic) -> None:
    # A definition that names what is not there, as no settings file can: the first article trips over it.
    broken = replace(topic, gazetteer=replace(topic.gazetteer, entities={}))
    keep(db, "Baikonur", "")
    keep(db, "Bread", "")
    assert match(db, broken, lambda: NOON) == 2
    first, second = rows(db)
    assert first.relevant is False
    assert "could not be judged: KeyError" in str(first.reasons)
    assert second.reasons == ["nothing of the topic is named in its own sense"]
