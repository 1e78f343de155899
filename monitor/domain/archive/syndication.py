"""Records as a feed that any reader can subscribe to: Atom and JSON Feed. Text from outside is only ever text in it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from monitor.domain.archive.record import Record
from monitor.domain.words.text import clean_line

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedOf:
    """What a feed says of itself."""

    title: str
    instance: str  # names this monitor in the ids of entries, such as monitor.local
    name: str  # what of it the feed tells, without blanks: "developments", "search/baikonur"
    home: str | None = None  # the page that shows the same
    address: str | None = None  # of the feed itself


def atom(feed: FeedOf, records: Sequence[Record]) -> str:
    """Write records as an Atom feed, in the order in which they are given."""
    root = Element(f"{{{_ATOM}}}feed")
    _text(root, "title", feed.title)
    _text(root, "id", _id(feed, feed.name))
    _text(root, "updated", max((one.first_seen for one in records), default=_LONG_AGO).isoformat())
    _text(root, "generator", "monitor")
    for relation, target in (("alternate", feed.home), ("self", feed.address)):
        if target:
            _child(root, "link", rel=relation, href=target)
    for record in records:
        _entry(root, feed, record)
    register_namespace("", _ATOM)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, feed: FeedOf, record: Record) -> None:
    entry = _child(root, "entry")
    if record.language:
        entry.set(_LANG, record.language)
    _text(entry, "title", clean_line(record.title) or record.key)
    _text(entry, "id", _id(feed, record.key))
    _child(entry, "link", rel="alternate", href=record.url)
    _text(entry, "published", record.published.isoformat())
    _text(entry, "updated", record.first_seen.isoformat())
    _text(_child(entry, "author"), "name", clean_line(record.author or record.publisher) or "unknown")
    if record.summary:
        _text(entry, "summary", record.summary)
    for term in _tags(record):
        _child(entry, "category", term=term)


def _tags(record: Record) -> list[str]:
    return [one for one in (record.storyline, record.placement) if one]


def _id(feed: FeedOf, key: str) -> str:
    # Of the year in which the first entry was written; an id never changes.
    return f"tag:{feed.instance},2026:{key.replace(' ', '+').replace('#', '/')}"


def _child(parent: Element, name: str, **attributes: str) -> Element:
    return SubElement(parent, f"{{{_ATOM}}}{name}", attributes)


def _text(parent: Element, name: str, text: str) -> None:
    _child(parent, name).text = text


def json_feed(feed: FeedOf, records: Sequence[Record]) -> str:
    """Write records as a JSON Feed 1.1."""
    told = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "home_page_url": feed.home, "feed_url": feed.address}
    items = [_item(feed, record) for record in records]
    return json.dumps({**{name: value for name, value in told.items() if value}, "items": items}, ensure_ascii=False, indent=1) + "\n"


def _item(feed: FeedOf, record: Record) -> dict[str, object]:
    item = {
        "id": _id(feed, record.key),
        "url": record.url,
        "title": clean_line(record.title),
        "content_text": record.summary,
        "date_published": record.published.isoformat(),
        "date_modified": record.first_seen.isoformat(),
        "authors": [{"name": clean_line(record.author or record.publisher)}],
        "language": record.language,
        "tags": _tags(record),
    }
    return {name: value for name, value in item.items() if value}
