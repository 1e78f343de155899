"""How sure it is that an article tells something new: what speaks for it and what against, each with its weight, added up.

The rule is one of the reasons, and no judge over the others. The weights are those of a logistic regression over the articles of fifteen
labelled streams, each judged by a program that had not seen it: rules that were mended on the streams they are weighed by look better than
they are. Each stream was judged by weights fitted to the others.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.domain.facts.facts import Reading
from monitor.domain.judging.background import is_routine, looks_back, plans
from monitor.domain.judging.kinship import Kin, stands_out
from monitor.domain.judging.novelty import News
from monitor.domain.words.concepts import HARD

# What a reason weighs, in log-odds; against news where it is negative.
_BEGINS, _START = "to begin with", -4.7
_RULE = 0.6  # for each unit of how well it fits its storyline: where it fits well the rule is right more often
_FITS, _FITS_AT_MOST = 1.7, 1.5
_TOPIC, _NAMED = 2.4, (0.3, 1.0)  # for each unit of ln(1 + how much it names of the topic): who hardly names it tells of something else
_NAMES_OF_MOST = 0.7  # as much as most articles name: where the topic is words, and in a flash, which has no room for more
_FLASH = 200  # letters
_HAPPENED, _HAPPENED_AT_MOST = 0.2, 3  # for each hard idea of title and lead: signed, crashed, fined
_NEW = 1.0  # for each unit that the weightiest new thing weighs
_SAYS, _SAYS_AT_MOST = 0.75, 2  # for each sentence of the lead in which somebody says it now
_OUTLET = 1.8  # an outlet seldom tells twice what it told
_CORRECTS = 3.5
_STANDS_OUT, _STANDS_OUT_AT_MOST = -1.75, 1.5  # a retelling is like one happening, news is a little like many
_NAMES = -1.3
_SHARED, _SHARED_AT_MOST = -0.2, 4
_HOURS, _HOURS_AFTER = -1.0, 0.25  # days: what comes so soon is a retelling as a rule
_TRANSLATED, _TRANSLATED_FROM = -1.5, 0.1
# For being like one of the last day, in a language whose newsrooms mostly translate: of 300 such articles one told something new.
_IN_TRANSLATION, _IN_TRANSLATION_FROM = -10.3, 0.2
_LOOKS_BACK, _ROUTINE = -1.9, -1.2

_TRANSLATING = frozenset({"kk"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far earlier articles tell the same."""

    stands_out: float = 0.0  # by how much of strength the one most like it is ahead of the next
    names: float = 0.0  # which share of its names a single one has, from 0 to 1
    shared: int = 0  # figures and dates that it and the earlier article on its happening both give
    hours: bool = False  # its happening was told hours ago
    today: float = 0.0  # likeness to the one of the last day that is most like it, from 0 to 1
    translated: float = 0.0  # likeness to the one most alike in another language, from 0 to 1, fading with time
    own_outlet: bool = False  # one of those most like it is of its own outlet, in its language


def likeness_to(strong: Sequence[tuple[float, Kin]], bond: tuple[Kin, float] | None, reading: Reading, publisher: str) -> Likeness:
    """Say how far earlier articles tell the same as one of a publisher.

    `strong`: those earlier articles with how strong they are, the strongest first; `bond`: the one on the same happening, with how many
    days lie between.
    """
    kins = [kin for _, kin in strong]
    near = (kin for kin in kins if kin.days <= _NEAR and kin.likeness >= _AKIN)
    others = (kin for kin in kins if kin.neighbour.reading.language != reading.language)
    return Likeness(
        stands_out=stands_out(strong),
        names=max((_share_of(reading.names, kin.neighbour.reading.names) for kin in near), default=0.0),
        shared=len(bond[0].shared) if bond else 0,
        hours=bond is not None and bond[1] < _HOURS_AFTER,
        today=max((kin.likeness for kin in kins if kin.days <= 1.0), default=0.0),
        translated=max((kin.likeness * math.exp(-kin.days / _FADES) for kin in others), default=0.0),
        own_outlet=any(_is_of(kin, publisher, reading.language) for kin in kins[:_MOST_LIKE]),
    )


_NEAR, _AKIN = 14.0, 0.12  # days, likeness
_FADES = 8.0  # days, after which a third of likeness counts
_MOST_LIKE = 3


def _is_of(kin: Kin, publisher: str, language: str) -> bool:
    return kin.likeness >= _AKIN and kin.neighbour.publisher == publisher and kin.neighbour.reading.language == language


def _share_of(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    total = sum(math.log1p(weight) for weight in mine.values())
    return sum(math.log1p(weight) for name, weight in mine.items() if name in theirs) / total if total else 0.0


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


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rule made of an article."""

    is_news: bool = False
    beyond: bool = False  # it goes beyond what an earlier article told, by an answer or a further step, and is like it for that
    answers: bool = False  # it denies, contradicts or corrects
    corrects: bool = False  # nobody has told its correction before
    fits: float = 0.0  # how well it fits its storyline


def weigh(reading: Reading, news: Sequence[News], like: Likeness, judged: Judged, *, by_names: bool = True) -> Weighed:
    """Add up what speaks for news and what against; `by_names`: the topic is known by names, and not by words alone."""
    if judged.beyond or judged.corrects or judged.answers:
        like = Likeness(today=0.0 if judged.answers else like.today, own_outlet=like.own_outlet)
    reasons = {
        _BEGINS: _START,
        "the rule": _RULE * judged.is_news * judged.fits,
        "fits its storyline": _FITS * min(judged.fits, _FITS_AT_MOST),
        "what it names of the topic": _TOPIC * (_named(reading) if by_names else _NAMES_OF_MOST),
        "something hard happened": _HAPPENED * min(len(reading.head & HARD), _HAPPENED_AT_MOST),
        "the weightiest new thing": _NEW * max((one.weight for one in news), default=0.0),
        "said now": _SAYS * min(_sentences_said(reading), _SAYS_AT_MOST),
        "its outlet told the like before": _OUTLET * like.own_outlet,
        "corrects what was told": _CORRECTS * judged.corrects,
        "one earlier article stands out": _STANDS_OUT * min(max(like.stands_out, 0.0), _STANDS_OUT_AT_MOST),
        "names of an earlier article": _NAMES * like.names,
        "figures and dates of the earlier article": _SHARED * min(like.shared, _SHARED_AT_MOST),
        "told hours ago": _HOURS * like.hours,
        "like one in another language": _TRANSLATED * max(like.translated - _TRANSLATED_FROM, 0.0),
        "a translation of the day": _IN_TRANSLATION * max(like.today - _IN_TRANSLATION_FROM, 0.0) * (reading.language in _TRANSLATING),
        "looks back": _LOOKS_BACK * (looks_back(reading) and not plans(reading, news)),
        "routine": _ROUTINE * is_routine(reading),
    }
    return Weighed({name: round(weight, 2) for name, weight in reasons.items() if weight})


def _named(reading: Reading) -> float:
    least, most = _NAMED
    is_flash = reading.entities and sum(len(line.text) for line in reading.lines) <= _FLASH
    named = math.log1p(sum(math.log1p(weight) for weight in reading.entities.values()))
    return min(max(named, _NAMES_OF_MOST if is_flash else least), most)


def _sentences_said(reading: Reading) -> int:
    return sum(line.where == "lead" and "told" in line.says for line in reading.lines)
