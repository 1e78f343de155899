"""Which storyline an article belongs to: by its entities, by what the storyline is about, and by the articles like it."""

import math
from collections.abc import Iterable, Mapping, Sequence

from monitor.domain.concepts import HARD, concepts_of_word, plain
from monitor.domain.facts import Reading
from monitor.domain.kinship import Kin
from monitor.domain.likeness import words_of
from monitor.domain.storyline import Dossier, Route


def routes_of(dossiers: Sequence[Dossier], opened: Iterable[str] = ()) -> tuple[Route, ...]:
    """Make dossiers ready for routing; an entity or idea that many storylines share says little of each."""
    known = set(opened)
    shared: dict[str, int] = {}
    bags = [_ideas(f"{d.title} {d.title} {d.background} {' '.join(d.key_figures)} {' '.join(d.alert_on)}") for d in dossiers]
    for dossier, bag in zip(dossiers, bags, strict=True):
        for name in [*dossier.key_entities, *("i:" + idea for idea in bag)]:
            shared[name] = shared.get(name, 0) + 1
    return tuple(_route(dossier, bag, shared, len(dossiers), dossier.slug in known) for dossier, bag in zip(dossiers, bags, strict=True))


def _route(dossier: Dossier, bag: Mapping[str, int], shared: Mapping[str, int], count: int, opened: bool) -> Route:
    entities = {entity: (1.0 / shared[entity]) * (1.25 - 0.5 * n / max(len(dossier.key_entities), 1)) for n, entity in enumerate(dossier.key_entities)}
    ideas = {idea: math.log1p(n) * math.log((count + 1) / shared["i:" + idea]) for idea, n in bag.items()}
    alert_on = frozenset(_ideas(" ".join(dossier.alert_on)))
    noise = frozenset(_ideas(" ".join(dossier.routine_noise))) - HARD
    return Route(dossier.slug, dossier.title, entities, ideas, opened, alert_on, noise)


def _ideas(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words_of(text):
        for idea in concepts_of_word(plain(word)):
            counts[idea] = counts.get(idea, 0) + 1
    return counts


def fit(reading: Reading, route: Route) -> float:
    """Say how well an article fits the definition of a storyline, from 0."""
    named = sum(math.log1p(reading.entities[e]) * weight for e, weight in route.entities.items() if e in reading.entities)
    norm = math.sqrt(sum(w * w for w in route.concepts.values())) or 1.0
    weights = {idea: math.log1p(weight) for idea, weight in reading.concepts.items()}
    size = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    about = sum(weight * route.concepts[idea] for idea, weight in weights.items() if idea in route.concepts) / (norm * size)
    return 0.5 * named + about


def choose(reading: Reading, routes: Sequence[Route], kins: Sequence[Kin]) -> list[tuple[str, float]]:
    """Rank the storylines that an article may belong to, the best first."""
    scores = {route.slug: fit(reading, route) for route in routes}
    for kin in kins:
        slug = kin.neighbour.storyline
        if slug is not None:
            scores[slug] = max(scores.get(slug, 0.0), 0.0) + (max(kin.likeness, 0.0) ** 1.5) * (1.0 if kin.days < 3 else 0.5)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
