"""robots.txt, as sites write it and as they fail to."""

from datetime import UTC, datetime, timedelta

import pytest

from monitor.adapters.robots import Robots, product_token
from monitor.domain.feeds.request import Request, Response
from monitor.errors import FetchError

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
AGENT = "monitor/0.1 (+https://example.org/monitor)"

RULES = b"""\xef\xbb\xbfUser-agent: *
Disallow: /private/
Disallow: /*.pdf$
Allow: /private/open

User-agent: monitor
Disallow: /no-monitors/

User-agent: Googlebot
Disallow: /
"""


class Site:
    """Answers for robots.txt, and counts how often it was asked."""

    def __init__(self, body: bytes = b"", status: int = 200, error: FetchError | None = None) -> None:
        self.body, self.status, self.error = body, status, error
        self.asked: list[Request] = []

    def get(self, request: Request) -> Response:
        self.asked.append(request)
        if self.error:
            raise self.error
        return Response(request.url, request.url, self.status, {}, self.body)


@pytest.mark.parametrize(
    ("path", "agent", "allowed"),
    [
        ("/news/1", AGENT, True),
        ("/no-monitors/1", AGENT, False),
        ("/private/1", AGENT, True),  # its own group is the only one that counts
        ("/private/1", "Other/2.0", False),
        ("/private/open/1", "Other/2.0", True),
        ("/a/b.pdf", "Other/2.0", False),
        ("/a/b.pdf?x", "Other/2.0", True),
        ("/news/1", "Googlebot/2.1", False),
        ("/новости", AGENT, True),
    ],
)
def test_the_rules_of_a_site_are_kept(path, agent, allowed):
    assert Robots().allowed(f"https://example.com{path}", agent, Site(RULES).get, NOON) is allowed


@pytest.mark.parametrize(
    ("site", "allowed"),
    [
        pytest.param(Site(status=404), True, id="no robots.txt"),
        pytest.param(Site(status=410), True, id="gone"),
        pytest.param(Site(status=403), True, id="forbidden"),
        pytest.param(Site(b"", 200), True, id="empty"),
        pytest.param(Site(b"<html>Not found</html>", 200), True, id="a page instead"),
        pytest.param(Site(b"\xff\xfe\x00Disallow: /", 200), True, id="garbage"),
        pytest.param(Site(status=302), True, id="a redirect to nowhere"),
        pytest.param(Site(status=500), False, id="broken"),
        pytest.param(Site(status=503), False, id="busy"),
        pytest.param(Site(status=429), False, id="too busy for us"),
        pytest.param(Site(error=FetchError("timed out", "timeout")), False, id="unreachable"),
    ],
)
def test_a_site_without_rules_allows_all_and_one_that_fails_allows_nothing(site, allowed):
    assert Robots().allowed("https://example.com/a", AGENT, site.get, NOON) is allowed


def test_a_site_is_asked_once_a_day_under_its_own_origin():
    robots, site = Robots(), Site(RULES)
    for number in range(3):
        robots.allowed(f"https://user:pw@example.com:8443/{number}?q#f", AGENT, site.get, NOON)
    assert [request.url for request in site.asked] == ["https://example.com:8443/robots.txt"]
    robots.allowed("http://example.com:8443/1", AGENT, site.get, NOON)
    assert len(site.asked) == 2
    robots.allowed("https://example.com:8443/1", AGENT, site.get, NOON + timedelta(days=1))
    assert len(site.asked) == 3


def test_a_site_that_failed_is_asked_again_within_the_hour():
    robots, site = Robots(), Site(status=503)
    assert not robots.allowed("https://example.com/a", AGENT, site.get, NOON)
    site.status, site.body = 200, RULES
    assert not robots.allowed("https://example.com/a", AGENT, site.get, NOON + timedelta(minutes=59))
    assert robots.allowed("https://example.com/a", AGENT, site.get, NOON + timedelta(minutes=60))


def test_the_last_known_rules_count_while_a_site_is_down():
    robots, site = Robots(), Site(RULES)
    robots.allowed("https://example.com/a", AGENT, site.get, NOON)
    site.status = 503
    later = NOON + timedelta(days=2)
    assert robots.allowed("https://example.com/a", AGENT, site.get, later)
    assert not robots.allowed("https://example.com/no-monitors/", AGENT, site.get, later)


@pytest.mark.parametrize("url", ["file:///x", "http://[::1", "no url", ""])
def test_what_the_door_refuses_is_left_to_the_door(url):
    site = Site(RULES)
    assert Robots().allowed(url, AGENT, site.get, NOON)
    assert site.asked == []


def test_not_every_site_ever_seen_is_remembered():
    robots, site = Robots(), Site(RULES)
    for number in range(5_010):
        robots.allowed(f"https://s{number}.example/a", AGENT, site.get, NOON)
    assert len(robots._sites) == 5_000


@pytest.mark.parametrize(
    ("agent", "token"), [(AGENT, "monitor"), ("Mozilla/5.0 (X11)", "Mozilla"), ("monitor", "monitor"), ("my reader", "my"), ("", "")]
)
def test_a_user_agent_is_known_by_its_product(agent, token):
    assert product_token(agent) == token
