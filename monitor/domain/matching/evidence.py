"""What in an article speaks for the topic and what against, each with its worth and a reason that a person understands.

A paragraph counts once, by where it stands and by how much of the topic it holds. Constants are few and say what they mean:
one name in title or lead is enough; in the body it takes two paragraphs that are about the topic, or several in an article of its world.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from monitor.domain.matching.objections import Objections
from monitor.domain.matching.passing import Passing
from monitor.domain.matching.sightings import PLACES, Point, Seen, Sighting

IN_TITLE, IN_LEAD = 0.7, 0.5
ALONE = 0.3  # one name in the lead of an article that says nothing else of the topic
DENSE = 0.3  # a body paragraph about the topic: three or more of its names and words
PASSING = 0.2  # a body paragraph that names it
BODY_AT_MOST = 0.8
OF_ITS_OUTLET = 0.5  # a paper of the town tells of the town, and needs not name it
OF_ITS_WORLD = 0.15  # title and lead move in the topic's world
WHOLE_PARAGRAPH = 0.5  # a body paragraph of two sentences or more that tells news of the topic
_DENSE_FROM = 3
_WHOLE_FROM = 3
_FULL_FROM = 4
_FOREIGN_WEIGHS = 2  # as many words of the topic as one of another world, such as "season"
_TOLD_AT_MOST = 2
_WORLD_FROM = 2


@dataclass(frozen=True)
class Evidence(Seen):
    """All that speaks for and against; made for one article."""

    def points(self, outlet: str | None = None) -> list[Point]:
        """Weigh all of it, and that its outlet bears the name of the topic; nothing speaks against what nothing speaks for."""
        speaking = [*([Point(OF_ITS_OUTLET, outlet)] if outlet else []), *(self._for() if self.sightings else ())]
        return [*speaking, *Objections(self).points()] if speaking else []

    def _for(self) -> Iterator[Point]:
        best: dict[int, Sighting] = {}
        for sighting in self.sightings:
            best.setdefault(sighting.paragraph, sighting)
        left = BODY_AT_MOST
        for paragraph in sorted(best):
            sighting = best[paragraph]
            worth = self._worth(sighting)
            if sighting.where == "body":
                worth = min(worth, left)
                left -= worth
            if worth > 0:
                yield Point(worth, f"{sighting.what} in {PLACES[sighting.where]} (“{sighting.quote}”)")
        if len(self.opening_words(self.topic.subject)) >= _WORLD_FROM or self.names_partner_in_title():
            yield Point(OF_ITS_WORLD, "title and lead move in the topic's world")

    @cached_property
    def _passing(self) -> Passing:
        return Passing(self)

    def _worth(self, sighting: Sighting) -> float:
        match sighting.where:
            case "title":
                return PASSING if self._passing.is_of_a_biography() or self._passing.is_of_a_namesake(sighting) else IN_TITLE
            case "lead":
                return PASSING if self._passing.is_of_a_biography() else ALONE if self._passing.is_slight(sighting) else IN_LEAD
            case "body":
                return self._worth_in_body(sighting)
        return 0.0

    def _worth_in_body(self, sighting: Sighting) -> float:
        if self.is_of_another_state() or self._is_about_a_namesake:
            return PASSING
        if self._is_whole(sighting):
            return WHOLE_PARAGRAPH
        return DENSE if self._is_dense(sighting.paragraph) else PASSING

    def is_of_another_state(self) -> bool:
        """Say whether the title is about another state, and the topic stands far below it, for comparison: Oman opens its first pad."""
        return bool(self._title_states) and self._title_states.isdisjoint(self.topic.states)

    @cached_property
    def _title_states(self) -> set[str]:
        """The states that the title names, where it is silent on the topic."""
        if any(other.where == "title" for other in self.sightings) or self.names_partner_in_title():
            return set()
        return {state for state in self.states_of(self.reading.passages.sentences[0]) if state}

    @cached_property
    def _is_about_a_namesake(self) -> bool:
        """Say whether the title names the holding or the district, so that the topic far below it is named by the way."""
        titled = (self.entities[mention.entity] for mention in self.reading.mentions if mention.where == "title")
        return any(entity.negative and entity.shadows for entity in titled)

    def _is_dense(self, paragraph: int) -> bool:
        """Say whether a paragraph is about the topic, rather than naming it in passing."""
        return self._density(paragraph) >= _DENSE_FROM

    def _is_whole(self, sighting: Sighting) -> bool:
        """Say whether a paragraph far down is news of its own: it begins with the topic or is full of it, and tells something."""
        sentences = self._sentences_of[sighting.paragraph]
        partners = (mention.sentence for mention in self.reading.mentions if self.entities[mention.entity].role == "partner")
        first = min([sighting.sentence, *(number for number in partners if number in sentences)])
        late = first > sentences[0] + 1 and self._density(sighting.paragraph) < _FULL_FROM and sighting.paragraph not in self.headed
        told = min(len(self.words(sentences, self.topic.telling)), _TOLD_AT_MOST)
        foreign = len(self.words(sentences, self.topic.foreign))
        own = self._density(sighting.paragraph) + (told if len(self._named_in[sighting.paragraph]) > 1 else 0)
        if len(sentences) < 2 or late or foreign * _FOREIGN_WEIGHS >= own or self.tells_a_life(sentences):
            return False
        return told > 0 and self._density(sighting.paragraph) + told >= _WHOLE_FROM

    def _density(self, paragraph: int) -> int:
        return len(self._named_in[paragraph]) + len(self.words(self._sentences_of[paragraph], self.topic.subject))

    @cached_property
    def _sentences_of(self) -> Mapping[int, list[int]]:
        numbers = defaultdict(list)
        for number, sentence in enumerate(self.reading.passages.sentences):
            numbers[sentence.paragraph].append(number)
        return numbers

    @cached_property
    def _named_in(self) -> Mapping[int, set[str]]:
        """Say what of the topic and of its partners each paragraph names."""
        named = defaultdict(set)
        for sighting in self.sightings:
            named[sighting.paragraph].add(sighting.what)
        for mention in self.reading.mentions:
            if self.entities[mention.entity].role == "partner":
                named[self.reading.passages.sentences[mention.sentence].paragraph].add(mention.entity)
        return named
