"""Shares and lengths of time that a text gives without a number: a third of the staff, every fifth, half a century.

They are too loosely said to be news, yet who wrote them has told the 33 percent and the fifty years of others.
"""

import re
from collections.abc import Iterator

from monitor.domain.facts.figures import Figure
from monitor.domain.words.phrases import Phrases

_YEAR, _MONTH = 365.0, 365.0 / 12
_LOOSE = 0.04  # of the whole: a third is said of 30 to 37 percent

_PARTS = (
    (50.0, r"(?:a|one) half of|half (?:of|the|its|their|his)|every second|one in two|половин[аыуе]|кажд\w+ втор\w+|жартысы\w*"),
    (100 / 3, r"(?:a|one) third of|every third|one in three|(?:одн\w+ )?треть|кажд\w+ трет\w+|үштен бір\w*"),
    (200 / 3, r"two[ -]thirds|две трети|двух третей|үштен екі\w*"),
    (25.0, r"(?:a|one) quarter of|every fourth|one in four|четверть|кажд\w+ четверт\w+|төрттен бір\w*"),
    (75.0, r"three[ -]quarters|три четверти|трех четвертей|төрттен үш\w*"),
    (90.0, r"nine (?:in|out of) ten|девят\w+ из десяти|оннан тоғыз\w*"),
    (80.0, r"eight (?:in|out of) ten|восьм?е?р?о? из десяти|оннан сегіз\w*|бестен төрт\w*"),
    (70.0, r"seven (?:in|out of) ten|сем(?:ь|еро) из десяти|оннан жеті\w*"),
    (60.0, r"three in five|бестен үш\w*"),
    (40.0, r"two in five|бестен екі\w*"),
    (20.0, r"(?:a|one) fifth of|every fifth|one in five|пят\w+ часть|кажд\w+ пят\w+|бестен бір\w*"),
    (10.0, r"(?:a|one) tenth of|every tenth|one in ten|десят\w+ часть|кажд\w+ десят\w+|оннан бір\w*"),
)
_SPANS = (
    (50 * _YEAR, r"half a century|полвека|жарты ғасыр\w*"),
    (10 * _YEAR, r"(?:a|one|the past|the last) decade|десятилети[еяю]|онжылдық\w*"),
    (1.5 * _YEAR, r"a year and a half|бір жарым жыл\w*"),
    (6 * _MONTH, r"half a year|полгода|полугода|жарты жыл(?!дық)\w*"),
    (14.0, r"a fortnight"),
    (1.0, r"a day and a night|сутки|бір тәулік\w*"),
)
_MEANT = tuple(
    (value, dimension, 100 * _LOOSE if dimension == "percent" else _LOOSE * value, words)
    for dimension, rows in (("percent", _PARTS), ("time", _SPANS))
    for value, words in rows
)
_SAID = re.compile(rf"\b(?:{'|'.join(f'(?P<s{n}>{words})' for n, (_, _, _, words) in enumerate(_MEANT))})\b", re.IGNORECASE)
_HINTS = Phrases({"loosely": "|".join(words for _, _, _, words in _MEANT)})  # for case-folded text: eight sentences in nine say none


def loosely_said(text: str) -> Iterator[Figure]:
    """Read the shares, in percent, and the lengths of time, in days, that a text gives in such words."""
    for found in _SAID.finditer(text) if "loosely" in _HINTS.of(text.casefold()) else ():
        value, dimension, slack, _ = _MEANT[int((found.lastgroup or "s0")[1:])]
        yield Figure(value, dimension, slack, *found.span(), found.group())
