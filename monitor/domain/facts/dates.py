"""Dates and periods as a text gives them, resolved against the day of publication.

Each word of a sentence becomes one sign (a day, a month, a year, a preposition …), and what dates look like is said over the signs: one
grammar serves all languages, and a sentence is read once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from monitor.domain.facts.calendar_words import Sign, signs_of
from monitor.domain.facts.folding import fold
from monitor.domain.facts.weekdays import planned_days
from monitor.domain.words.concepts import plain
from monitor.domain.words.marks import MARKS


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, quarter, half, year, decade or century: `key` is 2026-03-22, 2026-03, 2026-Q1, 2026-H1, 2026, 202x or 20xx."""

    key: str
    first: date
    last: date
    start: int
    end: int
    text: str
    stated_year: bool
    is_end: bool = False  # it is the end of the year, not any day of it

    def is_ahead(self, today: date) -> bool:
        """Ask whether it was still to come; of a quarter, half or end of a year that runs, what is named lies ahead as a rule."""
        runs = self.is_end or ("-" in self.key and self.key[5] in "QH")
        return self.first > today or (runs and self.last > today + _STILL_AHEAD)


_STILL_AHEAD = timedelta(days=14)
_LONG_OVER = timedelta(days=150)
_LEANING = {True: 45, False: -30}  # days: a day without a year is rather ahead, a month rather past
_OLDEST = 1900  # a year in figures alone is a year from here on

