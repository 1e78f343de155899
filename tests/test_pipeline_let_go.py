"""Texts are let go of when the settings say so; what was decided and what can be found stay."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.search.query import parse
from monitor.domain.search.snippet import plain_text
from monitor.pipeline import let_go
from monitor.store import articles, retention, search, search_index
from monitor.store.tables import articles as table
from monitor.store.tables import developments, entries, feeds, placements, versions
from tests.alerts import ARTICLE, NOON
from tests.archive import place

KEEP, DAY = timedelta(days=400), timedelta(days=1)
LATER = NOON + KEEP + DAY


def keep(tx: sa.Connection, name: str, *, told_first: bool = False, **changes: object) -> int:
    """Keep a placed article; unless it told its development first, it is one of those that repeat it."""
    told, _ = place(tx, name, article=replace(ARTICLE, text=f"The {name} rocket waits.", **changes))  # type: ignore[arg-type]
    if not told_first:
        tx.execute(sa.update(developments).where(developments.c.article_id == told.id).values(article_id=None))
    return told.id


def let_all_go(db: sa.Engine, now: datetime, kept: timedelta | None = KEEP) -> int:
    gone = 0
    while count := let_go.let_go(db, kept, lambda: now):
        gone += count
    return gone


def texts(tx: sa.Connection) -> dict[int, str]:
    return {row.id: row.text for row in tx.execute(sa.select(table.c.id, table.c.text))}


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        pytest.param({}, False, id="a repeat"),
        pytest.param({"told_first": True}, True, id="it told a development first"),
        pytest.param({"seed": "s1"}, True, id="a seed"),
    ],
)
def test_old_texts_are_let_go_of(db, changes, stays):
    with db.begin() as tx:
        article = keep(tx, "red", **changes)
    assert let_all_go(db, LATER) == (0 if stays else 1)
    with db.begin() as tx:
        assert bool(texts(tx)[article]) is stays
        assert (articles.find(tx, article).emptied is None) is stays


def test_young_texts_stay_and_so_do_all_where_they_are_kept_forever(db):
    with db.begin() as tx:
        keep(tx, "red")
    assert let_all_go(db, NOON + KEEP - DAY) == 0
    assert let_all_go(db, LATER, None) == 0


def test_what_is_not_judged_yet_keeps_its_text_until_it_is(db):
    with db.begin() as tx:
        article = keep(tx, "red")
        placed = tx.execute(sa.delete(placements).returning(*placements.c)).one()
    assert let_all_go(db, LATER) == 0
    with db.begin() as tx:
        tx.execute(sa.insert(placements).values(**placed._mapping))
    assert let_all_go(db, LATER + DAY) == 1
    with db.begin() as tx:
        assert texts(tx) == {article: ""}


def test_versions_and_the_feeds_own_words_go_along(db):
    with db.begin() as tx:
        article = keep(tx, "red")
        kept = articles.find(tx, article)
        articles.save(tx, replace(kept, text="The red rocket flew.", first_seen=NOON))
        feed = tx.execute(sa.insert(feeds).values(url="u", name="f", settings={}, due_at=NOON).returning(feeds.c.id)).scalar_one()
        words = {"title": "t", "summary": "s", "content": "c", "first_seen_at": NOON, "due_at": NOON}
        tx.execute(sa.insert(entries).values(feed_id=feed, article_id=article, **words))
    let_all_go(db, LATER)
    with db.begin() as tx:
        assert tx.execute(sa.select(versions.c.text)).scalars().all() == [""]
        assert tx.execute(sa.select(entries.c.title, entries.c.summary, entries.c.content)).all() == [("t", "", "")]


def test_what_was_let_go_of_is_known_again_and_found_by_its_words(db):
    with db.begin() as tx:
        article = keep(tx, "scarlet")
        before = articles.find(tx, article)
        tx.execute(sa.update(placements).values(novelties=[{"text": "it waits", "quote": "The scarlet rocket waits."}]))
    let_all_go(db, LATER)
    with db.begin() as tx:
        assert articles.save(tx, before) == article
        assert texts(tx) == {article: ""}
        assert articles.earlier_versions(tx, article) == []
        search_index.rebuild(tx)
        (hit,) = search.search(tx, parse("scarlet rockets", LATER.date()), LATER.date()).hits
    assert hit.article["id"] == article
    assert plain_text(hit.passage, "[", "]") == "The [scarlet] [rocket] waits."


def test_a_text_that_changed_later_is_kept_anew(db):
    with db.begin() as tx:
        article = keep(tx, "red")
        before = articles.find(tx, article)
    let_all_go(db, LATER)
    with db.begin() as tx:
        articles.save(tx, replace(before, text="The red rocket flew at last.", first_seen=LATER))
        assert articles.find(tx, article).emptied is None
        assert texts(tx) == {article: "The red rocket flew at last."}


def test_it_is_done_once_a_day_in_small_steps(db, monkeypatch):
    monkeypatch.setattr(let_go, "AT_A_TIME", 2)
    with db.begin() as tx:
        for name in ("red", "blue", "green"):
            keep(tx, name)
    assert [let_go.let_go(db, KEEP, lambda: LATER) for _ in range(3)] == [2, 1, 0]
    with db.begin() as tx:
        keep(tx, "black")
    assert let_go.let_go(db, KEEP, lambda: LATER + DAY / 2) == 0
    assert let_go.let_go(db, KEEP, lambda: LATER + DAY) == 1


def test_size_and_growth_are_told(db):
    let_all_go(db, NOON)
    with db.begin() as tx:
        first = retention.growth(tx, NOON)
        for number in range(30):
            keep(tx, f"rocket {number}")
        noted = retention.growth(tx, NOON + 10 * DAY)
    assert first["bytes"] > 0
    assert (first["bytes_a_day"], first["articles_a_day"], first["texts_let_go"]) == (None, 0, 0)
    assert noted["bytes_a_day"] == (noted["bytes"] - first["bytes"]) // 10
    assert noted["articles_a_day"] == 1
