"""Which storyline an article belongs to, and which earlier article tells of the same happening."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from monitor.domain.facts.facts import Reading
from monitor.domain.facts.names import names_in
from monitor.domain.judging.background import is_roundup, remembers
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.earlier import KnownFact
from monitor.domain.judging.kinship import Kin, Measured, Neighbour, kin_of, measure, shared_facts, stands_out_among_happenings
from monitor.domain.judging.novelty import News
from monitor.domain.judging.routing import choose
from monitor.domain.judging.storyline import Route, Rules
from monitor.domain.judging.weighing import Weighed

OTHER = "other"  # where an article on the topic belongs to no storyline of the user's
DEFAULT = Rules()
# Without storylines of the user's an article is told again only by one that is much like it.
_BARE = Rules(kin_from=0.44, news_from=0.5, sureness=0.0, fresh_from=0.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What placing goes by beside the articles: the user's storylines, and how rare each feature is."""

    routes: Mapping[str, Route] = field(default_factory=dict)
    fitting: Sequence[tuple[str, float]] = ()  # how well the article fits each route, the best first
    leaning: Mapping[str, float] = field(default_factory=dict)  # to routes: what its parts were learned to say of where it belongs
    rarity: Mapping[str, float] = field(default_factory=dict)
    rules: Rules = DEFAULT


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of the storyline that a match belongs to."""

    facts: Sequence[KnownFact] = ()
    opened: bool = False  # an article or main seed belongs to it already


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the comparison found, for the verdict to weigh."""

    subject: Subject
    kins: tuple[Kin, ...]  # the likest first
    strong: tuple[tuple[float, Kin], ...]  # the same with their strength, the strongest first
    ranked: tuple[tuple[str, float], ...]
    around: Surroundings
    slug: str | None  # the storyline that it belongs to
    bond: Kin | None  # the earlier article that tells of the same happening
    rules: Rules
    known: Known = NOTHING_KNOWN
    news: tuple[News, ...] = ()
    weighed: Weighed | None = None  # what speaks for news and what against, where the user has storylines

    @property
    def leaned(self) -> list[tuple[str, float]]:
        """The storylines by how well it fits them and what was learned of its parts, the best first."""
        return _leaned(self.ranked, self.around.leaning)

    @property
    def weight(self) -> float:
        """Sum up what is new; many small things do not make a big one."""
        return sum(news.weight * 0.75**n for n, news in enumerate(self.news[:8]))


def compare(subject: Subject, near: Sequence[Neighbour], around: Surroundings) -> Findings:
    """Compare a match with earlier articles, and find the storyline and the happening that it tells of."""
    rules = around.rules if around.routes else _bare(around.rules)
    measured = measure(subject.reading, around.rarity)
    kins = sorted((_kin(measured, subject.at, n) for n in near), key=lambda kin: (-kin.score, kin.neighbour.article))
    ranked = choose(around.fitting, kins)
    strong = by_strength(kins, ranked)
    slug = _storyline(ranked, around, kins, rules)
    bond = _bond(measured, strong, rules) or _by_what_it_is_known(subject, kins)
    return Findings(subject, tuple(kins), tuple(strong), tuple(ranked), around, slug, bond, rules)


def _by_what_it_is_known(subject: Subject, kins: Iterable[Kin]) -> Kin | None:
    """Find the article that a text retells which is of the topic for nothing else."""
    return next((kin for kin in kins if kin.neighbour.article == subject.retells and reports_to(subject.reading, kin)), None)


class Retold(NamedTuple):
    """The article of the topic that a text is most like which names nothing of the topic itself."""

    teller: Neighbour
    lacks: float  # of likeness, to be sure of it by that alone; below zero where there is more than enough


def retold(reading: Reading, at: datetime, near: Sequence[Neighbour], around: Surroundings) -> Retold | None:
    """Find the article of the topic that a text may retell: it stands out among others, and has more in common than figures."""
    measured = measure(reading, around.rarity)
    kins = [_kin(measured, at, replace(neighbour, given=False)) for neighbour in near]  # who warms up a seed names what it is of
    ranked = choose(around.fitting, kins)
    strong = by_strength(kins, ranked)
    if not strong:
        return None
    found, kin = strong[0]
    if _shares_figures_alone(kin) or _shares_a_sum_alone(measured, kin):
        return None
    if "correction" in reading.marks and _shares_ideas_alone(kin):
        return None
    return Retold(kin.neighbour, _least(kin, around.rules) - _standing(found, strong))


