"""Whether two articles tell of one happening, in whatever words and language."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.domain.facts.facts import BAGS, LOOSE, NAMES, TODAY, Fact, Reading, size_of
from monitor.domain.facts.figures import same_figure
from monitor.domain.words.concepts import HARD

DECAY = 0.03  # of likeness, for each unit of ln(1 + days) between two articles


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An earlier article, as placing compares with it."""

    article: int
    at: datetime
    publisher: str
    reading: Reading
    storyline: str | None = None
    development: str | None = None
    first: int = 0  # the article that first told its development
    told_new: bool = False  # it told a development first, or what a person called old since
    given: bool = False  # it is a seed


@dataclass(frozen=True, slots=True)
class Kin:
    """How an article and an earlier one are alike."""

    neighbour: Neighbour
    likeness: float  # without time
    score: float  # with it
    days: float
    shared: tuple[str, ...]  # facts of both, as written
    parts: Mapping[str, float]
    titled_alike: bool = False  # both stand under one headline, of several words
    of_a_seed: bool = False  # the earlier one is a seed, and the later names no day, month or year in which anything happens


@dataclass(frozen=True, slots=True)
class Bag:
    """Features of one kind, weighed by rarity."""

    features: Mapping[str, tuple[float, float, float]]  # each with its weight, its rarity, and what the latter takes off a squared weight
    size: float


@dataclass(frozen=True, slots=True)
class Measured:
    """An article made ready for comparing with many: its features weighed by rarity, once."""

    reading: Reading
    bags: Mapping[str, Bag]
    head: Mapping[str, float]  # the ideas of title and lead
    facts: tuple[Fact, ...]  # those that others may share
    keys: frozenset[str]  # of them
    rarity: Mapping[str, float]


def measure(reading: Reading, rarity: Mapping[str, float]) -> Measured:
    """Weigh the features of an article by rarity."""
    prefixes = {**BAGS, "terms": f"w:{reading.language}:"}
    bags = {name: _weighed(reading.bag(name), prefix, rarity) for name, prefix in prefixes.items()}
    head = {idea: rarity.get("c:" + idea, 1.0) * (2.0 if idea in HARD else 1.0) for idea in reading.head}
    facts = tuple(fact for fact in reading.facts if fact.kind not in NAMES and fact.slot not in (TODAY, LOOSE))
    keys = frozenset(key for fact in facts for key in fact.keys)
    return Measured(reading, bags, head, facts, keys, rarity)


def _weighed(bag: Mapping[str, float], prefix: str, rarity: Mapping[str, float]) -> Bag:
    features: dict[str, tuple[float, float, float]] = {}
    size = 0.0
    for feature, told in bag.items():
        plain = math.log1p(told)
        weight = plain * rarity.get(prefix + feature, 1.0)
        rare = weight / (plain or 1.0)
        features[feature] = weight, rare, 1 - rare * rare
        size += weight * weight
    return Bag(features, size)


def kin_of(subject: Measured, at: datetime, neighbour: Neighbour) -> Kin:
    """Compare an article with an earlier one."""
    reading, other = subject.reading, neighbour.reading
    shared = shared_facts(subject, other)
    one_tongue = reading.language == other.language
    parts = {name: _alike(bag, other, name) if one_tongue or name != "terms" else 0.0 for name, bag in subject.bags.items()}
    parts["head"] = _shared_head(subject.head, other)
    parts["facts"] = min(1.0, sum(_telling(fact, subject.rarity) for fact in shared) / 2.0) if shared else 0.0
    parts["years"] = float(_are_apart(reading.years, other.years))
    weights = _SAME if one_tongue else _OTHER
    likeness = sum(weights[name] * part for name, part in parts.items())
    days = max((at - neighbour.at).total_seconds() / 86400, 0.0)
    asked = one_tongue and likeness >= _ALIKE and len(reading.headline) >= _HEADLINE
    alike = asked and reading.headline == other.headline
    of_a_seed = neighbour.given and _is_undated(reading)
    return Kin(neighbour, likeness, likeness - DECAY * math.log1p(days), days, tuple(fact.text for fact in shared), parts, alike, of_a_seed)


_ALIKE = 0.3  # likeness, below which one headline is chance
_HEADLINE = 5  # words; shorter ones are those of columns


