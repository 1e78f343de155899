"""Which storyline an article belongs to: by its entities, by what the storyline is about, and by the articles like it."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from monitor.domain.articles.passages import GAP
from monitor.domain.facts.facts import Reading
from monitor.domain.judging.kinship import Kin
from monitor.domain.judging.storyline import Dossier, Route
from monitor.domain.words.concepts import concepts_of_word, plain
from monitor.domain.words.kazakh_latin import latin_spellings
from monitor.domain.words.likeness import words_of
from monitor.domain.words.terms import Term, Terms, compile_terms, count_words

Named = Callable[[str], Collection[str]]  # which entities a text names
NO_SIGNS = compile_terms(())

Telling = Callable[[str], float]  # how much an entity says of where an article belongs

# A person speaks on many storylines; a site, a craft or a programme is what one of them is about.
_BY_KIND = {
    "person": 0.5,
    "organisation": 0.8,
    "site": 1.3,
    "vehicle": 1.3,
    "spacecraft": 1.3,
    "satellite": 1.3,
    "programme": 1.3,
    "event": 1.3,
}


def by_kind(kind: str) -> float:
    """Say how much an entity of a kind tells of where an article belongs."""
    return _BY_KIND.get(kind, 1.0)


# What the parts of a dossier weigh: its own list of entities, then those that its texts name.
_RANKS = 0.7  # the last entity of the list weighs so much less than the first
_TITLE, _TITLE_ONLY, _BACKGROUND, _FIGURES = 1.5, 0.5, 0.5, 0.4
_ABOUT = 1.5


@dataclass(frozen=True, slots=True)
class _Profile:
    entities: Mapping[str, float]
    concepts: Mapping[str, float]


def routes_of(dossiers: Sequence[Dossier], named: Named, telling: Telling = lambda _: 1.0) -> tuple[Route, ...]:
    """Make dossiers ready for routing; an entity or idea that many storylines share says little of each."""
    key = {entity for dossier in dossiers for entity in dossier.key_entities}
    profiles = [_Profile(_weighed(_entities(dossier, named), telling, key), _concepts(dossier)) for dossier in dossiers]
    entities, ideas = _shared(p.entities for p in profiles), _shared(p.concepts for p in profiles)
    return tuple(_route(dossier, profile, entities, ideas, len(dossiers)) for dossier, profile in zip(dossiers, profiles, strict=True))


def _weighed(entities: Mapping[str, float], telling: Telling, key: Collection[str]) -> dict[str, float]:
    """Weigh entities by kind; one that is key to no storyline is what they all turn on, and tells of none."""
    return {entity: weight * telling(entity) * (1.0 if entity in key else _KEY_TO_NONE) for entity, weight in entities.items()}


_KEY_TO_NONE = 0.5


def _shared(bags: Iterable[Mapping[str, float]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for bag in bags:
        for name in bag:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _entities(dossier: Dossier, named: Named) -> dict[str, float]:
    listed = dossier.key_entities
    weights = {entity: 1.2 - _RANKS * n / len(listed) for n, entity in enumerate(listed)}
    for entity in named(dossier.title):
        weights[entity] = weights[entity] * _TITLE if entity in weights else _TITLE_ONLY
    texts = ((dossier.background, _BACKGROUND), (" ".join(dossier.key_figures), _FIGURES), (" ".join(dossier.alert_on), _FIGURES))
    for text, weight in texts:
        for entity in named(text):
            weights[entity] = max(weights.get(entity, 0.0), weight)
    return weights


def _concepts(dossier: Dossier) -> dict[str, float]:
    title, asked = _ideas(dossier.title), _ideas(" ".join(dossier.alert_on))
    told = _ideas(dossier.background + " " + " ".join(dossier.key_figures))
    return {
        idea: math.log1p(title.get(idea, 0)) + math.log1p(asked.get(idea, 0)) + math.log1p(told.get(idea, 0))
        for idea in sorted({*title, *asked, *told})
    }


def _route(dossier: Dossier, profile: _Profile, entities: Mapping[str, int], ideas: Mapping[str, int], count: int) -> Route:
    concepts = {idea: weight * math.log((count + 1) / ideas[idea]) ** 1.5 for idea, weight in profile.concepts.items()}
    norm = math.sqrt(sum(weight * weight for weight in concepts.values())) or 1.0
    return Route(
        dossier.slug,
        dossier.title,
        {entity: weight / entities[entity] for entity, weight in profile.entities.items()},
        {idea: weight / norm for idea, weight in concepts.items()},
        frozenset(_ideas(" ".join(dossier.alert_on))),
        frozenset(_ideas(" ".join(dossier.routine_noise))),
        dossier.leanings,
    )


def signs_of(dossiers: Sequence[Dossier]) -> Terms:
    """Make ready the words by which articles show where they belong."""
    return compile_terms(
        Term(spelled, dossier.slug) for dossier in dossiers for sign in dossier.signs for spelled in (sign, *latin_spellings(sign))
    )


def _ideas(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words_of(text):
        for idea in concepts_of_word(plain(word), "en"):
            counts[idea] = counts.get(idea, 0) + 1
    return counts


def fits(reading: Reading, routes: Sequence[Route], signs: Terms = NO_SIGNS) -> list[tuple[str, float]]:
    """Say how well an article fits the definition of each storyline, the best first."""
    weights = {idea: math.log1p(weight) for idea, weight in reading.concepts.items()}
    size = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    shown = _shown(reading, signs)
    told = [(asked, worth) for tells, asked, worth in _ASKED_FOR if tells(reading)]
    scores = [
        (
            route.slug,
            _fit(reading, route, weights, size)
            + shown.get(route.slug, 0.0)
            + sum(worth for asked, worth in told if route.alert_on >= asked),
        )
        for route in routes
    ]
    return sorted(scores, key=lambda pair: (-pair[1], pair[0]))


def parts_of(reading: Reading) -> Mapping[str, Collection[str]]:
    """Say what of an article may lean to a storyline: ideas of its headline and opening, and what it names; a round-up leans everywhere."""
    if "roundup" in reading.marks:
        return {}
    headline = [idea for idea, weight in reading.concepts.items() if weight >= _IN_TITLE]
    return {"headline": headline, "opening": reading.head, "names": reading.entities.keys()}


def leanings(reading: Reading, routes: Sequence[Route]) -> Mapping[str, float]:
    """Sum up what the parts of an article were learned to say for each storyline, or against it."""
    parts = parts_of(reading)
    return {
        route.slug: math.fsum(learned[part] for kind, learned in route.leanings.items() for part in parts.get(kind, ()) if part in learned)
        for route in routes
    }


def _carries_people(reading: Reading) -> bool:
    """Ask whether a headline tells of people who fly, from whatever pad, and of nothing that broke."""
    told = {idea for idea, weight in reading.concepts.items() if weight >= _IN_TITLE}
    return "flight" in reading.marks and "crew" in told and told.isdisjoint({"damage", "crash"})


def _flies_alone(reading: Reading) -> bool:
    """Ask whether an article tells that a rocket flew without people, and of nothing that anybody allows or forbids."""
    return "flight" in reading.marks and not reading.head.isdisjoint(_FLYING) and reading.head.isdisjoint(_WITH_PEOPLE | _ALLOWED)


_FLYING, _WITH_PEOPLE = frozenset({"rocket", "satellite", "launch", "cargo"}), frozenset({"crew", "capsule"})
_ALLOWED = frozenset({"permit", "ban", "quota", "treaty"})


def _counts_launches(reading: Reading) -> bool:
    """Ask whether title or first sentence say how many launches there are to be: twelve launches, восемь пусков."""
    leading = [line for line in reading.lines if line.where in ("title", "lead")][:2]
    return "flight" not in reading.marks and any(_HOW_MANY.search(line.text) for line in leading)


_HOW_MANY = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:four|six|seven)teen|a dozen|fewer|number of)"
    r" (?:[\w«»“”-]+ ){0,2}(?:launches|lift-offs)\b"
    r"|\b(?:\d{1,2}|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|дюжин\w|числ\w)"
    r" (?:[\w«»-]+ ){0,2}(?:пуск(?:а|ов|ами)|старт(?:а|ов))"
    r"|\b(?:\d{1,2}|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|он бір|он екі) (?:[\w«»-]+ ){0,2}ұшыр\w+",
    re.IGNORECASE,
)


def _is_of_a_damaged_pad(reading: Reading) -> bool:
    """Ask whether a headline speaks of a pad, and title or lead of what is broken there, whoever left from it."""
    return reading.concepts.get("pad", 0.0) >= _IN_TITLE and not reading.head.isdisjoint(_BROKEN)


def _is_of_a_debt(reading: Reading) -> bool:
    """Ask whether title or lead tell of a debt, or of a court where the headline says who pays: whoever the creditor is."""
    return "debt" in reading.head or ("court" in reading.head and reading.concepts.get("pay", 0.0) >= _IN_TITLE)


def _is_of_fallen_parts(reading: Reading) -> bool:
    """Ask whether a headline tells that somebody was hurt, or something burns, where parts of a rocket fell."""
    return "debris" in reading.head and any(reading.concepts.get(idea, 0.0) >= _IN_TITLE for idea in _HARMS)


def _is_of_a_zone_agreed(reading: Reading) -> bool:
    """Ask whether title or lead tell that a drop zone is agreed on or paid for, and of nothing that fell on anybody."""
    return "zone" in reading.head and not reading.head.isdisjoint(_AGREED) and reading.head.isdisjoint(_HARMS)


_AGREED = frozenset({"treaty", "ratify"})


def _is_of_a_lost_ship(reading: Reading) -> bool:
    """Ask whether the cargo ship of a headline came to grief; where its parts came down, hurting nobody, is the lesser matter."""
    titled = {idea for idea, weight in reading.concepts.items() if weight >= _IN_TITLE}
    return "cargo" in titled and not reading.head.isdisjoint(_LOST) and titled.isdisjoint({*_HARMS, *_PAD_DAMAGE})


_IN_TITLE = 3.0
_LOST = frozenset({"failure", "crash"})
_HARMS = ("injure", "fire", "die")
_PAD_DAMAGE = frozenset({"damage", "pad"})
_BROKEN = frozenset({"damage", "debris", "crash"})
# What an article tells, the ideas by which a dossier asks for it, and how much the storyline gains.
_ASKED_FOR: tuple[tuple[Callable[[Reading], bool], frozenset[str], float], ...] = (
    (_carries_people, frozenset({"crew"}), 0.9),
    (_flies_alone, frozenset({"failure", "ban"}), 0.4),
    (_counts_launches, frozenset({"quota", "ban"}), 0.4),
    (_is_of_a_damaged_pad, _PAD_DAMAGE, 0.5),
    (_is_of_a_lost_ship, frozenset({"crew"}), 0.9),
    (_is_of_a_debt, frozenset({"claim", "seize"}), 0.5),
    (_is_of_a_zone_agreed, frozenset({"quota", "ban"}), 0.6),
    (_is_of_fallen_parts, frozenset({"debris", "injure", "fire"}), 0.9),
)


def _shown(reading: Reading, signs: Terms) -> dict[str, float]:
    """Weigh the signs of each storyline: each sign once, where it stands foremost; one that several share says less of each."""
    telling = [line for line in reading.lines if _SIGN[line.where]]
    starts = list(accumulate((len(line.text) + len(GAP) for line in telling), initial=0))
    best: dict[tuple[str, str], float] = {}
    for found in signs.find(GAP.join(line.text for line in telling)):  # in one go; nothing reaches over a gap
        line = telling[bisect_right(starts, found.start) - 1]
        worth = _SIGN[line.where] * (_SIGN_RECALLED if line.recalled else 1.0)
        best[found.term.text, found.term.tag] = max(best.get((found.term.text, found.term.tag), 0.0), worth)
    shared = Counter(text for text, _ in best)
    sums: dict[str, float] = {}
    for (text, slug), worth in best.items():
        sums[slug] = sums.get(slug, 0.0) + worth * (_PHRASE if count_words(text) > 1 else 1.0) / shared[text]
    return {slug: _SIGNED * total / (total + _SIGNED_HALF) for slug, total in sums.items()}


_SIGN: Mapping[str, float] = {"title": 1.0, "lead": 0.6, "body": 0.15, "tail": 0.0}
_SIGN_RECALLED = 0.2
_PHRASE = 1.5  # two words in a row say more than one
_SIGNED, _SIGNED_HALF = 1.6, 1.5  # what many signs are worth together, and how many are worth half of it


def _fit(reading: Reading, route: Route, weights: Mapping[str, float], size: float) -> float:
    named = sum(weight * route.entities[entity] for entity, weight in reading.entities.items() if entity in route.entities)
    about = sum(weight * route.concepts[idea] for idea, weight in weights.items() if idea in route.concepts) / size
    return named + _ABOUT * about


def choose(fitting: Sequence[tuple[str, float]], kins: Sequence[Kin]) -> list[tuple[str, float]]:
    """Rank the storylines that an article may belong to, the best first: those of articles like it gain."""
    scores = dict(fitting)
    gains: dict[str, float] = {}
    for kin in kins:
        slug = kin.neighbour.storyline
        if slug is not None:
            gains[slug] = max(gains.get(slug, 0.0), 0.8 * max(kin.likeness, 0.0) ** 1.5)
    for slug, gain in gains.items():
        scores[slug] = scores.get(slug, 0.0) + gain
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
