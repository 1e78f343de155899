"""A sentence as dates and figures are read out of it: in the spelling of the tables, and asked first whether it may hold any."""

import re
from functools import lru_cache
from typing import NamedTuple

from monitor.domain.facts.calendar_words import DATED
from monitor.domain.facts.numerals import COUNTED
from monitor.domain.facts.weekdays import PLANNED
from monitor.domain.words.concepts import plain_in
from monitor.domain.words.phrases import Phrases, Spoken

_HOLDS = Phrases({"date": DATED, "weekday": PLANNED, "figure": COUNTED})
_LATIN = re.compile("[a-zäáğǵıñńóöşūüúýç]")


class Folded(NamedTuple):
    """A sentence in the spelling of the tables, with exactly as many characters."""

    text: str
    holds: Spoken  # a date, a weekday to come, a figure; or it certainly does not


@lru_cache(maxsize=64)
def fold(sentence: str, language: str) -> Folded:
    """Spell a sentence as the tables do."""
    text = _spelled(sentence, language)
    return Folded(text, _HOLDS.of(text))


def _spelled(sentence: str, language: str) -> str:
    folded = sentence.casefold()
    if len(folded) != len(sentence):  # a letter that folds to two would shift every position
        folded = sentence.lower() if len(sentence.lower()) == len(sentence) else sentence
    spelled = plain_in(language, folded)
    return spelled if len(spelled) == len(folded) else _LATIN.sub(lambda m: plain_in(language, m.group())[:1] or "ь", folded)
