"""The memory: what was told is found again, by words, facts, and runs of words."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.article import Article
from monitor.domain.facts import read
from monitor.store import articles, memory

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)


def keep(tx, number, title, text, language="en", at=NOON):
    article = articles.save(tx, Article(0, f"https://a.example/{number}", title, text, "Paper", at, language=language))
    reading = read(title, text, language, at.date())
    memory.remember(tx, article, at, "Paper", reading, None, None, True)
    return article


def near(tx, title, text, language="en", at=NOON):
    reading = read(title, text, language, at.date())
    features = memory.features_of(reading)
    return memory.near(tx, features, memory.rarity(tx, features), at, ())


def test_an_article_is_found_by_a_sum_in_another_language(db):
    with db.begin() as tx:
        sought = keep(
            tx, 1, "Bridge to cost $412 million", "The bridge will cost $412 million, the mayor said.", at=NOON - timedelta(days=900)
        )
        for n in range(2, 30):
            keep(tx, n, f"Story {n}", f"Nothing about rivers in report {n}.", at=NOON - timedelta(days=800))
        assert sought in near(tx, "Мост", "Мост обойдётся в 412 млн долларов.", "ru")


def test_an_article_of_the_last_days_is_found_whatever_it_says(db):
    with db.begin() as tx:
        sought = keep(tx, 1, "Quite other words", "Here.", at=NOON - timedelta(hours=5))
        old = keep(tx, 2, "Unlike anything", "There.", at=NOON - timedelta(days=50))
        found = near(tx, "Мост", "Новое.", "ru")
    assert sought in found
    assert old not in found


def test_a_copy_is_found_by_its_runs_of_words(db):
    text = "The committee wrote to the office about crates and cables that had been left in the great hall of the old station last night."
    with db.begin() as tx:
        sought = keep(tx, 1, "Crates", text)
        keep(tx, 2, "Sheep", "A farmer sold his sheep at the market of the village and bought coal for the winter with the money.")
        assert memory.twins(tx, read("Other headline", text, "en", NOON.date())) == [sought]


def test_what_stands_everywhere_is_common_and_what_is_new_is_rare(db):
    with db.begin() as tx:
        for n in range(20):
            keep(tx, n, f"Pump {n}", f"The pump was painted by worker{n}.")
        rare = memory.rarity(tx, ["w:en:pump", "w:en:worker3", "w:en:unheard"])
    assert rare["w:en:pump"] < rare["w:en:worker3"] <= rare["w:en:unheard"] == 1.0


def test_remembering_twice_does_no_harm(db):
    with db.begin() as tx:
        article = keep(tx, 1, "Bridge to cost $412 million", "It will cost $412 million.")
        before = memory.rarity(tx, ["w:en:bridg"])
        memory.remember(tx, article, NOON, "Paper", read("Bridge", "It will cost $9 million.", "en", date(2024, 3, 10)), None, None, True)
        assert memory.rarity(tx, ["w:en:bridg"]) == before
        assert [n.article for n in memory.load(tx, [article])] == [article]


@pytest.mark.parametrize("articles_kept", [50, 400])
def test_lookups_use_indexes_however_much_is_remembered(db, articles_kept):
    with db.begin() as tx:
        for n in range(articles_kept // 50):
            keep(tx, n, f"Pump {n}", "The pump was painted.")
        for query in (memory._POSTED, memory._RECENT, memory._HEADS):
            compiled = query.compile(dialect=sa.dialects.sqlite.dialect(), compile_kwargs={"render_postcompile": True})
            values = {"hash": 1, "since": "2024-01-01", "slug": "a"}
            wanted = [values.get(name, 10) for name in compiled.positiontup or ()]
            plan = tx.exec_driver_sql("EXPLAIN QUERY PLAN " + str(compiled), tuple(wanted)).fetchall()
            assert not any(row[3].startswith("SCAN") for row in plan), plan
