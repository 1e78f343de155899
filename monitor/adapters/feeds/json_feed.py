"""JSON Feed, and lists inside any other JSON where the settings say where things stand."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from monitor.adapters.feeds.entries import guid_of, language_of, line_of, link_of, moment_of, newest, text_of
from monitor.domain.feeds.feed import Entry, FeedSettings, ParsedFeed
from monitor.domain.feeds.moment import plausible
from monitor.errors import FeedError

_HOLE = re.compile(r"\{([\w.-]+)\}")


def read_json_feed(text: str, settings: FeedSettings) -> ParsedFeed:
    """Read a JSON Feed, version 1 or 1.1."""
    read = _loaded(text, settings)
    if not isinstance(read, dict) or "jsonfeed.org/version/" not in str(read.get("version", "")):
        raise FeedError(f"{settings.url}: the answer is JSON, but not a JSON Feed; set kind: json with fields to say where things stand")
    items = read.get("items")
    found = [_feed_entry(raw, settings) for raw in items if isinstance(raw, dict)] if isinstance(items, list) else []
    kept, cut = newest(found)
    return ParsedFeed(
        entries=tuple(kept), title=line_of(_text(read.get("title"))), language=language_of(_text(read.get("language"))), damage=cut
    )


def _feed_entry(raw: Mapping[str, Any], settings: FeedSettings) -> Entry:
    authors = raw.get("authors") if isinstance(raw.get("authors"), list) else [raw.get("author")]
    names = [line_of(_text(author.get("name")), 100) for author in authors or () if isinstance(author, dict)]
    language = language_of(_text(raw.get("language")))
    summary, content = text_of(_text(raw.get("summary"))), text_of(_text(raw.get("content_html")) or _text(raw.get("content_text")))
    return Entry(
        guid=guid_of(_text(raw.get("id"))),
        link=link_of(_text(raw.get("url")) or _text(raw.get("external_url")), settings.url),
        title=line_of(_text(raw.get("title"))),
        summary="" if summary == content else summary,
        content=content,
        author=", ".join(name for name in names if name) or None,
        language=language,
        published=_moment(raw.get("date_published") or raw.get("date_modified"), language or settings.language),
    )


def read_json_list(text: str, settings: FeedSettings) -> ParsedFeed:
    """Read the list that `fields` points at."""
    read = _loaded(text, settings)
    where = settings.fields.get("items") or ""
    items = _at(read, where) if where else read
    if not isinstance(items, list):
        place = f"fields.items says {where}" if where else "fields.items is missing"
        raise FeedError(f"{settings.url}: no list of entries there: {place}, and the answer holds {_shape(read)}")
    found = [_list_entry(raw, settings) for raw in items if isinstance(raw, dict)]
    if items and not any(entry.title for entry in found):
        raise FeedError(
            f"{settings.url}: no entry has a title: fields.title says {settings.fields.get('title')}, and an entry holds {_shape(items[0])}"
        )
    kept, cut = newest(found)
    return ParsedFeed(entries=tuple(kept), damage=cut)


def _list_entry(raw: Mapping[str, Any], settings: FeedSettings) -> Entry:
    fields = settings.fields

    def value(name: str) -> Any:
        return _at(raw, fields[name]) if fields.get(name) else None

    return Entry(
        guid=guid_of(_text(value("id"))),
        link=link_of(_address(raw, fields.get("link")), settings.url),
        title=line_of(_text(value("title"))),
        summary=text_of(_text(value("summary"))),
        content=text_of(_text(value("content"))),
        author=line_of(_text(value("author")), 200) or None,
        publisher=line_of(_text(value("publisher")), 200) or None,
        published=_moment(value("published"), settings.language),
    )


def _address(raw: Mapping[str, Any], path: str | None) -> str | None:
    """Find a link, or make one where `path` is an address with paths in braces."""
    if not path:
        return None
    if "{" not in path:
        return _text(_at(raw, path))
    values = [_text(_at(raw, hole)) for hole in _HOLE.findall(path)]
    return _HOLE.sub(lambda hole: _text(_at(raw, hole.group(1))) or "", path) if all(values) else None


def _at(value: Any, path: str) -> Any:
    """Follow a dotted path through objects and lists; None where it leads nowhere."""
    for step in path.split("."):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _text(value: Any) -> str | None:
    """Take a string or a number for a text; of a list of such, the first."""
    if isinstance(value, list) and value:
        return _text(value[0])
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value)


def _moment(value: Any, language: str | None) -> datetime | None:
    """Read a moment as text, or as seconds or milliseconds since 1970."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return plausible(datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC))
        except (ValueError, OverflowError, OSError):
            return None
    return moment_of(_text(value), language)


def _loaded(text: str, settings: FeedSettings) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        looks = "HTML or XML" if text.lstrip().startswith("<") else "no JSON"
        raise FeedError(f"{settings.url}: the answer is {looks}, not JSON: {str(error)[:100]}") from error


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "an object with " + ", ".join(str(key)[:40] for key in list(value)[:12])
    return f"a list of {len(value)}" if isinstance(value, Sequence) and not isinstance(value, str) else type(value).__name__
