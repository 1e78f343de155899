"""Poll: ask the feeds that are due, keep what they list that was not seen before, decide when to ask again."""

import logging
import random
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b

import sqlalchemy as sa

from monitor.adapters.children import Run
from monitor.adapters.feeds import parse_feed
from monitor.adapters.http import Fetch, Request, Response
from monitor.domain.feed import (
    Answer,
    Day,
    Entry,
    Feed,
    FeedKind,
    FeedState,
    ParsedFeed,
    address_of,
    count_poll,
    forget_validators,
    is_baseline,
    next_poll,
)
from monitor.domain.freshness import keep_for, state_of, wait_for
from monitor.domain.url import usable_keys
from monitor.errors import FeedError, FetchError, OutsideError, StoppedError, StoreError
from monitor.store import entries, feeds

log = logging.getLogger(__name__)

SITEMAPS = 5  # how many children of a sitemap index are read, the newest first
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, */*;q=0.5"

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Tools:
    """What polling needs from the world."""

    fetch: Fetch
    run: Run
    fastest: timedelta  # a feed is never asked more often
    at_once: int = 2  # answers that are read at the same time


def poll(db: sa.Engine, tools: Tools, now: Now, *, limit: int = 200, only: Collection[str] = ()) -> int:
    """Poll up to `limit` feeds that are due, or those named in `only` (URLs), and say how many there were."""
    due = claim(db, now(), limit=limit, only=only)
    ask(db, tools, now, due)
    return len(due)


def claim(db: sa.Engine, now: datetime, *, limit: int = 200, only: Collection[str] = ()) -> list[Feed]:
    """Take the feeds that are due; each has to be asked by whoever took it."""
    with db.begin() as tx:
        return [forget_validators(feed, now) for feed in feeds.claim_due(tx, now, limit, only)]


def ask(db: sa.Engine, tools: Tools, now: Now, due: Sequence[Feed]) -> None:
    """Ask feeds that were claimed, and keep what they answer as the answers come."""
    asked: dict[Request, list[Feed]] = {}  # feeds that moved to one address are one request
    for feed in due:
        asked.setdefault(request_for(feed, now()), []).append(feed)
    with ThreadPoolExecutor(max_workers=tools.at_once, thread_name_prefix="poll") as threads:
        for request, response in tools.fetch(asked):
            for feed in asked[request]:
                threads.submit(_finish, db, tools, now, feed, response)


def request_for(feed: Feed, now: datetime) -> Request:
    """Ask a feed in the way that its settings and its last answer say."""
    own = feed.settings
    return Request(
        url=address_of(feed, now),
        etag=feed.etag,
        last_modified=feed.last_modified,
        user_agent=own.user_agent,
        accept=own.headers.get("accept", ACCEPT),
        headers={name: value for name, value in own.headers.items() if name.lower() != "accept"},
        proxy=own.proxy,
    )


def _finish(db: sa.Engine, tools: Tools, now: Now, feed: Feed, response: Response | FetchError) -> None:
    """Keep what one feed answered; whatever goes wrong with it stays with it."""
    try:
        answer = read_answer(feed, response, tools.run, tools.fetch, now())
        _keep(db, feed, answer, now(), tools.fastest)
    except StoppedError:
        log.info("stopped in the middle feed=%s", feed.settings.name)
    except StoreError as error:
        log.error("poll failed feed=%s: %s", feed.settings.name, error)  # a bad disk fails them all: no trace for each
    except Exception:
        log.exception("poll failed feed=%s", feed.settings.name)


def read_answer(feed: Feed, response: Response | FetchError, run: Run, fetch: Fetch, now: datetime) -> Answer:
    """Turn what came back into an answer; what the world did wrong is one too."""
    if isinstance(response, FetchError):
        if response.kind == "stopped":
            raise StoppedError(str(response)) from response
        state = FeedState.REFUSED if response.kind == "refused" else FeedState.ERROR
        return Answer(state, error=str(response))
    state, error = state_of(response.status, conditional=bool(feed.etag or feed.last_modified))
    heads = Answer(
        state,
        error=error,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
        moved_to=_leads_to(feed, response),
        wait=wait_for(response.headers, now),
        keep=keep_for(response.headers),
    )
    if state is not FeedState.OK:
        return heads
    if response.status == 304:
        return replace(heads, unchanged=True, etag=heads.etag or feed.etag, last_modified=heads.last_modified or feed.last_modified)
    return _read_body(feed, response, heads, run, fetch, now)


def _leads_to(feed: Feed, response: Response) -> str | None:
    """Where a permanent redirect leads; the address in the settings is asked again as soon as the new one fails."""
    return response.moved_to or (feed.move.to if feed.move and response.url == feed.move.to else None)


def _read_body(feed: Feed, response: Response, heads: Answer, run: Run, fetch: Fetch, now: datetime) -> Answer:
    digest = blake2b(response.body, digest_size=16).hexdigest()
    if digest == feed.body_hash:
        return replace(heads, unchanged=True, body_hash=digest)
    try:
        parsed: ParsedFeed = run(parse_feed, response.body, response.headers, feed.settings)
    except OutsideError as error:
        return Answer(FeedState.ERROR, error=str(error), wait=heads.wait)
    found = [*parsed.entries, *_children(feed, parsed, run, fetch, now)]
    keep = max(heads.keep or timedelta(0), parsed.ttl or timedelta(0))
    if parsed.damage:
        # The validators of a damaged body are not kept: the whole one must be served again.
        return replace(heads, entries=found, error=f"damaged: {parsed.damage}", etag=None, last_modified=None, keep=keep)
    return replace(heads, entries=found, body_hash=digest, keep=keep)


def _children(feed: Feed, parsed: ParsedFeed, run: Run, fetch: Fetch, now: datetime) -> Iterator[Entry]:
    """Read the sitemaps that an index lists."""
    if feed.settings.kind is not FeedKind.SITEMAP or not parsed.children:
        return
    wanted = [replace(request_for(feed, now), url=url, etag=None, last_modified=None) for url in parsed.children[:SITEMAPS]]
    for request, response in fetch(wanted):
        try:
            yield from _child(request, response, feed, run)
        except OutsideError as error:
            log.warning("sitemap failed feed=%s url=%s error=%s", feed.settings.name, request.url, error)


def _child(request: Request, response: Response | FetchError, feed: Feed, run: Run) -> Sequence[Entry]:
    if isinstance(response, FetchError):
        raise response
    if response.status != 200:
        raise FeedError(f"{request.url}: answered {response.status}")
    parsed: ParsedFeed = run(parse_feed, response.body, response.headers, feed.settings)
    return parsed.entries


def _keep(db: sa.Engine, feed: Feed, answer: Answer, now: datetime, fastest: timedelta) -> None:
    """Write entries, validators and the next time together: never one without the others."""
    found = usable_keys(feed.settings.url, _once(answer.entries))
    baseline = is_baseline(feed, now)
    with db.begin() as tx:
        kept = entries.save(tx, feed, found, now, baseline=baseline)
        apart = bool(kept.new) and not kept.known and not baseline
        gap = timedelta(0) if apart else feeds.usual_gap(tx, feed.id)
        due_at = next_poll(feed, answer, gap, now, fastest, random.random())
        days = _counted(feed, answer, kept, now, apart=apart, baseline=baseline)
        if not feeds.save_answer(tx, feed, answer, due_at, now, days):
            tx.rollback()
            log.warning("poll came too late, another process has the feed feed=%s", feed.settings.name)
            return
    log.info(
        "polled feed=%s state=%s new=%d edited=%d known=%d baseline=%s next=%s error=%s",
        *(feed.settings.name, answer.state, len(kept.new), kept.edited, kept.known, baseline, f"{due_at:%FT%TZ}", answer.error),
    )
    for entry_id in kept.new:
        log.info("kept entry=%d feed=%s", entry_id, feed.settings.name)
    if apart:
        log.warning("entries may have been missed: no entry of feed=%s was known; it is now asked faster", feed.settings.name)


def _counted(feed: Feed, answer: Answer, kept: entries.Kept, now: datetime, *, apart: bool, baseline: bool) -> Sequence[Day]:
    if answer.state is not FeedState.OK:
        return feed.days
    listed = None if answer.unchanged else len(answer.entries)
    return count_poll(feed.days, now.date(), listed=listed, new=0 if baseline else len(kept.new), apart=apart)


def _once(found: Iterable[Entry]) -> list[Entry]:
    return list(dict.fromkeys(found))
