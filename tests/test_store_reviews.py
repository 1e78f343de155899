"""Reviews in the archive: what each verdict changes, what stays as it was, and that undoing puts everything back."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import read
from monitor.domain.judging.review import Adjustment
from monitor.domain.judging.storyline import Decision, Dossier, PastDevelopment, Rules
from monitor.domain.matching.gazetteer import TopicDefinition
from monitor.domain.matching.topic import Match, compile_topic
from monitor.pipeline.match import match
from monitor.pipeline.place import Placer
from monitor.store import articles, matches, memory, reviews, storylines
from monitor.store.dossiers import save_dossiers
from monitor.store.listing import explain
from monitor.store.reviews import Given, Refused, Tuning
from monitor.store.tables import articles as shelved
from monitor.store.tables import (
    developments,
    facts,
    metadata,
    placements,
    postings,
    remembered,
    shingles,
    terms,
)
from monitor.store.tables import matches as matched
from monitor.store.tables import reviews as log
from monitor.store.tables import storylines as lines
from tests.archive import outdated

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=1)
YARD = Dossier("yard", "The yard", chronology=(PastDevelopment(NOON.date() - timedelta(days=900), "Yard sold for $31 million"),))
DOCK = Dossier("dock", "The dock")
CRANE = (
    "A crane of the Nordhavn yard fell into the dock on Sunday and two workers were hurt, the port authority said. "
    "Damage is put at $14 million."
)
AGAIN = (
    "At the Nordhavn yard a crane fell on Sunday. Two workers were hurt, and the damage reaches 14 million dollars, "
    "says the port authority."
)
HOLM = "Lars Holm resigned on Tuesday as head of the port of Nordhavn. A court will hear him on 2 April; 31 million kroner are missing."
ABOUT = Match(True, 0.9, ("names Nordhavn",), ("nordhavn",), ())


class Shelf:
    """An archive in which a test says itself how articles were placed."""

    def __init__(self, tx):
        self.tx = tx
        save_dossiers(tx, [YARD, DOCK], NOON - timedelta(days=1000))

    def article(self, number, text, hours=0, **fields):
        at = NOON + timedelta(hours=hours)
        made = Article(0, f"https://paper.example/{number}", f"Story {number}", text, "Paper", at, language="en", **fields)
        found = articles.find(self.tx, articles.save(self.tx, made))
        assert found is not None
        return found

    def place(self, number, text, decision, hours=0, match=ABOUT, **fields):
        one = self.article(number, text, hours, **fields)
        matches.save_match(self.tx, one, match, NOON, "en")
        reading = read(one.title, one.text, "en", one.published.date()) if match.relevant else None
        storylines.save_placement(self.tx, one, decision, reading, NOON)
        self.tx.execute(matched.update().where(matched.c.article_id == one.id).values(placed_at=NOON))
        return one.id

    def give(self, article, verdict, **fields):
        done = reviews.give(self.tx, Given(article, verdict, **fields), LATER)
        assert not isinstance(done, Refused), done.why
        return done

    def refuse(self, article, verdict, **fields):
        done = reviews.give(self.tx, Given(article, verdict, **fields), LATER)
        assert isinstance(done, Refused)
        return done.why

    def placed(self, article):
        columns = (placements.c.placement, lines.c.slug, developments.c.key, placements.c.of_article_id, placements.c.level)
        joined = placements.outerjoin(lines, lines.c.id == placements.c.storyline_id)
        joined = joined.outerjoin(developments, developments.c.id == placements.c.development_id)
        return tuple(self.tx.execute(sa.select(*columns).select_from(joined).where(placements.c.article_id == article)).one())

    def standing(self):
        wanted = sa.select(developments.c.key).where(developments.c.retracted_at.is_(None), developments.c.article_id.is_not(None))
        return set(self.tx.execute(wanted).scalars())

    def known(self, slug, text):
        told = sa.select(facts.c.article_id).join(lines).where(lines.c.slug == slug, facts.c.text.contains(text))
        return set(self.tx.execute(told).scalars())

    def moved_at(self, slug):
        return self.tx.execute(sa.select(lines.c.moved_at).where(lines.c.slug == slug)).scalar_one()


@pytest.fixture
def shelf(db):
    with db.begin() as tx:
        yield Shelf(tx)
        assert outdated(tx) == []


@pytest.fixture
def told(shelf):
    """1 tells of the crane in `yard`, 2 repeats it, 3 copies it; 4 tells of Holm in `dock`."""
    first = shelf.place(1, CRANE, Decision("development", "push", "yard"))
    shelf.place(2, AGAIN, Decision("repeat", "store", "yard", development="yard#2024-03-10-1", of=first, held="nothing new"), 2)
    shelf.place(3, CRANE + " Really.", Decision("copy", "store", "yard", development="yard#2024-03-10-1", of=first, held="a copy"), 3)
    shelf.place(4, HOLM, Decision("opening", "push", "dock"), 4)
    return shelf


CRANE_KEY, HOLM_KEY = "yard#2024-03-10-1", "dock#2024-03-10-1"


def everything(tx):
    """Each row of the archive but the log of reviews; ids of facts are nobody's business."""
    rows = {}
    for table in metadata.sorted_tables:
        if table not in (log, terms):
            columns = [c for c in table.c if not (table is facts and c.name == "id")]
            rows[table.name] = sorted(repr(tuple(row)) for row in tx.execute(sa.select(*columns)))
    rows["counts"] = sorted(tuple(row) for row in tx.execute(sa.select(terms).where(terms.c.articles > 0)))
    return rows


