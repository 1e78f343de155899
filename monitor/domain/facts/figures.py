"""Figures as a text gives them, with currency or unit, brought to values that compare equal across languages, units and rounding."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.facts.calendar_words import FIRST_YEAR, LAST_YEAR
from monitor.domain.facts.compounds import compound_of
from monitor.domain.facts.folding import fold
from monitor.domain.facts.numerals import Number, may_begin, number_at, scale_of, word_value
from monitor.domain.facts.units import CODES, IMPERIAL, POUND, SIGNS, currency_of, is_owner, rate, unit_at
from monitor.domain.words.cached import by_word
from monitor.domain.words.likeness import STOP_WORDS

BIG = 1000  # from here on a figure is known by its digits alone
SMALL = 3  # words for less are words of ordinary language


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures; `slack` is how far another telling may differ by rounding alone."""

    value: float
    dimension: str  # money:usd, area, length, mass, time, percent, times, count …
    slack: float
    start: int
    end: int
    text: str


_MANIFOLD = {
    word: times
    for times, words in {
        2.0: "twofold double doubled doubles doubling twice вдвое дважды удвоить удвоил удвоила удвоили удвоит удвоятся удвоится удвоился",
        3.0: "threefold triple tripled triples thrice втрое трижды утроить утроил утроили утроится",
        4.0: "fourfold quadrupled вчетверо четырежды", 5.0: "fivefold впятеро", 6.0: "sixfold вшестеро", 7.0: "sevenfold всемеро",
        8.0: "eightfold", 9.0: "ninefold", 10.0: "tenfold вдесятеро",
    }.items()
    for word in words.split()
}  # fmt: skip
_TOKEN = re.compile(
    r"\d{1,3}(?:(?:[ \u00a0\u202f]\d{3})+(?!\d)|(?:,\d{3})+(?!\d)|(?:\.\d{3}){2,})(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
    r"|us\$|[^\W\d_]+(?:[-’'/][^\W\d_]+)*[2²]?|[$€₽₸£¥%№°]|[.!?;:()\-–—,]"
)
_ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|more than|over|close to|up to|under|less than|at least|exceed(?:s|ed|ing)?"
    r"|около|примерно|почти|без малого|порядка|свыше|более|больше|менее|до|превы(?:сил[аио]?|шает|сит|шающ\w+)|приблизительно"
    r"|шамамен|жуык|астам|дерлик)\W*$"
)
_ABOUT_BEHIND = frozenset(["жуык", "астам", "асты", "шамасында", "шамамен", "таяу", "or", "деиин"])
_AND_MORE = re.compile(r"\W+(?:[^\W\d]+\W+)?с лишним\b")  # десять тысяч туристов с лишним
_NAMED = re.compile(
    r"[^\W\d_]-$|№\s*$|(?:no\.|site|pad|плошадк\w*|section|article|ст\.)\s*$"
    r"|\b(?:school|gymnasium|lyceum|room|flight|expedition|chapter|paragraph|phase|гимнази\w|лице[йия]|микрора[йи]он|экспедици\w)\s*$"
)
_NAMES_END = 14  # letters
_LETTERED = re.compile(r"-?[^\W\d_]")
# Behind figures: the fifth (5th, 5-й, 5-ші, in Kazakh 5-минут too), and endings of a plain number (5-ти, 5-ке).
_ORDINAL = {
    "en": re.compile(r"(?:st|nd|rd|th)(?![^\W_])"),
    "ru": re.compile(r"-(?:[йяеюм]|го|му|ую|ой|ом|ые|ых|ым|ею)(?![^\W_])"),
    "kk": re.compile(r"-(?:[ыі]?н?ш[ыі]|с[ыі])|-(?!жас|лет|пай|доллар|теңге)[^\W\d_]{4,}"),
}
_ENDING = re.compile(r"-(?:т[ия]|ми|х|ух|[нтдкғгқ][аеы]н?|нан|нен|ақ|тай|дей|дай|тей)(?![^\W_])")
_RANGED = frozenset(["-", "–", "—", "to", "and", "or", "до", "по", "и", "или"])
_CLOCKS = frozenset(["утра", "вечера", "ночи", "am", "pm", "noon", "midnight", "танги", "танертен", "кешки", "тунги", "тустен"])
_CLOCK = re.compile(r"[0-2]?\d[.][0-5]\d")
_AGED = re.compile(r"\b[A-Z][\w’'-]+, $")


