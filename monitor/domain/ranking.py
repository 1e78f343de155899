"""How well an article answers a query: where its words stand, and how often."""

from collections.abc import Sequence

from monitor.domain.query import Clause
from monitor.domain.seek import Phrase, phrases_in

LEAD = 450  # characters of forms: about the first two paragraphs
_TITLE, _IN_LEAD, _OFTEN, _NAMED_ONLY = 4.0, 1.5, 2.0, 0.5
_NOTED = {"0irelevant": 1.0, "0pdevelopment": 0.6, "0popening": 0.6, "0iseed": 0.6, "0pcopy": -1.0}


def needles(clauses: Sequence[Clause]) -> list[list[str]]:
    """Write each phrase of each clause as it stands among forms with blanks around them."""
    return [[needle(one) for one in phrases_in(clause.seek)] for clause in clauses]


def needle(phrase: Phrase) -> str:
    """Write a phrase as it stands among forms with blanks around them."""
    return f" {' '.join(phrase.forms)}" + ("" if phrase.prefix else " ")


def score(marks: str, title: str, words: str, sought: Sequence[Sequence[str]]) -> float:
    """Score an article by its forms: the title counts most, then the beginning, then how often; what is noted moves it a little."""
    title, words = f" {title} ", f" {words} "
    total = sum(max((_score(title, words, one) for one in either), default=0.0) or _NAMED_ONLY for either in sought)
    return total + sum(_NOTED.get(mark, 0.0) for mark in marks.split())


def _score(title: str, words: str, one: str) -> float:
    first = words.find(one)
    if first < 0:
        return _TITLE if one in title else 0.0
    often = words.count(one)
    return _TITLE * (one in title) + _IN_LEAD * (first < LEAD) + _OFTEN * often / (often + 2)
