"""What placing reads out of an article, once: sentences, facts, terms, ideas, names, and the marks of its genre."""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from monitor.domain.articles.passages import Where
from monitor.domain.facts.dates import When
from monitor.domain.facts.figures import Figure, figure_keys, figures_in
from monitor.domain.facts.genre import as_a_point, marks_of
from monitor.domain.facts.lines import Line as Line
from monitor.domain.facts.lines import is_buried, is_by_the_clock, lines_of, points_of
from monitor.domain.facts.loosely import loosely_said
from monitor.domain.facts.names import Name, names_in
from monitor.domain.words.concepts import HARD, ideas_in
from monitor.domain.words.likeness import Sketch, sketch, stems_of, words_of

MAX_LETTERS = 14_000
MAX_FEATURES = 60  # of each kind
WEIGHTS: Mapping[str, float] = {"title": 3.0, "lead": 2.0, "body": 1.0}
IDEA_WEIGHTS: Mapping[str, float] = {"title": 3.0, "lead": 2.0, "body": 0.5}
RECALLED = 0.3
STATES = 0.15  # of a name's weight: articles of one topic name the same few, and none is news for naming one
NAMES = ("name", "person")
TODAY = "date:today"  # the slot of a date that dates the report; it can be what a new date replaces, and is never news
LOOSE = "loose"  # the slot of a share or length of time told without a number, which is known from then on, and never news
NO_SKETCH = Sketch(0, frozenset())
BAGS: Mapping[str, str] = {
    "terms": "w:",
    "ideas": "c:",
    "entities": "e:",
    "names": "",
}  # each with what its features begin with in the memory


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim that can be compared; facts that can be equal share a key."""

    kind: str  # money, figure, date, name (of something), person (by full name)
    keys: tuple[str, ...]
    slot: str  # what it is the value of, roughly: the dimension and the idea nearest to it
    text: str
    line: int
    where: Where
    recalled: bool
    ahead: bool = False  # a date that was still to come when the article appeared
    figure: Figure | None = None
    about: tuple[str, ...] = ()  # names that stand beside it, or in the title


@dataclass(frozen=True)  # without slots: what is compared again and again is worked out once
class Reading:
    """An article as placing compares it."""

    language: str
    published: date
    title: str
    lines: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    terms: Mapping[str, float] = field(default_factory=dict)  # stems of its language
    concepts: Mapping[str, float] = field(default_factory=dict)
    entities: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, float] = field(default_factory=dict)
    head: frozenset[str] = frozenset()  # ideas of title and lead
    hard: frozenset[int] = frozenset()  # the sentences that tell of something hard; not kept in the memory
    marks: frozenset[str] = frozenset()
    sketch: Sketch = NO_SKETCH
    words: int = 0
    sizes: Mapping[str, float] = field(default_factory=dict)  # of the bags, for comparing: the sum of their squared weights

    def bag(self, name: str) -> Mapping[str, float]:
        """The bag of features of one kind: terms, ideas, entities or names."""
        bag: Mapping[str, float] = self.concepts if name == "ideas" else getattr(self, name)
        return bag

    @cached_property
    def headline(self) -> frozenset[str]:
        """The words of the headline that carry meaning, in whatever order, and its numbers: the plan for 2024 is not the one for 2023."""
        words = words_of(self.title)
        return frozenset([*stems_of(words, self.language), *(word for word in words if word.isdigit())])

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it tells of, as it writes them: those of title and lead, else those of its text."""
        named = [(fact.where, _YEAR.findall(fact.text)) for fact in self.facts if fact.kind == "date"]
        first = frozenset(year for where, years in named if where in ("title", "lead") for year in years)
        return first or frozenset(year for _, years in named for year in years)


_YEAR = re.compile(r"\d{4}")


def read(
    title: str,
    text: str,
    language: str | None,
    published: date,
    mentions: Iterable[tuple[str, int]] = (),
    asides: Collection[str] = (),
    shown: Collection[int] = (),
) -> Reading:
    """Read an article.

    `mentions` are the entities that matching found, each with its sentence; `asides` those that any news may name; `shown` the sentences
    in which words together show the topic.
    """
    spoken, mentions = language or "en", list(mentions)
    lines = lines_of(title, text[:MAX_LETTERS], spoken, published)
    marks = marks_of(title, text, lines, spoken, published)
    topical = {number for entity, number in mentions if entity not in asides}
    if is_buried(lines, topical | set(shown)):
        marks, topical = as_a_point(marks, lines, published), topical | set(shown)
    if "roundup" in marks:
        lines = points_of(lines, topical, published)
    gathered = _Gathered(spoken, published)
    for number, line in enumerate(lines):
        if line.where != "tail":
            gathered.take(number, line)
    return Reading(
        spoken,
        published,
        title,
        tuple(lines),
        tuple(gathered.facts),
        _heaviest(gathered.terms),
        _heaviest(gathered.concepts),
        _heaviest(_entities(lines, mentions)),
        _heaviest(gathered.names),
        frozenset(gathered.head),
        frozenset(gathered.hard),
        marks,
        sketch(gathered.told or words_of(title)),
        len(gathered.told),
    )