def likest(strong: Sequence[tuple[float, Kin]], rules: Rules) -> Kin | None:
    """Find the earlier article that another surely retells, for it is like it and like no other."""
    if not strong:
        return None
    best, kin = strong[0]
    return kin if _standing(best, strong) >= _least(kin, rules) else None


def _standing(best: float, strong: Sequence[tuple[float, Kin]]) -> float:
    """Say how strong the likeness is to the best of them, and how far the others are behind."""
    return best + _STANDS_OUT * min(stands_out_among_happenings(strong), _FAR)


def _least(kin: Kin, rules: Rules) -> float:
    """Say how much is asked for; of the last two days less will do, where they share what was done or who did it."""
    lately = kin.days <= _OF_LATE and (kin.parts["ideas"] >= _DONE or kin.parts["names"] >= _NAMES)
    return rules.retold_from - (_LATELY if lately else 0.0)


_OF_LATE, _LATELY = 2.0, 0.2  # days in which what was done, or who did it, tells the more
_DONE, _NAMES = 0.12, 0.3


def _shares_figures_alone(kin: Kin) -> bool:
    """Ask whether two articles have hardly more than figures in common: a date, or so many of something, stands in all sorts of texts."""
    return max(kin.parts[name] for name in ("names", "entities", "terms", "ideas", "head")) < _NAMED


def _shares_a_sum_alone(subject: Measured, kin: Kin) -> bool:
    """Ask whether two articles have hardly more in common than a sum of money: sums of different matters can be equal."""
    parts = kin.parts
    if max(parts["names"], parts["entities"]) >= _NAMED or parts["terms"] >= _WORDS or parts["facts"] >= 1.0:
        return False
    return any(fact.kind == "money" for fact in shared_facts(subject, kin.neighbour.reading))


def _shares_ideas_alone(kin: Kin) -> bool:
    """Ask whether two articles have no name, figure or word in common: who corrects is like whatever there is to correct."""
    return not any(kin.parts[name] for name in ("names", "entities", "terms", "facts"))


_NAMED, _WORDS = 0.1, 0.2
_STANDS_OUT, _FAR = 0.3, 0.6


def _kin(subject: Measured, at: datetime, neighbour: Neighbour) -> Kin:
    """Compare with an earlier article; who corrects says himself of which day he speaks, so that none lies between."""
    return kin_of(subject, neighbour.at if "correction" in subject.reading.marks else at, neighbour)


def _bare(rules: Rules) -> Rules:
    """The rules where the user has no storylines, moved as far from theirs as these are."""
    return replace(_BARE, news_from=round(_BARE.news_from * rules.news_from / DEFAULT.news_from, 3))


def _storyline(ranked: Sequence[tuple[str, float]], around: Surroundings, kins: Sequence[Kin], rules: Rules) -> str | None:
    """Choose the storyline; what was learned moves an article between those it fits, and makes it fit none."""
    if around.routes:
        return _leaned(ranked, around.leaning)[0][0] if ranked and ranked[0][1] >= rules.route_from else OTHER
    # Without storylines of the user's a thread is what its articles are about; it may be loose, for nothing but grouping hangs on it.
    close = max((kin for kin in kins if kin.neighbour.storyline), key=lambda kin: (kin.likeness, -kin.neighbour.article), default=None)
    return close.neighbour.storyline if close and close.likeness >= _THREAD else None


