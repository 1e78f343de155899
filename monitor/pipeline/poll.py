"""Poll: ask the feeds that are due, keep what they list that was not seen before, decide when to ask again."""

import logging
import random
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

import sqlalchemy as sa

from monitor.adapters.children import RunAll
from monitor.adapters.feeds import parse_feed
from monitor.adapters.http import Fetch, Request, Response
from monitor.counts import count
from monitor.domain.feeds.feed import (
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
from monitor.domain.feeds.freshness import keep_for, state_of, wait_for
from monitor.domain.feeds.identity import usable_keys
from monitor.domain.feeds.listing import Listing
from monitor.errors import FeedError, FetchError, OutsideError, StoppedError, StoreError
from monitor.store import entries, feeds, listings
from monitor.store.database import reading
from monitor.store.queue import Job
from monitor.store.unwritten import Unwritten

log = logging.getLogger(__name__)

SITEMAPS = 5  # how many children of a sitemap index are read, the newest first
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, */*;q=0.5"

TOGETHER = 64  # answers that are read, or written in one transaction, together
GATHER = 0.02  # seconds that they gather for

Now = Callable[[], datetime]
T = TypeVar("T")
Polled = tuple[Feed, Answer]


@dataclass(frozen=True, slots=True)
class Tools:
    """What polling needs from the world."""

    fetch: Fetch
    run_all: RunAll
    fastest: timedelta  # a feed is never asked more often
    at_once: int = 2  # batches of bodies that are read at the same time
    unwritten: Unwritten = field(default_factory=Unwritten)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that has yet to be read."""

    feed: Feed
    response: Response
    heads: Answer  # what the headers said


def poll(db: sa.Engine, tools: Tools, now: Now, *, limit: int = 200, only: Collection[str] = ()) -> int:
    """Poll up to `limit` feeds that are due, or those named in `only` (URLs), and say how many there were."""
    if due := claim(db, now(), limit=limit, only=only):
        ask(db, tools, now, due)
    return len(due)


def claim(db: sa.Engine, now: datetime, *, limit: int = 200, only: Collection[str] = (), job: Job | None = None) -> list[Feed]:
    """Take the feeds that are due; each has to be asked by whoever took it."""
    with db.begin() as tx:
        return [forget_validators(feed, now) for feed in feeds.claim_due(tx, now, limit, only, job)]


def ask(db: sa.Engine, tools: Tools, now: Now, due: Sequence[Feed]) -> None:
    """Ask feeds that were claimed, and keep what they answer as the answers come."""
    asked: dict[Request, list[Feed]] = {}  # feeds that moved to one address are one request
    for feed in due:
        asked.setdefault(request_for(feed, now()), []).append(feed)
    with (
        Gathering[Polled](1, lambda polled: _keep_all(db, tools, now, polled)) as answered,
        Gathering[Body](tools.at_once, lambda bodies: answered.put_all(_read_bodies(db, tools, now, bodies))) as bodies,
    ):
        for request, response in tools.fetch(asked):
            for feed in asked[request]:
                heard = hear(feed, response, now())
                if isinstance(heard, Body):
                    bodies.put_all([heard])
                elif heard is not None:
                    answered.put_all([(feed, heard)])


class Gathering(Generic[T]):
    """Threads that work on whatever has gathered: nobody waits for a batch to fill, and under load the batches grow by themselves."""

    def __init__(self, threads: int, work: Callable[[list[T]], None]) -> None:
        self._waiting: SimpleQueue[T | None] = SimpleQueue()  # None: there will be no more
        self._no_more = threading.Event()
        self._work = work
        self._threads = [threading.Thread(target=self._run, name="poll") for _ in range(threads)]

    def put_all(self, some: Iterable[T]) -> None:
        """Have these worked on."""
        for one in some:
            self._waiting.put(one)

    def _run(self) -> None:
        while batch := self._batch():
            self._work(batch)

    def _batch(self) -> list[T]:
        """Take what has gathered; nothing where there will be no more."""
        batch: list[T] = []
        one = self._waiting.get()
        self._no_more.wait(GATHER)
        with suppress(Empty):
            while one is not None:
                batch.append(one)
                if len(batch) == TOGETHER:
                    return batch
                one = self._waiting.get_nowait()
            self._waiting.put(None)  # for the next thread, and our own next turn
        return batch

    def __enter__(self) -> "Gathering[T]":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._no_more.set()
        self._waiting.put(None)
        for thread in self._threads:
            thread.join()


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


def hear(feed: Feed, response: Response | FetchError, now: datetime) -> "Answer | Body | None":
    """Say what came back; a body that is new has yet to be read, and None is noted nowhere: we were told to stop."""
    if isinstance(response, FetchError):
        if response.kind == "stopped":
            log.info("stopped in the middle feed=%s", feed.settings.name)
            return None
        return Answer(FeedState.REFUSED if response.kind == "refused" else FeedState.ERROR, error=str(response))
    heads = _heads(feed, response, now)
    if heads.state is not FeedState.OK or heads.unchanged:
        return heads
    digest = blake2b(response.body, digest_size=16).hexdigest()
    if digest == feed.body_hash:
        return replace(heads, unchanged=True, body_hash=digest)
    return Body(feed, response, replace(heads, body_hash=digest))


def _heads(feed: Feed, response: Response, now: datetime) -> Answer:
    state, error = state_of(response.status, conditional=bool(feed.etag or feed.last_modified))
    unchanged = response.status == 304 and state is FeedState.OK
    return Answer(
        state,
        error=error,
        unchanged=unchanged,
        etag=response.headers.get("etag") or (feed.etag if unchanged else None),
        last_modified=response.headers.get("last-modified") or (feed.last_modified if unchanged else None),
        moved_to=_leads_to(feed, response),
        wait=wait_for(response.headers, now),
        keep=keep_for(response.headers),
    )


def _leads_to(feed: Feed, response: Response) -> str | None:
    """Where a permanent redirect leads; the address in the settings is asked again as soon as the new one fails."""
    return response.moved_to or (feed.move.to if feed.move and response.url == feed.move.to else None)


def _read_bodies(db: sa.Engine, tools: Tools, now: Now, bodies: Sequence[Body]) -> Iterator[Polled]:
    """Read bodies in children; what stood in a feed before is not read again."""
    try:
        with reading(db).begin() as tx:
            before = listings.load(tx, [body.feed.id for body in bodies if body.feed.baseline_at])
        yield from read_bodies(tools, now, bodies, before)
    except StoppedError as stopped:
        log.info("stopped in the middle of reading feeds=%d: %s", len(bodies), stopped)
    except StoreError as error:
        log.error("feeds could not be read feeds=%d: %s", len(bodies), error)
        tools.unwritten.write(f"that {len(bodies)} feeds are free again", partial(_give_back, db, [body.feed for body in bodies]))
    except Exception:
        log.exception("feeds could not be read feeds=%s", ", ".join(body.feed.settings.name for body in bodies))


def read_bodies(tools: Tools, now: Now, bodies: Sequence[Body], before: Mapping[int, Listing]) -> Iterator[Polled]:
    """Read bodies together, each beside the listing of its feed where there is one."""
    rows = [(body.response.body, body.response.headers, body.feed.settings, before.get(body.feed.id)) for body in bodies]
    for body, parsed in zip(bodies, tools.run_all(parse_feed, rows), strict=True):
        yield body.feed, _read(body, parsed, tools, now())


def _read(body: Body, parsed: ParsedFeed | OutsideError, tools: Tools, now: datetime) -> Answer:
    """Turn what was read into an answer; what the world did wrong is one too."""
    heads = body.heads
    if isinstance(parsed, OutsideError):
        return Answer(FeedState.ERROR, error=str(parsed), wait=heads.wait)
    children = list(_children(body.feed, parsed, tools, now))
    found = usable_keys(body.feed.settings.url, dict.fromkeys([*parsed.entries, *children])) if children else parsed.found()
    keep = max(heads.keep or timedelta(0), parsed.ttl or timedelta(0))
    if parsed.damage:
        # The validators of a damaged body are not kept: the whole one must be served again.
        return replace(heads, found=found, error=f"damaged: {parsed.damage}", body_hash=None, etag=None, last_modified=None, keep=keep)
    return replace(heads, found=found, listing=parsed.listing, keep=keep)


def _children(feed: Feed, parsed: ParsedFeed, tools: Tools, now: datetime) -> Iterator[Entry]:
    """Read the sitemaps that an index lists."""
    if feed.settings.kind is not FeedKind.SITEMAP or not parsed.children:
        return
    wanted = [replace(request_for(feed, now), url=url, etag=None, last_modified=None) for url in parsed.children[:SITEMAPS]]
    for request, response in tools.fetch(wanted):
        try:
            yield from _child(request, response, feed, tools)
        except OutsideError as error:
            log.warning("sitemap failed feed=%s url=%s error=%s", feed.settings.name, request.url, error)


def _child(request: Request, response: Response | FetchError, feed: Feed, tools: Tools) -> Sequence[Entry]:
    if isinstance(response, FetchError):
        raise response
    if response.status != 200:
        raise FeedError(f"{request.url}: answered {response.status}")
    (parsed,) = tools.run_all(parse_feed, [(response.body, response.headers, feed.settings)])
    if isinstance(parsed, OutsideError):
        raise parsed
    entries: Sequence[Entry] = parsed.entries
    return entries


def _give_back(db: sa.Engine, asked: Sequence[Feed]) -> None:
    with db.begin() as tx:
        feeds.give_back(tx, asked)


def _keep_all(db: sa.Engine, tools: Tools, now: Now, polled: Sequence[Polled]) -> None:
    """Write what feeds answered, as soon as the database takes it."""
    names = ", ".join(feed.settings.name for feed, _ in polled)
    tools.unwritten.write(f"poll of {names}", partial(_keep_together, db, polled, now(), tools.fastest))


def _keep_together(db: sa.Engine, polled: Sequence[Polled], now: datetime, fastest: timedelta) -> None:
    """Write answers in one transaction; where that fails, each by itself: what goes wrong with one stays with it."""
    try:
        if len(polled) > 1 and _keep(db, polled, now, fastest):
            return
    except StoreError:
        raise  # a bad disk fails them all
    except Exception:  # noqa: BLE001 (it is met again below, and told)
        pass
    for feed, answer in polled:
        _keep_alone(db, feed, answer, now, fastest)


def _keep_alone(db: sa.Engine, feed: Feed, answer: Answer, now: datetime, fastest: timedelta) -> None:
    try:
        if not _keep(db, [(feed, answer)], now, fastest):
            log.warning("poll came too late, another process has the feed feed=%s", feed.settings.name)
    except StoreError:
        raise
    except Exception:
        log.exception("poll failed feed=%s", feed.settings.name)


def _keep(db: sa.Engine, polled: Sequence[Polled], now: datetime, fastest: timedelta) -> bool:
    """Write entries, validators and the next time together: never one without the others; False where a feed is no longer ours."""
    with db.begin() as tx:
        kept = entries.save(tx, [entries.Listed(feed, answer.found, is_baseline(feed, now)) for feed, answer in polled], now)
        brought = list(zip(polled, kept, strict=True))
        listings.save(tx, {feed.id: answer.listing.keep(own.ids) for (feed, answer), own in brought if answer.listing and own.ids})
        polls = [_poll(tx, feed, answer, own, now, fastest) for (feed, answer), own in brought]
        if not feeds.save_polls(tx, polls, now):
            tx.rollback()
            return False
    for poll, own in zip(polls, kept, strict=True):
        _tell(poll, own, baseline=is_baseline(poll.feed, now))
    return True


def _poll(tx: sa.Connection, feed: Feed, answer: Answer, kept: entries.Kept, now: datetime, fastest: timedelta) -> feeds.Poll:
    """Say how a poll went, and when the next one is due."""
    baseline = is_baseline(feed, now)
    gap = feeds.usual_gap(tx, feed.id) if kept.new and not baseline else feed.gap
    apart = _missed(feed, kept, baseline=baseline)
    due_at = next_poll(feed, answer, timedelta(0) if apart else gap, now, fastest, random.random())
    return feeds.Poll(feed, answer, due_at, gap, _counted(feed, answer, kept, now, apart=apart, baseline=baseline))


def _missed(feed: Feed, kept: entries.Kept, *, baseline: bool) -> bool:
    """Say whether two polls did not overlap, so that entries may have come and gone between them; what listed nothing overlaps nothing."""
    listed_before = bool(feed.days) and feed.days[-1].listed > 0
    return bool(kept.new) and not kept.known and listed_before and not baseline


def _counted(feed: Feed, answer: Answer, kept: entries.Kept, now: datetime, *, apart: bool, baseline: bool) -> Sequence[Day]:
    if answer.state is not FeedState.OK:
        return feed.days
    listed = None if answer.unchanged else len(answer.found)
    return count_poll(feed.days, now.date(), listed=listed, new=0 if baseline else len(kept.new), apart=apart)


def _tell(poll: feeds.Poll, kept: entries.Kept, *, baseline: bool) -> None:
    name, answer = poll.feed.settings.name, poll.answer
    count("poll", "unchanged" if answer.unchanged else answer.state.value)
    count("new entry", "baseline" if baseline else "news", len(kept.new))
    log.info(
        "polled feed=%s state=%s new=%d edited=%d known=%d baseline=%s next=%s error=%s",
        *(name, answer.state, len(kept.new), kept.edited, kept.known, baseline, f"{poll.due_at:%FT%TZ}", answer.error),
    )
    for entry_id in kept.new:
        log.info("kept entry=%d feed=%s", entry_id, name)
    if _missed(poll.feed, kept, baseline=baseline):
        log.warning("entries may have been missed: no entry of feed=%s was known; it is now asked faster", name)
