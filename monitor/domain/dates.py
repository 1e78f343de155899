"""Dates and periods as a text gives them, resolved against the day of publication."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.domain.concepts import from_kazakh_latin, plain

_MONTHS = (
    ("january", "jan", "январ", "кантар"), ("february", "feb", "феврал", "акпан"), ("march", "март", "марта", "наурыз"),
    ("april", "apr", "апрел", "сауир"), ("may", "май", "мая", "мае", "мамыр"), ("june", "jun", "июн", "маусым"),
    ("july", "jul", "июл", "шилде"),
    ("august", "aug", "август", "тамыз"), ("september", "sept", "sep", "сентябр", "кыркуиек"), ("october", "oct", "октябр", "казан"),
    ("november", "nov", "ноябр", "караша"), ("december", "dec", "декабр", "желтоксан"),
)  # fmt: skip
# The kk month қазан is also a cauldron and a city: it counts with a figure beside it only, as every month does.
_MONTH = "|".join(sorted((plain(name) for names in _MONTHS for name in names), key=len, reverse=True))
_DAY = r"(?P<{0}>[0-3]?\d)"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_YEAR.format('y')}-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b",
        rf"\b{_DAY.format('d')}\.(?P<m>[01]\d)\.{_YEAR.format('y')}\b",
        rf"\b{_YEAR.format('y')}\W+жыл\w*\W+{_DAY.format('d')}\W+(?P<name>{_MONTH})\w*",
        rf"\b{_YEAR.format('y')}\W+жыл\w*\W+(?P<name>{_MONTH})\w*",
        rf"\b{_DAY.format('d')}(?:st|nd|rd|th|-го)?\W+(?:of\W+)?(?P<name>{_MONTH})[а-я]*\b\.?(?:\W{{1,2}}{_YEAR.format('y')})?",
        rf"(?<![-\w]){_DAY.format('d')}(?=(?:-го)?\W{{1,3}}(?:на|to|until|до|and|и|или|or)?\W{{0,3}}[0-3]?\d(?:-го)?\W+(?P<name>{_MONTH}))",
        rf"\b(?P<name>{_MONTH})[а-я]*\b\.?\W{{1,2}}{_DAY.format('d')}(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:,?\W{{1,2}}{_YEAR.format('y')})?",
        rf"\b(?P<name>{_MONTH})[а-я]*\b\W{{1,2}}(?:of\W)?{_YEAR.format('y')}",
        rf"(?P<q>\b(?:first|second|third|fourth|перв\w+|втор\w+|трет\w+|четверт\w+|i{{1,3}}|iv|q?[1-4])\b(?:-?\w{{1,3}})?)\W+(?:quarter|квартал\w*|токсан\w*)(?:\W+(?:of\W+)?{_YEAR.format('y')})?",
        rf"\b{_YEAR.format('y')}\W+жыл\w*\W+(?P<q>бирин\w+|екин\w+|ушин\w+|тортин\w+|[1-4])\W+токсан\w*",
        r"\bq(?P<q>[1-4])\W+(?P<y>20\d\d)",
        rf"(?P<h>\b(?:first|second|перв\w+|втор\w+|i{{1,2}}|[12])\b(?:-?\w{{1,3}})?)\W+(?:half\W+of|полугоди\w*|половин\w+)\W+(?:the\W+year\W+)?{_YEAR.format('y')}",
        rf"\b{_YEAR.format('y')}\W+жыл\w*\W+(?P<h>бирин\w+|екин\w+|[12])\W+(?:жарты\w*)(?:\W+жыл\w*)?",
        rf"\b(?:in|by|for|of|during|from|to|until|в|к|на|за|до|с|со)\W+(?:\w+\W+)?(?P<name>{_MONTH})[а-я]{{0,3}}\b(?!\W{{1,2}}\d)",
        rf"\b(?:early|late|mid|next|начал\w*|конц\w*|середин\w*)\W+(?P<name>{_MONTH})[а-я]{{0,3}}\b",
        rf"\b(?P<name>{_MONTH})(?:да|де|та|те|дын|дин|тын|тин|га|ге|ка|ке|инда|ында)\b",
        rf"\b(?P<name>{_MONTH})\W+аи(?:ы|да|ын|дын|га)\w*",
        r"(?<![\d.,$€])\b(?P<y>(?:19|20)\d\d)\b(?![.,]?\d|\W?(?:млн|млрд|million|billion|hectare|тенге|tonn|people|чел|\$))",
    )
)  # fmt: skip
_NUMERIC = tuple(pattern for pattern in _PATTERNS if "name>" not in pattern.pattern and "q>" not in pattern.pattern)  # halves have digits
_DIGIT = re.compile(r"\d")
_MONTHS_OR_QUARTERS = re.compile(rf"\b(?:{_MONTH}|quarter|квартал|токсан|q[1-4]\b)")
_QUARTERS = (
    ("first", "перв", "бирин", "i", "1"),
    ("second", "втор", "екин", "ii", "2"),
    ("third", "трет", "ушин", "iii", "3"),
    ("fourth", "четв", "тортин", "iv", "4"),
)


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, quarter, half or year: `key` is 2026-03-22, 2026-03, 2026-Q1, 2026-H1 or 2026."""

    key: str
    first: date
    last: date
    start: int
    end: int
    text: str
    stated_year: bool

    def is_ahead(self, today: date) -> bool:
        """Ask whether it was still to come; of a quarter or half that runs, what is named lies ahead as a rule."""
        return self.first > today or ("-" in self.key and self.key[5] in "QH" and self.last > today + _STILL_AHEAD)