_MONTH = "(?P<m>[MmRrBS])"
_YEAR = "(?P<y>y|Y|[LNT](?=g)|U(?=j?g))(?:(?<=[LNT])g|(?<=U)j?g)?"
_RULES = tuple(
    re.compile(rule)
    for rule in (
        "(?P<iso>I)",
        rf"{_YEAR}g?s?(?P<d>d)(?:c(?P<d2>d))?c?{_MONTH}",  # 2018 жылғы 30 қыркүйек
        rf"(?P<d>d)[ci]{{1,2}}(?P<d2>d)e?{_MONTH}s?k?(?:{_YEAR})?",  # 3–7 May; с 3 по 7 мая
        rf"(?P<d>d)(?:(?<![MmB]d)c)?e{{0,2}}{_MONTH}s?k?e?(?:{_YEAR})?",  # not the 22nd of "July 22 and September 19"
        rf"(?P<d>o)(?:(?=[rRB])|e{{1,2}}(?=[Mm])){_MONTH}s?k?e?(?:{_YEAR})?",  # восемнадцатого апреля; the eighteenth of April
        rf"(?P<m>[Mm])e(?P<d>o)(?:k?{_YEAR})?",  # April the twenty-first
        rf"(?P<nth>[oLl])(?P<weekday>w)[ei]{{0,2}}{_MONTH}(?:s?k?{_YEAR})?",  # the first Thursday of February
        r"(?P<m>B)(?P<nth>[ol])(?P<weekday>w)",  # ақпанның бірінші бейсенбісі
        r"(?:(?P<d>[do])|(?P<nth>[oLl])(?P<weekday>w))e{1,2}(?P<same>[TN])a",  # the fourth Sunday of next month
        rf"(?P<m>[MmB])s?e?(?P<d>d)(?:c(?P<d2>d))?(?:k?{_YEAR})?",  # May 3–7, 2026; мамырдың 3-і
        rf"(?P<m>[MmRrB])[ci](?P<m2>[MmRrB])s?k?e{{0,2}}{_YEAR}",  # between October and December of that year
        rf"{_YEAR}g?s?(?P<quarter>(?P<m>[MmRrBS])c(?P<m2>[MmRrBS]))",  # 2026 жылғы қаңтар–наурызда
        rf"{_YEAR}g?s?{_MONTH}",
        rf"(?P<y>U)j?gk?i?{_MONTH}",  # осенью того же года, в октябре
        rf"{_MONTH}s?k?e{{0,2}}{_YEAR}",
        r"(?<=i)(?P<m>[MmRrB])[ci](?P<m2>[MmRrB])",  # between July and September
        r"(?<!i)(?P<quarter>(?P<m>M)i(?P<m2>[Mm]))",  # January to March
        r"(?P<quarter>(?P<m>[MmRrBS])c(?P<m2>[MmRrBS]))",  # январь – март
        r"(?P<turn>[LN])(?P<m>[MmRr])",  # last May
        rf"{_YEAR}g?s?(?P<q>[od])c?q",
        rf"(?P<q>[od])c?qe{{0,2}}(?:{_YEAR})?",
        rf"(?P<q>Q)k?e{{0,2}}{_YEAR}",
        rf"(?P<q>[Ll])qe{{0,2}}{_YEAR}",  # the last quarter of 2026
        rf"{_YEAR}g?s?(?P<q>l)q",
        rf"(?P<nth_month>[oLl])ae{{0,2}}{_YEAR}",  # the final month of next year
        rf"{_YEAR}g?s?(?P<nth_month>[ol])a",
        rf"(?P<begins>o)(?P<months>[xd])(?P<long>[ax])e{{0,2}}{_YEAR}",  # the first three months of next year
        r"(?P<begins>o)(?P<months>[xd])(?P<long>[ax])e{0,2}g",  # первые три месяца года
        rf"{_YEAR}g?s?(?P<begins>o)(?P<months>[xd])(?P<long>a)",
        rf"{_YEAR}g?s?(?P<h>[od])c?[hH]",
        rf"(?P<h>[od])c?[hH]e{{0,2}}{_YEAR}",
        r"(?P<h>[od])c?(?:H|he{0,2}(?=g))",
        r"(?P<decade>D|y(?<!y[ci]y)(?=G))",
        r"(?P<tens>[dn])(?=G)",
        r"(?P<century>[od])c?C",
        r"(?<!e)N(?P<after>[aqgw])",  # next month, quarter, year, Thursday
        r"pe{1,2}N(?P<after>[aqg])",  # the middle of next year
        r"Z(?P<y>y)",
        r"(?P<this>p[ei]{0,2}T?g(?!s?[dyMmRr])|(?<![_yYLNT])T?gP|(?<![yYLNT])T?Z)",  # the end of the year
        r"(?P<this_month>p[ei]{0,2}T?a(?!s?[dyMmRr])|(?<![_yYLNTolmMrRBS])T?aP)",
        r"[ph][ec]{0,2}(?P<m>[MmRr])",
        r"(?P<m>[MmRrBS])a?P",
        rf"pe{{0,2}}(?P<season>E)(?:e{{0,2}}{_YEAR})?",  # the end of winter
        r"(?P<season>E)P",
        r"(?P<m>(?<=[ie])[MmRr]|[mrS](?=a)|(?<!X)M(?!X)|[RB]|(?<![LNTY])S)a?",
        r"p[ec]{0,2}(?P<y>y)g?",
        r"(?P<y>y)(?:gP)?",
        r"(?P<y>Y)gP",  # биыл жыл соңында
    )
)


def span_of(key: str) -> tuple[str, str]:
    """Say from which day to which a date's key reaches; a month may end on a day that it does not have."""
    year, part = key[:4], key[5:7]
    if not part:
        return f"{year.replace('x', '0')}-01-01", f"{year.replace('x', '9')}-12-31"
    if months := _PARTS_OF_YEAR.get(part[0]):
        last = months * int(part[1])
        return f"{year}-{last - months + 1:02d}-01", f"{year}-{last:02d}-31"
    return (key, key) if len(key) == _DAY else (f"{key}-01", f"{key}-31")


def spans_meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Ask whether two spans of days, each from a first to a last, have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


_PARTS_OF_YEAR = {"Q": 3, "H": 6}  # months
_DAY = len("2026-12-31")


def dates_in(sentence: str, language: str, published: date, named: int | None = None) -> tuple[When, ...]:
    """Read the dates of a sentence; a day without a year is the one nearest to publication, that same year the one `named` last."""
    parted = sentence.replace("-to-", " to ")  # the July-to-September period
    folded, holds = fold(parted, language)
    found = _dates(parted, folded, language, published, named) if "date" in holds else []
    if parted != sentence:
        found = [replace(when, text=sentence[when.start : when.end]) for when in found]
    if "weekday" in holds:
        found += [
            _weekday(sentence, *day) for day in planned_days(folded, published) if not any(_meet(day, when, sentence) for when in found)
        ]
    return tuple(sorted(found, key=lambda when: when.start))


