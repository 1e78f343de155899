"""Where the topic shows in an article: its names, and words that show it together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from monitor.domain.articles.passages import PARTS, Sentence, Where, is_headed
from monitor.domain.matching.gazetteer import Combination, Entity, TopicDefinition
from monitor.domain.matching.mentions import Mention, Reading
from monitor.domain.words.language import identify
from monitor.domain.words.likeness import words_of
from monitor.domain.words.nations import nation_of

PLACES: Mapping[Where, str] = {"title": "the title", "lead": "the lead", "body": "the text", "tail": "the lines around the text"}
_ITS_AGE = re.compile(  # behind the name of a place
    r"\W{1,3}(?:at|turns|marks) (?:\d\d|\w+ty)\b|\W{1,3}(?:\d\d|\w+ty|\w+десят|сорок)\b(?! km| км)"
    r"|\W{1,3}\w*летие|\W{1,3}(?:алпыс|жетпіс|сексен)\b",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 60
_SAMPLE = 300  # characters, by which a language is known


@dataclass(frozen=True, slots=True)
class Point:
    """A piece of evidence; what speaks against has a negative worth."""

    worth: float
    reason: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sentence that shows the topic, and by what."""

    what: str
    quote: str
    sentence: int
    where: Where
    paragraph: int
    start: int  # of the name, or of the sentence that the combination stands in
    end: int
    kind: str | None = None  # of what is named; a combination tells what happens

    @property
    def is_name(self) -> bool:
        """Say whether it is a name, which may be another's."""
        return self.kind is not None


