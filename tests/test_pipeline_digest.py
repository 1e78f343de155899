"""Digests: everything since the last one, exactly once, whatever became of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.channel import Channel, DeliveryRules
from monitor.domain.delivery import Verdict
from monitor.domain.feed import Answer, FeedSettings, FeedState
from monitor.pipeline.deliver import deliver
from monitor.pipeline.digest import build_digest, preview_digest, queue_due
from monitor.store import feeds
from monitor.store.tables import deliveries
from tests.alerts import DAY, MINUTE, NOON
from tests.archive import alert_of

HOUR = timedelta(hours=1)
DESK = Channel("desk", frozenset({"digest"}))
RULES = DeliveryRules(channels=(DESK, Channel("phone", frozenset({"push"}))))
SENT = Verdict(True, "accepted")
NEVER = Verdict(False, "550 no", refusal="final")


def tell(db, key, at=NOON, **changes):
    with db.begin() as tx:
        alert_of(tx, RULES, key, at=at, **({"level": "digest"} | changes))


def send_all(db, verdict, now):
    while deliver(db, lambda *_: verdict, RULES, lambda: now):
        pass


def told(message):
    return [one["development"] for one in message.data["developments"]]


def digests(db):
    with db.begin() as tx:
        return tx.execute(sa.select(deliveries).where(deliveries.c.kind == "digest").order_by(deliveries.c.id)).all()


def test_each_development_stands_in_exactly_one_digest(db):
    tell(db, "baiterek#1")
    tell(db, "baiterek#2", level="push")
    first = build_digest(db, RULES, DESK, NOON + HOUR)
    send_all(db, SENT, NOON + HOUR)
    tell(db, "baiterek#3", at=NOON + 2 * HOUR)
    second = build_digest(db, RULES, DESK, NOON + DAY)
    assert sorted(told(first)) == ["baiterek#1", "baiterek#2"]
    assert told(second) == ["baiterek#3"]


def test_while_a_digest_is_on_its_way_no_other_is_made(db):
    tell(db, "baiterek#1")
    build_digest(db, RULES, DESK, NOON)
    send_all(db, Verdict(False, "error=503"), NOON)
    tell(db, "baiterek#2", at=NOON + HOUR)
    assert build_digest(db, RULES, DESK, NOON + DAY) is None
    send_all(db, SENT, NOON + DAY)
    assert told(build_digest(db, RULES, DESK, NOON + DAY)) == ["baiterek#2"]


def test_what_a_digest_held_that_was_given_up_stands_in_the_next(db):
    tell(db, "baiterek#1")
    build_digest(db, RULES, DESK, NOON)
    send_all(db, NEVER, NOON)
    tell(db, "baiterek#2", at=NOON + HOUR)
    after = build_digest(db, RULES, DESK, NOON + DAY)
    assert sorted(told(after)) == ["baiterek#1", "baiterek#2"]


def test_a_digest_says_how_many_messages_could_not_be_delivered(db):
    tell(db, "baiterek#1", level="push")
    deliver(db, lambda *_: NEVER, RULES, lambda: NOON)
    assert "1 message could not be delivered: monitor alerts failed" in build_digest(db, RULES, DESK, NOON + HOUR).text


def test_a_digest_counts_what_was_held_and_names_the_feeds_that_could_not_be_seen(db):
    with db.begin() as tx:
        feeds.sync(tx, [FeedSettings(f"https://example.org/{name}", name, name) for name in ("one", "two")], NOON - 2 * DAY)
        two = next(feed for feed in feeds.claim_due(tx, NOON - DAY, 10) if feed.settings.name == "two")
        feeds.save_answer(tx, two, Answer(FeedState.ERROR, error="timed out"), NOON, NOON)
    tell(db, "baiterek#1", level="store", held="repeat")
    tell(db, "baiterek#2", level="store", held="repeat")
    tell(db, "baiterek#3", level="store", held="copy")
    text = build_digest(db, RULES, DESK, NOON + HOUR).text
    assert "3: 2 repeat, 1 copy" in text
    assert "1 of 2 feeds seen. Not seen:\n• two: timed out, never seen" in text


def test_held_matches_are_counted_in_one_digest_only(db):
    tell(db, "baiterek#1", level="store", held="repeat")
    build_digest(db, RULES, DESK, NOON + HOUR)
    send_all(db, SENT, NOON + HOUR)
    assert "repeat" not in build_digest(db, RULES, DESK, NOON + 2 * HOUR).text


def test_digests_come_by_the_clock_and_only_to_channels_that_take_them(db):
    assert queue_due(db, RULES, lambda: NOON) == 0, "the first one comes at the next time, not at once"
    tell(db, "baiterek#1")
    assert queue_due(db, RULES, lambda: NOON + 18 * HOUR) == 0, "06:00"
    assert queue_due(db, RULES, lambda: NOON + 19 * HOUR) == 1, "07:00"
    send_all(db, SENT, NOON + 19 * HOUR)
    assert queue_due(db, RULES, lambda: NOON + 20 * HOUR) == 0, "once a day"
    assert queue_due(db, RULES, lambda: NOON + 44 * HOUR) == 1, "an empty day too"
    assert [row.channel for row in digests(db)] == ["desk", "desk"]
    assert "no developments" in digests(db)[1].message["subject"]


def test_a_host_that_slept_over_several_times_makes_one_digest(db):
    queue_due(db, RULES, lambda: NOON)
    assert queue_due(db, RULES, lambda: NOON + 5 * DAY) == 1
    send_all(db, SENT, NOON + 5 * DAY)
    assert queue_due(db, RULES, lambda: NOON + 5 * DAY + MINUTE) == 0


@pytest.mark.parametrize(
    "rules", [replace(RULES, channels=(replace(DESK, digests=()),)), replace(RULES, channels=(Channel("phone", frozenset({"push"})),))]
)
def test_who_wants_no_digest_gets_none(db, rules):
    queue_due(db, rules, lambda: NOON)
    assert queue_due(db, rules, lambda: NOON + 5 * DAY) == 0


def test_a_preview_sends_nothing_and_takes_nothing_from_the_real_one(db):
    tell(db, "baiterek#1")
    seen = preview_digest(db, RULES, DESK, NOON)
    assert told(seen) == ["baiterek#1"]
    assert digests(db) == []
    assert told(build_digest(db, RULES, DESK, NOON)) == ["baiterek#1"]