def _weekday(sentence: str, start: int, end: int, day: date) -> When:
    return When(day.isoformat(), day, day, start, end, sentence[start:end], stated_year=True)


def _meet(day: tuple[int, int, date], when: When, sentence: str) -> bool:
    """Ask whether a date holds a day of the week, or stands right behind it: Thursday, the thirteenth of August."""
    if when.start < day[1]:
        return day[0] < when.end
    return bool(_BESIDE.fullmatch(sentence, day[1], when.start))


_BESIDE = re.compile(r",?\s?(?:the\s)?", re.IGNORECASE)


def _dates(sentence: str, folded: str, language: str, published: date, named: int | None) -> list[When]:
    words = signs_of(sentence, folded, language)
    signs = "".join(word.sign for word in words)
    found: list[When] = []
    for rule in _RULES:
        for match in rule.finditer(signs):
            whens = _Found(match, words, sentence, language, published, named).whens()
            if whens:
                found += whens
                signs = signs[: match.start()] + "_" * len(match.group()) + signs[match.end() :]
    return found


class _Found:
    """A place where a rule fits, and what it comes to; a day that no calendar has, or a figure that is no year, comes to nothing."""

    def __init__(
        self, match: re.Match[str], words: Sequence[Sign], sentence: str, language: str, published: date, named: int | None
    ) -> None:
        before = [word.value for word in words[: match.start()] if word.sign == "y"]
        self._named = before[-1] if before else named
        self._match, self._words, self._sentence = match, words, sentence
        self._language, self._published = language, published
        self._parts = {name: words[match.start(name)] for name, signs in match.groupdict().items() if signs}
        self._start, end = words[match.start()].start, words[match.end() - 1].end
        self._text = _DANGLING.sub("", sentence[self._start : end].strip(" ,."))
        self._end = self._start + len(self._text)

    def whens(self) -> list[When]:
        """Give the one date, or the two ends of a range."""
        return [when for when in self._whens() if when]

    def _whens(self) -> Iterator[When | None]:
        parts = self._parts
        if "weekday" in parts:
            yield self._nth_weekday()
        elif not parts.keys().isdisjoint(("m", "same", "nth_month", "this_month")):
            yield from self._months() if "m2" in parts else self._days_of_month()
        elif "iso" in parts:
            year, rest = divmod(parts["iso"].value, 10_000)
            yield self._day(year, *divmod(rest, 100), stated=True)
        elif not parts.keys().isdisjoint(("q", "h", "begins")):
            yield self._first_months() if "begins" in parts else self._part_of_year()
        elif "season" in parts or "after" in parts:
            yield self._end_of_season() if "season" in parts else self._after(parts["after"])
        elif "decade" in parts or "tens" in parts or "century" in parts:
            yield self._long()
        elif "this" in parts:
            yield self._year(self._published.year, stated=False)
        elif parts["y"].sign == "Y" or self._is_year():
            yield self._year(self._stated() or 0, stated=True)

    def _days_of_month(self) -> Iterator[When | None]:
        days: list[int | None] = [self._parts[name].value for name in ("d", "d2") if name in self._parts]
        for day in days or [None]:
            yield self._of_month(self._month(), day)

    def _month(self) -> int:
        """The month that is named, or this one, or the next; or the last of the year."""
        if "m" in self._parts:
            return self._parts["m"].value
        if "nth_month" in self._parts:
            return self._parts["nth_month"].value or _MONTHS
        if "this_month" in self._parts:
            return self._published.month
        return (self._published.month - 1 + (self._parts["same"].sign == "N")) % 12 + 1

    def _months(self) -> Iterator[When | None]:
        """Resolve a range of months: October to December is a quarter; from January to March something may have moved."""
        if _MOVED.search(self._sentence[: self._parts["m"].start]):
            return
        first, last = self._parts["m"].value, self._parts["m2"].value
        between = self._sentence[self._parts["m"].end : self._parts["m2"].start]
        if "quarter" in self._parts and not _UP_TO.search(between):
            return  # January and March
        year = self._stated() or _nearest_year(last, None, self._published)
        if last - first == _QUARTER - 1 and last % _QUARTER == 0:
            begin = date(year, first, 1)
            yield self._span(f"{year}-Q{last // _QUARTER}", begin, _end_of(begin, _QUARTER), stated="y" in self._parts)
        elif "quarter" not in self._parts:
            yield self._of_month(first, None)
            yield self._of_month(last, None)

    def _stated(self) -> int | None:
        """The year that the text gives, in figures or as last year, this year, next year."""
        told = self._parts.get("y")
        if told is None or told.sign == "y":
            return told.value if told else None
        if told.sign == "U":
            return self._named
        return self._published.year + (told.value if told.sign == "Y" else {"L": -1, "T": 0, "N": 1}[told.sign])

    def _of_month(self, month: int, day: int | None) -> When | None:
        year, stated = self._stated(), "y" in self._parts and self._parts["y"].sign in "yNU"
        if year is None:
            year = self._turned(month) if "turn" in self._parts else _nearest_year(month, day, self._published)
            if self._is_yet_to_come((self._published.month - month) % _MONTHS, day):
                today = self._published
                year = today.year + ((month, day or today.day) < (today.month, today.day))
        if day is not None:
            return self._day(year, month, day, stated=stated)
        first = date(year, month, 1)
        return self._span(f"{year}-{month:02d}", first, _end_of(first, 1), stated=stated)

    def _is_yet_to_come(self, months_ago: int, day: int | None) -> bool:
        """Ask whether a month or day is one that something waits for: not before March, put off to July, to be finished by 1 November."""
        if "m" not in self._parts:
            return False
        near = self._sentence[max(self._start - _NEAR, 0) : self._start]
        if months_ago > _JUST_PAST and _AWAITED.search(near):
            return True
        if _DUE.search(near) or (self._language == "kk" and _DUE_IN_KAZAKH.match(self._sentence[self._end : self._end + _NEAR])):
            return months_ago > 0 or day is not None
        return day is None and months_ago > 0 and bool(_TO_COME.search(self._sentence[: self._parts["m"].start]))

    def _nth_weekday(self) -> When | None:
        """Resolve the first Thursday of February, the last Friday of March."""
        nth, weekday, month = self._parts["nth"], self._parts["weekday"].value, self._of_month(self._month(), None)
        if month is None:
            return None
        first = month.first + timedelta(days=(weekday - 1 - month.first.weekday()) % 7)
        last = month.last - timedelta(days=(month.last.weekday() - weekday + 1) % 7)
        day = last if nth.sign in "Ll" else first + timedelta(days=7 * (nth.value - 1))
        return self._day(day.year, day.month, day.day, stated=month.stated_year) if day <= month.last else None

    def _turned(self, month: int) -> int:
        """The year of last May or next May."""
        today = self._published
        if self._parts["turn"].sign == "L":
            return today.year - (month >= today.month)
        return today.year + (month <= today.month)

    def _day(self, year: int, month: int, day: int, *, stated: bool) -> When | None:
        try:
            moment = date(year, month, day)
        except ValueError:
            return None
        return self._span(moment.isoformat(), moment, moment, stated=stated)

    def _part_of_year(self) -> When | None:
        year, stated = self._stated(), "y" in self._parts and self._parts["y"].sign in "yNU"
        letter, months = ("Q", 3) if "q" in self._parts else ("H", 6)
        told = self._parts[letter.lower()]
        number = told.value or (_MONTHS // months if told.sign in "Ll" else 0)
        if not 1 <= number <= _MONTHS // months:
            return None
        year = self._published.year if year is None else year
        first = date(year, months * (number - 1) + 1, 1)
        if "y" not in self._parts and _end_of(first, months) < self._published - _LONG_OVER:
            first = first.replace(year=year + 1)  # in December the first quarter is the next one
        return self._span(f"{first.year}-{letter}{number}", first, _end_of(first, months), stated=stated)

    def _end_of_season(self) -> When | None:
        """Resolve the end of winter, which is that of February, and the beginning of spring; the middle of either is nothing."""
        last = self._parts["season"].value
        if _END.search(self._text):
            return self._of_month(last, None)
        return self._of_month((last + 9) % _MONTHS + 1, None) if _BEGINNING.search(self._text) else None

    def _first_months(self) -> When | None:
        """Resolve the first three or six months of a year; other numbers of months have no key of their own."""
        told, year = self._parts["months"], self._stated() or self._published.year
        months = told.value or _MONTHS_IN_WORDS.get(plain(self._sentence[told.start : told.end]), 0)
        letter = next((letter for letter, length in _PARTS_OF_YEAR.items() if length == months), None)
        measure = self._sentence[self._parts["long"].start : self._parts["long"].end]
        if letter is None or self._parts["begins"].value != 1 or not _MONTHS_LONG.match(measure):
            return None
        first = date(year, 1, 1)
        stated = "y" in self._parts and self._parts["y"].sign in "yNU"
        return self._span(f"{year}-{letter}1", first, _end_of(first, months), stated=stated)

    def _after(self, unit: Sign) -> When:
        """Resolve next month, quarter, year, Thursday: each is that of the next period of the calendar."""
        today = self._published
        if unit.sign == "w":
            day = today + timedelta(days=7 - today.weekday() + unit.value - 1)
            return self._span(day.isoformat(), day, day, stated=True)
        if unit.sign == "g":
            return self._year(today.year + 1, stated=True)
        if unit.sign == "a":
            first = _end_of(today.replace(day=1), 1) + timedelta(days=1)
            return self._span(f"{first.year}-{first.month:02d}", first, _end_of(first, 1), stated=True)
        quarter = (today.month - 1) // 3 + 1
        year, number = (today.year, quarter + 1) if quarter < 4 else (today.year + 1, 1)
        first = date(year, 3 * number - 2, 1)
        return self._span(f"{year}-Q{number}", first, _end_of(first, 3), stated=True)

    def _long(self) -> When | None:
        """Resolve the 1930s, the thirties, the 18th century."""
        if "century" in self._parts:
            century = self._parts["century"].value - 1
            if not 9 < century < _LATEST // 100 + 1:
                return None
            return self._span(f"{century}xx", date(100 * century, 1, 1), date(100 * century + 99, 12, 31), stated=True)
        told = self._parts.get("decade") or self._parts["tens"]
        year = told.value if "decade" in self._parts else 1900 + told.value
        if year % 10 or ("tens" in self._parts and not 30 <= told.value <= 90):
            return None
        return self._span(f"{year // 10}x", date(year, 1, 1), date(year + 9, 12, 31), stated=True)

    def _is_year(self) -> bool:
        """Tell a year from a count of the same figures: by the word for year, a preposition, or what it does not count."""
        signs, at, year = self._match.string, self._match.start("y"), self._parts["y"].value
        led, following = signs[max(at - 1, 0) : at] in tuple("ipe"), signs[at + 1 : at + 2]
        if year < _OLDEST or _COUNTED.match(self._rest):
            return False
        if following in tuple("gG") or re.match("[ci]y[gG]", signs[at + 1 :]):
            return True
        counts = following in tuple("xXn") and self._language != "en"
        return not counts and (led or year % 100 > 0)

    @property
    def _rest(self) -> str:
        following = self._words[self._match.end() : self._match.end() + 1]
        return "".join(self._sentence[word.start : word.end].casefold() for word in following)

    def _year(self, year: int, *, stated: bool) -> When:
        when = self._span(str(year), date(year, 1, 1), date(year, 12, 31), stated=stated)
        return replace(when, is_end=bool(_END.search(self._text)))

    def _span(self, key: str, first: date, last: date, *, stated: bool) -> When:
        return When(key, first, last, self._start, self._end, self._text, stated)


_DANGLING = re.compile(r"(?:\s+(?:of|the))+$", re.IGNORECASE)
_END = re.compile(r"\b(?:late|end|кон(?:ец|ц[аеу])|со[ңн]ы|аяғы|year(?:\W?end|['’]s end| is out| ends))", re.IGNORECASE)
_BEGINNING = re.compile(r"\b(?:early|beginning|start|нача|бас)", re.IGNORECASE)
_MONTHS_LONG = re.compile(r"months|месяц|ай", re.IGNORECASE)
_MONTHS_IN_WORDS = {"three": 3, "три": 3, "трех": 3, "уш": 3, "six": 6, "шесть": 6, "шести": 6, "алты": 6}
_LATEST = 2100
_QUARTER, _MONTHS = 3, 12  # months of a quarter, of a year
_MOVED = re.compile(rf"(?:{MARKS['moved_from']})\s+$", re.IGNORECASE)
_AWAITED = re.compile(
    r"(?:\bне (?:раньше|ранее|позже|позднее)|\b(?:\w*план|намеч|назнач|перен[её]с|отлож|сдвин)\w*(?: \w+){0,2} на|\bnot before"
    r"|\bno (?:earlier|later|sooner) than"
    r"|\b(?:put off|moved|postponed|delayed|slips?|slipped|pushed|shifted)(?: back)? (?:to|until|till))\s+"
    r"(?:(?:the )?(?:early |late |end of |start of |beginning of |middle of )|(?:конец|начало|середину) )?$",
    re.IGNORECASE,
)
_TO_COME = re.compile(  # airport to leave lease in; it will be ready by; должен вернуться в
    r"\b(?:will|(?:is|are) (?:to|due|expected|planned|scheduled|set))\b(?: [\w’'-]+){0,5} (?:in|for|by) $"
    r"|^(?!.*\b(?:[a-z]+ed|was|were|ha[ds]|have)\b)(?:[\w’'.-]+ ){1,6}"
    r"to (?!(?:the|an?|its|his|her|their)\b)(?-i:[a-z]+)(?: [\w’'-]+){0,4} in $"
    r"|\b(?:будет|будут|долж(?:ен|н\w+)|планиру\w+|намерен\w*|предстоит)\b(?: [\w-]+){0,5} в $",
    re.IGNORECASE,
)
_NEAR = 120  # characters: a few words, so that a sentence of thousands of dates is read in time
_DUE = re.compile(
    r"\b(?:will|must|should|to be|(?:is|are) (?:to|due|expected|planned|scheduled|set))\b(?: [\w’'-]+){0,6} (?:by|until|till|before) $"
    r"|(?:\bзаверш(?:ат|ит)|\bзаконч(?:ат|ит)|\bпродл(?:ят|ит)|\bоткро(?:ют|ет)|\bначн(?:ут|ёт|ет)|\bпостро(?:ят|ит)|\bотремонтиру(?:ют|ет)"
    r"|\bсда(?:дут|ст)\b|\bвы(?:полн|плат)(?:ят|ит)|\bнамечен|планиру|\bдолж(?:ен|н)|\bпредстоит|\bобеща(?:ют|ет)|\bбудет\b|\bбудут\b)"
    r"\w*(?: [\w-]+){0,6} (?:до|к) $",
    re.IGNORECASE,
)
_DUE_IN_KAZAKH = re.compile(r"[^\W\d]*\W{0,2}дейін[^.]{0,60}(?:[ае]ды|[ае]ді|[ае]т|м[ае]к|керек|тиіс|жоспар\w*)\b", re.IGNORECASE)
_JUST_PAST = 2  # months: what was awaited then is over
_UP_TO = re.compile(r"[-–—]|\b(?:to|through|until|till|по|до)\b", re.IGNORECASE)  # between two months
_COUNTED = re.compile(r"[%$€₸₽£]|млн|млрд|тыс|million|billion|hectare|тенге|tenge|dollar|доллар|руб|rouble|tonn|people|чел|troops|soldiers")


def _end_of(first: date, months: int) -> date:
    """The last day of so many months."""
    return (first + timedelta(days=31 * months)).replace(day=1) - timedelta(days=1)


def _nearest_year(month: int, day: int | None, published: date) -> int:
    """Choose the year that brings a date nearest to publication."""
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda y: abs((date(y, month, min(day or 15, 28)) - published).days - _LEANING[day is not None]))
