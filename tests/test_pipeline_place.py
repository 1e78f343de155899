"""The stage that places: oldest first, one transaction an article, and the same result when it is replayed."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.judging.comparing import compare
from monitor.domain.judging.routing import signs_of
from monitor.domain.judging.storyline import Dossier
from monitor.domain.matching.gazetteer import Entity, TopicDefinition
from monitor.domain.matching.topic import compile_topic
from monitor.pipeline.match import match
from monitor.pipeline.place import Placer
from monitor.store import articles, listing, reviews
from monitor.store.dossiers import save_dossiers
from monitor.store.matches import _UNPLACED
from monitor.store.reviews import Given
from monitor.store.tables import developments, matches, placements, remembered
from monitor.wiring import build
from tests.page import settings_in

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)
END_OF_TIME = datetime(9999, 12, 30, tzinfo=UTC)
TOPIC = compile_topic(TopicDefinition(words=("nordhavn",)))
FIRST = (
    "A crane of the Nordhavn yard "
    "fell into the dock on Sunday and two "
    "workers were hurt, the port authority said. Damage is put at $14 million."
)
AGAIN = (
    "At the Nordhavn yard a crane fell on Sunday. Two workers were hurt, "
    "and the damage reaches 14 million dollars, says the port authority."
)
NEWS = "Lars Holm resigned on Tuesday as head of the port of Nordhavn. A court will hear him on 2 April; 31 million kroner are missing."


def save(db, number, title, text, after=timedelta()):
    at = NOON + after
    with db.begin() as tx:
        return articles.save(tx, Article(0, f"https://paper.example/{number}", title, text, "Paper", at, language="en", trust="press"))


def run(db, queue=None, **options):
    calls = []
    match(db, TOPIC, lambda: NOON)
    count = Placer(TOPIC).place(
        db, lambda: NOON, queue or (lambda _tx, article, _match, decision, _now: calls.append((article.id, decision))), **options
    )
    return count, calls


def rows(db, table, *columns):
    with db.begin() as tx:
        return [tuple(row) for row in tx.execute(sa.select(*columns).select_from(table).order_by(columns[0]))]


def test_matches_are_placed_oldest_first_and_queued_with_what_was_decided(db):
    save(db, 1, "Holm resigns", NEWS, timedelta(days=40))
    save(db, 2, "Crane down at Nordhavn", AGAIN, timedelta(hours=2))
    save(db, 3, "Crane falls at Nordhavn", FIRST)
    save(db, 4, "Rain", "Nothing of ours.")
    count, calls = run(db)
    assert count == 4
    assert [(article, decision.placement) for article, decision in calls if decision.placement != "none"] == [
        (3, "opening"),
        (2, "repeat"),
        (1, "opening"),
    ]
    assert all(decision.reasons for _, decision in calls)


def test_what_a_person_calls_old_is_not_told_again_by_those_who_retell_it(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    run(db)
    with db.begin() as tx:
        reviews.give(tx, Given(1, "not-new"), NOON)
    save(db, 2, "Crane down at Nordhavn", AGAIN, timedelta(hours=2))
    [(article, decision)] = run(db)[1]
    assert (article, decision.placement, decision.of) == (2, "repeat", 1)


def test_a_limit_is_kept_and_the_rest_waits(db):
    for n in range(4):
        save(db, n, f"Nordhavn story {n}", f"Nordhavn did thing {n}.", timedelta(hours=n))
    assert [run(db, limit=3)[0], run(db, limit=3)[0], run(db, limit=3)[0]] == [3, 1, 0]


def test_placement_development_memory_and_alert_are_kept_together_or_not_at_all(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)

    def fail(*_):
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        run(db, fail)
    assert [rows(db, table, sa.func.count()) for table in (placements, developments, remembered)] == [[(0,)]] * 3
    assert run(db)[0] == 1
    assert rows(db, placements, placements.c.article_id, placements.c.placement) == [(1, "opening")]


def test_what_is_off_the_topic_is_accounted_for(db):
    save(db, 1, "Rain", "Nothing of ours.")
    _, calls = run(db)
    assert [(decision.placement, decision.level) for _, decision in calls] == [("none", "none")]
    assert rows(db, placements, placements.c.held)[0][0].startswith("not on the topic")


def test_a_text_that_changed_is_placed_anew_under_its_own_development(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    run(db)
    before = rows(db, developments, developments.c.key)
    with db.begin() as tx:
        tx.execute(matches.update().values(placed_at=None))
    _, calls = run(db)
    assert calls[0][1].placement in ("opening", "development")
    assert rows(db, developments, developments.c.key) == before


def test_replaying_in_order_of_arrival_gives_the_same(tmp_path):
    from monitor.store import migrate
    from monitor.store.database import open_database

    told = []
    for name in ("one", "two"):
        db = open_database(f"sqlite:///{tmp_path / name}.db")
        migrate.upgrade(db)
        for n, (title, text) in enumerate([("Crane falls", FIRST), ("Crane down", AGAIN), ("Holm resigns", NEWS), ("Crane falls", FIRST)]):
            save(db, n, title, text, timedelta(hours=n))
            if name == "one":
                run(db)
        run(db)
        told.append(
            rows(db, placements, placements.c.article_id, placements.c.placement, placements.c.development_id, placements.c.of_article_id)
        )
        db.dispose()
    assert told[0] == told[1]


def test_an_article_that_cannot_be_judged_is_kept_and_named_and_holds_up_nobody(db, caplog):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    # A broken clock at the source: dates beside the last year that a date can have cannot be compared.
    with db.begin() as tx:
        broken = Article(
            0, "https://paper.example/2", "Crane", FIRST + " It opens on 3 May.", "Paper", END_OF_TIME, language="en", trust="press"
        )
        poison = articles.save(tx, broken)
    save(db, 3, "Holm resigns", NEWS, timedelta(days=1))
    count, calls = run(db)
    assert count == 3
    held = dict(rows(db, placements, placements.c.article_id, placements.c.held))
    assert held[poison].startswith("could not be judged: ")
    with db.begin() as tx:
        assert [row["id"] for row in listing.held(tx, reason="could not be judged")] == [poison]
    assert {article: decision.placement for article, decision in calls} == {1: "opening", poison: "none", 3: "development"}
    assert "could not judge" in caplog.text
    assert run(db)[0] == 0


def test_the_next_match_is_found_by_an_index_however_large_the_archive(sqlite):
    with sqlite.begin() as tx:
        plan = [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {_UNPLACED.compile(tx, compile_kwargs={'literal_binds': True})}")]
    assert not [step for step in plan if step.startswith("SCAN")], plan


YARD = compile_topic(TopicDefinition(entities=(Entity("yard", "organisation", "Nordhavn yard", ("Nordhavn",)),)))
UNNAMED = (
    "Two dockers hurt",
    "A crane fell into a dock on Sunday and two workers were hurt. The damage reaches 14 million dollars, officials say.",
)


def judged(db, topic=YARD):
    match(db, topic, lambda: NOON)
    Placer(topic).place(db, lambda: NOON, lambda *_: None)
    joined = matches.join(placements, placements.c.article_id == matches.c.article_id)
    return rows(db, joined, matches.c.article_id, matches.c.relevant, placements.c.placement)


def test_a_text_that_names_nothing_of_the_topic_is_known_by_what_it_retells(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    save(db, 2, *UNNAMED, timedelta(hours=3))
    save(db, 3, "Ferry late", "A ferry was an hour late on Sunday; two cars stayed ashore, the line said.", timedelta(hours=4))
    assert judged(db) == [(1, True, "opening"), (2, True, "repeat"), (3, False, "none")]
    with db.begin() as tx:
        [reasons] = tx.execute(sa.select(matches.c.reasons).where(matches.c.article_id == 2)).scalars()
    assert reasons[0] == "tells of the same happening as article 1 (Paper)"


def test_what_a_text_was_known_by_is_known_when_it_is_placed_anew(db, monkeypatch):
    known_by = []

    def listening(subject, near, around):
        known_by.append(subject.retells)
        return compare(subject, near, around)

    monkeypatch.setattr("monitor.pipeline.place.compare", listening)
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    save(db, 2, *UNNAMED, timedelta(hours=3))
    once = judged(db)
    with db.begin() as tx:
        tx.execute(matches.update().where(matches.c.article_id == 2).values(placed_at=None))
    assert judged(db) == once
    assert known_by == [None, 1, 1]


def test_an_equal_sum_of_another_matter_retells_nothing(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    save(db, 2, "Ущерб от града", "Крыши двух школ пробил град. Ущерб оценивают в 14 млн долларов, сообщили власти.", timedelta(hours=3))
    assert judged(db)[1] == (2, False, "none")


def test_what_bears_the_name_of_something_else_retells_nothing(db):
    choir = Entity("choir", "namesake", "Nordhavn choir", ("Nordhavn choir",), "negative", shadows=("yard",))
    topic = compile_topic(TopicDefinition(entities=(*YARD.definition.entities, choir)))
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    save(db, 2, "Nordhavn choir sings for the hurt", UNNAMED[1], timedelta(hours=3))
    save(db, 3, "Nordhavn sings for the hurt", f"The Nordhavn choir sang. {UNNAMED[1]}", timedelta(hours=4))
    assert judged(db, topic)[1:] == [(2, False, "none"), (3, False, "none")]


def test_a_correction_that_names_nothing_is_known_by_what_it_corrects_however_late(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    text = "We wrote that two workers were hurt when a crane fell into a dock on Sunday. One was; the damage is $14 million. We apologise."
    save(db, 2, "Correction: one docker hurt", text, timedelta(days=20))
    assert judged(db)[1] == (2, True, "development")


def test_a_retelling_is_not_known_by_its_words_long_afterwards(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    save(db, 2, "Crane falls in harbour", "A crane fell into a dock and a worker was hurt.", timedelta(days=60))
    assert judged(db)[1] == (2, False, "none")


def test_what_the_dossiers_say_is_made_ready_once_and_anew_when_one_changes(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(
        "monitor.pipeline.place.signs_of", lambda dossiers: made.append([one.title for one in dossiers]) or signs_of(dossiers)
    )
    with build(settings_in(tmp_path)) as monitor:
        for number, title in enumerate(("Cranes of 2026", "Cranes of 2026", "Cranes of 2027")):
            with monitor.db.begin() as tx:
                save_dossiers(tx, [Dossier("cranes", title)], NOON)
            save(monitor.db, number, "Acmecorp opens", "Acmecorp opened a yard.", timedelta(days=number))
            monitor.match()
            assert monitor.place() == 1
    assert made == [["Cranes of 2026"], ["Cranes of 2027"]]


def test_what_a_person_called_not_relevant_is_not_recognised_again(db):
    save(db, 1, "Crane falls at Nordhavn", FIRST)
    article = save(db, 2, *UNNAMED, timedelta(hours=3))
    judged(db)
    with db.begin() as tx:
        reviews.give(tx, Given(article, "not-relevant"), NOON)
        tx.execute(placements.delete().where(placements.c.article_id == article))
        tx.execute(matches.update().where(matches.c.article_id == article).values(relevant=False, placed_at=None))
    assert judged(db)[1] == (2, False, "none")