# ── what verdicts change ──────────────────────────────────────────────────────


def test_the_same_as_another_article_hangs_on_its_development_and_the_own_one_is_merged(shelf):
    first = shelf.place(1, CRANE, Decision("development", "push", "yard"))
    twice = shelf.place(2, AGAIN, Decision("opening", "push", "dock"), 2)
    done = shelf.give(twice, "same-as", of=str(first))
    assert shelf.placed(twice) == ("repeat", "yard", CRANE_KEY, first, "store")
    assert shelf.standing() == {CRANE_KEY}
    merged = shelf.tx.execute(sa.select(developments).where(developments.c.key == HOLM_KEY)).one()
    assert merged.merged_into_id == shelf.tx.execute(sa.select(developments.c.id).where(developments.c.key == CRANE_KEY)).scalar_one()
    assert shelf.known("yard", "14 million") == {first, twice}
    assert shelf.known("dock", "14 million") == set()
    assert shelf.moved_at("dock") is None
    assert any("merged into" in effect for effect in done["effects"])
    (neighbour,) = memory.load(shelf.tx, [twice])
    assert (neighbour.storyline, neighbour.development, neighbour.first, neighbour.told_new) == ("yard", CRANE_KEY, first, False)


def test_a_development_can_be_named_by_its_key(told):
    told.give(4, "same-as", of=CRANE_KEY)
    assert told.placed(4)[:4] == ("repeat", "yard", CRANE_KEY, 1)


def test_a_development_stays_with_those_who_tell_it_in_other_words_and_copies_go_along(told):
    told.give(1, "same-as", of="4")
    assert told.placed(1) == ("repeat", "dock", HOLM_KEY, 4, "store")
    assert told.placed(2)[:3] == ("development", "yard", CRANE_KEY), "it tells it first now"
    assert told.placed(3)[:4] == ("copy", "dock", HOLM_KEY, 1), "its text is that of article 1"
    assert told.standing() == {CRANE_KEY, HOLM_KEY}
    (heir,) = memory.load(told.tx, [2])
    assert (heir.first, heir.told_new) == (2, True)


def test_the_wrong_storyline_is_left_with_the_development_and_all_that_tell_it(told):
    told.give(3, "wrong-storyline", storyline="dock")
    assert [told.placed(one)[1:3] for one in (1, 2, 3)] == [("dock", CRANE_KEY)] * 3, "the key stays: users know it"
    assert told.known("dock", "14 million") == {1, 2}
    assert told.known("yard", "14 million") == set()
    assert told.known("yard", "31 million") == {None}, "what the dossier tells stays where it was"
    assert told.moved_at("yard").year == 2021
    assert {n.storyline for n in memory.load(told.tx, [1, 2])} == {"dock"}


