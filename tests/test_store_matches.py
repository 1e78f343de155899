"""What matching said is kept once, for the text that it was said of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.matching.topic import Match, Mention
from monitor.store import articles, matches, tables

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
GOOD = Match(True, 0.85, ("Baikonur in the title",), ("baikonur_cosmodrome", "roscosmos"), ())
BAD = Match(False, 0.0, ("nothing of the topic is named",), (), ())


def keep(db: sa.Engine, number: int = 1, **changes: object) -> Article:
    article = Article(0, f"https://example.org/{number}", f"Title {number}", "Text.", "Example", NOON)
    article = replace(article, **changes)  # type: ignore[arg-type]
    with db.begin() as tx:
        return replace(article, id=articles.save(tx, article))


def row(db: sa.Engine, article: Article) -> sa.Row[tuple[object, ...]]:
    with db.begin() as tx:
        return tx.execute(sa.select(tables.matches).where(tables.matches.c.article_id == article.id)).one()


def test_articles_wait_for_matching_the_oldest_first(db: sa.Engine) -> None:
    kept = [keep(db, number) for number in (1, 2, 3)]
    with db.begin() as tx:
        assert [article.id for article in matches.unmatched(tx, 2)] == [kept[0].id, kept[1].id]


def test_a_match_is_kept_with_its_reasons(db: sa.Engine) -> None:
    article = keep(db)
    with db.begin() as tx:
        assert matches.save_match(tx, article, GOOD, NOON, "kk")
        assert matches.unmatched(tx, 10) == []
        found = articles.find(tx, article.id)
    assert found is not None
    assert found.language == "kk"
    saved = row(db, article)
    assert (saved.relevant, saved.score, saved.placed_at, saved.matched_at) == (True, 0.85, None, NOON)
    assert (saved.reasons, saved.entities) == (["Baikonur in the title"], ["baikonur_cosmodrome", "roscosmos"])


def test_a_match_is_read_back_with_the_sentences_that_show_the_topic(db: sa.Engine) -> None:
    shown = replace(GOOD, mentions=(Mention("roscosmos", "", 0, 0, "body", 4),), shown=(2, 5))
    article = keep(db)
    with db.begin() as tx:
        matches.save_match(tx, article, shown, NOON)
    assert matches.match_of(row(db, article)) == shown


def test_what_is_off_topic_is_kept_as_well(db: sa.Engine) -> None:
    article = keep(db)
    with db.begin() as tx:
        matches.save_match(tx, article, BAD, NOON)
    assert row(db, article).relevant is False


def test_of_two_workers_the_first_decides(db: sa.Engine) -> None:
    article = keep(db)
    with db.begin() as tx:
        assert matches.save_match(tx, article, GOOD, NOON)
        assert not matches.save_match(tx, article, BAD, NOON + timedelta(minutes=1))
    assert row(db, article).relevant is True


def test_a_text_that_changed_meanwhile_is_matched_again(db: sa.Engine) -> None:
    article = keep(db)
    keep(db, text="A longer text.")
    with db.begin() as tx:
        assert not matches.save_match(tx, article, GOOD, NOON)
        assert [waiting.text for waiting in matches.unmatched(tx, 10)] == ["A longer text."]


def test_a_new_version_of_an_irrelevant_article_replaces_its_match(db: sa.Engine) -> None:
    article = keep(db)
    with db.begin() as tx:
        matches.save_match(tx, article, BAD, NOON)
    changed = keep(db, text="Now about Baikonur.")
    with db.begin() as tx:
        assert matches.save_match(tx, changed, GOOD, NOON + timedelta(hours=1))
    assert row(db, article).relevant is True
