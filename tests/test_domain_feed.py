"""When a feed is asked again, and when what it brings is a baseline."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.feeds.feed import (
    Answer,
    Feed,
    FeedKind,
    FeedSettings,
    FeedState,
    Move,
    address_of,
    follow_move,
    forget_validators,
    is_baseline,
    next_poll,
    settings_from_dict,
    settings_to_dict,
)

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OK = Answer(FeedState.OK)


def feed(**known):
    settings = FeedSettings(url="https://example.org/feed", name="example", publisher="Example", every=known.pop("every", HOUR))
    return Feed(1, settings, **known)


@pytest.mark.parametrize(
    ("asked", "answer", "gap", "wait"),
    [
        pytest.param(feed(), OK, None, HOUR, id="as often as the user wants, while its rhythm is unknown"),
        pytest.param(feed(), OK, 40 * MINUTE, 20 * MINUTE, id="faster, where entries come faster"),
        pytest.param(feed(), OK, timedelta(0), 15 * MINUTE, id="four times as fast where entries may have been missed"),
        pytest.param(feed(), OK, DAY, HOUR, id="never slower than the user wants"),
        pytest.param(feed(every=5 * MINUTE), OK, timedelta(0), 2 * MINUTE, id="never faster than the pace allows"),
        pytest.param(feed(every=10 * timedelta(seconds=1)), OK, None, timedelta(seconds=10), id="but as fast as the user says"),
        pytest.param(feed(), Answer(FeedState.OK, keep=50 * MINUTE), timedelta(0), 50 * MINUTE, id="no sooner than the server wishes"),
        pytest.param(feed(), Answer(FeedState.OK, keep=DAY), None, HOUR, id="yet as often as the user wants"),
        pytest.param(feed(), Answer(FeedState.ERROR), None, 2 * HOUR, id="later after a failure"),
        pytest.param(feed(failures=2), Answer(FeedState.ERROR), None, 8 * HOUR, id="twice as late at each failure"),
        pytest.param(feed(failures=40), Answer(FeedState.ERROR), None, DAY, id="at most a day later"),
        pytest.param(feed(every=5 * MINUTE), Answer(FeedState.GONE), None, DAY / 2, id="half a day later where it says that it is gone"),
        pytest.param(feed(), Answer(FeedState.THROTTLED, wait=5 * HOUR), None, 5 * HOUR, id="when a throttling server says"),
        pytest.param(feed(), Answer(FeedState.THROTTLED, wait=3650 * DAY), None, DAY, id="but within a day"),
    ],
)
def test_a_feed_is_asked_again(asked, answer, gap, wait):
    due = next_poll(asked, answer, gap, NOON, fastest=2 * MINUTE, chance=1.0 if answer.state is FeedState.OK else 0.0)
    assert due - NOON == wait


@given(st.floats(0, 1), st.integers(0, 100), st.sampled_from(list(FeedState)))
def test_the_next_poll_lies_ahead_and_within_a_day_and_a_tenth(chance, failures, state):
    due = next_poll(feed(failures=failures), Answer(state), None, NOON, fastest=MINUTE, chance=chance)
    assert NOON < due <= NOON + 1.1 * DAY


HERE, THERE, ELSEWHERE = "https://example.org/feed", "https://new.example/feed", "https://other.example/feed"


@pytest.mark.parametrize(
    ("move", "asked"),
    [
        pytest.param(None, HERE, id="it never moved"),
        pytest.param(Move(THERE, NOON - 9 * DAY, 2), HERE, id="two good answers are too few"),
        pytest.param(Move(THERE, NOON - 2 * DAY, 99), HERE, id="two days are too few"),
        pytest.param(Move(THERE, NOON - 3 * DAY, 3), THERE, id="three good answers in three days"),
        pytest.param(Move(THERE, NOON - 9 * DAY, 0), HERE, id="the new address has failed"),
    ],
)
def test_a_permanent_redirect_is_adopted_only_after_it_held(move, asked):
    assert address_of(feed(move=move), NOON) == asked


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        pytest.param(None, Answer(FeedState.OK, moved_to=THERE), Move(THERE, NOON, 1), id="it begins to lead elsewhere"),
        pytest.param(Move(THERE, NOON - DAY, 1), Answer(FeedState.OK, moved_to=THERE), Move(THERE, NOON - DAY, 2), id="it still does"),
        pytest.param(Move(THERE, NOON - DAY, 9), Answer(FeedState.OK, moved_to=ELSEWHERE), Move(ELSEWHERE, NOON, 1), id="now to a third"),
        pytest.param(Move(THERE, NOON - DAY, 9), Answer(FeedState.OK), None, id="it came back"),
        pytest.param(Move(THERE, NOON - DAY, 9), Answer(FeedState.ERROR), Move(THERE, NOON - DAY, 0), id="what it leads to is no feed"),
        pytest.param(None, Answer(FeedState.ERROR), None, id="it fails and never moved"),
    ],
)
def test_where_a_feed_leads_is_followed(before, answer, after):
    assert follow_move(feed(move=before), answer, NOON) == after


def test_a_feed_is_asked_for_the_whole_once_a_week_whatever_its_validators_say():
    known = feed(etag='"1"', last_modified="Mon, 09 Nov 2026 12:00:00 GMT")
    kept = []
    for hour in range(21 * 24):
        now = NOON + hour * HOUR
        kept.append(forget_validators(replace(known, polled_at=now - HOUR), now).etag)
    assert kept.count(None) == 3
    assert forget_validators(known, NOON) == known, "a feed that was never asked has none"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(feed(), True, id="the first poll"),
        pytest.param(feed(baseline_at=NOON - DAY, polled_at=NOON - HOUR), False, id="not the next ones"),
        pytest.param(feed(baseline_at=NOON - 9 * DAY, polled_at=NOON - 2 * DAY), True, id="the first after a long sleep"),
        pytest.param(
            feed(every=DAY, baseline_at=NOON - 9 * DAY, polled_at=NOON - 2 * DAY), False, id="unless the feed is asked that seldom"
        ),
    ],
)
def test_a_baseline_is(asked, expected):
    assert is_baseline(asked, NOON) is expected


def test_settings_survive_the_way_through_json():
    settings = FeedSettings(
        "https://example.org/a", "a", "A", FeedKind.JSON, MINUTE, "kk", headers={"accept": "x"}, fields={"items": "results"}, robots=True
    )
    assert settings_from_dict(settings_to_dict(settings)) == settings
