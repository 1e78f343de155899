"""What stands around an article and tells where it is from: bylines, date lines, addresses, and the names of outlets."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from monitor.domain.articles.boilerplate import NAMES, Kind, kind_of
from monitor.domain.articles.printed_date import PrintedDay, find_day
from monitor.domain.words.text import CAPITALS

_URL = re.compile(r"https?://[^\s<>\"«»]+")
_LABEL = re.compile(
    r"(?:(?:original|canonical|full|source|article) )?(?:url|link|address)|original|source|permalink|retrieved from|"
    r"(?:адрес|ссылка)(?: на (?:статью|оригинал|источник|материал))?|источник|оригинал|түпнұсқа(?:сы)?|сілтеме(?:сі)?|дереккөз(?:і)?",
    re.IGNORECASE,
)
_PERSONS = rf"{NAMES}(?:(?:,| and| и| және) {NAMES}){{0,4}}"
_BYLINE = re.compile(
    rf"(?i:by|written by|reported by|story by|(?:автор|авторы|текст|подготовил\w?|мәтін|авторлар)\s?[:—–-])\s+(?P<name>{_PERSONS})[.,]?"
)
_OUTLET = re.compile(
    r"\b(?:times|news|post|tribune|journal|herald|agency|press|insider|today|daily|radio|review|gazette|guardian|telegraph|reuters|tass|"
    r"interfax|bloomberg|тасс|интерфакс|новости|газета|вестник|ведомости|коммерсантъ?|известия|правда|курсив|агентство|радио|"
    r"газеті|жаңалықтары|ақпарат|казинформ|kazinform|qazinform|ҚазАқпарат)\b|\.(?:kz|ru|com|org|net|info)\b",
    re.IGNORECASE,
)
_AROUND_DATE = re.compile(
    r"\b(?:published|updated|posted|last modified|modified|date|on|at|опубликован\w*|обновлен\w*|обновлён\w*|дата(?: публикации)?|в|"
    r"жарияланды|жарияланған(?: күні)?|жаңартылды|күні|сағат|"
    r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|a\.?m\.?|p\.?m\.?|gmt|utc|est|edt|et|msk|мск|"
    r"\d+ ?(?:min(?:ute)?s?|мин\w*)(?: read| чтения| оқу)?)\b|\d{1,2}:\d\d(?::\d\d)?|[+-]\d{1,2}(?::?\d\d)?\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updated|modified|обновл|жаңартыл", re.IGNORECASE)
_ORIGINAL = re.compile(
    rf"(?i:\b(?:on|in|by|at|на|в|сайте|газете|изданием)|(?:source|via|источник|первоисточник|дереккөзі?|ақпарат көзі)\s*[:—–-])\s*"
    rf"[«\"“]?(?:(?i:the) (?={NAMES}))?(?:(?<=[«\"“])(?P<quoted>[^«»\"“”]{{2,60}})|(?P<name>{NAMES}))"
)
_APPEALS = re.compile(
    rf"(?i:support|поддержите|(?:a |an )?(?:urgent )?(?:message|note|letter) from)\s+(?P<name>{NAMES})\s*[!:]|(?P<kk>{NAMES}) қолдаңыз.*"
)
_RIGHTS = re.compile(
    r"(?i:copyright|©|\(c\))\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?,?\s*)?(?i:by )?"
    rf"[«\"“]?(?P<name>[{CAPITALS}][^.|,;©«»\"“”]{{1,60}}?)[»\"”]?(?=\s*(?:[.|,;»\"”]|$|(?i:все права|all rights|барлық)))"
)
_PARTS = re.compile(r"\s+[|·•/–—]\s+")
_SUFFIX = re.compile(r"(?P<title>.{12,}?)\s+(?P<bar>[|–—-])\s+(?P<site>[^|]{2,40})")


@dataclass(frozen=True, slots=True)
class Stated:
    """A day that a line states."""

    day: PrintedDay
    changed: bool  # when the page was last touched, not when it was published


def addresses(line: str) -> list[str]:
    """The addresses of a line that consists of nothing else, but perhaps a label before it."""
    found = [url.rstrip(".,;)") for url in _URL.findall(line)]
    rest = _URL.sub(" ", line).strip(" :—–-<>()[].,")
    return found if found and (not rest or _LABEL.fullmatch(rest)) else []


def is_address_label(line: str) -> bool:
    """Say whether a line only announces an address: "Original url:"."""
    return line.endswith(":") and bool(_LABEL.fullmatch(line.rstrip(": ")))


def day_line(line: str) -> Stated | None:
    """Read a line that consists of a date, but perhaps a time, a label and a short name."""
    found = find_day(line)
    if not found:
        return None
    rest = _AROUND_DATE.sub(" ", line[: found.start] + " " + line[found.end :])
    words = re.findall(r"[^\W_]+", rest)
    if len(words) > 4 or (words and not all(word[0].isupper() or word.isdigit() for word in words)):
        return None
    return Stated(found, bool(_CHANGED.search(line)))


def is_bare_day(line: str) -> bool:
    """Say whether a line is a whole date and nothing else, but perhaps a time and a label."""
    stated = day_line(line)
    if not stated or not stated.day.day:
        return False
    return not re.search(r"[^\W_]", _AROUND_DATE.sub(" ", line[: stated.day.start] + " " + line[stated.day.end :]))


def byline(line: str) -> str | None:
    """The name that a byline gives, be it a person's or an outlet's."""
    found = _BYLINE.fullmatch(line)
    return found["name"] if found else None


def masthead_parts(line: str) -> list[str]:
    """Part a line such as "By A. Name | 15 March 2023 | 3 min read"."""
    return [part for part in _PARTS.split(line) if part]


def is_masthead(line: str) -> bool:
    """Say whether all that a line tells is who wrote when."""
    parts = masthead_parts(line)
    known = [bool(byline(part) or day_line(part)) for part in parts]
    return any(known) and all(this or kind_of(part) or re.fullmatch(NAMES, part) for this, part in zip(known, parts, strict=True))


def is_outlet(name: str, url: str | None) -> bool:
    """Say whether a name is an outlet's: by its words, or because the address bears it."""
    squashed = re.sub(r"[\W_]", "", name.lower())
    host = re.sub(r"[\W_]", "", (_host(url) or "").lower())
    return bool(_OUTLET.search(name)) or (len(squashed) >= 4 and squashed in host)


