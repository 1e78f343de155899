"""What figures measure: currencies and units as three languages write them, and what a sum is worth in another currency."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from monitor.domain.words.cached import by_word

_MONEY = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("usd", r"dollars?|usd|us\$|долл(?:ар\w*)?|бакс\w*"),
        ("eur", r"euros?|eur|евро|еуро(?!п)\w{0,4}"),
        ("rub", r"roubles?|rubles?|rub|rur|руб(?:л\w+)?"),
        ("kzt", r"tenge|kzt|тенге\w{0,4}|тнг|тг"),
        ("gbp", r"pounds?|gbp|sterling|фунт\w*"),
        ("cny", r"yuan|cny|renminbi|юан\w*"),
    )
)
SIGNS: Mapping[str, str] = {"$": "usd", "€": "eur", "₽": "rub", "₸": "kzt", "£": "gbp", "¥": "cny"}
CODES = frozenset(["usd", "eur", "rub", "rur", "kzt", "gbp", "cny"])
# Whose money it is: 115 million US dollars, 60 млрд АҚШ доллары.
_OWNERS = re.compile(
    r"us|u|s|american|canadian|russian|kazakh(?:stan\w*)?|сша|акш|американск\w+|российск\w+|казахстанск\w+|ресеи|казакстан\w*"
)

_KK = (  # endings of Kazakh nouns
    r"(?:н?[дт][ае]н?|нан|нен|[нкг][ае]|[дтн][ыи]н|[дтн][ыи]|м[ае]н|лык|лик|дык|дик|тык|тик|д[ае]г[ыи]|т[ае]г[ыи]|лап|л[ае]г[ае]н|ы|и|ына|ине)?"
)
_ENDING = re.compile(_KK)
_UNITS = tuple(
    (dimension, factor, re.compile(pattern))
    for dimension, factor, pattern in (  # of plain words; two words are joined by a hyphen
        ("area", 1.0, r"hectares?|ha|гектар\w*|га"),
        ("area", 0.4047, r"acres?|акр\w*"),
        (
            "area",
            100.0,
            r"(?:km|км)[2²]|(?:sq|square)-(?:km|kilomet\w+)|кв-км|квадратн\w+-километр\w*|шаршы-(?:километр|шакырым)\w*|шаршы-км",
        ),
        ("area", 259.0, r"(?:sq|square)-miles?|(?:кв|квадратн\w+|шаршы)-мил[яьиюе]\w*"),
        ("area", 0.0001, r"(?:m|м)[2²]|(?:sq|square)-(?:m|met\w+)|кв-м|квадратн\w+-метр\w*|шаршы-метр\w*"),
        ("speed", 1.0, r"kph|km/h|км/ч|км/саг|kilomet\w+-(?:an|per)-hour|(?:километр\w*|км)-в-час"),
        ("speed", 1.609, r"mph|миля/саг|миль/ч|miles?-(?:an|per)-hour|миль-в-час"),
        ("speed", 3.6, r"m/s|м/с|met\w+-per-second|метр\w*-в-секунду"),
        ("speed", 3600.0, r"km/s|км/с|kilomet\w+-per-second|километр\w*-в-секунду"),
        ("length", 1000.0, r"kilomet\w+|km|километр\w*|км|шакырым\w*"),
        ("length", 1609.0, r"miles?|мил[яьиюе]\w*"),
        ("length", 0.001, r"millimet\w+|mm|миллиметр\w*|мм"),
        ("length", 0.01, r"centimet\w+|cm|сантиметр\w*|см"),
        ("length", 1.0, r"metres?|meters?|m|метр\w*|м"),
        ("length", 0.9144, r"yards?|ярд\w*"),
        ("length", 0.3048, r"foot|feet|ft|фут\w*"),
        ("length", 0.0254, r"inch(?:es)?|дюим\w*"),
        ("volume", 1.0, r"(?:m|м)[3³]|(?:cubic|cu)-(?:m|met\w+)|куб(?:ическ\w+)?-(?:м|метр\w*)|кубометр\w*|текше-метр\w*|кубов"),
        ("volume", 0.001, r"lit(?:re|er)s?|литр\w*"),
        ("mass", 1.0, r"tonnes?|tons?|t|тонн\w*|т"),
        ("mass", 0.001, r"kilogram\w*|kilos?|kg|килограм\w*|кг|кил[ои]|келиден|келиге|кели"),
        ("mass", 0.000001, r"grams?|грамм\w*"),
        ("mass", 0.0004536, r"lbs?"),
        ("age", 365.0, r"years?-olds?|year-old\w*|летн\w+|years?-of-age|лет-от-роду|жаст?ар|жасар\w*|жаст[ае]\w*|жасын\w*"),
        ("time", 3650.0, r"decades?|десятилети\w*|онжылдык\w*"),
        ("time", 365.0, rf"years?|год|года|лет|годам|годами|жыл{_KK}"),
        ("time", 365.0 / 12, rf"months?|месяц\w*|аи{_KK}|аилык"),
        ("time", 7.0, rf"weeks?|недел\w*|апта{_KK}|апталык"),
        ("time", 1.0, rf"days?|днеи|дня|день|дням|днями|дни|днях|сут\w*|кун{_KK}|таулик\w*|тауликт\w*"),
        ("hours", 1.0, rf"hours?|час|часа|часов|часам|часами|саг[ае]т{_KK}"),
        ("hours", 1 / 60, rf"minutes?|mins?|минут[ыамих]{{0,3}}|минутн\w+|минут{_KK}"),
        ("hours", 1 / 3600, rf"seconds?|секунд[ыамих]{{0,3}}|секунд{_KK}"),
        ("percent", 1.0, r"percent\w*|per-cent|pct|процент\w*|паиыз\w*|%|п-п"),
        ("percent", 10.0, r"tenths?"),
        ("percent", 20.0, r"fifths?"),
        ("degrees", 1.0, r"degrees?|градус\w*|°|°c"),
        ("times", 1.0, r"times|fold|раз|раза|есе(?:ге|ден|деи|л[ае]п)?|рет|ретке|марте"),
    )
)
IMPERIAL = frozenset([259.0, 1609.0, 0.9144, 0.3048, 0.0254, 0.0004536, 0.4047, 1.609])  # factors; what is converted is rounded
POUND = 0.0004536


class Unit(NamedTuple):
    """What is measured, what one of it is in the unit that we compare, and of how many words it is."""

    dimension: str
    factor: float
    words: int


@by_word
def currency_of(token: str) -> str | None:
    """Name the currency that a plain word or sign means."""
    if token in SIGNS:
        return SIGNS[token]
    return next((name for name, pattern in _MONEY if pattern.fullmatch(token)), None)


def is_owner(token: str) -> bool:
    """Ask whether a word can stand between a sum and its currency."""
    return bool(_OWNERS.fullmatch(token))


def unit_at(tokens: Sequence[str], at: int) -> Unit | None:
    """Read the unit that begins at a token; a stop may abbreviate its first word."""
    words = tuple(token for token in tokens[at : at + 5] if token != ".")[:3]
    return _unit_of(words) if words and tokens[at] != "." else None


@by_word
def _unit_of(words: tuple[str, ...]) -> Unit | None:
    for length in range(len(words), 0, -1):
        joined = "-".join(words[:length])
        for dimension, factor, pattern in _UNITS:
            if pattern.fullmatch(joined):
                return Unit(dimension, factor, length)
    bare, _, ending = words[0].partition("-")
    return _unit_of((bare,)) if ending and _ENDING.fullmatch(ending) else None  # 5 км-ге


# How many of each currency a US dollar bought, roughly, by year: only to recognise a sum that was converted.
_RATES = {
    "usd": {2000: 1.0},
    "eur": {2000: 1.05, 2003: 0.88, 2008: 0.7, 2012: 0.76, 2015: 0.9, 2020: 0.87, 2022: 0.95, 2024: 0.92, 2025: 0.88},
    "rub": {2000: 29.0, 2009: 31.0, 2014: 38.0, 2015: 61.0, 2017: 58.0, 2018: 63.0, 2020: 72.0, 2022: 70.0, 2023: 84.0, 2024: 92.0,
            2025: 82.0, 2026: 82.0},
    "kzt": {2000: 145.0, 2009: 150.0, 2014: 179.0, 2015: 222.0, 2016: 340.0, 2018: 350.0, 2019: 383.0, 2020: 413.0, 2021: 426.0,
            2022: 460.0, 2023: 456.0, 2024: 470.0, 2025: 520.0, 2026: 510.0},
    "gbp": {2000: 0.62, 2016: 0.74, 2020: 0.78, 2025: 0.75},
    "cny": {2000: 8.2, 2010: 6.5, 2020: 6.9, 2025: 7.2},
}  # fmt: skip


def rate(currency: str, at: date) -> float:
    """Say how many of a currency a US dollar bought, roughly."""
    return _rate_of(currency, at.year)


@cache
def _rate_of(currency: str, year: int) -> float:
    rates = _RATES[currency]
    return rates[max((known for known in rates if known <= year), default=min(rates))]