# In one language the words themselves say what the ideas stand for in another, and a count that two texts share says little beside them.
_SAME = {"terms": 0.7, "ideas": 0.0, "head": 0.0, "entities": 0.15, "names": 0.2, "facts": 0.1, "years": -0.15}
_OTHER = {"terms": 0.0, "ideas": 0.25, "head": 0.2, "entities": 0.25, "names": 0.16, "facts": 0.35, "years": -0.15}


def _are_apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Ask whether two articles tell of times that have no year in common: happenings of one kind recur."""
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_undated(reading: Reading) -> bool:
    """Ask whether an article names no day, month or year but those of history."""
    return not any(fact.kind == "date" and not fact.recalled for fact in reading.facts)


def _shared_head(mine: Mapping[str, float], other: Reading) -> float:
    """Say which share of the ideas of title and lead the other article has in its own."""
    total = sum(mine.values())
    return sum(weight for idea, weight in mine.items() if idea in other.head) / total if total else 0.0


def _alike(mine: Bag, other: Reading, name: str) -> float:
    """Compare two bags of features by cosine, weighed by rarity; what only the other has counts as rare."""
    theirs = other.bag(name)
    dot, lighter = 0.0, 0.0
    for feature in filter(theirs.__contains__, mine.features):
        weight, (own, rare, spared) = math.log1p(theirs[feature]), mine.features[feature]
        dot += own * weight * rare
        lighter += weight * weight * spared
    if not dot:
        return 0.0
    size = other.sizes[name] if other.sizes else size_of(theirs)
    return dot / math.sqrt(mine.size * max(size - lighter, 1e-9))


def shared_facts(subject: Measured, other: Reading) -> list[Fact]:
    """Name the figures and dates that both tell; names are compared as words."""
    keys: dict[str, list[Fact]] = {}
    for theirs in other.facts:
        if not subject.keys.isdisjoint(theirs.keys):
            for key in theirs.keys:
                keys.setdefault(key, []).append(theirs)
    found: dict[tuple[str, ...], Fact] = {}
    for fact in subject.facts if keys else ():
        if fact.keys in found or keys.keys().isdisjoint(fact.keys):
            continue
        if any(same_fact(fact, theirs, subject.reading) for key in fact.keys for theirs in keys.get(key, ())):
            found[fact.keys] = fact
    return list(found.values())


def same_fact(one: Fact, other: Fact, reading: Reading) -> bool:
    """Ask whether two facts that share a key are equal."""
    if one.figure and other.figure:
        return same_figure(one.figure, other.figure, reading.published)
    return one.kind == other.kind


def shares_key(fact: Fact, other: Reading) -> bool:
    """Ask whether an article gives a fact of the same key."""
    return any(not set(fact.keys).isdisjoint(theirs.keys) for theirs in other.facts)


def _telling(fact: Fact, rarity: Mapping[str, float]) -> float:
    """Weigh a shared fact: a sum in exact digits says more than a small count, a fact told as history says little."""
    rare = max((rarity.get(key, 1.0) for key in fact.keys), default=1.0)
    kind = {"money": 1.0, "date": 0.8, "figure": 0.6}.get(fact.kind, 0.3)
    if fact.figure and fact.figure.dimension == "count" and fact.figure.value <= 10:
        kind = 0.25
    return rare * kind * (0.25 if fact.recalled else 1.0)


def stands_out(strong: Sequence[tuple[float, Kin]]) -> float:
    """Say by how much of strength the first is ahead of the next: a retelling is like one happening."""
    first, second = ([max(found, _NOTHING) for found, _ in strong[:2]] + [_NOTHING] * 2)[:2]
    return first - second


def stands_out_among_happenings(strong: Sequence[tuple[float, Kin]]) -> float:
    """Say by how much of strength the first is ahead of the next that tells of another development; nothing where there is no other."""
    others = [pair for pair in strong if not _is_of_one(pair[1].neighbour, strong[0][1].neighbour)]
    return stands_out([strong[0], *others]) if others else 0.0


def _is_of_one(one: Neighbour, other: Neighbour) -> bool:
    return one.article == other.article or (one.development is not None and one.development == other.development)


_NOTHING = -0.5  # strength of what has nothing to do with it, or is not there
