"""RSS, Atom and RDF, by feedparser."""

import calendar
import copyreg
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import blake2b
from io import BytesIO
from itertools import chain
from typing import Any

import feedparser

from monitor.adapters.feeds.apart import Apart, take_apart
from monitor.adapters.feeds.entries import (
    MOST,
    guid_of,
    language_of,
    line_of,
    link_of,
    moment_of,
    newest,
    text_of,
    untokenised,
    without_publisher,
)
from monitor.domain.feeds.feed import Entry, FeedSettings, ParsedFeed
from monitor.domain.feeds.identity import Marks, marks_of, usable
from monitor.domain.feeds.listing import Listing, Row, new_keys
from monitor.domain.feeds.moment import parse_moment
from monitor.domain.words.text import clean_line
from monitor.errors import FeedError

# References to characters that do not exist make feedparser raise; nobody means them.
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,40})|([0-9]{1,40}));")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_OPENING = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_CLOSING = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}  # hours
_FORM = 1  # of what is read from an entry: a change of it means that all have to be read again
_FULL_TEXT = ("yandex_full-text", "full-text", "turbo_content", "fulltext")

# feedparser copies a small flat dictionary for each text, deeply: the general way of it takes an eighth of all its time.
copyreg.pickle(feedparser.FeedParserDict, lambda one: (partial(feedparser.FeedParserDict, one), ()))


def _read_date(printed: str) -> time.struct_time | None:
    """Read a date for feedparser, so that it tries its own ways only with what we cannot read."""
    moment = parse_moment(clean_line(printed, 200))
    return moment.utctimetuple() if moment else None


feedparser.registerDateHandler(_read_date)


def read_rss(text: str, settings: FeedSettings, before: Listing | None = None) -> ParsedFeed:
    """Read what feedparser can read; FeedError where it finds no feed. What stood in the listing before is not read again."""
    apart = take_apart(text)
    new = _read_new(apart, settings, before) if apart and before else None
    return new or _read_all(text, apart, settings)


def _read_all(text: str, apart: Apart | None, settings: FeedSettings) -> ParsedFeed:
    read, as_it_stood = _parse(text)
    if not read.get("version"):
        raise FeedError(f"{settings.url}: the answer is {_looks_like(text)}, not a feed")
    kept, cut = newest(_entries(_whole(read, text), read, settings))
    entries = list(dict.fromkeys(kept))
    damage = _damage(read) or cut
    marks = [marks_of(settings.url, entry) for entry in entries]
    # Each raw form has to be one entry, or it could not be said later which of them is known.
    told_apart = apart is not None and len(kept) == len(apart.raws) and len(entries) == len(set(apart.raws))
    listing = _listing(apart, settings, marks, {}) if apart and told_apart and as_it_stood and not damage else None
    keys = [tuple(one.keys[place] for place in own) for one, own in zip(marks, usable(marks), strict=True)]
    return replace(_parsed(read, entries, keys, marks, listing), damage=damage)


def _read_new(apart: Apart, settings: FeedSettings, before: Listing) -> ParsedFeed | None:
    """Read the entries that are new; None where that might give other ones than reading all of them."""
    known = before.known(_context(apart, settings))
    if known.keys().isdisjoint(apart.raws) or len(apart.raws) > MOST:
        return None
    read, as_it_stood = _parse(apart.without(known))
    entries = _entries(read.entries, read, settings)
    marks = [marks_of(settings.url, entry) for entry in entries]
    fresh = dict.fromkeys(raw for raw in apart.raws if raw not in known)
    if not (as_it_stood and read.get("version")) or _damage(read) or not len(fresh) == len(entries) == len({*newest(entries)[0]}):
        return None
    listing = _listing(apart, settings, marks, known)
    return None if listing.names_better(before) else _parsed(read, entries, new_keys(listing, marks), marks, listing)


def _listing(apart: Apart, settings: FeedSettings, marks: Sequence[Marks], known: Mapping[str, Row]) -> Listing:
    fresh = iter(marks)
    rows = (known.get(raw) or Row(raw, next(fresh).brief()) for raw in dict.fromkeys(apart.raws))
    return Listing(_context(apart, settings), tuple(rows))


def _context(apart: Apart, settings: FeedSettings) -> str:
    told = (_FORM, feedparser.__version__, apart.context, settings.url, settings.text, settings.language)
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


def _parsed(
    read: Any, entries: Sequence[Entry], keys: Sequence[tuple[str, ...]], marks: Sequence[Marks], listing: Listing | None
) -> ParsedFeed:
    head = read.get("feed", {})
    title, language = line_of(head.get("title")), language_of(head.get("language"))
    return ParsedFeed(tuple(entries), keys, [one.site for one in marks], listing, title=title, language=language, ttl=_ttl(head))


