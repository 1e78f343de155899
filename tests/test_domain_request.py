"""What is sent with a request, and where its redirects lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.feeds.request import Hop, Request, first_hop, headers_for, moved_to, next_hop

ASKED = Request("https://me:secret@news.example/feed?a=1#7", headers={"X-Token": "t", "Accept": "text/xml", "User-Agent": "Own/1"})


def test_a_request_begins_without_login_and_fragment():
    assert first_hop(ASKED) == Hop("https://news.example/feed?a=1")


@pytest.mark.parametrize(
    ("location", "url", "at_home"),
    [
        ("/b", "https://news.example/b", True),
        ("?b=2", "https://news.example/feed?b=2", True),
        ("https://NEWS.example:443/b", "https://NEWS.example:443/b", True),
        ("http://news.example/b", "http://news.example/b", False),
        ("https://news.example:8443/b", "https://news.example:8443/b", False),
        ("https://www.news.example/b", "https://www.news.example/b", False),
        ("https://news.example.evil.example/", "https://news.example.evil.example/", False),
        ("https://news.example@evil.example/", "https://evil.example/", False),
        ("//evil.example/", "https://evil.example/", False),
        ("https://a:b@news.example/#x", "https://news.example/", True),
        ("file:///etc/passwd", "file:///etc/passwd", False),
    ],
)
def test_a_redirect_leads_somewhere_and_only_the_same_origin_is_home(location, url, at_home):
    assert next_hop(ASKED, first_hop(ASKED), 302, location) == Hop(url, at_home=at_home, permanent=False)


@pytest.mark.parametrize(
    ("status", "location"), [(200, "/b"), (201, "/b"), (300, "/b"), (304, "/b"), (305, "/b"), (301, None), (302, ""), (404, "/b")]
)
def test_what_is_no_redirect_is_an_answer(status, location):
    assert next_hop(ASKED, first_hop(ASKED), status, location) is None


@given(st.text(alphabet=st.characters(), max_size=80), st.sampled_from([301, 302, 303, 307, 308]))
def test_no_location_is_too_odd_to_follow_or_to_refuse(location, status):
    hop = next_hop(ASKED, first_hop(ASKED), status, location)
    assert hop is None or "me:secret" not in hop.url


def test_what_identifies_the_user_is_sent_home_only():
    home = headers_for(ASKED, first_hop(ASKED), "monitor/1")
    away = headers_for(ASKED, Hop("https://evil.example/", at_home=False), "monitor/1")
    assert (home["authorization"], home["x-token"], home["accept"], home["user-agent"]) == ("Basic bWU6c2VjcmV0", "t", "text/xml", "Own/1")
    assert away == {"accept": "*/*", "user-agent": "monitor/1", "accept-encoding": "gzip, deflate"}


@pytest.mark.parametrize(
    ("hop", "status", "moved"),
    [
        pytest.param(Hop("https://news.example/feed?a=1"), 200, None, id="no redirect"),
        pytest.param(Hop("https://new.example/", at_home=False), 200, "https://new.example/", id="to another origin, without the login"),
        pytest.param(Hop("https://news.example/b"), 304, "https://me:secret@news.example/b", id="within the origin, with it"),
        pytest.param(Hop("https://new.example/", at_home=False), 404, None, id="to nothing"),
        pytest.param(Hop("https://new.example/", at_home=False), 500, None, id="to what is broken"),
        pytest.param(Hop("https://new.example/", at_home=False, permanent=False), 200, None, id="not for good"),
        pytest.param(Hop("http://new.example/", at_home=False), 200, None, id="out of TLS"),
    ],
)
def test_a_move_is_adopted_with_care(hop, status, moved):
    assert moved_to(ASKED, hop, status) == moved


def test_requests_can_be_told_apart_and_looked_up():
    one, other = Request("https://a/#1", headers={"a": "b"}), Request("https://a/#2", headers={"a": "b"})
    assert {one: 1, other: 2}[Request("https://a/#1", headers={"a": "b"})] == 1
