"""Feeds keep in line with the settings, and are claimed when they are due."""

from datetime import UTC, datetime, timedelta

import pytest

from monitor.domain.feeds.feed import Answer, FeedSettings, FeedState
from monitor.store import feeds

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ONE = FeedSettings("https://example.org/1", "one", "One", every=HOUR)
TWO = FeedSettings("https://example.org/2", "two", "Two", every=HOUR)


@pytest.fixture
def tx(db):
    with db.begin() as transaction:
        feeds.sync(transaction, [ONE, TWO], NOON)
        yield transaction


def test_a_feed_that_left_the_settings_is_kept_but_no_longer_asked(tx):
    feeds.sync(tx, [TWO], NOON)
    assert [feed.settings.name for feed in feeds.list_feeds(tx)] == ["two"]
    assert len(feeds.list_feeds(tx, active_only=False)) == 2
    assert [feed.settings.name for feed in feeds.claim_due(tx, NOON, 10)] == ["two"]


def test_a_feed_is_claimed_once_until_its_time_comes_again(tx):
    assert len(feeds.claim_due(tx, NOON, 10)) == 2
    assert feeds.claim_due(tx, NOON, 10) == []
    assert feeds.claim_due(tx, NOON + HOUR / 2, 10) == [], "even where the first claimant died"
    assert len(feeds.claim_due(tx, NOON + HOUR, 10)) == 2


def test_a_named_feed_is_due_whatever_its_time_says(tx):
    feeds.claim_due(tx, NOON, 10)
    assert [feed.settings.name for feed in feeds.claim_due(tx, NOON, 10, only=[ONE.url])] == ["one"]


def test_an_answer_without_the_lease_is_refused(tx):
    (stale, _) = feeds.claim_due(tx, NOON, 10)
    (fresh,) = feeds.claim_due(tx, NOON, 10, only=[stale.settings.url])
    assert not feeds.save_polls(tx, [feeds.Poll(stale, Answer(FeedState.OK), NOON + HOUR)], NOON)
    assert feeds.save_polls(tx, [feeds.Poll(fresh, Answer(FeedState.OK), NOON + HOUR)], NOON)


def test_failures_are_counted_until_one_poll_works(tx):
    for expected in (1, 2, 0):
        (feed,) = feeds.claim_due(tx, NOON, 1, only=[ONE.url])
        feeds.save_polls(
            tx, [feeds.Poll(feed, Answer(FeedState.ERROR if expected else FeedState.OK, error="broken" if expected else None), NOON)], NOON
        )
        assert feeds.list_feeds(tx)[0].failures == expected


def test_a_feed_that_is_gone_is_asked_no_more_after_three_answers(tx):
    for _ in range(3):
        (feed,) = feeds.claim_due(tx, NOON, 1, only=[ONE.url])
        feeds.save_polls(tx, [feeds.Poll(feed, Answer(FeedState.GONE), NOON)], NOON)
    assert [feed.settings.name for feed in feeds.claim_due(tx, NOON + 9 * HOUR, 10)] == ["two"]
