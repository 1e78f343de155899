"""Figures as a text gives them: in digits or words, with scale, currency or unit, brought to values that compare equal across languages."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from monitor.domain.concepts import from_kazakh_latin, plain

BIG = 1000  # from here on a figure is known by its digits alone
MAX_DIGITS = 18  # longer runs are serial numbers, not figures


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures; `slack` is how far another telling may differ by rounding alone."""

    value: float
    dimension: str  # money:usd, area, length, mass, time, percent, times, count …
    slack: float
    start: int
    end: int
    text: str


_WORDS_EN = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORDS_RU = {
    "один": 1, "одна": 1, "одного": 1, "одном": 1, "два": 2, "две": 2, "двух": 2, "двум": 2, "двумя": 2, "три": 3, "трех": 3, "трем": 3,
    "тремя": 3,
    "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8,
    "девять": 9, "девяти": 9,
    "десять": 10, "десяти": 10, "одиннадцать": 11, "одиннадцати": 11, "двенадцать": 12, "двенадцати": 12, "тринадцать": 13,
    "тринадцати": 13,
    "четырнадцать": 14, "четырнадцати": 14, "пятнадцать": 15, "пятнадцати": 15, "шестнадцать": 16, "шестнадцати": 16, "семнадцать": 17,
    "семнадцати": 17, "восемнадцать": 18, "восемнадцати": 18, "девятнадцать": 19, "девятнадцати": 19, "двадцать": 20, "двадцати": 20,
    "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "шестидесяти": 60,
    "семьдесят": 70, "семидесяти": 70, "восемьдесят": 80, "восьмидесяти": 80, "девяносто": 90, "сто": 100, "ста": 100, "двести": 200,
    "двухсот": 200, "двухстах": 200, "трехстах": 300, "четырехстах": 400, "пятистах": 500,
    "триста": 300, "трехсот": 300, "четыреста": 400, "четырехсот": 400, "пятьсот": 500, "пятисот": 500, "шестьсот": 600, "шестисот": 600,
    "семьсот": 700, "семисот": 700, "восемьсот": 800, "восьмисот": 800, "девятьсот": 900, "девятисот": 900, "полтора": 1.5, "полторы": 1.5,
}  # fmt: skip
_WORDS_KK = {
    "бир": 1, "еки": 2, "уш": 3, "торт": 4, "бес": 5, "алты": 6, "жети": 7, "сегиз": 8, "тогыз": 9, "он": 10, "жиырма": 20, "отыз": 30,
    "кырык": 40,
    "елу": 50, "алпыс": 60, "жетпис": 70, "сексен": 80, "токсан": 90, "жуз": 100,
}  # fmt: skip
_WORDS: Mapping[str, Mapping[str, float]] = {"en": _WORDS_EN, "ru": _WORDS_RU, "kk": _WORDS_KK}
_SCALES = {
    "thousand": 1e3, "k": 1e3, "тыс": 1e3, "тысяч": 1e3, "тысячи": 1e3, "тысяча": 1e3, "тысячу": 1e3, "тысячах": 1e3, "мын": 1e3,
    "hundred": 1e2,
    "million": 1e6, "millions": 1e6, "mln": 1e6, "m": 1e6, "mn": 1e6, "млн": 1e6, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6,
    "миллионах": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9, "млрд": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9,
    "миллиардах": 1e9,
    "trillion": 1e12, "tn": 1e12, "трлн": 1e12, "триллион": 1e12, "триллиона": 1e12, "триллионов": 1e12, "жуз": 1e2, "dozen": 12,
    "дюжин": 12, "дюжина": 12,
}  # fmt: skip
_SHORT_SCALES = {"k", "m", "mn", "bn", "tn"}  # only directly after a figure in digits
_MONEY = (
    ("usd", ("dollar", "доллар", "usd", "баксов", "акш доллар")),
    ("eur", ("euro", "евро", "eur", "еуро")),
    ("rub", ("rouble", "ruble", "рубл", "rub", "rur", "руб")),
    ("kzt", ("tenge", "тенге", "kzt", "тнг")),
    ("gbp", ("pound", "фунт", "gbp", "sterling")),
    ("cny", ("yuan", "юан", "cny", "renminbi")),
)
_SIGNS = {"$": "usd", "€": "eur", "₽": "rub", "₸": "kzt", "£": "gbp", "¥": "cny"}
_UNITS = (  # beginnings of plain words → dimension, factor
    ("area", 1.0, ("hectare", "ha$", "гектар", "га$")),
    (
        "area",
        100.0,
        (
            "sq-km",
            "км2$",
            "km2$",
            "km²$",
            "км²$",
            "square-kilomet",
            "square-km",
            "кв-км",
            "квадратных-километр",
            "шаршы-километр",
            "шаршы-шакырым",
        ),
    ),
    ("area", 0.0001, ("square-met", "sq-m$", "кв-м$", "квадратных-метр", "шаршы-метр")),
    ("length", 1000.0, ("kilomet", "km$", "километр", "км$", "шакырым")),
    ("length", 1609.0, ("mile", "мил$", "миль$", "мили$")),
    ("length", 0.001, ("millimet", "mm$", "миллиметр", "мм$")),
    ("length", 1.0, ("metre", "meter", "m$", "метр", "м$")),
    ("mass", 1.0, ("tonne", "ton$", "tons$", "тонн", "т$")),
    ("mass", 0.001, ("kilogram", "kg$", "килограм", "кг$", "келиден", "кели$")),
    ("time", 365.0, ("year", "год$", "года$", "лет$", "годам", "жыл")),
    ("time", 30.4, ("month", "месяц", "аи$", "аида", "аидан", "аилык", "аиында$")),
    ("time", 7.0, ("week", "недел", "апта")),
    ("time", 1.0, ("day$", "days$", "дней$", "дня$", "день$", "сут", "кун$", "тәулик", "таулик")),
    ("hours", 1.0, ("hour", "час$", "часа$", "часов$", "сагат")),
    ("hours", 1 / 60, ("minute", "минут")),
    ("hours", 1 / 3600, ("second$", "seconds$", "секунд")),
    ("percent", 1.0, ("percent", "per-cent", "процент", "паиыз", "%$")),
    ("degrees", 1.0, ("degree", "градус")),
    ("age", 1.0, ("year-old", "летн", "жастагы")),
    ("times", 1.0, ("times$", "time$", "раз$", "раза$", "есе$", "fold$")),
)
_FOLDS = {
    "twofold": 2,
    "double": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
_FOLDS_RU = {"вдвое": 2, "втрое": 3, "вчетверо": 4, "впятеро": 5, "всемеро": 7}
_MONTHLY = re.compile(r"^(?:янв|фев|мар|апр|ма[йя]$|июн|июл|авг|сен|окт|ноя|дек|jan|feb|march|apr|may$|jun|jul|aug|sep|oct|nov|dec)")
_ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|more than|over|close to|up to|under|less than|at least"
    r"|около|примерно|почти|порядка|свыше|более|больше|менее|до|приблизительно|шамамен|жуык|астам|дерлик)\W*$"
)
_TOKEN = re.compile(
    r"\d{1,3}(?:(?:[ \u00a0\u202f]\d{3})+|(?:,\d{3})+(?!\d)|(?:\.\d{3}){2,})(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:[-’'][^\W\d_]+)*\d?|[$€₽₸£¥%№]|[.!?;:()\-–—,]"
)
_CYRILLIC = re.compile(r"[а-яё]")