@dataclass(slots=True)
class _Gathered:
    """What the sentences of an article give, one after the other."""

    language: str
    published: date
    facts: list[Fact] = field(default_factory=list)
    terms: dict[str, float] = field(default_factory=dict)
    concepts: dict[str, float] = field(default_factory=dict)
    names: dict[str, float] = field(default_factory=dict)
    head: set[str] = field(default_factory=set)
    hard: set[int] = field(default_factory=set)
    told: list[str] = field(default_factory=list)  # the words behind the title
    headline: list[str] = field(default_factory=list)  # the names in it

    def take(self, number: int, line: Line) -> None:
        """Read a sentence that is part of what the article tells."""
        less = RECALLED if line.recalled else 1.0
        words = line.words
        ideas = ideas_in(words, self.language)
        named = names_in(line.text, self.language)
        found = [name for name in named if not name.state]
        self._weigh(line, words, ideas, less)
        if named:
            _add(self.names, dict.fromkeys(name.key for name in found), WEIGHTS[line.where] * less)
            _add(self.names, dict.fromkeys(name.key for name in named if name.state), STATES * WEIGHTS[line.where] * less)
        self.facts += _facts(line, number, self.language, self.published, ideas, found, self.headline)
        if number == 0:
            self.headline = [name.key for name in found]
        else:
            self.told += words
        if not HARD.isdisjoint(ideas):
            self.hard.add(number)

    def _weigh(self, line: Line, words: Sequence[str], ideas: Sequence[str], less: float) -> None:
        _add(self.terms, stems_of(words, self.language), WEIGHTS[line.where] * less)
        _add(self.concepts, ideas, IDEA_WEIGHTS[line.where] * less)
        if line.where in ("title", "lead") and not line.recalled:
            self.head.update(ideas)


_ENTITY_WEIGHTS: Mapping[str, float] = {"title": 1.0, "lead": 0.4, "body": 0.2, "tail": 0.0}
_ENTITY_RECALLED = 0.02


def _entities(lines: Sequence[Line], mentions: Iterable[tuple[str, int]]) -> dict[str, float]:
    """Weigh entities by where they stand; those of history paragraphs hardly count."""
    counts: dict[tuple[str, float], int] = {}
    for entity, number in mentions:
        line = lines[min(number, len(lines) - 1)]
        place = _ENTITY_RECALLED if line.recalled else _ENTITY_WEIGHTS[line.where]
        counts[entity, place] = counts.get((entity, place), 0) + 1
    weights: dict[str, float] = {}
    for (entity, place), count in counts.items():
        weights[entity] = weights.get(entity, 0.0) + place * math.log1p(count)
    return {entity: weight for entity, weight in weights.items() if weight}


def _add(bag: dict[str, float], names: Iterable[str], weight: float) -> None:
    for name in names:
        bag[name] = bag.get(name, 0.0) + weight


def _facts(line: Line, number: int, language: str, published: date, ideas: list[str], names: list[Name], headline: list[str]) -> list[Fact]:
    facts: list[Fact] = []
    idea = _main_idea(ideas)
    about = tuple(sorted({*(name.key for name in names), *headline}))
    for when in line.dates:
        slot = TODAY if _is_today(when, published) else f"date:{idea}"
        facts.append(
            Fact("date", (f"t:{when.key}",), slot, when.text, number, line.where, line.recalled, when.is_ahead(published), about=about)
        )
    for figure in figures_in(line.text, language):
        if any(figure.start < when.end and when.start < figure.end for when in line.dates):
            continue
        kind = "money" if figure.dimension.startswith("money") else "figure"
        slot = f"{figure.dimension.partition(':')[0]}:{idea}"
        facts.append(
            Fact(kind, figure_keys(figure, published), slot, figure.text, number, line.where, line.recalled, figure=figure, about=about)
        )
    facts += [
        Fact("figure", figure_keys(loose, published), LOOSE, loose.text, number, line.where, line.recalled, figure=loose, about=about)
        for loose in loosely_said(line.text)
    ]
    kinds = [("person" if name.full else "name", name) for name in names]
    return facts + [Fact(kind, (name.key,), f"name:{idea}", name.text, number, line.where, line.recalled) for kind, name in kinds]


