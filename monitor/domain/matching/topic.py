"""Whether an article concerns the topic, and why: a score with reasons from what the gazetteer finds in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor.domain.articles.passages import GAP, split
from monitor.domain.matching.evidence import Evidence
from monitor.domain.matching.gazetteer import Entity, TopicDefinition
from monitor.domain.matching.mentions import Gazetteer, Mention, Reading, compile_gazetteer, read
from monitor.domain.words.terms import Term, Terms, compile_terms

__all__ = ["Match", "Mention", "Topic", "compile_topic", "match_article", "may_concern"]


_NOTHING = "nothing of the topic is named in its own sense"
_WEIGHT = {"title": 4, "lead": 2, "body": 1, "tail": 0}
_ROLES = ("core", "partner", "aside", "rival", "negative")


@dataclass(frozen=True, slots=True)
class Match:
    """What matching says of an article; near misses have reasons as well, so that they can be audited."""

    relevant: bool
    score: float
    reasons: tuple[str, ...]
    entities: tuple[str, ...]  # of the topic, the weightiest first; no namesakes, and none that only stands around the text
    mentions: tuple[Mention, ...]  # in order; offsets count in title + "\n\n" + text; no namesakes
    shown: tuple[int, ...] = ()  # the sentences in which words together show the topic; of an outlet that bears its name the first


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic made ready for matching; made by `compile_topic`."""

    definition: TopicDefinition
    gazetteer: Gazetteer
    words: Terms
    relevant_from: float  # the user's, until answers move it

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Everything that the gazetteer knows, by id."""
        return self.gazetteer.entities


def compile_topic(definition: TopicDefinition) -> Topic:
    """Make a topic ready for matching; takes a fraction of a second."""
    words = compile_terms(Term(word, word) for word in definition.words)
    return Topic(definition, compile_gazetteer(definition), words, definition.relevant_from)


def match_article(topic: Topic, title: str, text: str, publisher: str = "") -> Match:
    """Say whether an article of a publisher concerns the topic; names are known in all languages at once."""
    if topic.words.size:
        return _match_words(topic, title, text)
    evidence = _evidence(topic, read(topic.gazetteer, title, text))
    outlet = _named_by(topic, publisher)
    points = evidence.points(f"{topic.entities[outlet].canonical} in the name of its outlet (“{publisher}”)" if outlet else None)
    score = round(min(max(sum(point.worth for point in points), 0.0), 1.0), 2)
    mentions = tuple(m for m in evidence.reading.mentions if not topic.entities[m.entity].negative)
    reasons = tuple(point.reason for point in points) or _doubts(topic, evidence.reading)
    entities = _weightiest(topic, mentions) or ((outlet,) if outlet else ())
    shown = {sighting.sentence for sighting in evidence.sightings if not sighting.is_name} | ({0} if outlet else set())
    return Match(score >= topic.relevant_from, score, reasons, entities, mentions, tuple(sorted(shown)))


def _named_by(topic: Topic, publisher: str) -> str | None:
    """Say what of the topic the name of an outlet bears, where it bears no namesake's: Baikonur Today."""
    named = [topic.entities[mention.entity] for mention in read(topic.gazetteer, publisher, "").mentions]
    core = [entity.id for entity in named if entity.role == "core"]
    return core[0] if core and not any(entity.negative for entity in named) else None


def may_concern(topic: Topic, title: str, summary: str, publisher: str = "") -> bool:
    """Say whether a page of a publisher is worth reading: recall first, on what little a feed tells."""
    if topic.words.size:
        return _match_words(topic, title, summary).relevant
    if _named_by(topic, publisher):
        return True
    reading = read(topic.gazetteer, title, summary)
    named = {topic.entities[m.entity].role for m in (*reading.mentions, *reading.doubtful)}
    if named & {"core", "partner"}:
        return True
    hinted = any(reading.found(n, group) for n in reading.words for group in topic.definition.hints)
    return hinted or bool(_evidence(topic, reading).sightings)


def is_known_by_likeness(topic: Topic, title: str, text: str, score: float, lacks: float) -> bool:
    """Say whether an article with too low a score is of the topic for its likeness to what was told.

    `lacks`: of likeness, to be sure of it by that alone. The further the article leans to the topic, the more it may lack; what only
    shares a name with something of the topic retells nothing of it.
    """
    if lacks > _OF_ITS_WORLD + _OF_ITS_SCORE * score:
        return False
    reading = read(topic.gazetteer, title, text)
    return lacks <= _leaning(topic, reading, score) and not _bears_a_namesake(topic, reading)


def _leaning(topic: Topic, reading: Reading, score: float) -> float:
    """Say how far an article leans to the topic: by the words of its opening, and by its score."""
    evidence = _evidence(topic, reading)
    own, foreign = evidence.opening_words(topic.definition.subject), evidence.opening_words(topic.definition.foreign)
    rival = any(topic.entities[m.entity].role == "rival" for m in reading.mentions if m.where in ("title", "lead"))
    if rival or len(foreign) >= _FOREIGN_FROM:
        return -_OF_ANOTHER
    moves = own and not foreign and not evidence.is_of_another_state()
    return _OF_ITS_WORLD * bool(moves) + _OF_ITS_SCORE * score


# In likeness to what was told: of 1,800 such articles, 27 more that retell it are known by that, and four that do not.
_OF_ITS_WORLD, _OF_ANOTHER, _OF_ITS_SCORE = 0.15, 0.1, 0.4
_FOREIGN_FROM = 2


def _bears_a_namesake(topic: Topic, reading: Reading) -> bool:
    """Say whether an article is about what only shares a name with something of the topic: the holding, not the pad."""
    namesakes = [(topic.entities[m.entity], m.where) for m in reading.mentions if topic.entities[m.entity].negative]
    shadowed = {name for entity, _ in namesakes for name in entity.shadows}
    bare = any(mention.where == "title" and mention.entity in shadowed for mention in reading.doubtful)
    return bare or any(entity.shadows and where == "title" for entity, where in namesakes)


def _evidence(topic: Topic, reading: Reading) -> Evidence:
    return Evidence(reading, topic.entities, topic.definition)


def _match_words(topic: Topic, title: str, text: str) -> Match:
    whole = title + GAP + text
    found = next(iter(topic.words.find(whole)), None)
    if found is None:
        return Match(False, 0.0, ("none of the words occurs",), (), ())
    where = "the title" if split(title, text).at(found.start) == 0 else "the text"
    return Match(True, 1.0, (f"{found.term.text} in {where} (“{whole[found.start : found.end]}”)",), (), ())


def _doubts(topic: Topic, reading: Reading) -> tuple[str, ...]:
    """Say which names of the topic stand there in another sense, so that a near miss can be audited."""
    doubted = dict.fromkeys((m.entity, reading.whole[m.start : m.end]) for m in reading.doubtful)
    return tuple(f"“{name}” does not mean {topic.entities[entity].canonical} here" for entity, name in doubted) or (_NOTHING,)


def _weightiest(topic: Topic, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Order entities by role first, then by how prominently they stand."""
    counted: Counter[str] = Counter()
    for mention in mentions:
        counted[mention.entity] += _WEIGHT[mention.where]
    named = [entity for entity, weight in counted.items() if weight]
    return tuple(sorted(named, key=lambda e: (_ROLES.index(topic.entities[e].role), -counted[e], e)))
