"""How values are written on a page: moments, counts, addresses, languages. Text from outside stays text."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from markupsafe import Markup

from monitor.domain.alerts.wording import reason
from monitor.domain.alerts.wording.words import Words
from monitor.domain.words.text import clean

LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
ARCHIVES = {"Wayback Machine": "https://web.archive.org/web/*/", "archive.today": "https://archive.ph/newest/"}


def moment(value: datetime | str | None, zone: tzinfo = UTC) -> Markup:
    """Write a moment for people and machines, by the clock of the reader."""
    if value is None:
        return Markup("–")
    local = _read(value).astimezone(zone)
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(), f"{local:%-d %b %Y, %H:%M}")


def _read(value: datetime | str) -> datetime:
    """Read a moment back that lay in a JSON column."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def day(value: datetime | date | str | None, zone: tzinfo = UTC) -> Markup:
    """Write a day for people and machines."""
    if value is None:
        return Markup("–")
    local = _read(value).astimezone(zone).date() if isinstance(value, (datetime, str)) else value
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(), f"{local:%-d %b %Y}")


def clock(value: datetime, zone: tzinfo = UTC) -> Markup:
    """Write the time of day."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), f"{value.astimezone(zone):%H:%M}")


def ago(value: datetime | None, now: datetime) -> str:
    """Say how long ago something was, roughly."""
    if value is None:
        return "never"
    minutes = int((now - value).total_seconds() // 60)
    if minutes < 1:
        return "just now" if minutes >= 0 else "soon"
    for size, name in ((60 * 24, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            return f"{counted(minutes // size, name)} ago"
    return "just now"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: 1 article, 1,204 articles."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def safe(url: str | None) -> str:
    """Let only addresses of the web be linked; anything else links nowhere."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url if url and parts.scheme in ("http", "https") and parts.hostname else ""


def host(url: str | None) -> str:
    """Say on whose site an address lies."""
    return (urlsplit(safe(url)).hostname or "").removeprefix("www.")


def language(code: str | None) -> str:
    """Name a language."""
    return LANGUAGES.get(code or "", code or "unknown language")


def development_path(key: str) -> str:
    """The address of a development: its key holds a #, which a browser would keep to itself."""
    return f"/developments/{quote(key, safe='')}"


def storyline_path(slug: str) -> str:
    """The address of a storyline."""
    return f"/storylines/{quote(slug, safe='')}"


def archived(url: str | None) -> dict[str, str]:
    """Where public archives of the web keep an address."""
    return {name: prefix + url for name, prefix in ARCHIVES.items()} if url and safe(url) else {}


def address(path: str, query: Mapping[str, Any], **changes: Any) -> str:
    """Write the address of the same page with some of its questions changed; None takes one away."""
    asked = {name: value for name, value in {**query, "said": None, "mark": None, **changes}.items() if value not in (None, "")}
    return f"{path}?{urlencode(asked)}" if asked else path


def shown(value: Any) -> Any:
    """Take out of a text what nobody can see (overrides of direction, controls) before it is escaped; spaces at its ends stay."""
    if not isinstance(value, str) or isinstance(value, Markup) or value.isascii():
        return value
    inner = value.strip(_BLANKS)
    before = len(value) - len(value.lstrip(_BLANKS))
    return value[:before] + clean(inner, 1_000_000) + value[before + len(inner) :]


_BLANKS = " \n\t"


def in_words(said: str, words: Words) -> str:
    """Say a sentence of ours in the language of the one who reads it."""
    return reason(words, said)


FILTERS: dict[str, Callable[..., Any]] = {
    "moment": moment,
    "day": day,
    "clock": clock,
    "ago": ago,
    "counted": counted,
    "safe_url": safe,
    "host": host,
    "language": language,
    "in_words": in_words,
    "development_path": development_path,
    "storyline_path": storyline_path,
}
FUNCTIONS: dict[str, Any] = {"address": address, "archived": archived}
