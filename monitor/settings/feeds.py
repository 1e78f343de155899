"""feeds.yaml: what is read, and how each feed is to be treated."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from monitor.domain.feeds.feed import FeedKind, FeedSettings
from monitor.settings.values import Country, Headers, Language, Line, Name, Proxy, Section, WebAddress, Within
from monitor.settings.yaml import Document


class FieldsSection(Section):
    """Where things stand in a JSON feed: dotted paths, such as data.articles or image.url."""

    items: Line | None = Field(default=None, description="The path of the list of entries; left out where the document itself is the list.")
    id: Line | None = Field(default=None, description="The path of an entry's id.")
    title: Line = Field(description="The path of its title.")
    link: Line | None = Field(
        default=None, description="The path of its address; or an address with paths in braces, such as https://example.org/{id}."
    )
    summary: Line | None = Field(default=None, description="The path of its summary.")
    content: Line | None = Field(default=None, description="The path of its full text.")
    author: Line | None = Field(default=None, description="The path of its author.")
    publisher: Line | None = Field(default=None, description="The path of its publisher's name, for a list that gathers from many.")
    published: Line | None = Field(default=None, description="The path of the moment it was published.")


class FeedEntry(Section):
    """A feed, and how it is to be treated."""

    url: WebAddress = Field(description="Its address.")
    name: Name | None = Field(default=None, description="A short name, unique among the feeds. Default: made from the address.")
    enabled: bool = Field(default=True, description="false: it is kept in the list, but not asked.")
    publisher: Line | None = Field(
        default=None,
        description="Who publishes it; counted when independent sources are counted. Where it bears a name of the topic, all that it "
        "publishes is read, and its texts need not name the topic. Default: the host.",
    )
    kind: Literal["feed", "json", "sitemap"] = Field(
        default="feed", description="feed: RSS, Atom, RDF or JSON Feed. json: another JSON. sitemap: a news sitemap."
    )
    every: Annotated[timedelta, Within(timedelta(seconds=1), timedelta(days=30))] = Field(
        default=timedelta(minutes=30), description="How often it is asked at the least; a busy feed is asked more often, see pace.fastest."
    )
    language: Language | None = Field(default=None, description="Its language as far as you know: en, ru, kk …; the text decides.")
    country: Country | None = Field(default=None, description="The country it is made in.")
    trust: Literal["official", "agency", "press", "aggregator", "unlisted"] = Field(
        default="press",
        description="What its word is worth: official, agency (a wire), press, aggregator (shows texts of others), unlisted.",
    )
    text: Literal["full", "summary", "title", "data"] = Field(
        default="summary",
        description="What the feed carries itself: full texts, a summary, the title alone; data: facts, no pages to read.",
    )
    user_agent: Line | None = Field(default=None, description="What to call ourselves to this feed and its pages.")
    proxy: Proxy | None = Field(
        default=None, description="A proxy for this feed and its pages; none: no proxy, whatever network.proxy says."
    )
    headers: Headers = Field(default={}, description="Headers to send beside our own. They are stored in the archive: no secrets here.")
    fields: FieldsSection | None = Field(default=None, description="For kind json: where things stand.")
    robots: bool = Field(default=False, description="true: its pages are read only where the host's robots.txt allows it.")

    @model_validator(mode="after")
    def _json_says_where(self) -> "FeedEntry":
        if self.kind == "json" and self.fields is None:
            raise ValueError("fields is missing: kind json needs to know where titles and links stand")
        if self.kind != "json" and self.fields is not None:
            raise ValueError(f"fields is for kind json, and this feed is of kind {self.kind}")
        return self


class FeedsFile(Section):
    """feeds.yaml."""

    feeds: list[FeedEntry] = Field(default=[], max_length=20_000, description="The feeds, each with its address.")


def feeds_from(file: FeedsFile, proxy: str | None) -> tuple[tuple[FeedSettings, ...], tuple[FeedSettings, ...]]:
    """Make plain values of the entries: those switched on, and those switched off."""
    names = _names(file.feeds)
    made = [(entry.enabled, _feed(entry, name, proxy)) for entry, name in zip(file.feeds, names, strict=True)]
    return tuple(feed for on, feed in made if on), tuple(feed for on, feed in made if not on)


def _feed(entry: FeedEntry, name: str, proxy: str | None) -> FeedSettings:
    own = entry.proxy or proxy
    return FeedSettings(
        url=entry.url,
        name=name,
        publisher=entry.publisher or publisher_of(entry.url),
        kind=FeedKind(entry.kind),
        every=entry.every,
        language=entry.language,
        country=entry.country,
        trust=entry.trust,
        text=entry.text,
        user_agent=entry.user_agent,
        proxy=None if own == "none" else own,
        headers=entry.headers,
        fields=entry.fields.model_dump(exclude_none=True) if entry.fields else {},
        robots=entry.robots,
    )


def _names(entries: list[FeedEntry]) -> Iterator[str]:
    """Name every feed; a name made from an address gets a number where it is taken."""
    taken = {entry.name for entry in entries if entry.name}
    for entry in entries:
        name = entry.name or name_of(entry.url)
        number = 2
        while not entry.name and name in taken:
            name = f"{name_of(entry.url)}-{number}"
            number += 1
        taken.add(name)
        yield name


def name_of(url: str) -> str:
    """Make a short name from an address: host and path."""
    parts = urlsplit(url)
    plain = f"{parts.netloc.removeprefix('www.')}{parts.path}".lower()
    return re.sub(r"[^a-z0-9._]+", "-", plain)[:60].strip("-._") or "feed"


def publisher_of(url: str) -> str:
    """Name the publisher of an address by its host."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def find_doubles(file: FeedsFile, document: Document) -> Iterator[str]:
    """Name the feeds whose address or name another has already."""
    addresses: dict[str, int] = {}
    names: dict[str, int] = {}
    for number, entry in enumerate(file.feeds):
        for key, value, seen in (("url", sameness(entry.url), addresses), ("name", entry.name, names)):
            if value is None:
                continue
            if value in seen:
                first = document.line(("feeds", seen[value], key))
                yield document.mistake(("feeds", number, key), f"is already the {_WORDS[key]} of the feed on line {first}")
            seen.setdefault(value, number)


_WORDS: Mapping[str, str] = {"url": "address", "name": "name"}


def sameness(url: str) -> str:
    """Reduce an address to what decides which feed it is: http or https, and what stands behind #, do not."""
    parts = urlsplit(url)
    return f"{parts.netloc.lower()}{parts.path or '/'}?{parts.query}"
