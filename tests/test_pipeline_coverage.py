"""What cannot be seen is told once when it begins and once when it is over, and stands in status and digest meanwhile."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.cli.status import read_status
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.feeds.coverage import Ailment, Trouble
from monitor.domain.feeds.feed import Answer, Day, Entry, FeedSettings, FeedState
from monitor.pipeline.coverage import is_due, look_over
from monitor.pipeline.digest import preview_digest
from monitor.store import coverage, entries, feeds
from monitor.store.tables import deliveries

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WIRE = FeedSettings("https://wire.example/feed", "wire", "Wire", every=HOUR)
BLOG = FeedSettings("https://blog.example/feed", "blog", "Blog", every=HOUR)
RULES = DeliveryRules(fallback="ops")
FINE, BROKEN = Answer(FeedState.OK), Answer(FeedState.ERROR, error="answered 500")


class Polls:
    """Answers of feeds, one after the other, with what is looked at after each."""

    def __init__(self, db):
        self.db, self.now = db, NOON
        with db.begin() as tx:
            feeds.sync(tx, [WIRE, BLOG], NOON)

    def answer(self, *answers, feed=WIRE, found=(), days=()):
        for answer in answers:
            with self.db.begin() as tx:
                (claimed,) = feeds.claim_due(tx, self.now, 1, only=[feed.url])
                entries.save(tx, [entries.Listed(claimed, [(one, (f"guid:{one.guid}",), "") for one in found])], self.now)
                assert feeds.save_polls(tx, [feeds.Poll(claimed, answer, self.now + HOUR, days=days)], self.now)

    def look(self):
        return look_over(self.db, RULES, lambda: self.now)

    def told(self):
        """What the operations messages are about: the first words of each subject."""
        with self.db.begin() as tx:
            rows = tx.execute(sa.select(deliveries).where(deliveries.c.kind == "operations").order_by(deliveries.c.id)).all()
            assert {row.channel for row in rows} <= {"ops"}
            return [row.message["subject"].removeprefix("SYSTEM: ").partition(",")[0] for row in rows]


@pytest.fixture
def polls(db):
    ready = Polls(db)
    ready.answer(FINE)
    ready.answer(FINE, feed=BLOG)
    return ready


def test_a_feed_that_dies_is_told_once_and_once_when_it_is_back(polls):
    for _ in range(10):
        polls.now += DAY / 2
        polls.answer(BROKEN)
        polls.answer(FINE, feed=BLOG)
        polls.look()
    assert polls.told() == ["1 feed wrong (wire dead"]
    polls.answer(FINE)
    polls.look()
    polls.look()
    assert polls.told() == ["1 feed wrong (wire dead", "1 feed well again: wire"]
    for _ in range(7):
        polls.now += DAY / 2
        polls.answer(BROKEN)
        polls.look()
    assert polls.told()[2:] == ["1 feed wrong (wire dead"], "what comes again is told again"


def test_feeds_that_die_together_are_one_message(polls):
    polls.now += 4 * DAY
    polls.answer(BROKEN)
    polls.answer(BROKEN, feed=BLOG)
    assert polls.look() == 2
    assert polls.told() == ["2 feeds wrong (wire dead"]


def test_a_feed_that_falls_silent_is_told_and_its_next_entry_is_the_recovery(polls):
    for number in range(12):
        polls.now += HOUR
        polls.answer(FINE, found=[Entry(f"{number}", None, f"Story {number}")])
    for _ in range(5):
        polls.now += DAY
        polls.answer(FINE)
        polls.look()
    assert polls.told() == ["1 feed wrong (wire silent"]
    polls.answer(FINE, found=[Entry("new", None, "A new story")])
    polls.look()
    assert polls.told()[1:] == ["1 feed well again: wire"]


def test_unreadable_titles_are_told(polls):
    garbled = [Entry(f"{n}", None, f"Ракета стартовала {n}".encode().decode("windows-1251")) for n in range(6)]
    polls.answer(FINE, found=garbled)
    polls.look()
    assert polls.told() == ["1 feed wrong (wire degraded"]


def test_a_gap_between_two_polls_is_told(polls):
    polls.answer(FINE, days=[Day(date(2026, 11, 9), 20, 20, 1)])
    polls.look()
    assert polls.told() == ["1 feed wrong (wire gapped"]
    polls.now += 2 * DAY
    polls.look()
    assert polls.told()[1:] == ["1 feed well again: wire"]


def test_status_and_digest_say_what_cannot_be_seen(polls, db):
    polls.answer(FINE, days=[Day(date(2026, 11, 9), 20, 20, 1)])
    polls.now += HOUR
    polls.look()
    with db.begin() as tx:
        (trouble,) = read_status(tx, [WIRE, BLOG], polls.now)["coverage"]["troubles"]
    assert (trouble["feed"], trouble["ailment"]) == ("wire", "gapped")
    assert "wire: once in two days" in digest_text(db, polls.now)
    with db.begin() as tx:
        feeds.sync(tx, [BLOG], polls.now)
    assert "wire" not in digest_text(db, polls.now)


def digest_text(db, now):
    return preview_digest(db, RULES, Channel("desk"), now).text


def test_nobody_hears_of_a_feed_that_was_taken_out(polls, db):
    polls.now += 4 * DAY
    polls.answer(BROKEN)
    polls.answer(FINE, feed=BLOG)
    polls.look()
    with db.begin() as tx:
        feeds.sync(tx, [BLOG], polls.now)
    polls.look()
    with db.begin() as tx:
        feeds.sync(tx, [WIRE, BLOG], polls.now)
    polls.answer(FINE)
    polls.look()
    assert polls.told() == ["1 feed wrong (wire dead", "1 feed well again: wire"]


def test_of_two_that_look_at_once_one_tells(polls, db):
    with db.begin() as tx:
        wire, _ = feeds.list_feeds(tx)
        found = Trouble(Ailment.SILENT, "nothing new")
        one = coverage.begin(tx, wire, found, NOON)
        assert one
        assert coverage.begin(tx, wire, found, polls.now) is None
        assert coverage.end(tx, one, NOON)
        assert not coverage.end(tx, one, NOON)
        assert coverage.begin(tx, wire, found, NOON), "it may come again"


def test_a_look_is_due_every_few_minutes(db):
    minutes = [number for number in range(12) if is_due(db, NOON + number * timedelta(minutes=1))]
    assert minutes == [0, 5, 10]
    assert is_due(db, NOON - DAY), "after the clock was set back"
