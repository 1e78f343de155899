"""Feeds: the bytes of RSS, Atom, RDF, JSON Feed, other JSON or a sitemap become entries.

Runs in a child process: feedparser is quadratic on hostile input and raises on ordinary bad input.
"""

from collections.abc import Mapping
from dataclasses import replace

from monitor.adapters.feeds.charset import decode
from monitor.adapters.feeds.json_feed import read_json_feed, read_json_list
from monitor.adapters.feeds.rss import read_rss
from monitor.adapters.feeds.sitemap import is_sitemap, read_sitemap
from monitor.domain.feeds.address import mask_url
from monitor.domain.feeds.feed import FeedKind, FeedSettings, ParsedFeed
from monitor.domain.feeds.identity import usable_keys
from monitor.domain.feeds.listing import Listing
from monitor.errors import FeedError

__all__ = ["parse_feed"]

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "gzip data",
}


def parse_feed(body: bytes, headers: Mapping[str, str], settings: FeedSettings, before: Listing | None = None) -> ParsedFeed:
    """Read a feed of any flavour; FeedError, saying what the bytes look like, for anything that is none.

    What stood in the listing before is not read again, where that can be told; the answer is the same as without.
    """
    try:
        return _parsed(body, {name.lower(): value for name, value in headers.items()}, settings, before)
    except FeedError as error:
        raise FeedError(mask_url(str(error))) from error  # its address stands in it
    except (ValueError, OverflowError, RecursionError, LookupError, TypeError, AttributeError, AssertionError) as error:
        told = f"{settings.url}: could not be read as a feed: {type(error).__name__}: {str(error)[:200]}"
        raise FeedError(mask_url(told)) from error


def _parsed(body: bytes, headers: Mapping[str, str], settings: FeedSettings, before: Listing | None) -> ParsedFeed:
    _refuse_other_files(body, settings)
    text = decode(body, headers)
    if settings.kind is FeedKind.JSON:
        return _named(read_json_list(text, settings), settings)
    if settings.kind is FeedKind.SITEMAP or is_sitemap(text):
        return _named(read_sitemap(text, settings), settings)
    if text.lstrip().startswith(("{", "[")):
        return _named(read_json_feed(text, settings), settings)
    return read_rss(text, settings, before)


def _named(parsed: ParsedFeed, settings: FeedSettings) -> ParsedFeed:
    """Take each entry once, with the keys by which it is known."""
    named = usable_keys(settings.url, dict.fromkeys(parsed.entries))
    entries, keys, sites = zip(*named, strict=True) if named else ((), (), ())
    return replace(parsed, entries=entries, keys=keys, sites=sites)


def _refuse_other_files(body: bytes, settings: FeedSettings) -> None:
    if not body.strip():
        raise FeedError(f"{settings.url}: the answer is empty, not a feed")
    for start, what in _MAGIC.items():
        if body.startswith(start):
            raise FeedError(f"{settings.url}: the answer is {what}, not a feed")