def _main_idea(ideas: list[str]) -> str:
    """Name what a sentence is about: its first hard idea, or its first one."""
    return next((idea for idea in ideas if idea in HARD), ideas[0] if ideas else "")


def _is_today(when: When, published: date) -> bool:
    """The day of publication and the days just before it date the report, not a fact in it."""
    return len(when.key) == 10 and timedelta() <= published - when.first <= timedelta(days=3)


def is_planned(reading: Reading, number: int) -> bool:
    """Ask whether a sentence says that somebody means to do something."""
    return "planned" in reading.lines[number].says


def telling_line(reading: Reading) -> int:
    """Choose the sentence that tells what happened: the first of the lead, but of a live blog the one nearest to its headline."""
    leads = [n for n, line in enumerate(reading.lines) if line.where == "lead" and not line.recalled]
    if leads and is_live(reading):
        headline = set(stems_of(words_of(reading.title), reading.language))
        return max(leads, key=lambda n: (len(headline.intersection(stems_of(reading.lines[n].words, reading.language))), -n))
    return leads[0] if leads else 0


def is_live(reading: Reading) -> bool:
    """Ask whether an article is a live blog, the newest often first."""
    return is_by_the_clock(reading.lines)


# ── packing, for the memory ───────────────────────────────────────────────────


def pack(reading: Reading) -> dict[str, Any]:
    """Make a reading JSON-able: its sentences stay with the article's text, its names in their bag, its sketch is kept apart."""
    return {
        "l": reading.language,
        "p": reading.published.isoformat(),
        "t": reading.title,
        "w": reading.terms,
        "c": reading.concepts,
        "e": reading.entities,
        "n": reading.names,
        "h": sorted(reading.head),
        "m": sorted(reading.marks),
        "z": reading.words,
        "q": [size_of(reading.bag(name)) for name in BAGS],
        "f": [pack_fact(fact) for fact in reading.facts if fact.kind not in NAMES],
    }


def unpack(packed: Mapping[str, Any], hashes: Sequence[Any] | None = None) -> Reading:
    """Read back what `pack` made; `hashes` is what `pack_sketch` made."""
    sketched = Sketch(hashes[0], frozenset(hashes[1])) if hashes else NO_SKETCH
    return Reading(
        packed["l"],
        date.fromisoformat(packed["p"]),
        packed["t"],
        (),
        tuple(unpack_fact(row) for row in packed["f"]),
        packed["w"],
        packed["c"],
        packed["e"],
        packed["n"],
        frozenset(packed["h"]),
        frozenset(),
        frozenset(packed["m"]),
        sketched,
        packed["z"],
        dict(zip(BAGS, packed["q"], strict=True)),
    )


def pack_sketch(reading: Reading) -> list[Any]:
    """Make a sketch JSON-able."""
    return [reading.sketch.k, sorted(reading.sketch.hashes)]


def size_of(bag: Mapping[str, float]) -> float:
    """Sum up the squared weights of a bag."""
    return sum(math.log1p(weight) ** 2 for weight in bag.values())


def weightiest(names: Iterable[str], weights: Mapping[str, float]) -> list[str]:
    """Order names by weight, those of one weight by the alphabet; two plain sorts take a third of the time of one by pairs."""
    return sorted(sorted(names), key=weights.__getitem__, reverse=True)


def _heaviest(bag: Mapping[str, float]) -> dict[str, float]:
    """Keep the weightiest features: a long article is known by them as well, and compared faster."""
    if len(bag) <= MAX_FEATURES:
        return {name: round(weight, 2) for name, weight in bag.items()}
    return {name: round(bag[name], 2) for name in weightiest(bag, bag)[:MAX_FEATURES]}


def pack_fact(fact: Fact) -> tuple[Any, ...]:
    """Make a fact JSON-able; hashable too, because it is written once for each of its keys."""
    figure = fact.figure
    measured = (figure.value, figure.dimension, figure.slack) if figure else None
    about = tuple(name for name in fact.about if name.startswith("d:"))
    return fact.kind, fact.keys, fact.slot, fact.text, fact.line, fact.where, int(fact.recalled), int(fact.ahead), measured, about


def unpack_fact(row: Sequence[Any]) -> Fact:
    """Read back what `pack_fact` made."""
    kind, keys, slot, text, line, where, recalled, ahead, measured, about = row
    figure = Figure(measured[0], measured[1], measured[2], 0, 0, text) if measured else None
    return Fact(kind, tuple(keys), slot, text, line, where, bool(recalled), bool(ahead), figure, tuple(about))