def _entries(raw: Iterable[Any], read: Any, settings: FeedSettings) -> list[Entry]:
    language = language_of(read.get("feed", {}).get("language"))
    return [_entry(one, settings, language) for one in raw]


def _parse(text: str) -> tuple[Any, bool]:
    """Let feedparser read a feed; False where it could only be read with changes."""
    try:
        return _ask_feedparser(text), True
    except Exception:  # noqa: BLE001 (it raises in many ways on bad references, DOCTYPEs and charsets; a second try without them)
        return _ask_feedparser(_DOCTYPE.sub("", _REFERENCE.sub(_real_character, text))), False


def _ask_feedparser(text: str) -> Any:
    # Our own text in one known encoding: what the server or the document says of it no longer counts.
    body = BytesIO(text.encode("utf-8", "ignore"))
    heads = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(body, response_headers=heads, sanitize_html=False, resolve_relative_uris=False)


def _real_character(found: re.Match[str]) -> str:
    code = int(found.group(1), 16) if found.group(1) else int(found.group(2))
    return found.group() if 31 < code < 0xD800 or 0xDFFF < code < 0x110000 or code in (9, 10, 13) else ""


def _looks_like(text: str) -> str:
    start = text.lstrip()[:2000].lower()
    if "<html" in start or start.startswith("<!doctype html") or "<body" in start or "<head" in start:
        return "an HTML page"
    return "XML of another kind" if start.startswith("<") else "neither XML nor JSON"


def _whole(read: Any, text: str) -> list[Any]:
    """Leave out the last entry of a body that was cut in its midst."""
    raw = list(read.entries)
    if raw and read.get("bozo") and _opened_last(text):
        return raw[:-1]
    return raw


def _opened_last(text: str) -> bool:
    end = text[-400_000:]
    opened = max((found.start() for found in _OPENING.finditer(end)), default=-1)
    closed = max((found.start() for found in _CLOSING.finditer(end)), default=-1)
    return opened > closed


def _damage(read: Any) -> str | None:
    trouble = read.get("bozo_exception") if read.get("bozo") else None
    if trouble is None or type(trouble).__name__ in _HARMLESS:
        return None
    return clean_line(f"{type(trouble).__name__}: {trouble}", 200)


def _ttl(head: Mapping[str, Any]) -> timedelta | None:
    """Read how often the feed wants to be asked, where it says so in a way that can be meant."""
    try:
        if "ttl" in head:
            minutes = float(head["ttl"])
        else:
            minutes = 60 * _PERIODS[str(head["sy_updateperiod"]).strip().lower()] / float(head.get("sy_updatefrequency") or 1)
        return timedelta(minutes=minutes) if 0 < minutes <= 60 * 8760 else None
    except (KeyError, ValueError, ZeroDivisionError, OverflowError):
        return None


def _entry(read: Any, settings: FeedSettings, feed_language: str | None) -> Entry:
    raw: dict[str, Any] = dict(read)  # its own dictionary looks each name up under several
    source = raw.get("source") or {}
    publisher = line_of(source.get("title"), 200) or None
    summary, content = _texts(raw)
    if not content and settings.text == "full":
        summary, content = "", summary
    language = language_of((raw.get("title_detail") or {}).get("language"))
    return Entry(
        guid=guid_of(raw.get("id")),
        link=_link(raw, settings),
        title=without_publisher(untokenised(line_of(raw.get("title")), settings), publisher),
        summary="" if summary == content else summary,
        content=content,
        author=line_of(raw.get("author"), 200) or None,
        publisher=publisher,
        publisher_url=link_of(source.get("href") or source.get("link"), settings.url),
        language=language,
        published=_published(raw, settings.language or language or feed_language),
    )


def _texts(raw: Mapping[str, Any]) -> tuple[str, str]:
    """Read summary and content; an entry without a summary repeats its content there."""
    parts = [part.get("value") or "" for part in raw.get("content") or ()]
    parts += [raw[name] for name in _FULL_TEXT if isinstance(raw.get(name), str)]
    longest, summary = max(parts, key=len, default=""), raw.get("summary")
    content = text_of(longest)
    return "" if summary == longest else text_of(summary), content


def _link(raw: Mapping[str, Any], settings: FeedSettings) -> str | None:
    """Take the first link that leads to the web; FeedBurner and its like name the publisher's own one apart."""
    others = (link.get("href") for link in raw.get("links") or () if link.get("rel", "alternate") == "alternate")
    offered = chain((raw.get("feedburner_origlink"), raw.get("pheedo_origlink"), raw.get("link")), others)
    return next((link for value in offered if isinstance(value, str) and (link := link_of(value, settings.url))), None)


def _published(raw: Mapping[str, Any], language: str | None) -> datetime | None:
    for name in ("published", "updated", "created"):
        if name in raw and (moment := moment_of(str(raw[name]), language, _utc(raw.get(name + "_parsed")))):
            return moment
    return None


def _utc(parsed: time.struct_time | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None
