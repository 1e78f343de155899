"""Probe: ask every feed and the page of its newest entry once, and keep nothing; what `monitor doctor` shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitor.adapters.children import Run
from monitor.adapters.feeds import parse_feed
from monitor.adapters.http import Fetch, Request, Response
from monitor.adapters.pages import read_page
from monitor.domain.feeds.feed import FeedSettings, ParsedFeed
from monitor.domain.feeds.url import is_wrapper, unwrap
from monitor.errors import FetchError, OutsideError


@dataclass(frozen=True, slots=True)
class Finding:
    """What one probe found."""

    what: str  # feed, page, channel, settings
    name: str
    fine: bool
    told: str


def probe_feeds(settings: Sequence[FeedSettings], fetch: Fetch, run: Run) -> Iterator[Finding]:
    """Ask each feed, then the page of its newest entry; findings come as they are made."""
    asked = {Request(url=one.url, user_agent=one.user_agent, proxy=one.proxy, headers=one.headers): one for one in settings}
    pages: dict[Request, FeedSettings] = {}
    for request, response in fetch(asked):
        finding, link = _look_at_feed(asked[request], response, run)
        yield finding
        if link:
            pages[Request(url=link, user_agent=asked[request].user_agent, proxy=asked[request].proxy)] = asked[request]
    for request, response in fetch(pages):
        yield _look_at_page(pages[request], request, response, run)


def _look_at_feed(one: FeedSettings, response: Response | FetchError, run: Run) -> tuple[Finding, str | None]:
    if isinstance(response, FetchError):
        return Finding("feed", one.name, False, str(response)), None
    if response.status != 200:
        return Finding("feed", one.name, False, f"answered {response.status}"), None
    try:
        parsed: ParsedFeed = run(parse_feed, response.body, response.headers, one)
    except OutsideError as error:
        return Finding("feed", one.name, False, str(error)), None
    told = f"{len(parsed.entries)} entries" + (f", damaged: {parsed.damage}" if parsed.damage else "")
    moved = f"; moved for good to {response.moved_to}" if response.moved_to else ""
    links = (unwrap(entry.link) for entry in parsed.entries if entry.link)
    wanted = None if one.text == "data" else next((link for link in links if not is_wrapper(link)), None)
    return Finding("feed", one.name, bool(parsed.entries or parsed.children), told + moved), wanted


def _look_at_page(one: FeedSettings, request: Request, response: Response | FetchError, run: Run) -> Finding:
    if isinstance(response, FetchError):
        return Finding("page", one.name, False, str(response))
    if response.status != 200:
        return Finding("page", one.name, False, f"{request.url} answered {response.status}")
    try:
        page = run(read_page, response.body, response.headers, response.final_url, one.language)
    except OutsideError as error:
        return Finding("page", one.name, False, str(error))
    return Finding("page", one.name, True, f"{len(page.text):,} characters: {page.title}")