def test_what_is_not_relevant_is_forgotten(told):
    told.give(4, "not-relevant")
    assert told.placed(4) == ("none", None, None, None, "none")
    assert told.tx.execute(sa.select(matched.c.relevant).where(matched.c.article_id == 4)).scalar_one() is False
    for table in (remembered, postings, shingles, facts):
        assert told.tx.execute(sa.select(sa.func.count()).where(table.c.article_id == 4)).scalar_one() == 0, table.name
    assert told.standing() == {CRANE_KEY}
    features = memory.features_of(read("Story 4", HOLM, "en", NOON.date()))
    assert 4 not in memory.near(told.tx, features, memory.rarity(told.tx, features), NOON, ["dock"])


def test_forgetting_leaves_the_counts_of_words_as_if_the_article_had_never_come(shelf):
    shelf.place(1, CRANE, Decision("development", "push", "yard"))
    before = sorted(tuple(row) for row in shelf.tx.execute(sa.select(terms)))
    shelf.give(shelf.place(2, HOLM, Decision("development", "push", "yard")), "not-relevant")
    assert sorted(tuple(row) for row in shelf.tx.execute(sa.select(terms).where(terms.c.articles > 0))) == before


def test_what_is_not_new_is_background_and_its_development_is_retracted_though_others_repeat_it(told):
    told.give(1, "not-new")
    assert told.placed(1)[:3] == ("background", "yard", None)
    assert [told.placed(one)[0::2] for one in (2, 3)] == [("repeat", None, "store"), ("copy", None, "store")]
    assert told.standing() == {HOLM_KEY}
    assert told.known("yard", "14 million") == {1, 2}, "its facts count as known"
    assert [one.told_new for one in memory.load(told.tx, [1, 2])] == [True, True], "who is like either of them retells"


def test_what_is_new_after_all_opens_a_development_that_is_not_sent(told):
    done = told.give(2, "new")
    assert told.placed(2) == ("development", "yard", "yard#2024-03-10-2", 1, "store")
    assert done["effects"] == ["it opens the development yard#2024-03-10-2; it was repeat"]
    (novelty,) = told.tx.execute(sa.select(placements.c.novelties).where(placements.c.article_id == 2)).scalar_one()
    assert novelty["quote"] in AGAIN
    (neighbour,) = memory.load(told.tx, [2])
    assert (neighbour.development, neighbour.first, neighbour.told_new) == ("yard#2024-03-10-2", 2, True)


def test_what_was_passed_over_and_is_relevant_waits_to_be_placed(shelf):
    one = shelf.place(1, CRANE, Decision("none", "none", held="not on the topic"), match=Match(False, 0.2, ("no name",), (), ()))
    shelf.give(one, "relevant")
    row = shelf.tx.execute(sa.select(matched).where(matched.c.article_id == one)).one()
    assert (row.relevant, row.placed_at) == (True, None)
    assert row.reasons == ["review 1: relevant", "no name"]


@pytest.mark.parametrize(
    ("article", "verdict", "fields"),
    [(1, "new", {}), (1, "relevant", {}), (2, "not-new", {}), (2, "same-as", {"of": "1"})],
)
def test_a_verdict_that_agrees_changes_nothing_and_is_kept(told, article, verdict, fields):
    before = everything(told.tx)
    assert "agrees" in told.give(article, verdict, **fields)["effects"][0]
    assert everything(told.tx) == before
    assert reviews.stamp(told.tx) == (1, 0)