_STILL_AHEAD = timedelta(days=14)


def dates_in(sentence: str, language: str, published: date) -> tuple[When, ...]:
    """Read the dates of a sentence; a day without a year is the one nearest to publication."""
    digits = _DIGIT.search(sentence)
    folded = _fold(sentence, language)
    months = _MONTHS_OR_QUARTERS.search(folded)
    if not digits and not months:
        return ()
    found: list[When] = []
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS if months else _NUMERIC:
        for match in pattern.finditer(folded):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            when = _resolve(match, sentence, published)
            if when:
                found.append(when)
                taken.append((match.start(), match.end()))
    return tuple(sorted(found, key=lambda when: when.start))


def _fold(sentence: str, language: str) -> str:
    folded = sentence.casefold()
    if len(folded) != len(sentence):  # a letter that folds to two would shift every position
        folded = sentence.lower() if len(sentence.lower()) == len(sentence) else sentence
    if language == "kk" and not re.search("[а-я]", folded):
        latin = from_kazakh_latin(folded)
        return (
            latin
            if len(latin) == len(folded)
            else re.sub("[a-zäáğǵıñńöóşūüúýç]", lambda m: from_kazakh_latin(m.group())[:1] or "ь", folded)
        )
    return plain(folded)


def _resolve(match: re.Match[str], sentence: str, published: date) -> When | None:
    parts = match.groupdict()
    text = sentence[match.start() : match.end()].strip(" ,.")
    year = int(parts["y"]) if parts.get("y") else None
    if parts.get("h") and year:
        return _half(parts["h"], year, match, text)
    if parts.get("q"):
        return _quarter(parts["q"], year, match, text, published)
    month = int(parts["m"]) if parts.get("m") else _month(parts.get("name"))
    if month is None:
        return _span(str(year), date(year, 1, 1), date(year, 12, 31), match, text, True) if year else None
    if not 1 <= month <= 12:
        return None
    day = int(parts["d"]) if parts.get("d") else None
    last_year = published.year - 1 if _LAST_YEAR.match(match.string, match.end()) else None
    chosen = year or last_year or _nearest_year(month, day, published)
    return _day(chosen, month, day, match, text, year is not None) if day else _of_month(chosen, month, match, text, year is not None)


def _month(name: str | None) -> int | None:
    return next((n for n, names in enumerate(_MONTHS, 1) if name and name in [plain(x) for x in names]), None)


_LAST_YEAR = re.compile(r"\W{1,3}(?:(?:of )?last year|прошлого года|минувшего года)")
_LEANING = {True: 45, False: -30}  # days: a day without a year is rather ahead, a month rather past


def _nearest_year(month: int, day: int | None, published: date) -> int:
    """Choose the year that brings a date nearest to publication."""
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda y: abs((date(y, month, min(day or 15, 28)) - published).days - _LEANING[day is not None]))


def _day(year: int, month: int, day: int, match: re.Match[str], text: str, stated: bool) -> When | None:
    try:
        moment = date(year, month, day)
    except ValueError:
        return None
    return _span(moment.isoformat(), moment, moment, match, text, stated)


def _of_month(year: int, month: int, match: re.Match[str], text: str, stated: bool) -> When:
    first = date(year, month, 1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return _span(f"{year}-{month:02d}", first, last, match, text, stated)


def _quarter(name: str, year: int | None, match: re.Match[str], text: str, published: date) -> When | None:
    number = next((n for n, names in enumerate(_QUARTERS, 1) if any(name == x or (len(x) > 3 and name.startswith(x)) for x in names)), None)
    number = number or next((n for n in range(1, 5) if name.startswith(str(n))), None)
    if number is None:
        return None
    chosen = year or published.year
    first = date(chosen, 3 * number - 2, 1)
    last = (first + timedelta(days=100)).replace(day=1) - timedelta(days=1)
    return _span(f"{chosen}-Q{number}", first, last, match, text, year is not None)


def _half(name: str, year: int, match: re.Match[str], text: str) -> When:
    second = name.startswith(("second", "втор", "екин", "ii", "2"))
    first, last = (date(year, 7, 1), date(year, 12, 31)) if second else (date(year, 1, 1), date(year, 6, 30))
    return _span(f"{year}-H{1 + second}", first, last, match, text, True)


def _span(key: str, first: date, last: date, match: re.Match[str], text: str, stated: bool) -> When:
    return When(key, first, last, match.start(), match.end(), text, stated)
