"""Storylines in the archive: dossiers, seeds, keys of developments, and what an alert says of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import read
from monitor.domain.judging.storyline import Decision, Dossier, Novelty, PastDevelopment
from monitor.domain.matching.topic import Match
from monitor.store import articles, memory, storylines
from monitor.store.dossiers import every_dossier, is_opened, save_dossiers, save_seed_placement

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)
YARD = Dossier(
    "yard",
    "The yard and its cranes",
    seeds=("s1",),
    background="An old yard.",
    key_entities=("yard",),
    alert_on=("a crash",),
    chronology=(
        PastDevelopment(date(2019, 5, 6), "Yard sold for $31 million", "https://paper.example/sold"),
        PastDevelopment(date(2021, 1, 2), "New owner"),
    ),
)
MATCH = Match(True, 1.0, ("yard in the title",), ("yard",), ())


def article(tx, number, title="Crane falls", at=NOON, seed=None):
    text = f"{title} in dock {number}."
    saved = articles.save(tx, Article(0, f"https://paper.example/{number}", title, text, "Paper", at, language="en", seed=seed))
    found = articles.find(tx, saved)
    assert found is not None
    return found


def save(tx, one, decision):
    return storylines.save_placement(tx, one, decision, read(one.title, one.text, "en", one.published.date()), NOON)


@pytest.fixture
def tx(db):
    with db.begin() as tx:
        save_dossiers(tx, [YARD], NOON)
        yield tx


def test_a_dossier_brings_its_past_developments(tx):
    told = storylines.storyline(tx, "yard")
    assert [(d["summary"], d["known_at"].year) for d in told["developments"]] == [("Yard sold for $31 million", 2019), ("New owner", 2021)]
    known = memory.known(tx, read("Sold", "It went for 31 million dollars.", "en", NOON.date()), ["yard"])
    assert [k.source for k in known] == ["https://paper.example/sold"]


def test_taking_a_dossier_in_twice_changes_nothing_and_a_new_entry_is_added(tx):
    save_dossiers(tx, [YARD], NOON)
    assert len(storylines.storyline(tx, "yard")["developments"]) == 2
    save_dossiers(tx, [replace(YARD, chronology=(*YARD.chronology, PastDevelopment(date(2022, 3, 4), "Strike")))], NOON)
    assert [d["summary"] for d in storylines.storyline(tx, "yard")["developments"]][-1] == "Strike"
    assert every_dossier(tx)[0].chronology[-1] == PastDevelopment(date(2022, 3, 4), "Strike")


def test_developments_of_a_day_are_numbered(tx):
    keys = [save(tx, article(tx, n), Decision("development", "push", "yard")).development for n in (1, 2)]
    assert keys == ["yard#2024-03-10-1", "yard#2024-03-10-2"]


def test_keys_are_read_by_ranges_of_bytes_whatever_the_server_sorts_by(postgresql):
    with postgresql.begin() as tx:
        sorted_by = sa.text(
            "SELECT collation_name FROM information_schema.columns WHERE table_name = 'developments' AND column_name = 'key'"
        )
        assert tx.execute(sorted_by).scalar() == "C"


def test_placing_the_same_article_anew_keeps_its_development(tx):
    one = article(tx, 1)
    first = save(tx, one, Decision("development", "push", "yard"))
    assert save(tx, one, Decision("development", "digest", "yard")).development == first.development


def test_a_repeat_hangs_on_the_development_that_it_retells(tx):
    first = save(tx, article(tx, 1), Decision("development", "push", "yard"))
    save(tx, article(tx, 2), Decision("repeat", "store", "yard", development=first.development, of=1, held="nothing new"))
    told = storylines.storyline(tx, "yard")["developments"][-1]
    assert [(a["placement"], a["id"]) for a in told["articles"]] == [("development", 1), ("repeat", 2)]


def test_a_development_without_a_storyline_opens_one_named_after_its_title(tx):
    kept = save(tx, article(tx, 7, "Ferry sinks!"), Decision("opening", "push", None, storyline_title="Ferry sinks!"))
    assert kept.storyline == "ferry-sinks-1"
    assert {row["slug"] for row in storylines.list_storylines(tx)} == {"yard", "ferry-sinks-1"}


def test_a_seed_opens_its_storyline_and_never_alerts(tx):
    assert not is_opened(tx, YARD)
    seed = article(tx, 1, seed="s1", at=NOON - timedelta(days=4000))
    key = save_seed_placement(tx, seed, MATCH, None, NOON)
    assert key is not None
    assert key.startswith("yard#2013-")
    assert is_opened(tx, YARD)
    assert save_seed_placement(tx, seed, MATCH, None, NOON) is None
    assert storylines.is_remembered(tx, seed.id)


def test_an_alert_is_told_where_the_storyline_stood_before(tx):
    seed = article(tx, 1, "How it began", at=NOON - timedelta(days=4000), seed="s1")
    save_seed_placement(tx, seed, MATCH, "yard", NOON)
    new = article(tx, 2)
    first = save(tx, new, Decision("development", "push", "yard", novelties=(Novelty("event", "Crane falls", "Crane falls."),)))
    save(
        tx,
        article(tx, 3, "Crane down", at=NOON + timedelta(hours=1)),
        Decision("repeat", "store", "yard", development=first.development, of=new.id),
    )
    context = storylines.storyline_context(tx, "yard", new.id)
    assert (context.last_summary, context.last_moved) == ("New owner", datetime(2021, 1, 2, 6, tzinfo=UTC))
    assert (context.seed_title, context.seed_slug) == ("How it began", "s1")
    assert [teller.url for teller in context.tellers] == ["https://paper.example/2", "https://paper.example/3"]


def test_what_is_no_storyline_is_told_as_none(tx):
    assert storylines.storyline(tx, "nothing") is None
