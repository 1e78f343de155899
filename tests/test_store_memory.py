"""The memory: what was told is found again, by words, facts, and runs of words."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import read
from monitor.domain.judging.storyline import Dossier
from monitor.store import articles, memory
from monitor.store.dossiers import save_dossiers
from monitor.store.tables import facts, shingles
from monitor.store.tables import storylines as lines

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)


def keep(tx, number, title, text, language="en", at=NOON, seed=None):
    article = articles.save(tx, Article(0, f"https://a.example/{number}", title, text, "Paper", at, language=language, seed=seed))
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


def test_a_seed_is_found_however_much_was_written_of_the_same_since(db):
    title, text = "Bridge to cost $412 million", "The bridge will cost $412 million, the mayor said."
    with db.begin() as tx:
        seed = keep(tx, 0, title, text, at=NOON - timedelta(days=4000), seed="bridge")
        first = keep(tx, 1, title, text, at=NOON - timedelta(days=3999))
        for n in range(2, memory.PER_TERM + 9):
            keep(tx, n, f"{title} {n}", text, at=NOON - timedelta(days=900 - n))
        found = near(tx, title, text)
        given = [neighbour.article for neighbour in memory.load(tx, found) if neighbour.given]
    assert given == [seed]
    assert first not in found


def test_a_copy_is_found_by_its_runs_of_words(db):
    text = "The committee wrote to the office about crates and cables that had been left in the great hall of the old station last night."
    with db.begin() as tx:
        sought = keep(tx, 1, "Crates", text)
        keep(tx, 2, "Sheep", "A farmer sold his sheep at the market of the village and bought coal for the winter with the money.")
        assert memory.twins(tx, read("Other headline", text, "en", NOON.date())) == [sought]


def test_a_copy_is_found_among_many_texts_with_the_same_paragraph_around_the_news(db):
    around = "Our paper is written by people who live here and pay for it themselves, so please tell your friends and neighbours of it."
    news = "The committee wrote to the office about crates and cables that had been left in the great hall of the old station last night."
    with db.begin() as tx:
        sought = keep(tx, 0, "Crates", f"{around}\n\n{news}")
        for n in range(1, memory.PER_RUN + 6):
            keep(tx, n, f"Sheep {n}", f"{around}\n\nFarmer{n} sold{n} sheep{n} at{n} village{n} and{n} bought{n} coal{n} for{n} winter{n}.")
        reading = read("Other headline", f"{around}\n\n{news}", "en", NOON.date())
        most = tx.execute(sa.select(sa.func.max(sa.func.count()).over()).select_from(shingles).group_by(shingles.c.hash)).scalar()
        found = memory.twins(tx, reading)
    assert most > memory.PER_RUN
    assert found[0] == sought


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
def test_lookups_use_indexes_however_much_is_remembered(sqlite, articles_kept):
    with sqlite.begin() as tx:
        for n in range(articles_kept // 50):
            keep(tx, n, f"Pump {n}", "The pump was painted.")
        for query in (memory._POSTED, memory._SHARING, memory._COUNTED, memory._RECENT, memory._HEADS["sqlite"].params(slugs=["a"])):
            compiled = query.compile(dialect=sa.dialects.sqlite.dialect(), compile_kwargs={"render_postcompile": True})
            values = {"hashes": "[1, 2]", "since": "2024-01-01", "slugs_1": "a"}
            wanted = [values.get(name, 10) for name in compiled.positiontup or ()]
            plan = tx.exec_driver_sql("EXPLAIN QUERY PLAN " + str(compiled), tuple(wanted)).fetchall()
            assert not any(row[3].startswith("SCAN") for row in plan if "SCAN asked" not in row[3]), plan  # `asked` is what is looked for


def test_of_a_long_list_only_the_newest_are_compared(db):
    with db.begin() as tx:
        ids = [
            keep(tx, n, f"Pump {n}", "Anna Petrova painted the pump.", at=NOON - timedelta(days=100 - n))
            for n in range(memory.PER_TERM + 6)
        ]
        found = {article for _, article in tx.execute(memory._POSTED, {"hashes": f"[{memory.hash_of('w:en:pump')}, 7]"})}
    assert found == set(ids[-memory.PER_TERM :])


MANY = 300  # tellings of one fact: what stands in the background of every article


def tell(tx, storyline, day, sum_told):
    reading = read("Bridge", f"The bridge will cost ${sum_told} million.", "en", day.date())
    memory.know(tx, storyline, reading, day, f"Paper of {day:%j}", None)


def bridge(tx):
    save_dossiers(tx, [Dossier("bridge", "The bridge"), Dossier("ferry", "The ferry")], NOON)
    return tx.execute(sa.select(lines.c.id).where(lines.c.slug == "bridge")).scalar_one()


def test_the_newest_tellings_of_a_fact_are_known_with_their_tellers_however_often_it_was_told(db):
    told = read("Bridge", "The bridge will cost $412 million.", "en", NOON.date())
    days = [NOON - timedelta(days=(day * 7) % 80) for day in range(80)]
    with db.begin() as tx:
        storyline = bridge(tx)
        tellers = {keep(tx, n, f"Bridge {n}", f"Report {n}.", at=day): day for n, day in enumerate(days)}
        for article, day in tellers.items():
            memory.know(tx, storyline, told, day, f"Paper of {day:%j}", article)
        found = memory.known(tx, told, ["bridge", "ferry"])
        elsewhere = memory.known(tx, told, ["ferry"])
    assert elsewhere == []
    assert {one.storyline for one in found} == {"bridge"}
    assert all((one.at, one.source) == (tellers[one.article], f"Paper of {one.at:%j}") for one in found)
    newest = sorted(days, reverse=True)[: len(found)]
    assert [one.at for one in found] == newest
    assert len(found) == memory.KNOWN_BEFORE // len(told.facts[0].keys), "a fact has a row for each of its keys"


@pytest.mark.parametrize("many", ["key", "slot"])
def test_the_newest_of_many_values_are_what_sorting_all_tellings_gives(db, many):
    values = [412, 31, 9]
    column, lookup, limit, of_a_value = {
        "key": (facts.c.key, memory._EQUAL, memory.KNOWN, memory.KNOWN_OF_A_KEY),
        "slot": (facts.c.slot, memory._BEFORE, memory.KNOWN_BEFORE, memory.KNOWN_BEFORE),
    }[many]
    with db.begin() as tx:
        storyline = bridge(tx)
        for day in range(MANY):
            tell(tx, storyline, NOON - timedelta(days=(day * 7) % 50), values[day % 7 % 3])
        wanted = sorted(tx.execute(sa.select(column).distinct()).scalars())
        newest = facts.c.at.desc(), facts.c.id.desc()
        rank = sa.func.row_number().over(partition_by=column, order_by=newest).label("rank")
        every = sa.select(facts.c.text, facts.c.at, facts.c.source, facts.c.id, rank).where(column.in_(wanted)).subquery()
        chosen = sa.select(every.c.text, every.c.at, every.c.source).where(every.c.rank <= of_a_value)
        sorted_out = tx.execute(chosen.order_by(every.c.at.desc(), every.c.id.desc()).limit(limit)).all()
        found = tx.execute(lookup[tx.dialect.name], {"slugs": ["bridge"], "values": json.dumps(wanted)}).all()
    assert len(found) == min(limit, of_a_value * len(wanted))
    assert [(row.text, row.at, row.source) for row in found] == [tuple(row) for row in sorted_out]


@pytest.mark.parametrize("lookup", [memory._EQUAL, memory._BEFORE], ids=["equal values", "other values of a slot"])
def test_tellings_are_read_in_the_order_of_the_index_and_never_all_sorted(sqlite, lookup):
    with sqlite.begin() as tx:
        compiled = (
            lookup["sqlite"].params(slugs=["a", "b"], values="[]").compile(dialect=tx.dialect, compile_kwargs={"render_postcompile": True})
        )
        values = [{"values": "[]"}.get(name, 1) for name in compiled.positiontup or ()]
        plan = tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", tuple(values)).fetchall()
    told = next(row for row in plan if " told " in row[3])
    assert "COVERING INDEX" in told[3]
    assert not any(row[1] == told[1] and "TEMP B-TREE" in row[3] for row in plan), "the tellings of a value are not sorted"
    assert [row[3] for row in plan if row[3].startswith("SCAN")] == ["SCAN asked VIRTUAL TABLE INDEX 1:"], "the values asked for"
