"""How well an article answers a query: where its words stand, and how often."""

from collections.abc import Sequence
from datetime import timedelta

from monitor.domain.search.query import Clause
from monitor.domain.search.seek import needle, phrases_in

LEAD = 450  # characters of forms: about the first two paragraphs
_TITLE, _IN_LEAD, _OFTEN, _NAMED_ONLY = 4.0, 1.5, 2.0, 0.5
_FRESH = 1.0
_NOTED = {"0irelevant": 1.0, "0pdevelopment": 0.6, "0popening": 0.6, "0pcopy": -1.0}


def needles(clauses: Sequence[Clause]) -> list[list[str]]:
    """Write each phrase of each clause as it stands among forms with blanks around them."""
    return [[needle(one) for one in phrases_in(clause.seek)] for clause in clauses]


def score(marks: str, title: str, words: str, sought: Sequence[Sequence[str]], age: timedelta) -> float:
    """Score an article by its forms: the title counts most, then the beginning, then how often; age and marks move it a little."""
    title, words = f" {title} ", f" {words} "
    total = sum(max((_score(title, words, one) for one in either), default=0.0) or _NAMED_ONLY for either in sought)
    return total + sum(_NOTED.get(mark, 0.0) for mark in marks.split()) + _FRESH / (1 + max(age.days, 0) / 365)


def _score(title: str, words: str, one: str) -> float:
    first = words.find(one)
    if first < 0:
        return _TITLE if one in title else 0.0
    often = words.count(one)
    return _TITLE * (one in title) + _IN_LEAD * (first < LEAD) + _OFTEN * often / (often + 2)
