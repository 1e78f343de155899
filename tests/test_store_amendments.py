"""Two verdicts more: an article opens a storyline of its own, or was published on another day; and taking back what was sent."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.judging.storyline import Decision
from monitor.store import alerts, retractions, reviews
from monitor.store import articles as shelved
from monitor.store.tables import articles, deliveries, developments, facts, placements, remembered, storylines
from tests.test_store_reviews import ABOUT, AGAIN, CRANE, LATER, NOON, Shelf

DEVELOPMENT = Decision("development", "push", "yard", reasons=("nothing like it was told",))


@pytest.fixture
def shelf(db):
    with db.begin() as tx:
        yield Shelf(tx)


def slugs(shelf):
    return set(shelf.tx.execute(sa.select(storylines.c.slug)).scalars())


def line_of(shelf, article):
    told = sa.select(storylines.c.slug).join(placements, placements.c.storyline_id == storylines.c.id)
    return shelf.tx.execute(told.where(placements.c.article_id == article)).scalar()


# ── a storyline of its own ────────────────────────────────────────────────────


def test_an_article_opens_a_storyline_and_takes_its_development_and_all_who_tell_it_along(shelf):
    first = shelf.place(1, CRANE, DEVELOPMENT)
    key = shelf.tx.execute(sa.select(developments.c.key).where(developments.c.article_id == first)).scalar()
    other = shelf.place(2, AGAIN, Decision("repeat", "store", "yard", development=key, of=first, held="nothing new"))
    done = shelf.give(first, "opens-storyline", title="Crane of Nordhavn")
    assert done["other"] == "Crane of Nordhavn"
    assert line_of(shelf, first) == line_of(shelf, other) == f"crane-of-nordhavn-{first}"
    titles = shelf.tx.execute(sa.select(storylines.c.title).where(storylines.c.slug == line_of(shelf, first))).scalars().all()
    assert titles == ["Crane of Nordhavn"]


def test_undoing_closes_the_storyline_that_was_opened(shelf):
    before = slugs(shelf)
    first = shelf.place(1, CRANE, DEVELOPMENT)
    done = shelf.give(first, "opens-storyline", title="Crane")
    reviews.undo(shelf.tx, done["id"], LATER)
    assert (line_of(shelf, first), slugs(shelf)) == ("yard", before)


def test_a_storyline_that_others_moved_into_stays_when_its_opening_is_undone(shelf):
    first, second = shelf.place(1, CRANE, DEVELOPMENT), shelf.place(2, AGAIN, DEVELOPMENT)
    done = shelf.give(first, "opens-storyline", title="Crane")
    opened = line_of(shelf, first)
    shelf.give(second, "wrong-storyline", storyline=opened)
    reviews.undo(shelf.tx, done["id"], LATER)
    assert (line_of(shelf, first), line_of(shelf, second)) == ("yard", opened)


# ── another date ──────────────────────────────────────────────────────────────


def moments(shelf, article):
    """When it was published, when what it told first became known, when its facts were told."""
    stated = shelf.tx.execute(sa.select(articles.c.stated_at).where(articles.c.id == article)).scalar()
    known = shelf.tx.execute(sa.select(developments.c.known_at).where(developments.c.article_id == article)).scalar()
    told = set(shelf.tx.execute(sa.select(facts.c.at).where(facts.c.article_id == article)).scalars())
    kept = shelf.tx.execute(sa.select(remembered.c.at).where(remembered.c.article_id == article)).scalar()
    return stated, known, told, kept


def test_a_corrected_date_is_that_of_the_article_its_development_and_its_facts(shelf):
    first = shelf.place(1, CRANE, DEVELOPMENT)
    before = moments(shelf, first)
    done = shelf.give(first, "wrong-date", day=date(2013, 11, 6))
    right = datetime(2013, 11, 6, 12, tzinfo=UTC)
    assert moments(shelf, first) == (right, right, {right}, right)
    assert done["effects"] == ["it was published on 2013-11-06, and so its development became known"]

    reviews.undo(shelf.tx, done["id"], LATER)
    assert moments(shelf, first) == before


def test_nothing_was_published_after_it_was_seen(shelf):
    first = shelf.place(1, CRANE, DEVELOPMENT)
    shelf.give(first, "wrong-date", day=date(2031, 1, 1))
    assert moments(shelf, first)[0] == NOON


def test_of_two_corrections_of_a_date_the_last_is_undone_first(shelf):
    first = shelf.place(1, CRANE, DEVELOPMENT)
    earlier = shelf.give(first, "wrong-date", day=date(2013, 1, 1))
    later = shelf.give(first, "wrong-date", day=date(2014, 1, 1))
    refused = reviews.undo(shelf.tx, earlier["id"], LATER)
    assert f"review {later['id']} came later" in refused.why


@pytest.mark.parametrize(
    ("verdict", "fields", "names"),
    [
        pytest.param("opens-storyline", {}, "--title", id="called what?"),
        pytest.param("wrong-date", {}, "--date", id="which is the right one?"),
        pytest.param("new", {"title": "Crane"}, "opens-storyline", id="--title belongs to opens-storyline alone"),
        pytest.param("new", {"day": date(2013, 1, 1)}, "wrong-date", id="--date belongs to wrong-date alone"),
    ],
)
def test_what_belongs_to_another_verdict_is_refused(shelf, verdict, fields, names):
    assert names in shelf.refuse(shelf.place(1, CRANE, DEVELOPMENT), verdict, **fields)


# ── taking back what was sent ─────────────────────────────────────────────────


def test_those_who_were_sent_an_alert_are_told_that_it_is_taken_back_each_once(shelf):
    first = shelf.place(1, CRANE, DEVELOPMENT)

    article = shelved.find(shelf.tx, first)
    rules = DeliveryRules(channels=(Channel("desk"),))
    key = shelf.tx.execute(sa.select(developments.c.key).where(developments.c.article_id == first)).scalar()
    alerts.queue_alert(shelf.tx, rules, article, ABOUT, Decision("development", "push", "yard", development=key), NOON)
    shelf.tx.execute(deliveries.update().values(state="sent"))
    done = shelf.give(first, "not-new", note="known since May")
    assert retractions.queue_retractions(shelf.tx, done, rules, LATER) == 1
    assert retractions.queue_retractions(shelf.tx, done, rules, LATER) == 0
    (message,) = shelf.tx.execute(sa.select(deliveries.c.message).where(deliveries.c.kind == "retraction")).scalars()
    assert message["subject"].startswith("RETRACTED: ")
    assert "known since May" in message["text"]
    assert message["thread"] == "yard"