@dataclass(slots=True)
class _Token:
    text: str  # plain
    start: int
    end: int


def figures_in(sentence: str, language: str) -> list[Figure]:
    """Read every figure of a sentence, from left to right."""
    tokens = [_Token(_plain(m.group(), language), m.start(), m.end()) for m in _TOKEN.finditer(sentence.casefold())]
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        if not _begins(tokens[at].text, language):
            at += 1
            continue
        figure, next_at = _figure_at(sentence, tokens, at, language)
        if figure:
            found.append(figure)
        at = max(next_at, at + 1)
    return found


@lru_cache(maxsize=50_000)
def _begins(token: str, language: str) -> bool:
    """Ask whether a figure can begin with a token: the others are passed over."""
    return (
        token[0].isdecimal()
        or token in _FOLDS
        or token in _FOLDS_RU
        or token in _STARTED_SCALES
        or _word_value(token, language) is not None
    )


def _plain(token: str, language: str) -> str:
    if token[0].isdecimal():
        return token
    if language == "kk" and not _CYRILLIC.search(token):
        return from_kazakh_latin(token)
    return plain(token)


def _figure_at(sentence: str, tokens: list[_Token], at: int, language: str) -> tuple[Figure | None, int]:
    first = tokens[at]
    if first.text in _FOLDS or first.text in _FOLDS_RU:
        times = float(_FOLDS.get(first.text, 0) or _FOLDS_RU[first.text])
        return Figure(times, "times", 0.0, first.start, first.end, sentence[first.start : first.end]), at + 1
    value, slack, after = _number(tokens, at, language)
    if value is None or _is_part_of_a_name(sentence, first) or not math.isfinite(value):
        return None, at + 1
    dimension, factor, end_at = _dimension(tokens, at, after)
    if dimension == "count" and _is_bare(tokens, at, after, value, first):
        return None, after
    about = bool(_ABOUT.search(plain(sentence[max(first.start - 24, 0) : first.start].casefold()))) or _follows_about(tokens, end_at)
    slack = max(slack, 0.07 * value if about else 0.0) * factor
    start = tokens[at - 1].start if at and tokens[at - 1].text in _SIGNS else first.start
    end = tokens[end_at - 1].end
    return Figure(value * factor, dimension, slack, start, end, sentence[start:end].strip()), end_at


