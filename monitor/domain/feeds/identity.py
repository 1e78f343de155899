"""Identity: the keys by which an entry is known again, whatever its feed changes about it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from monitor.domain.feeds.url import canonical_url, site_of, site_path
from monitor.domain.words.text import clean_line, fold


class Told(Protocol):
    """What of an entry tells which one it is, clean. Dates do not: they change with each poll of a careless feed."""

    @property
    def guid(self) -> str | None: ...
    @property
    def link(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def content(self) -> str: ...


E = TypeVar("E", bound=Told)
_LONG = 200  # characters; a longer value is hashed


class Marks(NamedTuple):
    """What tells an entry from the others that its feed lists."""

    keys: tuple[str, ...]  # all that may identify it, the strongest first
    words: str  # stands for its title and text
    site: str  # where its link leads, without the path; empty where it has none

    def brief(self) -> "Marks":
        """The same in a few bytes each: to be compared, not to be looked up."""
        return Marks(tuple(map(_brief, self.keys)), _brief(self.words), _brief(self.site) if self.site else "")


def marks_of(feed_url: str, entry: Told) -> Marks:
    """Name an entry by all that may identify it within its feed, the strongest first; one known key makes it known.

    `guid:` as it stands. `path:` the guid (or, where that is no address, the link) without scheme and host: it survives a
    move of the site. `url:` the canonical link: it survives a guid that changes at each poll, and tracking parameters; the
    home page and the feed itself are no article and give none. `text:` link (or guid) with title and text: it is as
    narrow as the stronger keys, so it never joins two entries that these keep apart (a daily "Weather today"), and it is
    all that is left where guid and link are shared. It is wide only for entries that have neither guid nor link.
    """
    guid = (entry.guid or "").strip()
    link = canonical_url(entry.link) if entry.link else ""
    leads = bool(site_path(link)) and link != canonical_url(feed_url)
    path = site_path(canonical_url(guid)) or (site_path(link) if leads else "")
    keys = [f"guid:{_short(guid)}"] if guid else []
    keys += [f"path:{_short(path)}"] if path else []
    keys += [f"url:{_short(link)}"] if leads else []
    words = fold(entry.title) + "\n" + fold((entry.content or entry.summary)[:20_000].rstrip())
    return Marks((*keys, "text:" + _hash(f"{link or guid}\n{words}")), _hash(words), site_of(link))


def usable_keys(feed_url: str, entries: Iterable[E]) -> list[tuple[E, tuple[str, ...], str]]:
    """Name the entries of one poll, without the keys that this very poll shows to be no identity; each with its site."""
    named = [(entry, marks_of(feed_url, entry)) for entry in entries]
    places = usable([marks for _, marks in named])
    return [(entry, tuple(marks.keys[place] for place in own), marks.site) for (entry, marks), own in zip(named, places, strict=True)]


def usable(poll: Sequence[Marks]) -> list[tuple[int, ...]]:
    """Say which keys of each entry of one poll are an identity, by their places.

    A key that entries with different texts share says nothing: the one guid or link that a feed gives to all, a live page
    that ten entries point at. Path keys count only where all links lead to one site: an aggregator lists `/?p=7` of many,
    and one agency text under the same path on thirty hosts. Judged value by value, so that one bad guid spoils no other;
    `text:` keys always stay.
    """
    shared = _shared(poll)
    one_site = len({marks.site for marks in poll if marks.site}) <= 1

    def counts(key: str) -> bool:
        return key not in shared and (one_site or not key.startswith("path:"))

    return [tuple(place for place, key in enumerate(marks.keys) if counts(key)) for marks in poll]


def _shared(poll: Sequence[Marks]) -> set[str]:
    tellings: defaultdict[str, set[str]] = defaultdict(set)
    for marks in poll:
        for key in marks.keys:
            tellings[key].add(marks.words)
    return {key for key, texts in tellings.items() if len(texts) > 1}


def _short(value: str) -> str:
    value = clean_line(value, len(value) + 1)
    return value if len(value) <= _LONG else _hash(value)


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:40]


def _brief(value: str) -> str:
    kind = "path:" if value.startswith("path:") else ""
    return kind + hashlib.blake2b(value.encode("utf-8", "replace"), digest_size=6).hexdigest()
