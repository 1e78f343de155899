"""Moments as feeds and pages print them: ISO, mail style, or words in the languages of the press, with or without a zone."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

# First letters of the months' names; four letters where three would mean two months.
_MONTHS = (
    "jan янв қаң січ sty ene gen oca ian",
    "feb фев ақп лют fév fev şub lut",
    "mar мар нау бер mär mrt",
    "apr апр сәу кві avr abr nis kwi",
    "may май мая мам тра mai mag maj mei",
    "jun июн мау чер juin giu haz cze",
    "jul июл шіл лип juil lug tem lip",
    "aug авг там сер aoû aou ago ağu sie",
    "sep сен қыр вер set eyl wrz",
    "oct окт қаз жов okt ott out eki paź",
    "nov ноя қар лис kas lis",
    "dec дек жел гру dez déc dic ara gru",
)
_BY_START = {start: number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}
_HOURS: Mapping[str, float] = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0),
    **dict.fromkeys(("cet", "bst", "west", "met"), 1),
    **dict.fromkeys(("eet", "cest", "mest"), 2),
    **dict.fromkeys(("msk", "мск", "eest", "trt"), 3),
    **dict.fromkeys(("msd", "samt", "gst"), 4),
    **{
        "yekt": 5,
        "pkt": 5,
        "uzt": 5,
        "tmt": 5,
        "ist": 5.5,
        "omst": 6,
        "kgt": 6,
        "krat": 7,
        "novt": 7,
        "irkt": 8,
        "hkt": 8,
        "sgt": 8,
        "awst": 8,
    },
    **{"jst": 9, "kst": 9, "yakt": 9, "vlat": 10, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13},
    **{"edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "art": -3, "brt": -3},
}
_KAZAKH = ("almt", "qyzt", "oralt", "aqtt", "astana", "астана", "астаны", "алматы")
_ONE_ZONE = datetime(2024, 3, 1, tzinfo=UTC)  # Kazakhstan: +06:00 in most places before, +05:00 everywhere since

_WORD = r"[^\W\d_]{3,12}"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
        r"(?<!\d)(?P<y>[12]\d{3})(?P<m>[01]\d)(?P<d>[0-3]\d)(?=T|\b)",
        r"(?<!\d)(?P<d>\d{1,2})[.-](?P<m>\d{1,2})[.-](?P<y>\d{4})(?!\d)",
        rf"(?<!\d)(?P<y>\d{{4}})\s*(?:жылғы|жылы|жыл|ж\.?|-?жылдың)?[\s,]*(?P<d>\d{{1,2}})[\s-]*(?P<name>{_WORD})",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|º|\.|-?го|-?е)?[\s-]+(?:of\s+|de\s+)?(?P<name>{_WORD})\.?,?[\s-]*(?:de\s+|del\s+)?(?P<y>\d{{4}}|\d\d(?=\s))(?!\d)",
        rf"(?P<name>{_WORD})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
        rf"(?P<name>{_WORD})\s+(?P<d>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{1,5}}\s+)?(?P<y>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)",
    )
)
_TIME = re.compile(
    r"(?<![\d:+-])T?(?P<h>[0-2]?\d)[:h](?P<min>[0-5]\d)(?::(?P<s>[0-6]\d))?(?:[.,]\d+)?\s*(?P<half>[ap]\.?m\b)?", re.IGNORECASE
)
_COMPACT_TIME = re.compile(r"(?<=\d)T(?P<h>[0-2]\d)(?P<min>[0-5]\d)(?P<s>[0-6]\d)?(?P<half>)")
_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s*)?(?P<sign>[+−-])(?P<h>[01]?\d):?(?P<min>[0-5]\d)?(?!\d)")
_NAME = re.compile(r"[^\W\d_]+")


# What nearly all feeds print, once as XML and once as mail has it.
_USUAL_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_USUAL_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) (?:GMT|UTC|([+-]\d\d)(\d\d))", re.ASCII)


def parse_moment(text: str) -> datetime | None:
    """Read the first date in a short text, with the time and zone that stand beside it; UTC where there is no zone.

    The zone stays as printed, so that `.date()` is the day which the reader saw. Midnight where there is no time. None
    for what is no date, for a date like 03/04/2026 whose order is open, and for years outside 1990 … 2100: those are
    defaults of broken software.
    """
    return _read(text[:200])


@lru_cache(maxsize=500)  # the library that reads feeds asks for each, and we do after it
def _read(text: str) -> datetime | None:
    return _usual(text) or _any(text)


def _usual(text: str) -> datetime | None:
    """Read the forms that nearly all have, without looking for others; None where it is none of them."""
    if found := _USUAL_MAIL.fullmatch(text):
        day, name, year, time, hours, minutes = found.groups()
        month = _BY_START.get(name.lower(), 0)
        text = f"{year}-{month:02}-{day:0>2}T{time}{hours or '+00'}:{minutes or '00'}"
    elif not _USUAL_ISO.fullmatch(text):
        return None
    try:
        return plausible(datetime.fromisoformat(text))
    except ValueError:  # an hour 24, a day that is none: the other way has a rule for each
        return None


def _any(text: str) -> datetime | None:
    found = next((match for pattern in _DATES for match in pattern.finditer(text) if _day(match)), None)
    day = _day(found) if found else None
    if not found or not day:
        return None
    after = text[found.end() :]
    time = _COMPACT_TIME.search(text, max(found.end() - 1, 0)) or _TIME.search(after) or _TIME.search(text)
    if not time:
        return day
    rest = after if time.string == after else text
    return plausible(_at(day, time, rest[time.end() :]))


def plausible(moment: datetime | None) -> datetime | None:
    """Keep a moment that may be meant."""
    return moment if moment and 1990 <= moment.year <= 2100 else None


def _day(found: re.Match[str]) -> datetime | None:
    parts = found.groupdict()
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    month, day = _month_and_day(parts)
    try:
        return plausible(datetime(year, month, day, tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _month_and_day(parts: Mapping[str, str | None]) -> tuple[int, int]:
    if "a" in parts:  # 03/04: day first in Europe, month first in America; only one above twelve tells
        a, b = int(parts["a"] or 0), int(parts["b"] or 0)
        if a > 12 or a == b:
            return b, a
        return (a, b) if b > 12 else (0, 0)
    name = (parts.get("name") or "").lower()
    month = int(parts.get("m") or 0) or _BY_START.get(name[:4]) or _BY_START.get(name[:3]) or 0
    return month, int(parts["d"] or 0)


def _at(day: datetime, time: re.Match[str], rest: str) -> datetime | None:
    hour, half = int(time["h"]), (time["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23:
        return day
    local = day + timedelta(hours=hour, minutes=int(time["min"]), seconds=int(time["s"] or 0))
    return local.replace(tzinfo=timezone(_offset(rest[:60], local)))


def _offset(rest: str, local: datetime) -> timedelta:
    """Read how far east of Greenwich a time is meant."""
    if found := _OFFSET.match(rest.lstrip(" (")):
        offset = timedelta(hours=int(found["h"]), minutes=int(found["min"] or 0))
        return -offset if found["sign"] in "-−" else offset
    for word in _NAME.findall(rest)[:6]:
        name = word.lower()
        if name in _KAZAKH:
            return timedelta(hours=6 if local < _ONE_ZONE else 5)
        if name in ("московскому", "москве", "москвы"):
            return timedelta(hours=3)
        if name in _HOURS:
            return timedelta(hours=_HOURS[name])
    return timedelta(0)
