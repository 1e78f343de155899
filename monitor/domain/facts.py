"""What placing reads out of an article, once: sentences, facts, terms, ideas, names, and the marks of its genre."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from monitor.domain.concepts import HARD, MARKS, concepts_of_word, from_kazakh_latin, plain
from monitor.domain.dates import When, dates_in
from monitor.domain.figures import Figure, figure_keys, figures_in
from monitor.domain.likeness import Sketch, sketch, words_of
from monitor.domain.likeness import stems_of as stems_of
from monitor.domain.names import Name, names_in
from monitor.domain.passages import GAP, Where, split

MAX_SENTENCES = 80
MAX_LETTERS = 14_000
MAX_FEATURES = 60  # of each kind
OLD_AFTER = timedelta(days=45)  # a sentence whose dates lie further back tells history
WEIGHTS: Mapping[str, float] = {"title": 3.0, "lead": 2.0, "body": 1.0, "tail": 0.0}
IDEA_WEIGHTS: Mapping[str, float] = {"title": 3.0, "lead": 2.0, "body": 0.5, "tail": 0.0}
RECALLED = 0.3
NAMES = ("name", "person")
TODAY = "date:today"  # the slot of a date that dates the report; it can be what a new date replaces, and is never news
_MARKS = {name: re.compile(pattern) for name, pattern in MARKS.items()}  # for case-folded text: three times as fast
_CYRILLIC = re.compile("[а-яё]")


NO_SKETCH = Sketch(0, frozenset())
BAGS: Mapping[str, str] = {
    "terms": "w:",
    "ideas": "c:",
    "entities": "e:",
    "names": "",
}  # each with what its features begin with in the memory


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article."""

    text: str
    where: Where
    paragraph: int
    recalled: bool = False  # told as known before


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


@dataclass(frozen=True, slots=True)
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
        bags = {"terms": self.terms, "ideas": self.concepts, "entities": self.entities, "names": self.names}
        return bags[name]


def read(title: str, text: str, language: str | None, published: date, mentions: Iterable[tuple[str, int]] = ()) -> Reading:
    """Read an article; `mentions` are the entities that matching found, each with the number of its sentence."""
    spoken = language or "en"
    mentions = list(mentions)
    lines = _lines(title, text[:MAX_LETTERS], spoken, published)
    marks = _marks(title, text, lines)
    if "roundup" in marks:
        lines = _points(lines, {number for _, number in mentions})
    facts: list[Fact] = []
    terms: dict[str, float] = {}
    concepts: dict[str, float] = {}
    names: dict[str, float] = {}
    head: set[str] = set()
    hard: set[int] = set()
    headline: list[str] = []
    for number, line in enumerate(lines):
        weight = WEIGHTS[line.where] * (RECALLED if line.recalled else 1.0)
        if not weight:
            continue
        words = words_of(line.text)
        ideas = _ideas(words, spoken)
        _add(terms, stems_of(words, spoken), weight)
        _add(concepts, ideas, IDEA_WEIGHTS[line.where] * (RECALLED if line.recalled else 1.0))
        hard.update([number] if HARD.intersection(ideas) else [])
        found = names_in(line.text, spoken)
        _add(names, {name.key for name in found}, weight)
        headline = headline or [name.key for name in found if number == 0]
        facts += _facts(line, number, spoken, published, ideas, found, headline)
        if line.where in ("title", "lead") and not line.recalled:
            head.update(ideas)
    kept = [word for line in lines if line.where != "tail" and line.where != "title" for word in words_of(line.text)]
    return Reading(
        spoken,
        published,
        title,
        tuple(lines),
        tuple(facts),
        _heaviest(terms),
        _heaviest(concepts),
        _heaviest(_entities(lines, mentions)),
        _heaviest(names),
        frozenset(head),
        frozenset(hard),
        marks,
        sketch(kept or words_of(title)),
        len(kept),
    )


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


def _lines(title: str, text: str, language: str, published: date) -> list[Line]:
    whole = title + GAP + text
    found: list[Line] = []
    for sentence in split(title, text).sentences[:MAX_SENTENCES]:
        words = whole[sentence.start : sentence.end].strip()
        if sentence.paragraph > 0:
            words = _DATELINE.sub("", words) if len(found) <= _DATELINE_WITHIN else words
        aside = sentence.paragraph > 0 and (
            not words
            or _MARKS["boilerplate"].search(words.casefold())
            or _LISTED.match(words)
            or (len(found) == 1 and _SIGNED.match(words))
        )
        where: Where = "tail" if aside else sentence.where
        found.append(Line(words, where, sentence.paragraph))  # an empty one too: mentions count them all
    return _mark_recalled(found, language, published)


