"""Days to come that are told by the day of the week alone: put off to Saturday, намечен на субботу, сенбіге жоспарланған.

A weekday without a date tells in most sentences when somebody said something. So one is read only where words before it lead to a plan; in
what was planned, and is no more, it is the day that has gone by.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_WEEKDAYS = (
    ("monday", "понедельник", "дуисенби"), ("tuesday", "вторник", "сеисенби"), ("wednesday", "среду", "сарсенби"),
    ("thursday", "четверг", "беисенби"), ("friday", "пятницу", "жума"), ("saturday", "субботу", "сенби"),
    ("sunday", "воскресенье", "жексенби"),
)  # fmt: skip
_ENGLISH, _RUSSIAN, _KAZAKH = ("|".join(names) for names in zip(*_WEEKDAYS, strict=True))
PLANNED = (  # in the spelling of `fold`
    r"(?:(?:\b(?:(?:due|set|planned|scheduled|slated|rescheduled) (?:for|on)"
    r"|(?:attempt|try)(?: is| will be| will come)?(?: made)? (?:on|for)|no earlier than|not before"
    rf"|(?:postponed|moved|delayed|pushed back|put off|put back|rescheduled|shifted)(?: from (?:{_ENGLISH}))? (?:to|until))"
    rf" (?:{_ENGLISH})\b(?!['’]s)"
    r"|(?:(?:перен[ео]с|перенесл|отложен|отложил|сдвинул|намеч|назнач|заплан)[а-я]*(?: [а-я]+){0,2} на"
    rf"|попытка(?: намечена|:| [-–—])? (?:на|во?)) (?:{_RUSSIAN})\b"
    rf"|\b(?:{_KAZAKH})г[еа] (?:[а-я]+ )?(?:жоспарлан|шегер|ауыстыр|белгилен|калдыр|межелен|тагаиындал))"
    r"(?!,? (?:the )?(?:[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
_PLANNED = re.compile(PLANNED)
_DAY = re.compile(rf"\b({_ENGLISH}|{_RUSSIAN}|{_KAZAKH})(?:г[еа])?\b")
_OVER = re.compile(
    r"\b(?:had been|originally|initially|earlier|previously|ранее|прежде|изначально|планировал\w*|намечал\w*)\b"
    r"|\b(?:was|were) (?:due|set|planned|scheduled|slated) (?:for|on) $|\bбыл[аои]? (?:намечен|назначен|запланирован)\w* на $"
)
_IS_OVER = re.compile(r"\w*\W+(?:\w+\W+){0,2}(?:еди|болатын)\b")
_NEAR = 50  # letters before it
_NUMBERS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}


def planned_days(folded: str, published: date) -> Iterator[tuple[int, int, date]]:
    """Give each such day of a sentence in the spelling of `fold`, with where its name begins and ends."""
    for found in _PLANNED.finditer(folded):
        *_, name = _DAY.finditer(found.group())  # of "from Thursday to Saturday" the last
        start, end = (found.start() + at for at in name.span())
        ahead = (_NUMBERS[name[1]] - published.weekday()) % 7
        over = _OVER.search(folded, max(found.start() - _NEAR, 0), start) or _IS_OVER.match(folded, found.end())
        yield start, end, published + timedelta(days=ahead - 7 if over and ahead else ahead)
