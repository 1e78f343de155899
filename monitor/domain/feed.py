"""A feed, the entries it lists, and when to ask it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

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
