"""How a match names the topic: by what, how foremost, and how surely; what only names it is seldom news of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from monitor.domain.facts.lines import Line

Naming = Mapping[str, float]

# What most matches have: where nothing is known of how an article names the topic, it speaks neither for news nor against.
LIKE_MOST: Naming = {
    "score": 0.86,
    "in full": 0.72,
    "core in title": 0.47,
    "core in lead": 1.08,
    "core in body": 0.48,
    "partner in title": 0.32,
    "partner in lead": 0.96,
    "partner in body": 0.49,
}
_FULL = 1.0
_COUNTED = 3  # more things of one kind in one place say no more


def naming_of(mentions: Iterable[tuple[str, int]], roles: Mapping[str, str], lines: Sequence[Line], score: float) -> Naming:
    """Count what of the topic and of its partners stands in title, lead and body: `mentions` are entities, each with its sentence."""
    placed = {(entity, lines[min(number, len(lines) - 1)].where) for entity, number in mentions}
    counted = Counter(f"{roles.get(entity)} in {where}" for entity, where in placed)
    return {"score": score, "in full": score >= _FULL, **{place: min(counted[place], _COUNTED) for place in LIKE_MOST if place in counted}}