def without_site(title: str, url: str | None) -> tuple[str, str | None]:
    """Part a page title from the name of the site behind it: "Headline | The Times"."""
    found = _SUFFIX.fullmatch(title)
    if not found or len(found["site"].split()) > 5:
        return title, None
    site = found["site"].strip()
    return (found["title"], site) if found["bar"] == "|" or is_outlet(site, url) else (title, None)


def publisher_of(lines: Iterable[tuple[str, Kind | None]], url: str | None) -> str | None:
    """Name the publisher that the lines around an article tell, the surest first."""
    lines = list(lines)
    bylines = [name for line, kind in lines if kind is Kind.BYLINE for part in masthead_parts(line) if (name := byline(part) or part)]
    return next(
        (
            name.strip(" .!:")
            for name in (
                *_names(_ORIGINAL, lines, (Kind.SYNDICATION,)),
                *(name for name in bylines if is_outlet(name, url) and not day_line(name)),
                *_names(_APPEALS, lines, (Kind.APPEAL,)),
                *_names(_RIGHTS, lines, (Kind.LEGAL,)),
            )
        ),
        None,
    )


def _names(pattern: re.Pattern[str], lines: Sequence[tuple[str, Kind | None]], kinds: tuple[Kind, ...]) -> list[str]:
    found = [match for line, kind in lines if kind in kinds for match in [pattern.search(line)] if match]
    return [name for match in found for name in match.groups() if name]


def author_of(lines: Iterable[tuple[str, Kind | None]], url: str | None) -> str | None:
    """Name the person of the byline."""
    names = (byline(part) for line, kind in lines if kind is Kind.BYLINE for part in masthead_parts(line))
    return next((name for name in names if name and not is_outlet(name, url)), None)


def stated_days(lines: Iterable[tuple[str, Kind | None]]) -> list[Stated]:
    """The days that the lines around an article state, published before updated."""
    parts = [part for line, kind in lines if kind in (Kind.DATE, Kind.BYLINE) for part in masthead_parts(line)]
    days = [stated for part in parts if (stated := day_line(part))]
    return sorted(days, key=lambda stated: stated.changed)


def certainty(days: Sequence[Stated], partial: PrintedDay | None, in_address: date | None) -> tuple[date | None, str]:
    """Say which day an article is of, and how that is known."""
    full = next((stated.day.day for stated in days if stated.day.day), None)
    if full:
        return full, "printed"
    if partial and partial.day:
        return partial.day, "printed in the dateline"
    if in_address:
        return in_address, "in the address"
    open_day = next((stated.day for stated in days), partial)
    if not open_day:
        return None, "not told"
    return None, f"not whole: {open_day.words}"


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