@dataclass(frozen=True)
class Seen:
    """What of the topic stands in one article, and where."""

    reading: Reading
    entities: Mapping[str, Entity]
    topic: TopicDefinition

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """Everything that shows the topic, names before combinations."""
        return (*self._names(), *self._combined())

    def _names(self) -> Iterator[Sighting]:
        for mention in self.reading.mentions:
            entity = self.entities[mention.entity]
            if entity.role == "core":
                yield self._sighting(entity.canonical, mention.sentence, (mention.start, mention.end), entity.kind)

    def _sighting(self, what: str, sentence: int, span: tuple[int, int], kind: str | None = None) -> Sighting:
        stands = self.reading.passages.sentences[sentence]
        quote = " ".join(self.reading.whole[slice(*span)].split())
        short = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return Sighting(what, short, sentence, stands.where, stands.paragraph, *span, kind)

    def _combined(self) -> Iterator[Sighting]:
        present = {group for groups in self.reading.words.values() for group in groups}
        asked = ((combination, self._asked(combination, present)) for combination in self.topic.combinations)
        possible = [(combination, all_of) for combination, all_of in asked if all_of]
        for number in sorted(self.reading.words) if possible else ():
            stands = self.reading.passages.sentences[number]
            near = self.near(number)
            met = {group for n in near for group in self.reading.words.get(n, ())}
            for combination, all_of in possible:
                if not met.issuperset(all_of) or (combination.opening_only and stands.where not in ("title", "lead")):
                    continue
                if self._meets(near, all_of) and not self.words([0, *near], combination.unless):
                    yield self._sighting(combination.name, number, (stands.start, stands.end))

    def _asked(self, combination: Combination, present: set[str]) -> tuple[str, ...]:
        """The groups of which a text must hold a word each, where it holds them all; one from home need not name its country."""
        if combination.at_home:
            others = tuple(group for group in combination.all_of if group != self.topic.home_group)
            if present.issuperset(others) and self._is_from_home:
                return others
        return combination.all_of if present.issuperset(combination.all_of) else ()

    @cached_property
    def _is_from_home(self) -> bool:
        """Say whether the text is in the language of the topic's country, and title and lead name no state but the topic's."""
        if self.topic.home_language is None or identify(self.reading.whole[:_SAMPLE]) != self.topic.home_language:
            return False
        named = {state for n in self.opening for state in self.states_of(self.reading.passages.sentences[n]) if state}
        return named.issubset(self.topic.states)

    def near(self, number: int) -> list[int]:
        """Say which sentences complete each other: the title and two in a row of the lead, two in a row of a paragraph."""
        sentences = self.reading.passages.sentences
        here = sentences[number]
        before = [number - 1] if number and not self.tells_a_life([number - 1]) else []  # where somebody was born completes nothing
        if here.where == "lead":
            return sorted({0, *before, number})
        return [*(n for n in before if sentences[n].paragraph == here.paragraph), number]

    @cached_property
    def headed(self) -> frozenset[int]:
        """The paragraphs with a heading of their own, where a text is made of such: each tells of something else."""
        begun = {sentence.paragraph: sentence for sentence in reversed(self.reading.passages.sentences) if sentence.where != "title"}
        found = frozenset(n for n, first in begun.items() if is_headed(self.reading.whole[first.start : first.end]))
        return found if len(found) >= PARTS else frozenset()

    @cached_property
    def is_birthday(self) -> bool:
        """Say whether the title names a place of the topic with its age: then the life that is told is its own."""
        named = (mention for mention in self.reading.mentions if mention.where == "title" and self.entities[mention.entity].role == "core")
        return any(_ITS_AGE.match(self.reading.whole, mention.end) for mention in named)

    def tells_a_life(self, sentences: Sequence[int]) -> bool:
        """Say whether these sentences tell where somebody was born or served."""
        return bool(self.words(sentences, self.topic.passing))

    def _meets(self, sentences: Sequence[int], groups: Sequence[str]) -> bool:
        """Say whether every group has a word there, and no word must serve for two."""
        met = [frozenset[int]().union(*(self.reading.found(n, group) for n in sentences)) for group in groups]
        return _have_one_each(sorted(met, key=len))

    def outside_names(self, words: Iterable[int]) -> list[int]:
        """Leave out the words that are part of a name, such as the cosmodrome of the Baikonur cosmodrome."""
        return [end for end in words if not any(m.start < end <= m.end for m in self.reading.mentions)]

    def is_of_the_topic(self, mention: Mention) -> bool:
        """Say whether a mention names the topic, or a partner that is no person."""
        entity = self.entities[mention.entity]
        return entity.role == "core" or (entity.role == "partner" and entity.kind != "person")

    def words(self, sentences: Sequence[int], groups: Sequence[str]) -> set[int]:
        """Say where words of these groups end in these sentences."""
        return {end for n in sentences for group in groups for end in self.reading.found(n, group)}

    def opening_words(self, groups: Sequence[str]) -> set[int]:
        """Say where words of these groups end in title and lead."""
        return self.words(self.opening, groups)

    @cached_property
    def opening(self) -> tuple[int, ...]:
        """The sentences of title and lead."""
        return tuple(n for n, sentence in enumerate(self.reading.passages.sentences) if sentence.where in ("title", "lead"))

    def names_partner_in_title(self) -> bool:
        """Say whether a partner of the topic stands in the title."""
        return any(m.where == "title" and self.entities[m.entity].role == "partner" for m in self.reading.mentions)

    @property
    def home(self) -> str:
        """The state in which the topic's place lies."""
        return self.topic.states[0] if self.topic.states else ""

    def states_of(self, stands: Sentence) -> list[str | None]:
        """Say for each word of a sentence which state it names, if any."""
        return [state_of(word) for word in words_of(self.reading.whole[stands.start : stands.end])]


def state_of(word: str) -> str | None:
    """Say which state a word in small letters names, in any of the three languages."""
    return nation_of(word, "ru") or (None if word.isascii() else nation_of(word, "kk"))


def _have_one_each(sets: Sequence[frozenset[int]], taken: frozenset[int] = frozenset()) -> bool:
    """Say whether every set can have a member of its own; the smallest choose first."""
    if not sets:
        return True
    return any(_have_one_each(sets[1:], taken | {one}) for one in list(sets[0] - taken)[: len(sets) + len(taken) + 1])