@pytest.mark.parametrize(
    ("article", "verdict", "fields", "names"),
    [
        (99, "new", {}, "no article 99"),
        (4, "same-as", {"of": "99"}, "article 99 tells no development"),
        (4, "same-as", {"of": "4"}, "itself"),
        (1, "same-as", {"of": "2"}, "told yard#2024-03-10-1 first"),
        (4, "same-as", {"of": HOLM_KEY}, "told dock#2024-03-10-1 first"),
        (4, "same-as", {"of": "yard#1"}, "no development 'yard#1'"),
        (4, "wrong-storyline", {"storyline": "pond"}, "no storyline 'pond'"),
        (4, "wrong-storyline", {}, "--storyline"),
        (4, "wrong-storyline", {"storyline": "dock"}, "lies in dock already"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_remedy_and_not_kept(told, article, verdict, fields, names):
    before = everything(told.tx)
    assert names in told.refuse(article, verdict, **fields)
    assert everything(told.tx) == before
    assert reviews.listing(told.tx) == []


def test_an_article_that_nobody_judged_and_a_seed_are_refused(shelf):
    waiting = shelf.article(1, CRANE)
    assert "not been judged" in shelf.refuse(waiting.id, "new")
    seed = shelf.place(2, HOLM, Decision("development", "store", "yard", held="a seed"), seed="s1")
    assert "seed" in shelf.refuse(seed, "not-relevant")


def test_a_retracted_development_can_be_hung_on_no_more(told):
    told.give(4, "not-new")
    assert "retracted" in told.refuse(2, "same-as", of=HOLM_KEY)


def test_what_a_dossier_tells_is_moved_in_the_dossier(told):
    (past,) = told.tx.execute(sa.select(developments.c.key).where(developments.c.article_id.is_(None))).scalars()
    told.give(4, "same-as", of=past)
    assert told.placed(4)[:4] == ("repeat", "yard", past, None)
    assert "storylines.yaml" in told.refuse(4, "wrong-storyline", storyline="dock")


def test_what_did_alert_is_not_said_to_have_been_held(told):
    row = {"key": HOLM_KEY, "article_id": 4, "level": "push", "alert": {}, "made_at": NOON}
    told.tx.execute(metadata.tables["alerts"].insert().values(**row))
    told.give(4, "same-as", of="1")
    told.give(1, "not-new")
    held = dict(told.tx.execute(sa.select(placements.c.article_id, placements.c.held).where(placements.c.article_id.in_((1, 4)))).all())
    assert held == {4: None, 1: "review 2: not new"}


# ── undoing ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("article", "verdict", "fields"),
    [
        (1, "same-as", {"of": "4"}),
        (4, "same-as", {"of": "1"}),
        (1, "wrong-storyline", {"storyline": "dock"}),
        (2, "wrong-storyline", {"storyline": "dock"}),
        (4, "wrong-storyline", {"storyline": "yard"}),
        (1, "not-relevant", {}),
        (2, "not-relevant", {}),
        (3, "not-relevant", {}),
        (4, "not-relevant", {}),
        (1, "not-new", {}),
        (4, "not-new", {}),
        (1, "new", {}),
    ],
)
def test_undoing_puts_every_row_back(told, article, verdict, fields):
    before = everything(told.tx)
    done = told.give(article, verdict, **fields)
    if verdict != "new":
        assert everything(told.tx) != before
    undone = reviews.undo(told.tx, done["id"], LATER)
    assert not isinstance(undone, Refused)
    assert everything(told.tx) == before
    assert undone["undone_at"] == LATER


@pytest.mark.parametrize("article", [2, 3])
def test_undoing_what_was_called_new_keeps_its_key_as_retracted(told, article):
    before = everything(told.tx)
    done = told.give(article, "new")
    assert everything(told.tx) != before
    reviews.undo(told.tx, done["id"], LATER)
    after = everything(told.tx)
    assert told.standing() == {CRANE_KEY, HOLM_KEY}
    assert {name: rows for name, rows in after.items() if name != "developments"} == {
        n: rows for n, rows in before.items() if n != "developments"
    }
    assert len(after["developments"]) == len(before["developments"]) + 1


def test_reviews_that_build_on_each_other_are_undone_from_the_last_on(told):
    before = everything(told.tx)
    one, other = told.give(4, "same-as", of="1"), told.give(4, "not-relevant")
    refused = reviews.undo(told.tx, one["id"], LATER)
    assert isinstance(refused, Refused)
    assert f"review {other['id']} came later" in refused.why
    for done in (other, one):
        assert not isinstance(reviews.undo(told.tx, done["id"], LATER), Refused)
    assert everything(told.tx) == before
    assert "was undone" in reviews.undo(told.tx, one["id"], LATER).why
    assert "no review 9" in reviews.undo(told.tx, 9, LATER).why


def test_reviews_of_different_things_are_undone_in_any_order(told):
    before = everything(told.tx)
    done = [told.give(1, "not-new"), told.give(4, "not-relevant")]
    for one in done:
        reviews.undo(told.tx, one["id"], LATER)
    assert everything(told.tx) == before


def test_what_came_later_goes_where_its_development_goes(told):
    done = told.give(1, "wrong-storyline", storyline="dock")
    late = told.place(5, AGAIN + " More.", Decision("repeat", "store", "dock", development=CRANE_KEY, of=1, held="nothing new"), 9)
    reviews.undo(told.tx, done["id"], LATER)
    assert told.placed(late)[:3] == ("repeat", "yard", CRANE_KEY)
    assert told.known("yard", "14 million") == {1, 2, late}


# ── what follows ──────────────────────────────────────────────────────────────


def test_why_tells_what_was_said(told):
    told.give(4, "same-as", of="1", note="both tell of the port")
    said = explain(told.tx, 4)
    (review,) = said["reviews"]
    assert (review["verdict"], review["other"], review["note"], review["undone_at"]) == ("same-as", "1", "both tell of the port", None)
    assert said["placement"]["reasons"][0] == "review 1: same as article 1"


def test_verdicts_are_held_against_what_was_decided_before_anybody_spoke(told):
    told.give(4, "same-as", of="1")
    told.give(4, "not-relevant")
    gone = told.give(1, "not-new")
    reviews.undo(told.tx, gone["id"], LATER)
    (one,) = reviews.reviewed(told.tx)
    assert (one.article, one.language, one.placed.placement, one.placed.level, one.placed.storyline) == (4, "en", "opening", "push", "dock")
    assert (one.said.relevant, one.said.new) == (False, None)


def test_counts_stand_by_language_and_storyline(told):
    assert reviews.counts(told.tx) == {
        "all": {"all": {"articles": 4, "matches": 4, "alerts": 2}},
        "language": {"en": {"articles": 4, "matches": 4, "alerts": 2}},
        "storyline": {"yard": {"articles": 3, "matches": 3, "alerts": 1}, "dock": {"articles": 1, "matches": 1, "alerts": 1}},
    }


def test_thresholds_follow_from_the_log_as_it_grows_and_shrinks(db):
    tuning = Tuning(db)
    assert tuning.now() == Adjustment()
    with db.begin() as tx:
        shelf = Shelf(tx)
        ids = [shelf.place(n, f"Crane {n} fell in dock {n}.", Decision("development", "push", "yard")) for n in range(20)]
        done = [shelf.give(one, "not-new") for one in ids]
    assert tuning.now().novelty == 1.2
    with db.begin() as tx:
        reviews.undo(tx, done[-1]["id"], LATER)
    assert tuning.now() == Adjustment()


# ── through the stages ────────────────────────────────────────────────────────

TOPIC = compile_topic(TopicDefinition(words=("nordhavn",)))


def keep(db, number, text, hours=0, title="Nordhavn"):
    at = NOON + timedelta(hours=hours)
    with db.begin() as tx:
        return articles.save(tx, Article(0, f"https://paper.example/{number}", title, text, "Paper", at, language="en", trust="press"))


def flow(db):
    match(db, TOPIC, lambda: NOON)
    Placer(TOPIC).place(db, lambda: NOON, lambda *_: None)
    with db.begin() as tx:
        return dict(tx.execute(sa.select(placements.c.article_id, placements.c.placement)).all())


def say(db, article, verdict, **fields):
    with db.begin() as tx:
        done = reviews.give(tx, Given(article, verdict, **fields), LATER)
        assert not isinstance(done, Refused), done.why


def test_a_retelling_of_what_was_forgotten_is_compared_with_it_no_more(db):
    keep(db, 1, CRANE)
    assert flow(db) == {1: "opening"}
    say(db, 1, "not-relevant")
    keep(db, 2, AGAIN, 2)
    assert flow(db) == {1: "none", 2: "opening"}


def test_the_same_text_elsewhere_is_not_relevant_either(db):
    keep(db, 1, CRANE)
    flow(db)
    say(db, 1, "not-relevant")
    keep(db, 2, CRANE, 2)
    assert flow(db) == {1: "none", 2: "none"}
    with db.begin() as tx:
        assert explain(tx, 2)["match"]["reasons"][0] == "review 1: a person called article 1 not relevant"


def test_what_was_called_relevant_is_placed_and_stays_a_match_when_its_text_changes(db):
    keep(db, 1, "Rain is coming to the harbour, and 400 people are out.", title="Rain")
    assert flow(db) == {1: "none"}
    say(db, 1, "relevant")
    assert flow(db)[1] in ("opening", "development")
    with db.begin() as tx:
        tx.execute(shelved.update().values(matched_at=None))
    assert flow(db)[1] in ("opening", "development")
    with db.begin() as tx:
        assert tx.execute(sa.select(matched.c.relevant)).scalar_one() is True


def test_a_retelling_hangs_where_the_first_was_moved_to(db):
    keep(db, 1, CRANE)
    assert flow(db) == {1: "opening"}
    with db.begin() as tx:
        tx.execute(lines.insert().values(slug="cranes", title="Cranes", opened_at=NOON))
    say(db, 1, "wrong-storyline", storyline="cranes")
    keep(db, 2, AGAIN, 2)
    assert flow(db)[2] == "repeat"
    with db.begin() as tx:
        assert explain(tx, 2)["placement"]["storyline"] == "cranes"


def test_what_was_retracted_is_listed_no_more_and_its_key_is_never_given_again(db):
    keep(db, 1, CRANE)
    with db.begin() as tx:
        save_dossiers(tx, [DOCK], NOON)
    flow(db)
    with db.begin() as tx:
        before = explain(tx, 1)["placement"]
        slug, key = before["storyline"], before["development"]
    say(db, 1, "not-relevant")
    with db.begin() as tx:
        assert storylines.storyline(tx, slug)["developments"] == []
        assert [row["developments"] for row in storylines.list_storylines(tx) if row["slug"] == slug] == [0]
    say(db, 1, "relevant")
    flow(db)
    with db.begin() as tx:
        assert explain(tx, 1)["placement"]["development"] not in (None, key)
        assert len(storylines.storyline(tx, slug)["developments"]) == 1


def test_moved_thresholds_reach_topics_without_storylines_too(db):
    keep(db, 1, CRANE)
    match(db, TOPIC, lambda: NOON)
    Placer(TOPIC).place(db, lambda: NOON, lambda *_: None)
    keep(db, 2, HOLM, 1)
    match(db, TOPIC, lambda: NOON)
    Placer(TOPIC).place(db, lambda: NOON, lambda *_: None, rules=Adjustment(novelty=1.2).rules(Rules()))
    with db.begin() as tx:
        plain, moved = (explain(tx, one)["evidence"]["thresholds"]["news_from"] for one in (1, 2))
    assert moved == round(plain * 1.2, 3)


def test_moved_thresholds_reach_the_decision(db):
    keep(db, 1, CRANE)
    with db.begin() as tx:
        save_dossiers(tx, [YARD], NOON)
    match(db, TOPIC, lambda: NOON)
    Placer(TOPIC).place(db, lambda: NOON, lambda *_: None, rules=Adjustment(novelty=1.2).rules(Rules()))
    with db.begin() as tx:
        assert explain(tx, 1)["evidence"]["thresholds"]["news_from"] == round(Rules().news_from * 1.2, 3)
