"""From the raw strings of any flavour to clean entries."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from monitor.domain.feeds.feed import Entry, FeedSettings
from monitor.domain.feeds.moment import parse_moment, plausible
from monitor.domain.words.text import clean, clean_line, plain

MOST = 2000  # entries of one poll
TEXT = 200_000  # characters
GUID = 4096
LINK = 4096
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")  # dateparser costs 16 ms a try, and without a year it could only guess
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?=$|[-_])")


def line_of(markup: str | None, limit: int = 500) -> str:
    """Make one clean line of a title or a name."""
    return clean_line(plain(markup[: 20 * limit]), limit) if markup else ""


def text_of(markup: str | None) -> str:
    """Make clean text of a summary or a body."""
    return clean(plain(markup[: 5 * TEXT]), TEXT) if markup else ""


def guid_of(value: str | None) -> str | None:
    """Clean a guid; of one that is too long, the hash of the whole tells it from those that begin alike."""
    guid = clean_line(value or "", len(value or "") + 1)
    if len(guid) <= GUID:
        return guid or None
    return guid[: GUID - 70] + "…" + hashlib.sha256(guid.encode()).hexdigest()


def link_of(value: str | None, base: str) -> str | None:
    """Resolve a link against the address of its feed; None for anything that is not on the web."""
    if not value:
        return None
    link = "".join(clean_line(value, LINK + 1).split())
    try:
        link = link if link.startswith(("https://", "http://")) or not link else urljoin(base, link)
        parts = urlsplit(link)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and len(link) <= LINK
    except ValueError:
        return None
    return link if usable else None


def language_of(value: str | None) -> str | None:
    """Keep the language of a tag such as ru-RU."""
    found = _LANGUAGE.match((value or "").strip())
    return found.group().lower() if found else None


def moment_of(printed: str | None, language: str | None, parsed: datetime | None = None) -> datetime | None:
    """Read a printed moment; `parsed` is what a library made of it, and a library of many languages is the last resort; UTC."""
    printed = clean_line(printed or "", 200)
    found = parse_moment(printed) if printed else None
    found = found or plausible(parsed) or (_by_dateparser(printed, language) if _YEAR.search(printed) else None)
    return found.astimezone(UTC) if found else None


@lru_cache(512)
def _by_dateparser(printed: str, language: str | None) -> datetime | None:
    import dateparser  # half a second, for the few feeds that need it

    languages = [language] if language in ("en", "ru", "kk", "uk", "de", "fr", "es", "tr", "zh", "it") else None
    settings = {"TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": True, "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    try:
        return plausible(dateparser.parse(printed, languages=languages, settings=settings))
    except Exception:  # noqa: BLE001 (it stumbles over odd strings in many ways; then there is no date)
        return None


_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?%)\]»”])")
_AFTER_MARK = re.compile(r"(?<=[(\[«“$])\s+")
_POSSESSIVE = re.compile(r"(?<=\w) ?(['’]) ?(?=(?:s|t|re|ve|ll|d|m)\b)")


def untokenised(title: str, settings: FeedSettings) -> str:
    """Close the gaps that GDELT leaves before punctuation."""
    if not (urlsplit(settings.url).hostname or "").endswith("gdeltproject.org"):
        return title
    return _POSSESSIVE.sub(r"\1", _AFTER_MARK.sub("", _BEFORE_MARK.sub("", title)))


def without_publisher(title: str, publisher: str | None) -> str:
    """Take off the " - Publisher" that aggregators add to a title."""
    if not publisher:
        return title
    for dash in (" - ", " – ", " — ", " | "):
        ending = dash + publisher
        if title.casefold().endswith(ending.casefold()) and len(title) > len(ending):
            return title[: -len(ending)].rstrip()
    return title


def newest(found: Sequence[Entry]) -> tuple[Sequence[Entry], str | None]:
    """Keep as many entries as one poll may bring, the newest where dates tell, and say when there were more."""
    found = [entry for entry in found if entry.title or entry.link or entry.guid or entry.summary or entry.content]
    if len(found) <= MOST:
        return found, None
    if all(entry.published for entry in found):
        found = sorted(found, key=_timestamp, reverse=True)
    return found[:MOST], f"lists {len(found)} entries; only the newest {MOST} were taken"


def _timestamp(entry: Entry) -> float:
    return entry.published.timestamp() if entry.published else 0.0
