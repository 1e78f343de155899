"""Whether an article concerns the topic, and why.

Evidence is a name or combination that shows the topic. Each paragraph that holds some earns points by where it stands; what
speaks against (a namesake, another launch site, another world) takes points away. The score is what remains, from 0 to 1.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from monitor.domain.gazetteer import Combination, Entity, TopicDefinition
from monitor.domain.mentions import Gazetteer, Mention, Reading, compile_gazetteer, read
from monitor.domain.passages import Where, split
from monitor.domain.terms import Term, Terms, compile_terms

__all__ = ["Match", "Mention", "Topic", "compile_topic", "match_article", "may_concern"]

AlertOn = Literal["developments", "matches"]

_TITLE, _LEAD, _DENSE, _PASSING = 0.7, 0.5, 0.3, 0.15
_SUBJECT = 0.15  # the article moves in the topic's world
_BODY_AT_MOST = 0.75
_LONGEST_QUOTE = 60
_PLACES: Mapping[Where, str] = {"title": "the title", "lead": "the lead", "body": "the text", "tail": "the lines around the text"}


@dataclass(frozen=True, slots=True)
class Match:
    """What matching says of an article; near misses have reasons as well, so that they can be audited."""

    relevant: bool
    score: float
    reasons: tuple[str, ...]
    entities: tuple[str, ...]  # of the topic, the weightiest first; no namesakes
    mentions: tuple[Mention, ...]  # in order; offsets count in title + "\n\n" + text; no namesakes


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic made ready for matching; made by `compile_topic`."""

    gazetteer: Gazetteer
    combinations: tuple[Combination, ...]
    subject: tuple[str, ...]
    foreign: tuple[str, ...]
    words: Terms
    alert_on: AlertOn
    relevant_from: float

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Everything that the gazetteer knows, by id."""
        return self.gazetteer.entities


def compile_topic(definition: TopicDefinition) -> Topic:
    """Make a topic ready for matching; takes a fraction of a second."""
    words = compile_terms(Term(word, word) for word in definition.words)
    return Topic(
        compile_gazetteer(definition),
        definition.combinations,
        definition.subject,
        definition.foreign,
        words,
        definition.alert_on,
        definition.relevant_from,
    )


def match_article(topic: Topic, title: str, text: str, language: str | None = None) -> Match:  # noqa: ARG001
    """Say whether an article concerns the topic; names are known in all languages at once, so `language` decides nothing."""
    if topic.words.size:
        return _match_words(topic, title, text)
    reading = read(topic.gazetteer, title, text)
    sightings = [*_core_sightings(topic, reading), *_combined_sightings(topic, reading)]
    points = [*_points_for(topic, reading, sightings), *_points_against(topic, reading, sightings)]
    score = round(min(max(sum(point.worth for point in points), 0.0), 1.0), 3)
    mentions = tuple(m for m in reading.mentions if not topic.entities[m.entity].negative)
    reasons = tuple(point.reason for point in points) or ("nothing of the topic is named",)
    return Match(score >= topic.relevant_from, score, reasons, _weightiest(topic, mentions), mentions)


def may_concern(topic: Topic, title: str, summary: str) -> bool:
    """Say whether a page is worth reading: recall first, on what little a feed tells."""
    if topic.words.size:
        return _match_words(topic, title, summary).relevant
    reading = read(topic.gazetteer, title, summary)
    named = {topic.entities[m.entity].role for m in (*reading.mentions, *reading.doubtful)}
    subject = {start for n in reading.words for group in topic.subject for start in reading.found(n, group)}
    return bool(named & {"core", "partner"}) or bool(subject) or any(True for _ in _combined_sightings(topic, reading))


# ── plain words ───────────────────────────────────────────────────────────────


def _match_words(topic: Topic, title: str, text: str) -> Match:
    passages = split(title, text)
    whole = f"{title}\n\n{text}"
    found = next(iter(topic.words.find(whole)), None)
    if found is None:
        return Match(False, 0.0, ("none of the words occurs",), (), ())
    where = "the title" if passages.sentences[passages.at(found.start)].where == "title" else "the text"
    return Match(True, 1.0, (f"{found.term.text} in {where} (“{whole[found.start : found.end]}”)",), (), ())


# ── evidence ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One sentence that shows the topic, and by what."""

    what: str
    quote: str
    sentence: int
    where: Where
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Point:
    worth: float
    reason: str


def _core_sightings(topic: Topic, reading: Reading) -> Iterator[_Sighting]:
    for mention in reading.mentions:
        entity = topic.entities[mention.entity]
        if entity.role == "core":
            yield _sighting(reading, entity.canonical, mention.sentence, reading.whole[mention.start : mention.end])


def _sighting(reading: Reading, what: str, sentence: int, quote: str) -> _Sighting:
    stands = reading.passages.sentences[sentence]
    return _Sighting(what, " ".join(quote.split())[:_LONGEST_QUOTE], sentence, stands.where, stands.paragraph)