def _is_part_of_a_name(sentence: str, token: _Token) -> bool:
    """Tell MS-23, Site 31 and No. 120 from figures: they are names."""
    before = sentence[max(0, token.start - 10) : token.start]
    after = sentence[token.end : token.end + 2]
    if _NUMBERED.search(before):
        return True
    return bool(_LETTERED.match(after)) and token.text[0].isdecimal() and not _UNIT_LETTERS.match(after)


_NUMBERED = re.compile(r"[^\W\d_]-$|№\s*$|(?:no\.|site|pad|площадк\w*|section|article|ст\.)\s*$", re.I)
_LETTERED = re.compile(r"-?[^\W\d_]")
_UNIT_LETTERS = re.compile(r"(?:m|bn|k|t|км|km|т|м|-)", re.I)


def _follows_about(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in ("жуык", "астам", "шамасында", "шамамен", "таяу", "or", "деиин")


def _is_bare(tokens: list[_Token], at: int, after: int, value: float, first: _Token) -> bool:
    """Pass over years, clock times and days of the month, which dates.py reads, and the small words of ordinary language."""
    nearby = [t.text for t in tokens[max(0, at - 1) : at] + tokens[after : after + 1]]
    if first.text[0].isdecimal():
        year = len(first.text) == 4 and 1900 <= value <= 2100
        return year or any(_MONTHLY.match(t) for t in nearby) or ":" in nearby or "№" in nearby
    return value < 3 and after - at == 1


def _number(tokens: list[_Token], at: int, language: str) -> tuple[float | None, float, int]:
    token = tokens[at].text
    if token[0].isdecimal():
        value, slack = _digits(token, language)
        return _scaled(tokens, at + 1, value, slack)
    return _spelled(tokens, at, language)


def _digits(token: str, language: str) -> tuple[float | None, float]:
    compact = re.sub(r"[ \u00a0\u202f]", "", token)
    if len(re.sub(r"\D", "", compact)) > MAX_DIGITS:
        return None, 0.0
    if compact.count(",") > 1 or (language == "en" and re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", compact)):
        compact = compact.replace(",", "")
    elif compact.count(".") > 1:
        compact = compact.replace(".", "")
    compact = compact.replace(",", ".")
    value = float(compact)
    digits = compact.replace(".", "").lstrip("0")
    decimals = len(compact.partition(".")[2])
    zeros = 0 if "." in compact else len(digits) - len(digits.rstrip("0"))
    slack = 0.5 * 10**-decimals if decimals else 0.5 * 10**zeros if zeros else 0.0
    return value, min(slack, 0.04 * value)


def _scaled(tokens: list[_Token], at: int, value: float | None, slack: float) -> tuple[float | None, float, int]:
    if value is None:
        return None, 0.0, at
    while at < len(tokens) and tokens[at].text in _SCALES:
        scale = _SCALES[tokens[at].text]
        if not slack:
            slack = 0.5 if scale > 100 else 0.0
        value, slack, at = value * scale, min(slack * scale, 0.04 * value * scale), at + 1
        if at < len(tokens) and tokens[at].text == ".":
            at += 1 if at + 1 < len(tokens) and _currency(tokens[at + 1].text) else 0
    return value, slack, at


def _spelled(tokens: list[_Token], at: int, language: str) -> tuple[float | None, float, int]:
    total, current, start = 0.0, 0.0, at
    seen = False
    while at < len(tokens):
        token = tokens[at].text
        value = _word_value(token, language)
        if seen and token in ("с", "жарым") and (token == "жарым" or (at + 1 < len(tokens) and tokens[at + 1].text == "половинои")):
            current, at = current + 0.5, at + (token == "с")
        elif value is not None and not (token == "жуз" and current):
            current, seen = current + value, True
        elif token in _SCALES and token not in _SHORT_SCALES and (seen or _starts_scale(tokens, at)):
            scale = _SCALES[token]
            current, seen = max(current, 1.0) * scale, True
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif not (
            token == "and" and seen and at + 1 < len(tokens) and _word_value(tokens[at + 1].text, language) is not None and current >= 100
        ):
            break
        at += 1
    if not seen:
        return None, 0.0, start + 1
    value = total + current
    return value, 0.04 * value if value >= 1e6 and value == float(f"{value:.1e}") else 0.0, at


def _word_value(token: str, language: str) -> float | None:
    value = _WORDS.get(language, _WORDS_EN).get(token)  # of its language only: «он» is ten in Kazakh, and he in Russian
    if value is not None:
        return float(value)
    if "-" in token:
        tens, _, ones = token.partition("-")
        if tens in _WORDS_EN and ones in _WORDS_EN and _WORDS_EN[tens] >= 20:
            return float(_WORDS_EN[tens] + _WORDS_EN[ones])
    return None


def _starts_scale(tokens: list[_Token], at: int) -> bool:
    """A scale without a figure counts one only after an article: a million, a hundred, a dozen."""
    return at > 0 and tokens[at - 1].text in ("a", "an", "one") and tokens[at].text in _STARTED_SCALES


_STARTED_SCALES = frozenset(["hundred", "million", "billion", "thousand", "dozen"])


@lru_cache(maxsize=10_000)
def _currency(token: str) -> str | None:
    if token in _SIGNS:
        return _SIGNS[token]
    for name, beginnings in _MONEY:
        if token.startswith(beginnings):
            return name
    return None


def _dimension(tokens: list[_Token], at: int, after: int) -> tuple[str, float, int]:
    if at and tokens[at - 1].text in _SIGNS:
        return f"money:{_SIGNS[tokens[at - 1].text]}", 1.0, after
    for skip in range(3):
        here = after + skip
        if here >= len(tokens) or tokens[here].text in ".;!?,(":
            break
        currency = _currency(tokens[here].text)
        if currency:
            return f"money:{currency}", 1.0, here + 1
        unit = _unit(tokens, here) if skip == 0 or tokens[after].text in ("-", "–") else None
        if unit:
            return unit[0], unit[1], here + unit[2]
    return "count", 1.0, after


def _unit(tokens: list[_Token], at: int) -> tuple[str, float, int] | None:
    one = tokens[at].text
    two = f"{one}-{tokens[at + 1].text}" if at + 1 < len(tokens) else ""
    if at + 2 < len(tokens) and tokens[at + 1].text == ".":
        two = f"{one}-{tokens[at + 2].text}"
    return _unit_of(one, two)


@lru_cache(maxsize=20_000)
def _unit_of(one: str, two: str) -> tuple[str, float, int] | None:
    for dimension, factor, beginnings in _UNITS:
        for beginning in beginnings:
            word = two if "-" in beginning and two else one
            if word == beginning[:-1] if beginning.endswith("$") else word.startswith(beginning):
                return dimension, factor, word.count("-") + 1 if word is two else 1
    return None


# ── comparing ─────────────────────────────────────────────────────────────────

# How many of each currency a US dollar bought, roughly, by year: only to recognise a sum that was converted.
_RATES = {
    "usd": {2000: 1.0},
    "eur": {2000: 1.05, 2003: 0.88, 2008: 0.7, 2012: 0.76, 2015: 0.9, 2020: 0.87, 2022: 0.95, 2024: 0.92, 2025: 0.88},
    "rub": {2000: 29.0, 2009: 31.0, 2014: 38.0, 2015: 61.0, 2017: 58.0, 2018: 63.0, 2020: 72.0, 2022: 70.0, 2023: 84.0, 2024: 92.0,
    2025: 82.0, 2026: 82.0},
    "kzt": {2000: 145.0, 2009: 150.0, 2014: 179.0, 2015: 222.0, 2016: 340.0, 2018: 350.0, 2019: 383.0, 2020: 413.0, 2021: 426.0,
    2022: 460.0, 2023: 456.0,
            2024: 470.0, 2025: 520.0, 2026: 510.0},
    "gbp": {2000: 0.62, 2016: 0.74, 2020: 0.78, 2025: 0.75},
    "cny": {2000: 8.2, 2010: 6.5, 2020: 6.9, 2025: 7.2},
}  # fmt: skip


def _rate(currency: str, at: date) -> float:
    rates = _RATES[currency]
    return rates[max((year for year in rates if year <= at.year), default=min(rates))]


def same_figure(one: Figure, other: Figure, at: date) -> bool:
    """Ask whether two figures can be one: the same within rounding, in any unit or currency."""
    if one.dimension == other.dimension:
        return _within(one.value, other.value, one.slack, other.slack)
    if "count" in (one.dimension, other.dimension) and min(one.value, other.value) >= BIG:
        return _within(one.value, other.value, one.slack, other.slack)  # the unit was left out in one of them
    if one.dimension.startswith("money:") and other.dimension.startswith("money:"):
        mine = one.value / _rate(one.dimension[6:], at)
        theirs = other.value / _rate(other.dimension[6:], at)
        return abs(mine - theirs) <= 0.13 * max(mine, theirs)
    return False


def _within(one: float, other: float, slack: float, more_slack: float) -> bool:
    return abs(one - other) <= max(slack + more_slack, 1e-9 * max(abs(one), 1.0)) * 1.001


def figure_keys(figure: Figure, at: date) -> tuple[str, ...]:
    """Name the places of a memory where an equal figure may lie; an equal one shares at least one of them."""
    if figure.dimension == "count" and not figure.slack and figure.value < BIG:
        return (f"n:{figure.value:g}",)
    dimension, value = figure.dimension, figure.value
    bare = f"n:{math.floor(math.log(value) / 0.08 + 0.5)}b" if value >= BIG else None
    if dimension.startswith("money:"):
        value, dimension = value / _rate(dimension[6:], at), "money"
    width = 0.15 if dimension == "money" else 0.08
    near = math.log(max(value, 1e-9)) / width
    buckets = sorted({math.floor(near), math.floor(near + 0.5), math.floor(near - 0.5)})
    return (*(f"{dimension}:{bucket}" for bucket in buckets), *([bare] if bare else []))