def _leaned(ranked: Iterable[tuple[str, float]], leaning: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(((slug, score + leaning.get(slug, 0.0)) for slug, score in ranked), key=lambda pair: (-pair[1], pair[0]))


_THREAD = 0.24


def _bond(subject: Measured, all_strong: Sequence[tuple[float, Kin]], rules: Rules) -> Kin | None:
    """Find the earlier article that tells of the same happening; of several about as alike, the one with the newest development."""
    reading, rare = subject.reading, _rare_states(subject)
    alone = _standing_alone(all_strong)
    strong = [
        (found, kin)
        for found, kin in all_strong
        if reports_to(reading, kin)
        and (kin is alone or _shares_what_happened(kin) or _is_of_one_office(reading, kin) or _is_of_one_flight(reading, kin))
        and (len(rare) < _SEVERAL or not rare.isdisjoint(kin.neighbour.reading.names))
    ]
    best = max((found for found, _ in strong), default=0.0)
    least = rules.kin_from - (_RECALLS if is_roundup(reading) else 0.0)
    if best < least:
        return None
    close = [(found, kin) for found, kin in strong if found >= max(best - _CLOSE, least)]
    return max(close, key=lambda pair: (pair[1].neighbour.first, pair[0], -pair[1].neighbour.article))[1]


def _standing_alone(strong: Sequence[tuple[float, Kin]]) -> Kin | None:
    """Find the article of the last day beside which no other is like this one at all: it is retold, in whatever words."""
    if not strong or strong[0][0] < _ALONE or strong[0][1].days > _DAY:
        return None
    return strong[0][1] if stands_out_among_happenings(strong) >= _FAR else None


_ALONE = 0.5


def reports_to(reading: Reading, kin: Kin) -> bool:
    """Ask whether an earlier article reports what another may retell.

    What told nothing new has told nobody: who gives the same again may be the first to be heard. What explains or remembers is retold by
    its like alone.
    """
    if remembers(kin.neighbour.reading):
        return kin.neighbour.told_new or remembers(reading)
    return kin.neighbour.told_new or kin.neighbour.development is not None


def _shares_what_happened(kin: Kin) -> bool:
    """Ask for more than the people and places that two happenings of one storyline share on one day: words, figures, or what was done."""
    return sum(kin.parts[name] for name in ("facts", "terms", "head", "ideas")) >= _HAPPENING


def _rare_states(subject: Measured) -> set[str]:
    """Name the countries of the headline that the archive hardly knows: who tells of the same happening names one of several."""
    named = names_in(subject.reading.title, subject.reading.language)
    return {name.key for name in named if name.state and subject.rarity.get(name.key, 1.0) >= _RARE}


_RARE, _SEVERAL = 0.9, 2


def _is_of_one_office(reading: Reading, kin: Kin) -> bool:
    """Ask whether both tell that the same people come and go: one may say who left, and the other who came."""
    return "office" in reading.marks & kin.neighbour.reading.marks and kin.parts["names"] >= _OF_ONE_OFFICE


def _is_of_one_flight(reading: Reading, kin: Kin) -> bool:
    """Ask whether both tell, within a day, that the same people took off or landed."""
    other = kin.neighbour.reading
    crew = [name for name in reading.names.keys() & other.names.keys() if name.startswith("p:")]
    return kin.days <= _DAY and "flight" in reading.marks & other.marks and len(crew) >= _CREW


_DAY, _CREW = 1.0, 2
_OF_ONE_OFFICE = 0.4  # of the names
_CLOSE = 0.07
_RECALLS = 0.1  # of strength less is enough for a round-up, which goes back over days in words of its own
_HAPPENING = 0.35


def strength(kin: Kin, ranked: Sequence[tuple[str, float]]) -> float:
    """Weigh likeness with nearness in time: a happening is retold for hours, seldom for weeks; and with the storyline it belongs to."""
    scores = dict(ranked)
    best = ranked[0][1] if ranked else 0.0
    behind = best - scores.get(kin.neighbour.storyline or "", 0.0) if ranked else 0.0
    days = age_of(kin)
    nearness = 0.2 * math.exp(-days / 1.5)
    belongs = (0.08 if behind <= 0 else -min(0.2 * behind, 0.2)) if ranked else 0.0
    # What gives the same figures and dates is the same happening a week later, too.
    distance = 0.14 * math.log1p(max(days - 2.0 - 8.0 * kin.parts["facts"], 0.0))
    return kin.likeness + nearness + belongs - distance


def by_strength(kins: Iterable[Kin], ranked: Sequence[tuple[str, float]]) -> list[tuple[float, Kin]]:
    """Put the strongest first, each with its strength; of equal ones the oldest."""
    return sorted(((strength(kin, ranked), kin) for kin in kins), key=lambda pair: (-pair[0], pair[1].neighbour.article))


def age_of(kin: Kin) -> float:
    """Say how many days lie between two tellings; none where one is the other under a new date."""
    return 0.0 if _is_one_text(kin) else kin.days


def _is_one_text(kin: Kin) -> bool:
    """Ask whether two articles tell the same in half of their words, or of what they name and count: under one headline the words do.

    A seed is retold for years: who tells what its head does, of the same people and places, and names no day, tells it once more.
    """
    if kin.of_a_seed and kin.likeness >= _A_SEED and kin.parts["head"] >= _ITS_HEAD and kin.parts["names"] >= _ITS_NAMES:
        return True
    of_flights = "flight" in kin.neighbour.reading.marks  # of which each is told in the words of the one before
    return kin.likeness >= _HALF and (kin.titled_alike or (not of_flights and all(kin.parts[name] >= _HALF for name in ("names", "facts"))))


_HALF = 0.5
_A_SEED, _ITS_HEAD, _ITS_NAMES = 0.27, 0.3, 0.25  # of 2,000 developments none is as like a seed in all three
