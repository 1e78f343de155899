"""Dates as people print them in English, Russian and Kazakh, and as addresses carry them."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january jan янв января январь қаңтар",
    "february feb фев февраля февраль ақпан",
    "march mar мар марта март наурыз",
    "april apr апр апреля апрель сәуір",
    "may мая май мамыр",
    "june jun июн июня июнь маусым",
    "july jul июл июля июль шілде",
    "august aug авг августа август тамыз",
    "september sept sep сен сентября сентябрь қыркүйек",
    "october oct окт октября октябрь қазан",
    "november nov ноя ноября ноябрь қараша",
    "december dec дек декабря декабрь желтоқсан",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"

_FULL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        rf"\b{_YEAR}\s*(?:жылғы|жылы|ж\.?)\s*{_DAY}[\s-]*{_MONTH}",
        rf"\b{_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b(?:\s*(?:г\.|года|год|жылы?|ж\.))?",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b{_DAY}\.(?P<month>[01]?\d)\.{_YEAR}\b(?:\s*(?:г\.|года|ж\.))?",
        rf"\b(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/{_YEAR}\b",
    )
)
_PARTIAL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?(?!\d)",
        rf"\b{_DAY}(?:st|nd|rd|th)?\s+{_MONTH}",
    )
)
_IN_ADDRESS = re.compile(rf"/{_YEAR}[/-]?(?P<month>[01]\d)[/-]?(?P<day>[0-3]\d)(?=[/_-]|$)")


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as it stands in a text; `day` is None where the year is missing or the order of the numbers is open."""

    day: date | None
    words: str
    start: int
    end: int


def find_day(text: str) -> PrintedDay | None:
    """Find the first full date in a text, or else the first that lacks its year."""
    for patterns in (_FULL, _PARTIAL):
        found = [day for pattern in patterns if (day := _first(pattern, text))]
        if found:
            return min(found, key=lambda day: (day.start, -day.end))
    return None


def day_of_address(url: str) -> date | None:
    """Read the day that a news address carries in its path: /2014/02/06/, /20140206/ or /2014-02-06-."""
    found = _IN_ADDRESS.search(url)
    return _calendar(found["year"], found["month"], found["day"]) if found else None


def _first(pattern: re.Pattern[str], text: str) -> PrintedDay | None:
    for found in pattern.finditer(text):
        parts = found.groupdict()
        if "first" in parts:
            day = _slashed(parts["first"], parts["second"], parts["year"])
        elif "year" in parts:
            day = _calendar(parts["year"], _month(parts["month"]), parts["day"])
        else:  # a leap year, so that 29 February counts as a day
            day = None if _calendar("2024", _month(parts["month"]), parts["day"]) else date.min
        # An impossible date, such as 31.02.2014, is no date; but a slashed one may be open.
        if (day is None and "year" in parts and "first" not in parts) or day == date.min:
            continue
        return PrintedDay(day, found[0].strip(" ."), found.start(), found.end())
    return None


def _month(name: str) -> str:
    return str(_NUMBER.get(name.lower(), name))


def _slashed(first: str, second: str, year: str) -> date | None:
    """Read 15/03/2023 and 03/15/2023; 05/03/2023 may be either, so it is neither."""
    ways = {_calendar(year, second, first), _calendar(year, first, second)} - {None}
    return ways.pop() if len(ways) == 1 else None


def _calendar(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
