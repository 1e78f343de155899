"""How sure it is that an article tells something new: what speaks for it and what against, each with its weight, added up.

The weights are those of a logistic regression over labelled streams, rounded, and judged by streams that were left out of the fitting.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.domain.facts.facts import NAMES, TODAY, Fact, Reading
from monitor.domain.judging.background import is_mere_opinion, looks_back, plans
from monitor.domain.judging.kinship import Kin
from monitor.domain.judging.novelty import News
from monitor.domain.words.concepts import HARD

# What a reason weighs, in log-odds; against news where it is negative.
_BEGINS, _START = "to begin with", -2.7
_TOPIC, _NAMED = 4.2, (0.3, 1.0)  # for each unit of ln(1 + how much it names of the topic): who hardly names it tells of something else
_NAMES_NOT_KNOWN = 0.7  # where the topic is words: as much as most articles name
_HAPPENED, _HAPPENED_AT_MOST = 0.2, 3  # for each hard idea of title and lead: signed, crashed, fined
_NEW_FACT, _FACTS_AT_MOST = 0.5, 5
_REPLACES, _REPLACED_AT_MOST = 0.9, 2  # for each value that another value replaces
_SAYS = 1.2  # somebody says it now
_OFFICE = 1.4
_BEYOND, _CORRECTS = 0.4, 3.9  # what answers, corrects or goes on is like what was told, so that being like it does not count
_HELD, _HELD_FROM = -3.4, 0.2  # for how much of it one earlier article holds, beyond what any two share
_TRANSLATED, _TRANSLATED_FROM = -11.4, 0.1  # for being like one in another language
_WORDED, _WORDED_FROM = -18.0, 0.4  # for being much like one in its own
_LOOKS_BACK, _OPINION, _ROUTINE = -4.6, -5.2, -2.3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far earlier articles tell the same, from 0 to 1; all of it fades with time."""

    held: float = 0.0  # how much of what it names, and of what happens in it, a single one holds
    translated: float = 0.0  # likeness to the one most alike in another language
    worded: float = 0.0  # likeness to the one most alike in its own language


def likeness_to(kins: Sequence[Kin], language: str) -> Likeness:
    """Say how far earlier articles tell the same as one in a language."""
    fading = [(kin.likeness * math.exp(-kin.days / _FADES), kin.neighbour.reading.language == language) for kin in kins]
    return Likeness(
        held=max((kin.held for kin in kins), default=0.0),
        translated=max((likeness for likeness, is_own in fading if not is_own), default=0.0),
        worded=max((likeness for likeness, is_own in fading if is_own), default=0.0),
    )


_FADES = 8.0  # days, after which a third of likeness counts


@dataclass(frozen=True, slots=True)
class Weighed:
    """The reasons, with their weights in log-odds, and the chance that they make together."""

    reasons: Mapping[str, float]

    @property
    def chance(self) -> float:
        """The chance that it tells something new, from 0 to 1."""
        return 1.0 / (1.0 + math.exp(-sum(self.reasons.values())))

    @property
    def against(self) -> tuple[str, ...]:
        """What speaks against news, the weightiest first."""
        return tuple(
            sorted((name for name, weight in self.reasons.items() if weight < 0 and name != _BEGINS), key=self.reasons.__getitem__)
        )


def weigh(reading: Reading, news: Sequence[News], like: Likeness, *, beyond: bool, corrects: bool, by_names: bool = True) -> Weighed:
    """Add up what speaks for news and what against.

    `beyond`: it goes beyond what an earlier article told, by an answer or a further step; `corrects`: nobody has told its correction
    before; `by_names`: the topic is known by names, and not by words alone.
    """
    like = Likeness() if beyond or corrects else like
    reasons = {
        _BEGINS: _START,
        "what it names of the topic": _TOPIC * (_named(reading) if by_names else _NAMES_NOT_KNOWN),
        "something hard happened": _HAPPENED * min(len(reading.head & HARD), _HAPPENED_AT_MOST),
        "new facts": _NEW_FACT * min(_new_facts(reading, news), _FACTS_AT_MOST),
        "values replaced": _REPLACES * min(sum(one.old is not None for one in news), _REPLACED_AT_MOST),
        "said now": _SAYS * ("told" in reading.marks),
        "an office changes hands": _OFFICE * ("office" in reading.marks),
        "goes beyond what was told": _BEYOND * beyond,
        "corrects what was told": _CORRECTS * corrects,
        "held by an earlier article": _HELD * max(like.held - _HELD_FROM, 0.0),
        "like one in another language": _TRANSLATED * max(like.translated - _TRANSLATED_FROM, 0.0),
        "much like one in its own words": _WORDED * max(like.worded - _WORDED_FROM, 0.0),
        "looks back": _LOOKS_BACK * (looks_back(reading) and not plans(reading, news)),
        "opinion": _OPINION * is_mere_opinion(reading, news),
        "routine": _ROUTINE * ("routine" in reading.marks),
    }
    return Weighed({name: round(weight, 2) for name, weight in reasons.items() if weight})


def _named(reading: Reading) -> float:
    least, most = _NAMED
    return min(max(math.log1p(sum(math.log1p(weight) for weight in reading.entities.values())), least), most)


def _new_facts(reading: Reading, news: Sequence[News]) -> int:
    """Count figures, sums and dates that nobody told before: not those of history, and no colour."""
    told = {
        fact.keys[0] for fact in reading.facts if fact.kind not in NAMES and fact.slot != TODAY and not (fact.recalled or _is_colour(fact))
    }
    return len(told & {one.fact.keys[0] for one in news if one.fact})


def _is_colour(fact: Fact) -> bool:
    """Ask whether a figure is one that every retelling may bring: an age, an hour, a small count."""
    figure = fact.figure
    return figure is not None and (figure.dimension in _COLOUR or (figure.dimension == "count" and figure.value <= _FEW))


_COLOUR, _FEW = ("age", "hours", "degrees", "time", "times"), 10
