"""What the status and headers of an answer say."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.feeds.feed import FeedState
from monitor.domain.feeds.freshness import keep_for, state_of, wait_for

NOW = datetime(2026, 11, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "conditional", "state"),
    [
        (200, False, FeedState.OK),
        (304, True, FeedState.OK),
        (304, False, FeedState.ERROR),
        (410, True, FeedState.GONE),
        (429, True, FeedState.THROTTLED),
        (503, False, FeedState.THROTTLED),
        (401, False, FeedState.REFUSED),
        (403, False, FeedState.REFUSED),
        (404, False, FeedState.ERROR),
        (500, False, FeedState.ERROR),
        (204, False, FeedState.ERROR),
    ],
)
def test_a_status_means(status, conditional, state):
    told, error = state_of(status, conditional=conditional)
    assert told is state
    assert (error is None) == (state is FeedState.OK)


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("Mon, 09 Nov 2026 13:00:00 GMT", timedelta(hours=1)),
        ("Mon, 09 Nov 2026 11:00:00 GMT", timedelta(0)),
        ("Mon, 09 Nov 2036 13:00:00 GMT", timedelta(days=1)),
        ("999999999", timedelta(days=1)),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_retry_after_is_read(told, wait):
    assert wait_for({"retry-after": told}, NOW) == wait


@given(st.text())
def test_no_header_is_too_odd(told):
    for found in (wait_for({"retry-after": told}, NOW), keep_for({"cache-control": told})):
        assert found is None or timedelta(0) <= found <= timedelta(days=1)


@pytest.mark.parametrize(
    ("told", "keep"),
    [
        ("max-age=600", timedelta(minutes=10)),
        ('public, Max-Age="60"', timedelta(minutes=1)),
        ("no-cache, max-age=600", None),
        ("private", None),
    ],
)
def test_cache_control_is_read(told, keep):
    assert keep_for({"cache-control": told}) == keep
