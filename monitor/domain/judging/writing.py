"""How an article is written: who reports does it in the long words of offices; who retells, remembers or explains tells a story.

What words and sentences of a language are usually like is no matter of news: only how far those of an article are from it.
"""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from monitor.domain.facts.facts import Reading
from monitor.domain.facts.lines import Line
from monitor.domain.words.kazakh_latin import in_cyrillic
from monitor.domain.words.likeness import STOP_WORDS
from monitor.domain.words.registers import COLLOQUIAL, OFFICIAL, REPORTING, SPELLED_NUMBERS

Writing = Mapping[str, float]


class _Usual(NamedTuple):
    """What the words of news in a language are like: letters of one, shares of them all, and how many make a sentence."""

    letters: float
    small: float
    figures: float
    official: float
    colloquial: float
    sentence: float
    said: float  # words of reporting in a sentence
    spelled: float  # of its numbers


_USUAL: Mapping[str, _Usual] = {
    "en": _Usual(4.6, 0.43, 0.03, 0.013, 0.034, 15.0, 0.16, 0.48),
    "ru": _Usual(6.0, 0.23, 0.04, 0.017, 0.014, 11.0, 0.11, 0.40),
    "kk": _Usual(6.65, 0.07, 0.05, 0.023, 0.011, 9.0, 0.11, 0.40),
}
_PARAGRAPH = 30.0  # words of a usual one
_FEW = 100  # words, of which what is unusual is half chance
_ASKED, _CALLED, _YEARS = 3, 4, 5  # more questions, "you" more often, and more years, say no more
_LONG_AGO = 2  # years


def writing_of(reading: Reading) -> Writing:
    """Measure how title, lead and text are written."""
    placed = ([line for line in reading.lines if line.where in places] for places in _PLACES)
    title, lead, text = (_Passage(lines, reading.language) for lines in placed)
    usual = _USUAL.get(reading.language)
    plain = {
        f"{name} of the {place}": value
        for place, passage in (("title", title), ("lead", lead), ("text", text))
        for name, value in _plainness(passage, usual)
    }
    return {
        f"in {reading.language}": 1.0,
        **plain,
        **dict(_register(text, usual, reading.language)),
        **_manner(title, lead, text, reading.published.year),
    }


_PLACES = (("title",), ("lead",), ("lead", "body"))


class _Passage:
    """Sentences, and their words."""

    def __init__(self, lines: Sequence[Line], language: str) -> None:
        self.lines = lines
        words = (word for line in lines for word in line.words)
        self.words = [in_cyrillic(word) for word in words] if language == "kk" else [*words]  # as the registers have them
        self.told = [word for word in self.words if word.isalpha()]
        self.figures = sum(word[0].isdecimal() for word in self.words)
        self.telling = len(self.told) / (len(self.told) + _FEW)  # how much what is unusual in it tells

    @property
    def text(self) -> str:
        """The sentences in a row."""
        return " ".join(line.text for line in self.lines)

    def share(self, of: Collection[str]) -> float:
        """Say what share of its words is one of these."""
        return sum(word in of for word in self.told) / len(self.told)


def _plainness(passage: _Passage, usual: _Usual | None) -> Iterator[tuple[str, float]]:
    """Say by how much words and sentences are longer than usual, and how many more small words and figures there are."""
    if not passage.told or usual is None:
        return
    count = len(passage.told)
    yield "letters", passage.telling * (sum(map(len, passage.told)) / count / usual.letters - 1.0)
    yield "small words", passage.telling * (passage.share(STOP_WORDS) - usual.small)
    yield "figures", passage.telling * (passage.figures / count - usual.figures)
    yield "words in a sentence", math.log((1.0 + count / len(passage.lines)) / (1.0 + usual.sentence))


def _register(text: _Passage, usual: _Usual | None, language: str) -> Iterator[tuple[str, float]]:
    """Say how many of its words are those of reports, of offices and of talk, and how many of its numbers are spelled out."""
    if not text.told or usual is None:
        return
    said = text.share(REPORTING[language]) * len(text.told) / len(text.lines)
    spelled = text.share(SPELLED_NUMBERS[language]) * len(text.told)
    yield "who said it", text.telling * (said - usual.said)
    yield "official words", text.telling * (text.share(OFFICIAL[language]) - usual.official)
    yield "colloquial words", text.telling * (text.share(COLLOQUIAL[language]) - usual.colloquial)
    yield "spelled numbers", text.telling * ((spelled + usual.spelled) / (spelled + text.figures + 1.0) - usual.spelled)


def _manner(title: _Passage, lead: _Passage, text: _Passage, year: int) -> Writing:
    """Say how it turns to its readers, how far back it goes, and how long its paragraphs are: an agency's have a sentence or two."""
    whole = text.text
    own = _QUOTED.sub(" ", whole)
    paragraphs = len({line.paragraph for line in text.lines})
    return {
        "urgent": bool(_URGENT.match(title.text)),
        "asks": min(own.count("?"), _ASKED),
        "calls you": min(len(_YOU.findall(own)), _CALLED),
        "of years ago": min(_years_ago(whole, year), _YEARS),
        "opens with years ago": bool(_years_ago(lead.text, year)),
        "words in a paragraph": math.log((1.0 + len(text.words) / paragraphs) / (1.0 + _PARAGRAPH)) if paragraphs else 0.0,
    }


def _years_ago(text: str, year: int) -> int:
    """Count the years named that lie back for some time."""
    return sum(int(named) <= year - _LONG_AGO for named in _YEAR.findall(text))


_URGENT = re.compile(r"\W*(?:urgent|breaking|flash|срочно|молния|жедел|шұғыл)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[«“\"„][^»”\"]+[»”\"]")
_YOU = re.compile(r"\b(?:you|your|вы|вас|вам|ваш\w*|сіз\w*)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