def figures_in(sentence: str, language: str) -> list[Figure]:
    """Read every figure of a sentence, from left to right."""
    return list(_Reader(sentence, language).figures())


class _Reader:
    """Goes through the words of a sentence once."""

    def __init__(self, sentence: str, language: str) -> None:
        self._sentence, self._language = sentence, language
        self._folded, holds = fold(sentence, language)
        self._spans: list[tuple[int, int]] = []
        self._tokens: list[str] = []
        if "figure" in holds:
            self._split()

    def _split(self) -> None:
        for match in _TOKEN.finditer(self._folded):
            token, (start, end) = match.group(), match.span()
            while self._language == "en" and (first := _number_before_hyphen(token)):  # three-year, and two-billion-rouble
                self._tokens.append(token[:first])
                self._spans.append((start, start + first))
                token, start = token[first + 1 :], start + first + 1
                if not scale_of(token.partition("-")[0], "en"):
                    self._tokens.append("-")
                    self._spans.append((start - 1, start))
            self._tokens.append(token)
            self._spans.append((start, end))

    def figures(self) -> Iterator[Figure]:
        """Yield the figures."""
        at, tokens, last = 0, self._tokens, None
        while at < len(tokens):
            if not _begins(tokens[at], self._language):
                at += 1
                continue
            found, at = self._at(at)
            for figure in found:
                last, passed = self._joined(last, figure)
                if passed:
                    yield passed
        if last:
            yield last

    def _joined(self, last: Figure | None, figure: Figure) -> tuple[Figure, Figure | None]:
        """Join minutes with the hours before them: six hours and thirty minutes; else let the earlier figure pass."""
        if last and last.dimension == figure.dimension == "hours" and figure.value < 1.0 <= last.value:
            between = self._folded[last.end : figure.start].strip()
            if between in ("", "and", "и", "мен", ","):
                text = self._sentence[last.start : figure.end]
                whole = last.value + figure.value
                return Figure(whole, "hours", _HOURS_ROUNDED * whole, last.start, figure.end, text), None
        return figure, last

    def _at(self, at: int) -> tuple[list[Figure], int]:
        """Read what begins at a token, and say where to go on."""
        if self._tokens[at] in _MANIFOLD:
            return [self._figure(at, at + 1, _MANIFOLD[self._tokens[at]], "times", 0.0)], at + 1
        if compound := compound_of(self._tokens[at], self._language):
            return [self._figure(at, at + 1, compound.value, compound.dimension, 0.0)], at + 1
        signed = self._sign_before(at)
        number = self._number(at, signed)
        if number is None or not math.isfinite(number.value) or self._is_named(at):
            return [], number.after if number else at + 1
        after = self._behind_ending(at, number)
        if after is None:
            return [], number.after
        other = self._other_end(after, signed)
        if other is None:
            found, end = self._measured(at, number, after, signed)
            return self._up_to(at, found, number, end)
        found, end = self._measured(other[0], other[1], other[1].after, self._sign_before(other[0]) or signed)
        return [*self._as(at, number, found, other[1]), *found], end

    def _number(self, at: int, signed: str | None) -> Number | None:
        """Read a number; behind a currency's sign £125m are millions, and else metres."""
        number = number_at(self._tokens, at, self._language)
        if (
            number
            and signed
            and self._tokens[number.after : number.after + 1] == ["m"]
            and self._spans[number.after][0] == self._spans[at][1]
        ):
            return Number(number.value * 1e6, max(number.slack, 0.5) * 1e6, number.after + 1, True)
        return number

    def _sign_before(self, at: int) -> str | None:
        """Read a currency's sign or code in front of a figure: $5, US$5, KZT 5."""
        before = self._tokens[at - 1] if at else ""
        return currency_of("$" if before == "us$" else before) if before in SIGNS or before in CODES or before == "us$" else None

    def _measured(self, at: int, number: Number, after: int, signed: str | None) -> tuple[list[Figure], int]:
        """Read currency or unit behind a number, which a sign before it or before the other end of its range may tell as well."""
        dimension, factor, end = self._dimension(at, after, signed)
        if dimension == "count" and number.scaled and (currency := self._converted_to(at)):
            dimension = f"money:{currency}"
        if dimension == "count" and self._is_bare(at, after, number):
            return [], after
        if dimension in ("time", "hours") and ((number.value == 1 and not self._tokens[at][0].isdecimal()) or self._is_clock(at, end)):
            return [], end  # one week is a week
        value = number.value
        if dimension == "time" and factor == 365.0 and FIRST_YEAR <= value <= LAST_YEAR and not number.scaled:
            return [], end  # 1870 жылы
        about = self._is_about(at, end)
        slack = max(number.slack, 0.07 * value if about else 0.01 * value if factor in IMPERIAL else 0.0)
        if dimension in _MEASURED and value >= _TEN and not number.slack:
            slack = max(slack, _UNSAID)
        if dimension == "hours" and value * factor >= _DAY:
            dimension, factor = "time", factor / _DAY
        start = at - bool(self._sign_before(at))
        return [self._figure(start, end, value * factor, dimension, slack * factor)], end

    def _is_about(self, at: int, end: int) -> bool:
        """Ask whether a word before or behind a figure says that it is rounded."""
        if _ABOUT.search(self._folded, max(self._spans[at][0] - 24, 0), self._spans[at][0]):
            return True
        beside = self._tokens[end - 1 : end + 1]
        return not _ABOUT_BEHIND.isdisjoint(beside) or bool(_AND_MORE.match(self._folded, self._spans[end - 1][1]))

    def _as(self, at: int, number: Number, found: Sequence[Figure], other: Number) -> Iterator[Figure]:
        """Give one of two ends the unit, and where it has none the scale, of the other: from 5 to 7 million dollars."""
        if not found or not other.value:
            return
        scale = 1.0
        if other.scaled and not number.scaled and number.value < BIG:
            scale = 10 ** (3 * int(math.log10(other.value) // 3))
        factor, value = found[0].value / other.value, number.value * scale
        yield self._figure(at, number.after, value * factor, found[0].dimension, number.slack * scale * factor)

    def _figure(self, at: int, end: int, value: float, dimension: str, slack: float) -> Figure:
        start, stop = self._spans[at][0], self._spans[end - 1][1]
        return Figure(value, dimension, slack, start, stop, self._sentence[start:stop].strip())

    def _is_named(self, at: int) -> bool:
        """Tell MS-23, Site 31 and No. 120 from figures: they are names."""
        (start, end), folded = self._spans[at], self._folded
        if not self._tokens[at][0].isdecimal():
            return False
        if _NAMED.search(folded, max(start - _NAMES_END, 0), start) or (folded[start - 1 : start].isalpha() and not self._sign_before(at)):
            return True
        if not folded[end : end + 1].isalpha() or _ORDINAL["en"].match(folded, end):
            return False
        return not (scale_of(self._tokens[at + 1], self._language) or unit_at(self._tokens, at + 1))  # 3D, 31/6A; but 5km, £5bn

    def _behind_ending(self, at: int, number: Number) -> int | None:
        """Pass over the ending of a number in figures; None where it makes an ordinal of it."""
        if number.after != at + 1 or not self._tokens[at][0].isdecimal():
            return number.after
        place, original = self._spans[at][1], self._sentence.casefold()
        ordinal = _ORDINAL.get(self._language, _ORDINAL["en"])
        if len(original) == len(self._folded):
            if ending := _ENDING.match(original, place):
                return number.after + 1 + (self._tokens[number.after + 1 : number.after + 2] != [] and ending.end() > place)
            if ordinal.match(original, place):
                return None
        return number.after

    def _other_end(self, after: int, signed: str | None) -> tuple[int, Number] | None:
        """Find the second number of a range."""
        tokens = self._tokens
        if after + 1 >= len(tokens) or tokens[after] not in _RANGED or not tokens[after + 1][0].isdecimal():
            return None
        number = self._number(after + 1, signed)
        if number and signed and tokens[after].isalpha() and not (self._sign_before(after + 1) or self._counts_nothing(after + 1, number)):
            return None  # $5 million to 12 families
        return (after + 1, number) if number else None

    def _up_to(self, at: int, found: list[Figure], first: Number, end: int) -> tuple[list[Figure], int]:
        """Read what a figure rises or falls to, where its unit is not told again: from 60 days to 20, 50 мың теңгеден 65 мыңға дейін."""
        if not found or not first.value or found[0].dimension in _UNLIKE:
            return found, end
        to = self._tokens[end : end + 1] in (["to"], ["до"]) and self._tokens[:at][-1:] in (["from"], ["с"], ["со"], ["от"])
        here = end + to
        number = self._number(here, None) if here < len(self._tokens) else None
        after = self._behind_ending(here, number) if number else None
        if number is None or after is None:
            return found, end
        if self._counts_nothing(here, number) if to else self._tokens[after : after + 1] == ["деиин"]:
            return [*found, *self._as(here, number, found, first)], after
        return found, end

    def _counts_nothing(self, at: int, number: Number) -> bool:
        """Ask whether a number stands without what it counts, and is no year or day of a month."""
        token = "".join(self._tokens[number.after : number.after + 1])
        ends = not token[:1].isalnum() and token not in (*SIGNS, "-", "–", "/", ":", "№")
        return (ends or token in STOP_WORDS) and not self._is_bare(at, number.after, number) and not self._is_named(at)

    def _is_bare(self, at: int, after: int, number: Number) -> bool:
        """Pass over years, clock times and days of the month, which dates.py reads, and the small words of ordinary language."""
        first = self._tokens[at]
        nearby = self._tokens[max(0, at - 1) : at] + self._tokens[after : after + 1]
        if not _CLOCKS.isdisjoint(nearby):
            return True
        if first[0].isdecimal():
            year = len(first) == 4 and 1900 <= number.value <= LAST_YEAR and number.value != 2000 and not number.scaled
            clock = bool(_CLOCK.fullmatch(first)) and "".join(self._tokens[at - 1 : at]) in ("в", "at", "сагат")
            start, end = self._spans[at]
            if clock or not {"/", ":"}.isdisjoint((self._folded[start - 1 : start], self._folded[end : end + 1])):
                return True
            return year or any(_MONTHLY.match(t) for t in nearby) or "№" in nearby
        return number.value < SMALL and number.after - at == 1

    def _is_clock(self, at: int, end: int) -> bool:
        return not _CLOCKS.isdisjoint(self._tokens[max(at - 1, 0) : at] + self._tokens[end : end + 1])

    def _dimension(self, at: int, after: int, signed: str | None) -> tuple[str, float, int]:
        """Say what is measured: its dimension, the factor to our unit of it, and where the words for it end."""
        tokens = self._tokens
        if signed:
            return f"money:{signed}", 1.0, after
        after += after + 1 < len(tokens) and tokens[after] in ("астам", "жуык", "таяу")  # 20 миллионнан астам теңге
        here = after + (after + 1 < len(tokens) and tokens[after] in ("-", "–", "."))
        currency = self._currency(here)
        if currency and self._is_weight(at, currency[1]):
            return "mass", POUND, currency[1]
        if currency:
            return f"money:{currency[0]}", 1.0, currency[1]
        hyphen = tokens[after : after + 1] in (["-"], ["–"])
        unit = unit_at(tokens, after + hyphen)
        if unit:
            return unit.dimension, unit.factor, self._behind(after + hyphen, unit.words)
        if self._is_age(at, after):
            return "age", 365.0, after
        return "count", 1.0, after

    def _currency(self, here: int) -> tuple[str, int] | None:
        """Read a currency, of which it may be said whose it is."""
        tokens = self._tokens
        while here < len(tokens) and (is_owner(tokens[here]) or tokens[here] == ".") and currency_of(tokens[here]) is None:
            here += 1
            if here >= len(tokens):
                return None
        name = currency_of(tokens[here]) if here < len(tokens) else None
        return (name, here + 1) if name else None

    def _converted_to(self, at: int) -> str | None:
        """Read the currency that is named before a sum: в пересчёте на тенге 13,5 миллиарда, теңгеге шаққанда 13,5 миллиард."""
        start = self._spans[at][0]
        named = _CONVERTED.search(self._folded, max(start - _CONVERTED_WITHIN, 0), start)
        return currency_of(named[named.lastindex or 0]) if named else None

    def _is_weight(self, at: int, end: int) -> bool:
        """Tell a 550 pound hog, or 5,500 pounds of cargo, from 550 pounds: by the singular, by what is weighed, or by the kilograms."""
        tokens, signed = self._tokens, at > 0 and self._tokens[at - 1] in SIGNS
        if signed or not tokens[end - 1].startswith(("pound", "фунт")):
            return False
        singular = tokens[end - 1] == "pound" and tokens[at] not in ("1", "one")
        loaded = tokens[end : end + 1] == ["of"] and tokens[end - 2] not in _SCALES
        return singular or loaded or (tokens[end : end + 1] == ["("] and not {"кг", "kg"}.isdisjoint(tokens[end : end + 4]))

    def _behind(self, at: int, words: int) -> int:
        """Say where so many words end; stops between them do not count."""
        while words:
            words -= self._tokens[at] != "."
            at += 1
        return at

    def _is_age(self, at: int, after: int) -> bool:
        """Recognise an age that stands between commas behind a name: Jones, 52, said."""
        token, behind = self._tokens[at], self._tokens[after : after + 1]
        start = self._spans[at][0]
        if self._tokens[at - 1 : at] == ["aged"]:
            return True
        return len(token) == 2 and behind in ([","], ["."]) and bool(_AGED.search(self._sentence, max(start - 30, 0), start))


_UNLIKE = ("count", "times", "age")  # what needs no unit
_CONVERTED_WITHIN = 48  # letters
_CONVERTED = re.compile(
    r"(?:\bв пересчете (?:на|в) (\w+)|\bв (тенге|рублях|долларах|евро)(?: \w+){0,2}|\b(\w+) шакканда"
    r"|\b(?:converted to|in) (\w+)(?: terms)?)[ ,:(–—-]*"
    r"(?:(?:that is|it is|is|это|бул) )?(?:\w+ )?$"
)
_SCALES = ("thousand", "million", "billion", "m", "bn")  # pounds by the million are money
_MEASURED = ("length", "mass", "area", "volume")
_DAY = 24  # hours
_HOURS_ROUNDED = 0.1  # who counts minutes is retold by the hour
_TEN = 10
_UNSAID = 0.45  # 17 km may be 17.4 and cannot be 18
_MONTHLY = re.compile(r"^(?:янв|фев|мар|апр|ма[ия]$|июн|июл|авг|сен|окт|ноя|дек|jan|feb|march|apr|may$|jun|jul|aug|sep|oct|nov|dec)")


@by_word
def _number_before_hyphen(token: str) -> int:
    """Say how long the number or scale is that an English word begins with, before a hyphen; 0 where it is one, or begins with none."""
    hyphens = [at for at, letter in enumerate(token) if letter == "-" and at]
    if not hyphens or len(token) > _LONGEST or word_value(token, "en"):
        return 0
    return next((at for at in reversed(hyphens) if word_value(token[:at], "en") or scale_of(token[:at], "en")), 0)


_LONGEST = 40  # letters of a number with what it counts


@by_word
def _begins(token: str, language: str) -> bool:
    return token in _MANIFOLD or may_begin(token, language) or compound_of(token, language) is not None


# ── comparing ─────────────────────────────────────────────────────────────────


def same_figure(one: Figure, other: Figure, at: date) -> bool:
    """Ask whether two figures can be one: the same within rounding, in any unit or currency."""
    mine, theirs = one.dimension, other.dimension
    if mine == theirs:
        return _within(one.value, other.value, one.slack, other.slack)
    if "count" in (mine, theirs) and min(one.value, other.value) >= BIG:
        return _within(one.value, other.value, one.slack, other.slack)  # the unit was left out in one of them
    if {mine, theirs} == {"percent", "times"}:
        percent, times = (one, other) if mine == "percent" else (other, one)
        return percent.value >= _GROWN and abs(1.0 + percent.value / 100 - times.value) <= _TIMES_OFF
    if mine.startswith("money:") and theirs.startswith("money:"):
        first, second = in_dollars(one, at), in_dollars(other, at)
        off, most = abs(first - second), max(first, second)  # no rounding makes up for more than `_AT_MOST`, which is quickly asked
        return off <= _AT_MOST * most and off <= max(_RATE_OFF, _rounding(one.value), _rounding(other.value)) * most
    return False


def in_dollars(money: Figure, at: date) -> float:
    """Say how many US dollars a sum was worth, roughly."""
    return money.value / rate(money.dimension.removeprefix("money:"), at)


_GROWN, _TIMES_OFF = 20.0, 0.03  # percent more, as times
_RATE_OFF = 0.13  # a year's rate beside that of a day


def _rounding(value: float) -> float:
    """Say by which share a sum that somebody converted may be off, by its digits: two billion roubles, of 29.7 million dollars."""
    digits = f"{value:.6e}".partition("e")[0].replace(".", "").rstrip("0")
    return min(0.5 / int(digits), _AT_MOST) if len(digits) == 1 else 0.0


_AT_MOST = 0.25


def _within(one: float, other: float, slack: float, more_slack: float) -> bool:
    return abs(one - other) <= max(slack + more_slack, 1e-9 * max(abs(one), 1.0)) * 1.001


def figure_keys(figure: Figure, at: date) -> tuple[str, ...]:
    """Name the places of a memory where an equal figure may lie.

    An equal one shares at least one of them, but for a count that was rounded to hundreds: too many may be meant.
    """
    dimension, value = figure.dimension, figure.value
    if dimension == "count" and value < BIG and figure.slack < _ROUND_TENS:
        return tuple(f"n:{count:g}" for count in _counts_within(value, figure.slack))
    # Sums of one currency are equal at whatever rate it stood, and the unit may be left out.
    bare = [f"n:{bucket}b" for bucket in _buckets(value, 0.08)] if value >= BIG else [f"n:{value:g}"] if dimension == "count" else []
    if dimension.startswith("money:"):
        value, dimension = in_dollars(figure, at), "money"
        if (off := _rounding(figure.value)) > _RATE_OFF:
            first, *_, last = sorted({*_buckets(value * (1 - off), 0.15), *_buckets(value * (1 + off), 0.15)})
            return (*(f"money:{bucket}" for bucket in range(first, last + 1)), *bare)
    if dimension == "percent" and value >= _GROWN:  # half as much again is one and a half times
        bare = [*bare, *(f"times:{bucket}" for bucket in _buckets(1.0 + value / 100, 0.08))]
    return (*(f"{dimension}:{bucket}" for bucket in _buckets(value, 0.15 if dimension == "money" else 0.08)), *bare)


def _counts_within(value: float, slack: float) -> Iterable[float]:
    """Name the count itself, and others that a rounded one may stand for: about forty are 38 to 42."""
    return dict.fromkeys([value, *range(math.ceil(value - slack), math.floor(value + slack) + 1)])


_ROUND_TENS = 5.0  # so far off may be what ends in a nought


def _buckets(value: float, width: float) -> list[int]:
    """Name the two buckets that a value lies in or next to, so that a rounded value meets the exact one."""
    near = math.log(max(value, 1e-9)) / width
    return sorted({math.floor(near), math.floor(near + 0.5), math.floor(near - 0.5)})
