"""A feed, the entries it lists, and when to ask it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from monitor.domain.feeds.listing import Listing

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
class Day:
    """What the polls of one day (UTC) brought."""

    on: date
    listed: int  # the most entries that one poll listed
    new: int
    apart: int  # polls that had nothing in common with the one before


@dataclass(frozen=True, slots=True)
class Move:
    """Where a permanent redirect leads, and how well that has held."""

    to: str
    since: datetime
    times: int  # good answers from there; 0: the last was none


@dataclass(frozen=True, slots=True)
class Feed:
    """An address that lists a publisher's newest entries, with what we know of it."""

    id: int
    settings: FeedSettings
    state: FeedState = FeedState.NEW
    move: Move | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    failures: int = 0  # in a row
    last_error: str | None = None
    polled_at: datetime | None = None
    succeeded_at: datetime | None = None
    due_at: datetime | None = None
    baseline_at: datetime | None = None  # None: nothing was ever kept
    gap: timedelta | None = None  # that usually passes between new entries; None where too few were seen
    days: Sequence[Day] = ()  # the last two weeks, in order
    lease: str | None = None
    paused_at: datetime | None = None  # since when a person wants it left alone


class Entry(NamedTuple):
    """One entry as it stood in a feed: cleaned plain text, capped. A tuple, for thousands are handed from process to process."""

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


# An entry with its keys and the site that its link leads to, or the id of one that stands there as it did.
Found = int | tuple[Entry, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What the bytes of a feed said."""

    entries: Sequence[Entry]  # without those that a listing knew
    keys: Sequence[tuple[str, ...]] = ()  # by which each of them is known
    sites: Sequence[str] = ()  # to which each of them leads
    listing: Listing | None = None  # None where the feed could not be taken apart
    title: str = ""
    language: str | None = None
    ttl: timedelta | None = None  # as the feed asks: ttl, sy:updatePeriod
    damage: str | None = None  # what was wrong though entries could be read
    children: Sequence[str] = ()  # for a sitemap index: the sitemaps it lists

    def found(self) -> Sequence[Found]:
        """All entries in the order of the feed."""
        named = iter(zip(self.entries, self.keys, self.sites, strict=True))
        if self.listing is None:
            return list(named)
        return [next(named) if row.entry_id is None else row.entry_id for row in self.listing.rows]


@dataclass(frozen=True, slots=True)
class Answer:
    """How one poll went; what the world did wrong is an answer too."""

    state: FeedState
    found: Sequence[Found] = ()  # in the order of the feed
    listing: Listing | None = None
    error: str | None = None
    unchanged: bool = False  # 304, or the same bytes as last time
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    moved_to: str | None = None  # where a permanent redirect led to this answer
    wait: timedelta | None = None  # Retry-After: not before
    keep: timedelta | None = None  # Cache-Control or TTL: nothing new is expected before


LONGEST_WAIT = timedelta(days=1)
GONE_AFTER = 3  # answers of 410 in a row before a feed is no longer asked
GONE_WAIT = timedelta(hours=12)  # between these
MOVED_AFTER, MOVED_TIMES = timedelta(days=3), 3  # how long, and how often, a new address must have held before it is asked directly
DAYS_KEPT = 15
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
    least = GONE_WAIT if answer.state is FeedState.GONE else timedelta(0)
    wait = min(max(doubled, answer.wait or timedelta(0), least), LONGEST_WAIT)
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


def address_of(feed: Feed, now: datetime) -> str:
    """Say where to ask a feed: at the address of the settings, or where it has moved to once that held for days.

    As soon as the new address fails, the old one is asked again.
    """
    move = feed.move
    held = move is not None and move.times >= MOVED_TIMES and now - move.since >= MOVED_AFTER
    return move.to if move and held else feed.settings.url


def forget_validators(feed: Feed, now: datetime) -> Feed:
    """Ask for the whole of a feed at the first poll of one day a week, whatever its validators say: some never change."""
    if feed.polled_at is None or now.weekday() != feed.id % 7 or feed.polled_at.date() == now.date():
        return feed
    return replace(feed, etag=None, last_modified=None)


def follow_move(feed: Feed, answer: Answer, now: datetime) -> Move | None:
    """Say where a feed leads after an answer."""
    if answer.state not in (FeedState.OK, FeedState.NEW):
        return replace(feed.move, times=0) if feed.move else None
    if answer.moved_to is None:
        return None
    if feed.move and feed.move.to == answer.moved_to:
        return replace(feed.move, times=feed.move.times + 1)
    return Move(answer.moved_to, now, 1)


def count_poll(days: Sequence[Day], on: date, *, listed: int | None, new: int, apart: bool) -> tuple[Day, ...]:
    """Count a poll among the days; `listed` is None where nothing had changed, so that it lists what it listed before."""
    before = days[-1] if days else Day(on, 0, 0, 0)
    same = before if before.on == on else Day(on, 0, 0, 0)
    most = max(same.listed, before.listed if listed is None else listed)
    today = Day(on, most, same.new + new, same.apart + apart)
    return (*(day for day in days if day.on != on), today)[-DAYS_KEPT:]


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
