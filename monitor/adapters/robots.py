"""robots.txt: what a site lets programs read, as RFC 9309 has it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from monitor.domain.feeds.address import why_odd
from monitor.domain.feeds.request import Get, Request, Response, bare
from monitor.errors import FetchError

KEEP_RULES = timedelta(days=1)
KEEP_SILENCE = timedelta(hours=1)  # a site that did not say is asked again sooner
LARGEST = 1_000_000  # bytes; the RFC asks for 500 KiB at least
MOST_SITES = 5_000

Rules = Callable[[str, str], bool]  # url, product token


@dataclass(frozen=True, slots=True)
class Site:
    """What the robots.txt of a site said, and how long that counts."""

    rules: Rules
    until: datetime


class Robots:
    """Answer for many sites, each asked once a day. May be used by many threads; the worst is that a site is asked twice."""

    def __init__(self) -> None:
        self._sites: dict[str, Site] = {}

    def allowed(self, url: str, user_agent: str, get: Get, now: datetime) -> bool:
        """Say whether a page may be fetched under a name; a site that fails to answer allows nothing, one without rules everything."""
        if why_odd(url) is not None:
            return True  # the door to the network refuses it, and says why
        parts = urlsplit(bare(url))
        origin = f"{parts.scheme}://{parts.netloc}"
        site = self._sites.get(origin)
        if site is None or site.until <= now:
            site = _ask(origin, user_agent, get, now, site)
            self._keep(origin, site)
        return site.rules(url, product_token(user_agent))

    def _keep(self, origin: str, site: Site) -> None:
        self._sites.pop(origin, None)
        for longest_known in list(self._sites)[: max(0, len(self._sites) + 1 - MOST_SITES)]:
            self._sites.pop(longest_known, None)
        self._sites[origin] = site


def product_token(user_agent: str) -> str:
    """Cut a user agent down to the name that a robots.txt knows it by."""
    return user_agent.strip().partition("/")[0].partition(" ")[0]


def _ask(origin: str, user_agent: str, get: Get, now: datetime, known: Site | None) -> Site:
    try:
        response = get(Request(f"{origin}/robots.txt", user_agent=user_agent, accept="text/plain, */*;q=0.5", max_bytes=LARGEST))
    except FetchError:
        response = None
    if response is None or response.status >= 500 or response.status == 429:
        return Site(known.rules if known else _nothing, now + KEEP_SILENCE)
    return Site(_read(response), now + KEEP_RULES)


def _read(response: Response) -> Rules:
    if response.status != 200:
        return _everything
    parsed = Protego.parse(response.body.decode("utf-8-sig", "replace"))
    return parsed.can_fetch


def _everything(_url: str, _token: str) -> bool:
    return True


def _nothing(_url: str, _token: str) -> bool:
    return False
