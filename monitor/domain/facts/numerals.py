"""Numbers as three languages write them, in figures and in words: 13,684,550,338.7; 2,7 мың; полтора миллиарда; a hundred and fifteen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from monitor.domain.words.cached import by_word
from monitor.domain.words.concepts import plain

MAX_DIGITS = 18  # longer runs are serial numbers, not figures
ROUNDED = 0.04  # of a value: the most that a round number may be rounded by
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_RUSSIAN = {  # with the endings that its cases have
    1: "один одна одно одного одной одном одному одним одну", 2: "два две двух двум двумя двое двоих", 3: "три трех трем тремя трое троих",
    4: "четыре четырех четырем четырьмя четверо четверых", 5: "пять пяти пятью пятеро пятерых", 6: "шесть шести шестью шестеро шестерых",
    7: "семь семи семью семеро семерых", 8: "восемь восьми восемью", 9: "девять девяти девятью", 10: "десять десяти десятью",
    11: "одиннадцать", 12: "двенадцать", 13: "тринадцать", 14: "четырнадцать", 15: "пятнадцать", 16: "шестнадцать", 17: "семнадцать",
    18: "восемнадцать", 19: "девятнадцать", 20: "двадцать", 30: "тридцать", 40: "сорок сорока", 50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста", 100: "сто ста",
    200: "двести двухсот двумстам двухстах", 300: "триста трехсот тремстам трехстах", 400: "четыреста четырехсот четырехстах",
    500: "пятьсот пятисот пятистах", 600: "шестьсот шестисот шестистах", 700: "семьсот семисот семистах",
    800: "восемьсот восьмисот восьмистах", 900: "девятьсот девятисот девятистах", 1.5: "полтора полторы полутора",
}  # fmt: skip
_KAZAKH = {
    1: "бир", 2: "еки", 3: "уш", 4: "торт", 5: "бес", 6: "алты", 7: "жети", 8: "сегиз", 9: "тогыз", 10: "он", 20: "жиырма", 30: "отыз",
    40: "кырык", 50: "елу", 60: "алпыс", 70: "жетпис", 80: "сексен", 90: "токсан",
}  # fmt: skip

COUNTED = (  # a figure is written in figures, or in a word of these beginnings
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twenty|forty|hundred|thousand|million|billion|trillion|dozen|doubl|half"
    r"|tripl|twice|thrice|\w+fold|од[ин]|дв[аеуо]|тр[иеио]|четыр|четвер|пят|шест|сем[иье]|восем|восьм|девя|десят|\w+надцат|сорок|сто\b|ста\b|полтор|пол|тыс|мил"
    r"|вд|втр|вчет|впят|вшес|всем|удв|утр|бир|еки|уш|торт|бес|алты|жети|сегиз|тогыз|он\b|жиырма|отыз|кырык|елу|алпыс|жетпис|сексен|токсан|жуз|мын|жарты)"
)


def _words() -> dict[str, dict[str, float]]:
    english = {word: float(n) for n, word in enumerate(_ENGLISH.split()) if n}
    english |= {word: 20.0 + 10 * n for n, word in enumerate(_TENS.split())}
    english |= {f"{tens}-{word}": english[tens] + english[word] for tens in _TENS.split() for word in _ENGLISH.split()[1:10]}
    russian = {plain(word): float(n) for n, words in _RUSSIAN.items() for word in words.split()}
    russian |= {word[:-1] + ending: n for word, n in russian.items() if word.endswith("дцать") for ending in ("и", "ью")}
    return {"en": english, "ru": russian, "kk": {word: float(n) for n, word in _KAZAKH.items()}}


_WORDS: Mapping[str, Mapping[str, float]] = _words()
_SCALES: Mapping[str, tuple[tuple[re.Pattern[str], float], ...]] = {
    language: tuple((re.compile(pattern), value) for pattern, value in scales)
    for language, scales in {
        "en": (
            ("hundreds?", 1e2), ("thousands?", 1e3), ("million|mln|mio", 1e6), ("billion|bln|milliard", 1e9), ("trillion|trln", 1e12),
            ("dozens?", 12.0), ("mn", 1e6), ("bn", 1e9), ("tn", 1e12), ("k", 1e3),
        ),
        "ru": (
            ("тыс|тысяч(?:а|и|у|е|ам|ами|ах|еи)?", 1e3), ("млн|миллион(?:а|у|ом|е|ов|ам|ами|ах|ы)?", 1e6),
            ("млрд|миллиард(?:а|у|ом|е|ов|ам|ами|ах|ы)?", 1e9), ("трлн|триллион(?:а|у|ом|е|ов|ам|ами|ах|ы)?", 1e12),
            ("сот(?:ня|ни|ню|ней|ен|нями|нях)", 1e2), ("дюжин[ауы]?|дюжинои", 12.0), ("десят(?:ок|ка|ков|ками|ках)", 10.0),
        ),
        "kk": (
            ("жуз(?:ден|ге|дик|деи|деген)?", 1e2), ("мын(?:га|нан|даи|даган|нын|ды|ында|ы)?", 1e3),
            ("млн|миллион(?!д[ае]г)[а-я]{0,6}", 1e6), ("млрд|миллиард(?!т[ае]г)[а-я]{0,6}", 1e9), ("трлн|триллион[а-я]{0,6}", 1e12),
        ),
    }.items()
}  # fmt: skip
_LARGEST = 1e15  # nobody counts more
_HALVES = {
    "полмиллиона": 5e5, "полумиллиона": 5e5, "полмиллиарда": 5e8, "полумиллиарда": 5e8, "полтысячи": 5e2, "полутысячи": 5e2,
    "полсотни": 50.0,
}  # fmt: skip
_ARTICLES = frozenset(["a", "an"])
_ONE_THOUSAND = frozenset(["тысяча", "тысячу", "мын"])


class Number(NamedTuple):
    """A value, how far it may be rounded, and the place of the word behind it."""

    value: float
    slack: float
    after: int
    scaled: bool = False  # by thousand, million …


def word_value(token: str, language: str) -> float | None:
    """Say what one word counts; of its language only: «он» is ten in Kazakh, and he in Russian."""
    return _WORDS.get(language, _WORDS["en"]).get(token)


def scale_of(token: str, language: str) -> float | None:
    """Say what a word multiplies by."""
    if language == "kk" and "-" in token:
        token = token.partition("-")[0]  # an abbreviation has its ending behind a hyphen: 13 млрд-қа
    for pattern, value in _SCALES.get(language, _SCALES["en"]):
        if pattern.fullmatch(token):
            return value
    return scale_of(token, "ru") if language == "kk" else None


def may_begin(token: str, language: str) -> bool:
    """Ask whether a number can begin with a word."""
    return (
        token[0].isdecimal()
        or word_value(token, language) is not None
        or token in _HALVES
        or token in ("half", "жарты", "пол")
        or (scale_of(token, language) or 0.0) >= 12
    )


def number_at(tokens: Sequence[str], at: int, language: str) -> Number | None:
    """Read the number that begins at a token."""
    if tokens[at][0].isdecimal():
        read = _digits(tokens[at], language)
        return _scaled(tokens, at + 1, *read, language) if read else None
    return _spelled(tokens, at, language)


_SEPARATED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@by_word
def _digits(token: str, language: str) -> tuple[float, float] | None:
    compact = re.sub(r"[ \u00a0\u202f]", "", token)
    if sum(map(str.isdecimal, compact)) > MAX_DIGITS:
        return None
    if compact.count(",") > 1 or (language == "en" and _SEPARATED.fullmatch(compact)):
        compact = compact.replace(",", "")
    elif compact.count(".") > 1:
        compact = compact.replace(".", "")
    compact = compact.replace(",", ".")
    value = float(compact)
    digits = compact.replace(".", "").lstrip("0")
    decimals = len(compact.partition(".")[2])
    zeros = 0 if "." in compact else len(digits) - len(digits.rstrip("0"))
    slack = 0.5 * 10**-decimals if decimals else 0.5 * 10**zeros if zeros else 0.0
    return value, min(slack, ROUNDED * value)


def _scaled(tokens: Sequence[str], at: int, value: float, slack: float, language: str) -> Number:
    scaled = False
    if language == "kk" and tokens[at : at + 1] == ["жарым"]:
        value, at = value + 0.5, at + 1
    while at < len(tokens):
        hyphen = tokens[at] in "-–" and at + 1 < len(tokens)
        scale = scale_of(tokens[at + hyphen], language)
        if scale is None:
            break
        slack = slack or (0.5 if scale > 100 else 0.0)
        value, slack, at, scaled = value * scale, min(slack * scale, ROUNDED * value * scale), at + 1 + hyphen, True
        if rest := _rest(tokens, at, scale, language):
            return Number(value + rest.value, rest.slack, rest.after, True)
    return Number(value, slack, at, scaled)


def _rest(tokens: Sequence[str], at: int, scale: float, language: str) -> Number | None:
    """Read what is added to a scaled number: 13 млрд 690 млн, 2 тыс. 300."""
    stop = at + 1 < len(tokens) and tokens[at] == "."
    here = at + stop
    if language == "en" or here >= len(tokens) or not tokens[here].isdecimal() or len(tokens[here]) > 3:
        return None
    rest = number_at(tokens, here, language)
    fits = rest is not None and rest.value < scale and (rest.scaled or not stop or tokens[at - 1] == "тыс")
    return rest if fits and scale >= 1e3 else None


@dataclass(slots=True)
class _Sum:
    """A number in words, added up from left to right: two thousand | three hundred."""

    total: float = 0.0
    current: float = 0.0
    seen: bool = False
    scaled: bool = False
    unit: float = 1.0  # what half of it would be half of: a million and a half

    def add(self, value: float) -> None:
        self.current, self.seen = self.current + value, True

    def multiply(self, scale: float) -> None:
        self.current, self.seen, self.scaled = (self.current or 1.0) * scale, True, self.scaled or scale >= 1e3
        if scale >= 1e3:
            self.total, self.current, self.unit = self.total + self.current, 0.0, scale


def _spelled(tokens: Sequence[str], at: int, language: str) -> Number | None:
    told, begun = _Sum(), at
    while at < len(tokens) and (words := _step(told, tokens, at, language)):
        at += words
    if not told.seen:
        return None
    value = told.total + told.current
    digits = 1 if value >= 1e6 else 0
    rounded = ROUNDED * value if value >= 1e3 and value == float(f"{value:.{digits}e}") else 0.0
    return Number(value, rounded, max(at, begun + 1), told.scaled)


def _step(told: _Sum, tokens: Sequence[str], at: int, language: str) -> int:
    """Take in the words at a place, and say how many; none where the number ends."""
    token = tokens[at]
    value, scale = word_value(token, language), scale_of(token, language)
    if half := _half(tokens, at, language, seen=told.seen):
        told.add(0.5 * (told.unit if not told.current else 1.0))
        return half
    if value is not None:
        if told.seen and not _continues(told.current, value):
            return 0
        told.add(value)
    elif scale is not None and told.total + told.current < _LARGEST and (told.seen or _counts_one(tokens, at, language)):
        told.multiply(scale)
    elif token in _HALVES and not told.seen:
        told.add(_HALVES[token])
    elif token != "and" or told.current < 100 or word_value("".join(tokens[at + 1 : at + 2]), language) is None:
        return 0
    return 1


def _continues(current: float, value: float) -> bool:
    """Ask whether a smaller word adds to a larger one: forty two, not two four."""
    return current % 100 == 0 if value >= 10 else current % 10 == 0


def _half(tokens: Sequence[str], at: int, language: str, *, seen: bool) -> int:
    """Say how many words mean half here: (two) and a half, half a (million), с половиной, жарым."""
    here = tuple(tokens[at : at + 3])
    if seen:
        if here == ("and", "a", "half"):
            return 3
        if here[:2] == ("с", "половинои"):
            return 2
        return int(here[:1] == ("жарым",))
    if here[:2] == ("half", "a") and scale_of("".join(here[2:]), language):
        return 2
    return int(here[0] in ("жарты", "half", "пол") and (scale_of("".join(here[1:2]), language) or 0.0) >= 1e3)


def _counts_one(tokens: Sequence[str], at: int, language: str) -> bool:
    """A scale without a figure counts one behind an article (a million), before what adds to it (тысяча двести) or behind a measure.

    жүз always does, and свыше миллиона has the measure.
    """
    if tokens[at] == "жуз":
        return True
    if tokens[at] in _ONE_THOUSAND and at + 1 < len(tokens) and may_begin(tokens[at + 1], language) and not tokens[at + 1][0].isdecimal():
        return True
    if at and tokens[at - 1] in _ARTICLES:
        return True
    return at > 0 and tokens[at - 1] in ("около", "почти", "свыше", "более") and tokens[at].startswith(("тысяч", "миллион", "миллиард"))
