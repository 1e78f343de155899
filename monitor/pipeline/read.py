"""Read: fetch the pages of the entries that may concern the topic, and keep their articles."""

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

import sqlalchemy as sa

from monitor.adapters.children import Run
from monitor.adapters.http import Fetch, Request, Response
from monitor.adapters.pages import read_page
from monitor.domain.articles.article import Article, Page, article_address, article_from, gate, own_words
from monitor.domain.feeds.address import mask_url
from monitor.domain.feeds.feed import FeedSettings
from monitor.domain.feeds.url import canonical_url, host_of, is_wrapper, unwrap
from monitor.domain.matching.topic import Topic, may_concern
from monitor.errors import FetchError, OutsideError, StoppedError, StoreError
from monitor.store import articles, entries, feeds
from monitor.store.database import reading
from monitor.store.entries import StoredEntry
from monitor.store.queue import Job
from monitor.store.unwritten import Unwritten

log = logging.getLogger(__name__)

ATTEMPTS = 3  # how often a page is tried before the feed's own words must do for good
LATER = timedelta(minutes=15)

Now = Callable[[], datetime]
Allowed = Callable[[str, str | None], bool]  # may a page be fetched, as robots.txt says: url, user agent


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs from the world."""

    fetch: Fetch
    run: Run
    allowed: Allowed
    at_once: int = 2  # pages that are read at the same time
    unwritten: Unwritten = field(default_factory=Unwritten)


def read(db: sa.Engine, topic: Topic, tools: Tools, now: Now, *, limit: int = 100) -> int:
    """Look at up to `limit` entries, read the pages of those that may concern the topic, and say how many entries there were."""
    waiting = claim(db, now(), limit=limit)
    look_at(db, topic, tools, now, waiting)
    return len(waiting)


def claim(db: sa.Engine, now: datetime, *, limit: int = 100, job: Job | None = None) -> list[StoredEntry]:
    """Take the entries that wait; each has to be looked at by whoever took it."""
    with db.begin() as tx:
        return entries.claim_unread(tx, now, limit, job)


def look_at(db: sa.Engine, topic: Topic, tools: Tools, now: Now, waiting: Sequence[StoredEntry]) -> None:
    """Look at entries that were claimed, and read the pages of those that may concern the topic; StoreError gives them back."""
    try:
        _look_at_all(db, topic, tools, now, waiting)
    except StoreError:
        tools.unwritten.write(f"that {len(waiting)} entries are free again", partial(_give_back, db, waiting))
        raise


def _give_back(db: sa.Engine, waiting: Sequence[StoredEntry]) -> None:
    with db.begin() as tx:
        entries.give_back(tx, waiting)


def _look_at_all(db: sa.Engine, topic: Topic, tools: Tools, now: Now, waiting: Sequence[StoredEntry]) -> None:
    with reading(db).begin() as tx:
        publishers = publishers_by_host([feed.settings for feed in feeds.list_feeds(tx)])
    wanted: dict[Request, StoredEntry] = {}
    for stored in waiting:
        try:
            request = _look_at(db, topic, tools, publishers, stored, now())
        except StoreError:
            raise
        except Exception:
            log.exception("read failed entry=%d", stored.id)  # it comes again when its lease ends, and stops no other
            continue
        if request:
            wanted[request] = stored
    with ThreadPoolExecutor(max_workers=tools.at_once, thread_name_prefix="read") as threads:
        for request, response in tools.fetch(wanted):
            threads.submit(_finish, db, tools, publishers, wanted[request], response, now)


def publishers_by_host(settings: Sequence[FeedSettings]) -> dict[str, FeedSettings]:
    """Say which feed speaks for a host, so that what an aggregator lists is credited to its publisher."""
    return {host_of(one.url): one for one in reversed(settings) if one.trust != "aggregator"}


def _look_at(
    db: sa.Engine, topic: Topic, tools: Tools, publishers: Mapping[str, FeedSettings], stored: StoredEntry, now: datetime
) -> Request | None:
    """Decide what an entry needs: nothing, only its own words, or its page; answer the request for the page."""
    entry = stored.entry
    if not may_concern(topic, entry.title, f"{entry.summary}\n{entry.content}", stored.feed.publisher):
        with db.begin() as tx:
            entries.settle(tx, stored, entries.PASSED_OVER, note="names nothing of the topic", due_at=now)
        log.info("passed over entry=%d feed=%s", stored.id, stored.feed.name)
        return None
    reason = _why_no_page(stored, tools.allowed)
    if reason:
        _keep(db, publishers, stored, None, reason, now, final=True)
        return None
    link = unwrap(entry.link or "")
    # A fragment is never sent; here it keeps requests of entries apart that share a page.
    return Request(url=f"{link.partition('#')[0]}#{stored.id}", user_agent=stored.feed.user_agent, proxy=stored.feed.proxy)


def _why_no_page(stored: StoredEntry, allowed: Allowed) -> str | None:
    """Say why the page of an entry is not asked for; None where it is."""
    link = unwrap(stored.entry.link or "")
    if not link:
        return "the feed gives no link"
    if is_wrapper(link):
        return "the link leads through an aggregator"
    if stored.feed.text == "data":
        return "the feed carries data, not pages"
    if stored.feed.text == "full" and len(stored.entry.content) >= 600:
        return "the feed carries the full text"
    if stored.feed.robots and not allowed(link, stored.feed.user_agent):
        return "robots.txt asks us to stay away"
    return None


def _finish(
    db: sa.Engine, tools: Tools, publishers: Mapping[str, FeedSettings], stored: StoredEntry, response: Response | FetchError, now: Now
) -> None:
    """Read one page; whatever goes wrong with it stays with it."""
    try:
        page, reason, final = _read(tools.run, stored, response)
        keep = partial(_keep, db, publishers, stored, page, reason, now(), final=final)
        tools.unwritten.write(f"page of entry={stored.id}", keep)
    except StoppedError:
        log.info("stopped in the middle entry=%d", stored.id)
    except Exception:
        log.exception("read failed entry=%d", stored.id)


def _read(run: Run, stored: StoredEntry, response: Response | FetchError) -> tuple[Page | None, str | None, bool]:
    """Answer the page, or why there is none and whether that is final."""
    if isinstance(response, FetchError):
        if response.kind == "stopped":
            raise StoppedError(str(response)) from response
        return None, str(response), response.kind in ("refused", "malformed", "too large")
    if response.status != 200:
        return None, f"the page answered {response.status}", response.status in (401, 403, 404, 410, 451)
    address = response.final_url.partition("#")[0]
    try:
        page: Page = run(read_page, response.body, response.headers, address, stored.entry.language or stored.feed.language)
    except OutsideError as error:
        return None, str(error), True
    reason = gate(page, own_words(stored.entry), stored.entry.title)
    return (None, reason, True) if reason else (article_address(page, address), None, True)


def _keep(
    db: sa.Engine,
    publishers: Mapping[str, FeedSettings],
    stored: StoredEntry,
    page: Page | None,
    reason: str | None,
    now: datetime,
    *,
    final: bool,
) -> None:
    """Keep the article of an entry, from its page or from the feed's own words, and say so."""
    with db.begin() as tx:
        if page and articles.is_wall(tx, page.url or "", page.text):
            page, reason = None, "many pages of this site show this very text"
        article_id = _save(tx, publishers, stored, page)
        state = entries.READ if final or stored.attempts + 1 >= ATTEMPTS else entries.STUB
        entries.settle(tx, stored, state, note=reason, due_at=now + LATER, article_id=article_id)
    log.info("read entry=%d article=%d feed=%s stub=%s note=%s", stored.id, article_id, stored.feed.name, page is None, reason)