_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_DATELINE_WITHIN = 3  # sentences
# MOSCOW, Jan 24 (Steppe Wire) - | АСТАНА, 13 ноября. /Степной телеграф/. | МОСКВА. | /Steppe Wire/.
_DATELINE = re.compile(
    rf"^(?:[{_UPPER}][{_UPPER} '’-]{{2,30}}(?:[,.]\s[\w .,]{{3,24}}?)?"
    r"(?:\s*[-–—]\s+|[.,]?\s*(?:[(/][^()/]{2,40}[)/])\.?\s*(?:[-–—]\s*)?|\.$)|/[^/]{2,40}/\.?\s*)+"
)
# The paper's name or town, day and paper, before the news: «Вестник Побережья.», «ГОРОД, 7 сентября, Вестник.»
_SIGNED = re.compile(rf"^(?:[{_UPPER}][\w’'-]*,?\s?){{1,3}}(?:,? ?\d{{1,2}} [^\W\d]{{3,9}},?\s?(?:[{_UPPER}][\w’'-]*,?\s?){{1,3}})?\.$")
_LISTED = re.compile(r"^(?:[^;|·•]{1,30}[;|·•]\s*){3,}[^;|·•]{0,40}$")  # the site's sections, not a sentence


def _points(lines: list[Line], mentioning: set[int]) -> list[Line]:
    """Keep of a round-up the paragraphs that name the topic, each as a lead of its own: the others are other stories."""
    points = {line.paragraph for number, line in enumerate(lines) if number in mentioning and line.where != "tail"}
    return [
        line if line.where == "title" else replace(line, where="lead" if line.paragraph in points and line.where != "tail" else "tail")
        for line in lines
    ]


def _mark_recalled(lines: list[Line], language: str, published: date) -> list[Line]:
    """Mark the sentences that tell what was known before: by their words, or by the age of their dates."""
    marked: list[Line] = []
    paragraph, whole_paragraph = -1, False
    for line in lines:
        if line.paragraph != paragraph:
            paragraph, whole_paragraph = line.paragraph, False
        first = not any(other.where == "lead" for other in marked)
        recalls = line.where != "title" and not (first and line.where == "lead") and _recalls(line.text, language, published)
        begins = not any(other.paragraph == paragraph for other in marked)
        whole_paragraph = whole_paragraph or (recalls and begins and line.where == "body")
        known = recalls or (whole_paragraph and not _plans(line.text, language, published))
        marked.append(Line(line.text, line.where, line.paragraph, known))
    return marked


def _plans(text: str, language: str, published: date) -> bool:
    """Ask whether a sentence names a day to come that somebody means: new even in a paragraph of history."""
    if not _MARKS["planned"].search(text.casefold()):
        return False
    return any(when.stated_year and when.is_ahead(published) for when in dates_in(text, language, published))


def _recalls(text: str, language: str, published: date) -> bool:
    folded = text.casefold()
    if _MARKS["recalled"].search(folded) or _MARKS["since"].search(folded) or _MARKS["yearly"].search(folded):
        return True
    if not re.search(r"\d", text):
        return False
    dates = [when for when in dates_in(text, language, published) if when.stated_year]
    return bool(dates) and all(when.last < published - OLD_AFTER for when in dates)


def _ideas(words: Iterable[str], language: str) -> list[str]:
    ideas: list[str] = []
    for word in words:
        spelled = from_kazakh_latin(word) if language == "kk" and not _CYRILLIC.search(word) else plain(word)
        ideas += concepts_of_word(spelled, language)
    return ideas


def _add(bag: dict[str, float], names: Iterable[str], weight: float) -> None:
    for name in names:
        bag[name] = bag.get(name, 0.0) + weight


def _facts(line: Line, number: int, language: str, published: date, ideas: list[str], names: list[Name], headline: list[str]) -> list[Fact]:
    facts: list[Fact] = []
    dates = dates_in(line.text, language, published)
    idea = _main_idea(ideas)
    about = tuple(sorted({*(name.key for name in names), *headline}))
    for when in dates:
        slot = TODAY if _is_today(when, published) else f"date:{idea}"
        facts.append(
            Fact("date", (f"t:{when.key}",), slot, when.text, number, line.where, line.recalled, when.is_ahead(published), about=about)
        )
    for figure in figures_in(line.text, language) if _COUNTS.search(line.text.casefold()) else ():
        if any(figure.start < when.end and when.start < figure.end for when in dates):
            continue
        kind = "money" if figure.dimension.startswith("money") else "figure"
        slot = f"{figure.dimension.partition(':')[0]}:{idea}"
        facts.append(
            Fact(kind, figure_keys(figure, published), slot, figure.text, number, line.where, line.recalled, figure=figure, about=about)
        )
    kinds = [("person" if name.full else "name", name) for name in names]
    return facts + [Fact(kind, (name.key,), f"name:{idea}", name.text, number, line.where, line.recalled) for kind, name in kinds]


