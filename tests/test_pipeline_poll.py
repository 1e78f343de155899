"""What an answer means for the feed that was asked, before anything is read."""

from datetime import UTC, datetime
from hashlib import blake2b

import pytest

from monitor.adapters.http import Response
from monitor.domain.feeds.feed import Feed, FeedSettings, FeedState
from monitor.errors import FetchError
from monitor.pipeline.poll import Body, hear

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
URL = "https://example.org/feed"
SAME = b"<rss/>"
FEED = Feed(1, FeedSettings(URL, "one", "One"), etag='"1"', last_modified="then", body_hash=blake2b(SAME, digest_size=16).hexdigest())
NEVER_ASKED = Feed(1, FEED.settings)


def response(status: int, body: bytes = b"", **headers: str) -> Response:
    return Response(URL, URL, status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({}, ('"1"', "then")),
        ({"etag": '"2"'}, ('"2"', "then")),
        ({"etag": '"2"', "last_modified": "now"}, ('"2"', "now")),
    ],
)
def test_304_keeps_the_validators_that_it_does_not_tell_anew(told, kept):
    answer = hear(FEED, response(304, **told), NOON)
    assert (answer.state, answer.unchanged, (answer.etag, answer.last_modified)) == (FeedState.OK, True, kept)


def test_304_to_who_knew_nothing_is_an_error():
    answer = hear(NEVER_ASKED, response(304), NOON)
    assert (answer.state, answer.unchanged) == (FeedState.ERROR, False)


def test_the_same_bytes_are_unchanged_and_have_the_validators_that_came_with_them():
    answer = hear(FEED, response(200, SAME, etag='"2"'), NOON)
    assert (answer.state, answer.unchanged, answer.etag, answer.last_modified) == (FeedState.OK, True, '"2"', None)


@pytest.mark.parametrize("feed", [FEED, NEVER_ASKED])
def test_other_bytes_have_yet_to_be_read(feed):
    heard = hear(feed, response(200, b"<rss>new</rss>", etag='"2"'), NOON)
    assert isinstance(heard, Body)
    assert (heard.heads.unchanged, heard.heads.etag) == (False, '"2"')


def test_who_was_told_to_stop_notes_nothing():
    assert hear(FEED, FetchError("stopped", "stopped"), NOON) is None
