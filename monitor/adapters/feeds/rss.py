"""RSS, Atom and RDF, by feedparser."""

import calendar
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import feedparser

from monitor.adapters.feeds.entries import (
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
from monitor.domain.feed import Entry, FeedSettings, ParsedFeed
from monitor.domain.text import clean_line
from monitor.errors import FeedError

# References to characters that do not exist make feedparser raise; nobody means them.
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,40})|([0-9]{1,40}));")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_OPENING = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_CLOSING = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}  # hours
_FULL_TEXT = ("yandex_full-text", "full-text", "turbo_content", "fulltext")


def read_rss(text: str, settings: FeedSettings) -> ParsedFeed:
    """Read what feedparser can read; FeedError where it finds no feed."""
    read = _parse(text)
    version = read.get("version")
    if not version:
        raise FeedError(f"{settings.url}: the answer is {_looks_like(text)}, not a feed")
    head = read.get("feed", {})
    language = language_of(head.get("language"))
    found = [_entry(raw, settings, language) for raw in _whole(read, text)]
    kept, cut = newest(found)
    return ParsedFeed(
        entries=tuple(kept),
        title=line_of(head.get("title")),
        language=language,
        ttl=_ttl(head),
        damage=_damage(read) or cut,
    )


def _parse(text: str) -> Any:
    try:
        return _ask_feedparser(text)
    except Exception:  # noqa: BLE001 (it raises in many ways on bad references, DOCTYPEs and charsets; a second try without them)
        return _ask_feedparser(_DOCTYPE.sub("", _REFERENCE.sub(_real_character, text)))


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


def _entry(raw: Any, settings: FeedSettings, feed_language: str | None) -> Entry:
    source = raw.get("source") or {}
    publisher = line_of(source.get("title"), 200) or None
    summary, content = text_of(raw.get("summary")), _content(raw)
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


def _content(raw: Any) -> str:
    texts = [part.get("value") or "" for part in raw.get("content") or ()]
    texts += [raw[name] for name in _FULL_TEXT if isinstance(raw.get(name), str)]
    return text_of(max(texts, key=len, default=""))


def _link(raw: Any, settings: FeedSettings) -> str | None:
    """Take the first link that leads to the web; FeedBurner and its like name the publisher's own one apart."""
    others = [link.get("href") for link in raw.get("links") or () if link.get("rel", "alternate") == "alternate"]
    offered = [raw.get("feedburner_origlink"), raw.get("pheedo_origlink"), raw.get("link"), *others]
    return next((link for value in offered if isinstance(value, str) and (link := link_of(value, settings.url))), None)


def _published(raw: Any, language: str | None) -> datetime | None:
    for name in ("published", "updated", "created"):
        if name in raw and (moment := moment_of(str(raw[name]), language, _utc(raw.get(name + "_parsed")))):
            return moment
    return None


def _utc(parsed: time.struct_time | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None