# A figure is written in digits, or in a word of these beginnings.
_COUNTS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twenty|forty|hundred|thousand|million|billion|trillion|dozen|double|\w+fold"
    r"|од[ин]|дв[аеу]|тр[иеё]|четыр|пят|шест|сем[ьи]|восем|восьм|девя|десят|\w+надцат|сорок|сто\b|ста\b|полтор|тыс|мил|вдвое|втрое|всемеро|вчетверо|впятеро"
    r"|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он\b|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз|мың|b[iı]r|ek[iı]|üş|tört|bes|alty|jet[iı]|seg[iı]z|toğyz|jüz|myñ|jiyrma|otyz|qyryq|elu)",
)


def _main_idea(ideas: list[str]) -> str:
    """Name what a sentence is about: its first hard idea, or its first one."""
    return next((idea for idea in ideas if idea in HARD), ideas[0] if ideas else "")


def _is_today(when: When, published: date) -> bool:
    """The day of publication and the days just before it date the report, not a fact in it."""
    return len(when.key) == 10 and timedelta() <= published - when.first <= timedelta(days=3)


def _marks(title: str, text: str, lines: list[Line]) -> frozenset[str]:
    lead = " ".join(line.text for line in lines if line.where == "lead")
    first = lines[1].text if len(lines) > 1 else ""
    title, text, lead, first = (part.casefold() for part in (title, text, lead, first))
    marks = {
        name for name in ("correction", "explainer", "anniversary", "roundup") if _MARKS[name].search(title) or _MARKS[name].search(first)
    }
    marks -= set() if _MARKS["explainer"].search(title) else {"explainer"}
    marks |= {"feature"} if _begins_long_ago(lines) and not _MARKS["told"].search(lead) else set()
    marks |= {"opinion"} if _MARKS["opinion"].search(text) else set()
    marks |= {"routine"} if _MARKS["routine"].search(title + " " + lead) else set()
    marks |= {name for name in ("correction", "denial", "conflict", "told") if _MARKS[name].search(lead)}
    marks |= {name for name in ("denial", "conflict") if _MARKS[name].search(title)}
    marks |= {name for name in ("office", "milestone") if _MARKS[name].search(title) or _MARKS[name].search(first)}
    return frozenset(marks)


def is_planned(reading: Reading, number: int) -> bool:
    """Ask whether a sentence says that somebody means to do something."""
    return bool(_MARKS["planned"].search(reading.lines[number].text.casefold()))


def telling_line(reading: Reading) -> int:
    """Choose the sentence that tells what happened: the first of the lead, but of a live blog the one nearest to its headline."""
    leads = [n for n, line in enumerate(reading.lines) if line.where == "lead" and not line.recalled]
    if leads and _CLOCK.match(reading.lines[leads[0]].text):
        headline = set(stems_of(words_of(reading.title), reading.language))
        return max(leads, key=lambda n: (len(headline.intersection(stems_of(words_of(reading.lines[n].text), reading.language))), -n))
    return leads[0] if leads else 0


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")


def _begins_long_ago(lines: list[Line]) -> bool:
    """Ask whether the first sentence tells history: then the article is a feature, whatever its date."""
    first = next((line.text for line in lines if line.where == "lead"), "")
    return bool(_MARKS["since"].search(first.casefold()) or _LONG_AGO.search(first))


_LONG_AGO = re.compile(
    r"\b(?:in|since|from|в|с|со) (?:1[89]\d\d|200\d)\b|\b(?:1[89]\d\d|200\d) (?:год|жыл)|\b\w+ (?:years|decades) ago\b|лет назад|жыл бұрын",
    re.IGNORECASE,
)


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


def _heaviest(bag: Mapping[str, float]) -> dict[str, float]:
    """Keep the weightiest features: a long article is known by them as well, and compared faster."""
    if len(bag) <= MAX_FEATURES:
        return {name: round(weight, 2) for name, weight in bag.items()}
    names = sorted(bag, key=lambda name: (-bag[name], name))[:MAX_FEATURES]
    return {name: round(bag[name], 2) for name in names}


def pack_fact(fact: Fact) -> list[Any]:
    """Make a fact JSON-able."""
    figure = fact.figure
    measured = [figure.value, figure.dimension, figure.slack] if figure else None
    about = [name for name in fact.about if name.startswith("d:")]
    return [fact.kind, list(fact.keys), fact.slot, fact.text, fact.line, fact.where, int(fact.recalled), int(fact.ahead), measured, about]


def unpack_fact(row: list[Any]) -> Fact:
    """Read back what `pack_fact` made."""
    kind, keys, slot, text, line, where, recalled, ahead, measured, about = row
    figure = Figure(measured[0], measured[1], measured[2], 0, 0, text) if measured else None
    return Fact(kind, tuple(keys), slot, text, line, where, bool(recalled), bool(ahead), figure, tuple(about))