def _save(tx: sa.Connection, publishers: Mapping[str, FeedSettings], stored: StoredEntry, page: Page | None) -> int:
    address = page.url if page and page.url else _own_address(stored)
    speaker = publishers.get(host_of(address))
    article = article_from(stored.entry, stored.feed, page, address, speaker, stored.first_seen, baseline=stored.baseline)
    if is_wrapper(unwrap(stored.entry.link or "")):
        same = articles.find_by_title(tx, article.publisher, article.title)
        if same:
            return same.id  # the publisher's own article is in the archive already
    return articles.save(tx, _apart(tx, stored, article))


def _own_address(stored: StoredEntry) -> str:
    """The address of an entry without a page: its link, or a place at its publisher's where the link is a wrapper or missing."""
    link = unwrap(stored.entry.link or "")
    if link and not is_wrapper(link):
        return canonical_url(link)
    place = stored.entry.publisher_url or mask_url(stored.feed.url)
    return f"{canonical_url(place)}#{_own_mark(stored)}"


def _apart(tx: sa.Connection, stored: StoredEntry, article: Article) -> Article:
    """Give an article an address of its own where its feed gives one link to several entries, so that none is lost."""
    known = articles.find_by_url(tx, article.url)
    if known is None or known.id == stored.article_id or known.title == article.title:
        return article
    if not entries.same_feed_has_other(tx, stored.feed_id, stored.id, known.id):
        return article
    return replace(article, url=f"{article.url}#{_own_mark(stored)}")


def _own_mark(stored: StoredEntry) -> str:
    return f"entry-{articles.text_hash(stored.entry.guid or '', stored.entry.title)[:12]}"
