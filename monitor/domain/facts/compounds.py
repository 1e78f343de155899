"""Numbers in one word with what they count, as Russian writes them: пятнадцатилетний, двухнедельный, семнадцатитонный."""

import re
from typing import NamedTuple

from monitor.domain.facts.numerals import word_value
from monitor.domain.words.cached import by_word


class Measure(NamedTuple):
    """What is measured, and how much of it, in our unit."""

    value: float
    dimension: str


_COMPOUND = re.compile(
    r"(?P<number>двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|\w+надцати|двадцати|тридцати|сорока|\w+десяти|сто)"
    r"(?P<five>пяти)?(?P<unit>летн|месячн|недельн|дневн|суточн|часов|минутн|тонн|метров|километров|процентн)\w{1,3}"
)
_COUNTED_IN = {
    "летн": ("time", 365.0), "месячн": ("time", 365.0 / 12), "недельн": ("time", 7.0), "дневн": ("time", 1.0), "суточн": ("time", 1.0),
    "часов": ("hours", 1.0), "минутн": ("hours", 1 / 60), "тонн": ("mass", 1.0), "метров": ("length", 1.0),
    "километров": ("length", 1000.0), "процентн": ("percent", 1.0),
}  # fmt: skip


@by_word
def compound_of(token: str, language: str) -> Measure | None:
    """Read a word that counts what it names; None where it is another."""
    found = _COMPOUND.fullmatch(token) if language == "ru" else None
    if found is None:
        return None
    number = word_value(found["number"], language)
    dimension, factor = _COUNTED_IN[found["unit"]]
    return Measure((number + 5 * bool(found["five"])) * factor, dimension) if number else None
