"""Whether two articles tell of one happening, in whatever words and language."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from monitor.domain.concepts import HARD
from monitor.domain.facts import NAMES, Fact, Reading
from monitor.domain.figures import same_figure
from monitor.domain.likeness import cosine

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
    told_new: bool = False  # it told its development first


@dataclass(frozen=True, slots=True)
class Kin:
    """How an article and an earlier one are alike."""

    neighbour: Neighbour
    likeness: float  # without time
    score: float  # with it
    days: float
    shared: tuple[str, ...]  # facts of both, as written
    parts: Mapping[str, float]


def kin_of(reading: Reading, at: datetime, neighbour: Neighbour, rarity: Mapping[str, float]) -> Kin:
    """Compare an article with an earlier one."""
    other = neighbour.reading
    shared = shared_facts(reading, other)
    one_tongue = reading.language == other.language
    parts = {
        "terms": _alike(reading.terms, other.terms, f"w:{reading.language}:", rarity) if one_tongue else 0.0,
        "ideas": _alike(reading.concepts, other.concepts, "c:", rarity),
        "entities": _alike(reading.entities, other.entities, "e:", rarity),
        "names": _alike(reading.names, other.names, "", rarity),
        "head": _shared_head(reading, other, rarity),
        "facts": min(1.0, sum(_telling(fact, rarity) for fact in shared) / 2.0),
    }
    weights = _SAME if one_tongue else _OTHER
    likeness = sum(weights[name] * part for name, part in parts.items())
    days = max((at - neighbour.at).total_seconds() / 86400, 0.0)
    return Kin(neighbour, likeness, likeness - DECAY * math.log1p(days), days, tuple(fact.text for fact in shared), parts)


_SAME = {"terms": 0.5, "ideas": 0.1, "head": 0.12, "entities": 0.15, "names": 0.15, "facts": 0.25}
_OTHER = {"terms": 0.0, "ideas": 0.25, "head": 0.2, "entities": 0.25, "names": 0.2, "facts": 0.35}


def _shared_head(reading: Reading, other: Reading, rarity: Mapping[str, float]) -> float:
    """Say which share of the ideas of title and lead the other article has in its own."""
    mine = {idea: rarity.get("c:" + idea, 1.0) * (2.0 if idea in HARD else 1.0) for idea in reading.head}
    total = sum(mine.values())
    return sum(weight for idea, weight in mine.items() if idea in other.head) / total if total else 0.0


def _alike(one: Mapping[str, float], other: Mapping[str, float], kind: str, rarity: Mapping[str, float]) -> float:
    return cosine(_weighed(one, kind, rarity), _weighed(other, kind, rarity))


def _weighed(bag: Mapping[str, float], kind: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """Weigh features by rarity; what the rarity of is unknown stands in the other article only, and counts as rare."""
    return {name: math.log1p(weight) * rarity.get(kind + name, 1.0) for name, weight in bag.items()}


def shared_facts(reading: Reading, other: Reading) -> list[Fact]:
    """Name the figures and dates that both tell; names are compared as words."""
    keys: dict[str, list[Fact]] = {}
    for fact in other.facts:
        for key in fact.keys:
            keys.setdefault(key, []).append(fact)
    found: dict[tuple[str, ...], Fact] = {}
    for fact in reading.facts:
        if fact.kind not in NAMES and fact.keys not in found and any(same_fact(fact, o, reading) for k in fact.keys for o in keys.get(k, ())):
            found[fact.keys] = fact
    return list(found.values())


def same_fact(one: Fact, other: Fact, reading: Reading) -> bool:
    """Ask whether two facts that share a key are equal."""
    if one.figure and other.figure:
        return same_figure(one.figure, other.figure, reading.published)
    return one.kind == other.kind


def _telling(fact: Fact, rarity: Mapping[str, float]) -> float:
    """Weigh a shared fact: a sum in exact digits says more than a small count, a fact told as history says little."""
    rare = max((rarity.get(key, 1.0) for key in fact.keys), default=1.0)
    kind = {"money": 1.0, "date": 0.8, "figure": 0.6}.get(fact.kind, 0.3)
    if fact.figure and fact.figure.dimension == "count" and fact.figure.value <= 10:
        kind = 0.25
    return rare * kind * (0.25 if fact.recalled else 1.0)