def _combined_sightings(topic: Topic, reading: Reading) -> Iterator[_Sighting]:
    for number in range(len(reading.passages.sentences)):
        stands = reading.passages.sentences[number]
        with_title = [0, number] if stands.where == "lead" else [number]
        for combination in topic.combinations:
            if combination.opening_only and stands.where not in ("title", "lead"):
                continue
            if _meets(reading, with_title, combination.all_of):
                yield _sighting(reading, combination.name, number, reading.whole[stands.start : stands.end])


def _meets(reading: Reading, sentences: Sequence[int], groups: Sequence[str]) -> bool:
    """Say whether every group has a word there, and no word must serve for two."""
    met = [frozenset().union(*(reading.found(n, group) for n in sentences)) for group in groups]
    return all(met) and len(frozenset().union(*met)) >= len(groups)


def _points_for(topic: Topic, reading: Reading, sightings: Sequence[_Sighting]) -> Iterator[_Point]:
    best: dict[int, _Sighting] = {}
    for sighting in sightings:
        best.setdefault(sighting.paragraph, sighting)
    left = _BODY_AT_MOST
    for paragraph in sorted(best):
        sighting = best[paragraph]
        worth = _worth(topic, reading, sighting, sightings)
        if sighting.where == "body":
            worth = min(worth, left)
            left -= worth
        if worth:
            yield _Point(worth, f"{sighting.what} in {_PLACES[sighting.where]} (“{sighting.quote}”)")
    if best and _moves_in_subject(topic, reading):
        yield _Point(_SUBJECT, "title and lead move in the topic's world")


def _worth(topic: Topic, reading: Reading, sighting: _Sighting, all_of_them: Sequence[_Sighting]) -> float:
    if sighting.where == "tail":
        return 0.0
    if sighting.where in ("title", "lead"):
        return _TITLE if sighting.where == "title" else _LEAD
    return _DENSE if _is_dense(topic, reading, sighting.paragraph, all_of_them) else _PASSING


def _is_dense(topic: Topic, reading: Reading, paragraph: int, sightings: Sequence[_Sighting]) -> bool:
    """Say whether a paragraph is about the topic, rather than naming it in passing."""
    inside = [n for n, sentence in enumerate(reading.passages.sentences) if sentence.paragraph == paragraph]
    subject = {start for n in inside for group in topic.subject for start in reading.found(n, group)}
    named = {s.what for s in sightings if s.paragraph == paragraph}
    partners = {m.entity for m in reading.mentions if m.sentence in inside and topic.entities[m.entity].role == "partner"}
    return len(named) + len(subject) + len(partners) >= 3


def _opening(reading: Reading) -> list[int]:
    return [n for n, sentence in enumerate(reading.passages.sentences) if sentence.where in ("title", "lead")]


def _moves_in_subject(topic: Topic, reading: Reading) -> bool:
    subject = {start for n in _opening(reading) for group in topic.subject for start in reading.found(n, group)}
    return len(subject) >= 2


def _points_against(topic: Topic, reading: Reading, sightings: Sequence[_Sighting]) -> Iterator[_Point]:
    if not sightings:
        return
    yield from _namesakes(topic, reading)
    in_title = any(s.where == "title" for s in sightings)
    if not in_title:
        yield from _rivals(topic, reading)
    foreign = {start for n in _opening(reading) for group in topic.foreign for start in reading.found(n, group)}
    if len(foreign) >= 2:
        yield _Point(-0.4, "against: title and lead move in another world")


def _namesakes(topic: Topic, reading: Reading) -> Iterator[_Point]:
    seen: set[str] = set()
    for mention in reading.mentions:
        entity = topic.entities[mention.entity]
        if entity.negative and entity.shadows and mention.where in ("title", "lead") and entity.id not in seen:
            seen.add(entity.id)
            yield _Point(-0.5 if mention.where == "title" else -0.3, f"against: {entity.canonical} in {_PLACES[mention.where]}")


def _rivals(topic: Topic, reading: Reading) -> Iterator[_Point]:
    rivals = [m for m in reading.mentions if topic.entities[m.entity].role == "rival" and m.where in ("title", "lead")]
    for mention in rivals[:1]:
        worth = -0.4 if mention.where == "title" else -0.3
        yield _Point(worth, f"against: {topic.entities[mention.entity].canonical} in {_PLACES[mention.where]}, the topic not in the title")


def _weightiest(topic: Topic, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Order entities by role first, then by how prominently they stand."""
    weights = {"title": 4, "lead": 2, "body": 1, "tail": 0}
    role = {"core": 0, "partner": 1, "aside": 2, "rival": 3, "negative": 4}
    counted: Counter[str] = Counter()
    for mention in mentions:
        counted[mention.entity] += weights[mention.where]
    return tuple(sorted((e for e in counted if counted[e]), key=lambda e: (role[topic.entities[e].role], -counted[e], e)))
