"""A feed, the entries it lists, and when to ask it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

Trust = Literal["official", "agency", "press", "aggregator", "unlisted"]
Texts = Literal["full", "summary", "title", "data"]


class FeedKind(StrEnum):
    """How the bytes of a feed are read."""

    FEED = "feed"  # RSS, Atom, RDF or JSON Feed: the bytes say which
    JSON = "json"  # a list inside some other JSON; `fields` says where things stand
    SITEMAP = "sitemap"  # a news sitemap, or an index of such


class FeedState(StrEnum):
    """What the last poll says about a feed."""

    NEW = "new"
    OK = "ok"
    ERROR = "error"
    GONE = "gone"  # 410, confirmed
    THROTTLED = "throttled"  # 429 or 503 with a time to wait
    REFUSED = "refused"  # the address is not allowed, or the server forbids us


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """What the user says about a feed."""

    url: str
    name: str  # short id, unique among the feeds
    publisher: str
    kind: FeedKind = FeedKind.FEED
    every: timedelta = timedelta(minutes=30)  # the slowest that the user wants; a feed's rhythm may make it faster, within `pace`
    language: str | None = None  # en, ru, kk … as a prior; the text decides
    country: str | None = None
    trust: Trust = "press"
    text: Texts = "summary"  # what the feed carries itself
    user_agent: str | None = None
    proxy: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)  # for kind json: items, id, title, link, summary, published → dotted paths
    robots: bool = False  # read robots.txt before its pages


@dataclass(frozen=True, slots=True)
class Feed:
    """An address that lists a publisher's newest entries, with what we know of it."""

    id: int
    settings: FeedSettings
    state: FeedState = FeedState.NEW
    moved_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    failures: int = 0  # in a row
    last_error: str | None = None
    polled_at: datetime | None = None
    succeeded_at: datetime | None = None
    due_at: datetime | None = None
    baseline_at: datetime | None = None  # None: nothing was ever kept
    lease: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stood in a feed: cleaned plain text, capped."""

    guid: str | None
    link: str | None
    title: str
    summary: str = ""
    content: str = ""  # the full text, where the feed carries it
    author: str | None = None
    publisher: str | None = None  # where an aggregator names it
    publisher_url: str | None = None
    language: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What the bytes of a feed said."""

    entries: Sequence[Entry]
    title: str = ""
    language: str | None = None
    ttl: timedelta | None = None  # as the feed asks: ttl, sy:updatePeriod
    damage: str | None = None  # what was wrong though entries could be read
    children: Sequence[str] = ()  # for a sitemap index: the sitemaps it lists


@dataclass(frozen=True, slots=True)
class Answer:
    """How one poll went; what the world did wrong is an answer too."""

    state: FeedState
    entries: Sequence[Entry] = ()
    error: str | None = None
    unchanged: bool = False  # 304, or the same bytes as last time
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    moved_to: str | None = None
    wait: timedelta | None = None  # Retry-After: not before
    keep: timedelta | None = None  # Cache-Control or TTL: nothing new is expected before


LONGEST_WAIT = timedelta(days=1)
GONE_AFTER = 3  # answers of 410 in a row before a feed is no longer asked
LONG_SLEEP = timedelta(days=1)  # not polled for so long: what came meanwhile is a baseline


def next_poll(feed: Feed, answer: Answer, gap: timedelta | None, now: datetime, fastest: timedelta, chance: float) -> datetime:
    """Say when to ask a feed again.

    `gap` is the usual time between its new entries, None where unknown; zero where two polls did not overlap, so that entries may have
    been missed. A quiet feed is asked `every`, a busy one faster, never faster than `fastest` or than it wishes; a failing one waits twice
    as long at each failure, up to a day. `chance`, from 0 to 1, spreads feeds that were asked together.
    """
    if answer.state in (FeedState.OK, FeedState.NEW):
        wait = max(_rhythm(feed.settings.every, gap, fastest), min(answer.keep or timedelta(0), feed.settings.every))
        spread: float = 0.95 + 0.05 * chance
        return now + wait * spread
    doubled: timedelta = feed.settings.every * 2 ** min(feed.failures + 1, 16)
    wait = max(min(doubled, LONGEST_WAIT), min(answer.wait or timedelta(0), LONGEST_WAIT))
    return now + wait * (1 + 0.1 * chance)


def _rhythm(every: timedelta, gap: timedelta | None, fastest: timedelta) -> timedelta:
    if gap is None:
        return every
    return min(every, max(gap / 2, fastest, every / 4))


def is_baseline(feed: Feed, now: datetime) -> bool:
    """Say whether what a poll brings is kept without single alerts: the first poll of a feed, and the first after a long sleep."""
    if feed.baseline_at is None or feed.polled_at is None:
        return True
    return now - feed.polled_at > max(LONG_SLEEP, 3 * feed.settings.every)


def settings_to_dict(settings: FeedSettings) -> dict[str, object]:
    """Write settings as plain values for a JSON column."""
    values = {name: getattr(settings, name) for name in settings.__dataclass_fields__}
    return values | {
        "every": settings.every.total_seconds(),
        "kind": settings.kind.value,
        "headers": dict(settings.headers),
        "fields": dict(settings.fields),
    }


def settings_from_dict(values: Mapping[str, Any]) -> FeedSettings:
    """Read back what `settings_to_dict` wrote."""
    return FeedSettings(**{**values, "every": timedelta(seconds=values["every"]), "kind": FeedKind(values["kind"])})
