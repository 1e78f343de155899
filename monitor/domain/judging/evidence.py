"""What in an article speaks for the topic and what against, each with its worth and a reason that a person understands.

A paragraph counts once, by where it stands and by how much of the topic it holds. Constants are few and say what they mean:
one name in title or lead is enough; in the body it takes two paragraphs that are about the topic, or several in an article of its world.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from monitor.domain.articles.passages import Sentence, Where
from monitor.domain.judging.gazetteer import Entity, TopicDefinition
from monitor.domain.judging.mentions import Mention, Reading
from monitor.domain.words.likeness import words_of
from monitor.domain.words.nations import nation_of
from monitor.domain.words.terms import count_words

IN_TITLE, IN_LEAD = 0.7, 0.5
ALONE = 0.3  # one name in the lead of an article that says nothing else of the topic
DENSE = 0.3  # a body paragraph about the topic: three or more of its names and words
PASSING = 0.2  # a body paragraph that names it
BODY_AT_MOST = 0.8
OF_ITS_WORLD = 0.15  # title and lead move in the topic's world
NAMESAKE = {"title": -0.5, "lead": -0.3}
RIVAL = {"title": -0.4, "lead": -0.3}  # where the topic is not in the title itself
OTHER_WORLD = -0.4
NAME_IN_OTHER_WORLD = -1.2  # where no name of the topic stands there as a place
WHOLE_PARAGRAPH = 0.5  # a body paragraph of two sentences or more that tells news of the topic

_FOREIGN_FROM = 2
_FOREIGN_ANYWAY = 3  # so many words of another world outweigh the place
_PLACED = re.compile(
    r"(?:^|\s)(?:at|in|from|near|to|over|outside|на|в|во|с|со|из|от|под|над|у|к|до|близ|около)\s+(?:the\s+)?$", re.IGNORECASE
)
_OWNS = re.compile(
    r"['’]s\b|\s(?:resident|town|city|admini|pad|worker|mayor|lease|rent\b|launch\b|launches|authorit|hospital|museum|site|staff)",
    re.IGNORECASE,
)
_FARTHEST_BEHIND = 10
_LATE = 3  # sentences: so late the first name of what an article is about does not come
# In 1978; it is not Baikonur, unlike Baikonur, towns including Baikonur: told by the way.
_SITES = frozenset({"site", "place"})  # the kinds of entity that are compared and listed
_HISTORY = re.compile(r"\b(?:19[4-9]\d|200\d)\b")
_ASIDE_BEFORE = re.compile(
    r"(?:\bfirst (?:man|human|woman|person|satellite|dog)\b[^.]{0,40}|\bперв(?:ый|ого|ому|ым) (?:человек|космонавт|спутник)[^.]{0,40}"
    r"|\b(?:including|among them|в том числе|сондай-ақ)\b[^.]{0,40}"
    r"|\b(?:not|unlike|than|second|no|не|отличие от|второй|чем(?: на)?)\s)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:котор\w+|who|whose|which)\s[^,.;]*$", re.IGNORECASE)  # …, who had left from Baikonur
_ASIDE_BEHIND = re.compile(r"\s(?:қарағанда\s)?(?:емес|басқа)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:from|от) \w+ (?:to|до) (\w+)|\w(?:[дт][ае]н|н[ае]н) (\w+) дейін\b", re.IGNORECASE)  # from Chile to Kazakhstan
_ELSEWHERE = re.compile(r"\s+in\s+(?!the\b|Central|19|20)([A-ZÀ-Þ]\w*)")
_QUOTED = re.compile(r"«[^»]+»|“[^”]+”|\"[^\"]+\"|„[^“]+“")
_MARKS = 2  # of a quotation; where it holds no more than the name, it is the name
_QUOTES = "\"'«“„"
_SEVERAL = re.compile(r"ур(?:ы|ов|ам|ами|ах)$")  # a place is one: several Baikonurs are none
_NEXT_TO = (-2, -1, 1, 2)  # words: Mongolia and Kazakhstan
_OTHERS_FROM = 2  # other countries beside it: one of a list
_DENSE_FROM = 3
_WHOLE_FROM = 3
_TOLD_AT_MOST = 2
_WORLD_FROM = 2
_TITLED = 2  # words
_LONG = 4  # sentences with the title; a shorter text has no room to say more
_LONGEST_QUOTE = 60
_PLACES: Mapping[Where, str] = {"title": "the title", "lead": "the lead", "body": "the text", "tail": "the lines around the text"}


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
class Evidence:
    """All that speaks for and against; made for one article."""

    reading: Reading
    entities: Mapping[str, Entity]
    topic: TopicDefinition

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """Everything that shows the topic, names before combinations."""
        return (*self._names(), *self._combined())

    def points(self) -> list[Point]:
        """Weigh all of it; nothing speaks against what nothing speaks for."""
        return [*self._for(), *self._against()] if self.sightings else []

    # ── what shows the topic ──────────────────────────────────────────────────

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
        possible = [combination for combination in self.topic.combinations if present.issuperset(combination.all_of)]
        for number in sorted(self.reading.words) if possible else ():
            stands = self.reading.passages.sentences[number]
            near = self._near(number)
            met = {group for n in near for group in self.reading.words.get(n, ())}
            for combination in possible:
                if not met.issuperset(combination.all_of) or (combination.opening_only and stands.where not in ("title", "lead")):
                    continue
                if self._meets(near, combination.all_of) and not self._words([0, *near], combination.unless):
                    yield self._sighting(combination.name, number, (stands.start, stands.end))

    def _near(self, number: int) -> list[int]:
        """Say which sentences complete each other: the title and two in a row of the lead, two in a row of a paragraph."""
        sentences = self.reading.passages.sentences
        here = sentences[number]
        before = [number - 1] if number and not self._tells_a_life([number - 1]) else []  # where somebody was born completes nothing
        if here.where == "lead":
            return sorted({0, *before, number})
        return [*(n for n in before if sentences[n].paragraph == here.paragraph), number]

    def _tells_a_life(self, sentences: Sequence[int]) -> bool:
        return bool(self._words(sentences, self.topic.passing))

    def _meets(self, sentences: Sequence[int], groups: Sequence[str]) -> bool:
        """Say whether every group has a word there, and no word must serve for two."""
        met = [frozenset[int]().union(*(self.reading.found(n, group) for n in sentences)) for group in groups]
        return _have_one_each(sorted(met, key=len))

    # ── what speaks for it ────────────────────────────────────────────────────

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
                yield Point(worth, f"{sighting.what} in {_PLACES[sighting.where]} (“{sighting.quote}”)")
        if len(self._opening_words(self.topic.subject)) >= _WORLD_FROM or self._partner_in_title():
            yield Point(OF_ITS_WORLD, "title and lead move in the topic's world")

    def _worth(self, sighting: Sighting) -> float:
        if sighting.where == "tail":
            return 0.0
        if sighting.where == "title":
            return PASSING if self._is_of_a_biography() else IN_TITLE
        if sighting.where == "lead" and self._is_of_a_biography():
            return PASSING
        if self._is_of_another_state(sighting):
            return PASSING
        if sighting.where == "lead":
            return (
                ALONE
                if self._is_alone(sighting)
                or self._is_one_of_many(sighting)
                or self._is_of_a_life(sighting)
                or self._is_by_the_way(sighting)
                else IN_LEAD
            )
        if self._is_whole(sighting):
            return WHOLE_PARAGRAPH
        return DENSE if self._is_dense(sighting.paragraph) else PASSING

    def _is_alone(self, sighting: Sighting) -> bool:
        """Say whether one name, once in the lead, is all there is, in an article whose title goes on about something else."""
        if len(words_of(self.reading.whole[: self.reading.passages.sentences[0].end])) < _TITLED:
            return False  # "Correction" says nothing of what it is about
        told = [sentence for sentence in self.reading.passages.sentences if sentence.where != "tail"]
        return (
            len(told) > _LONG
            and len({(sighting.sentence, sighting.what) for sighting in self.sightings}) == 1
            and not any(self.entities[mention.entity].role == "partner" for mention in self.reading.mentions)
            and not self._outside_names(self._opening_words(self.topic.subject))
            and not self._words(self._near(sighting.sentence), self.topic.doing)
        )

    def _outside_names(self, words: Iterable[int]) -> list[int]:
        """Leave out the words that are part of a name, such as the cosmodrome of the Baikonur cosmodrome."""
        return [end for end in words if not any(m.start < end <= m.end for m in self.reading.mentions)]

    def _is_one_of_many(self, sighting: Sighting) -> bool:
        """Say whether the country is only named in a list of countries, under a title that is silent on it."""
        if sighting.is_name or any(other.where == "title" for other in self.sightings):
            return False
        stands = self.reading.passages.sentences[sighting.sentence]
        if any(
            _state(one[one.lastindex or 0].casefold()) == self._home
            for one in _UP_TO.finditer(self.reading.whole, stands.start, stands.end)
        ):
            return True
        states = self._states(stands)
        beside = {
            states[n + step] for n, state in enumerate(states) if state == self._home for step in _NEXT_TO if 0 <= n + step < len(states)
        }
        ours = {None, *self.topic.states}
        if not beside - ours or len({*states} - ours) < _OTHERS_FROM:
            return False
        return not any(self._home in self._states(one) for one in self.reading.passages.sentences if one.where == "title")

    @property
    def _home(self) -> str:
        """The state in which the topic's place lies."""
        return self.topic.states[0] if self.topic.states else ""

    def _is_of_another_state(self, sighting: Sighting) -> bool:
        """Say whether the title is about another state, and the topic stands far below it, for comparison: Oman opens its first pad."""
        return sighting.where == "body" and bool(self._title_states) and self._title_states.isdisjoint(self.topic.states)

    @cached_property
    def _title_states(self) -> set[str]:
        """The states that the title names, where it is silent on the topic."""
        if any(other.where == "title" for other in self.sightings) or self._partner_in_title():
            return set()
        return {state for state in self._states(self.reading.passages.sentences[0]) if state}

    def _states(self, stands: Sentence) -> list[str | None]:
        return [_state(word) for word in words_of(self.reading.whole[stands.start : stands.end])]

    def _is_of_a_life(self, sighting: Sighting) -> bool:
        """Say whether the article only tells that somebody was born or served there."""
        elsewhere = any(other.sentence != sighting.sentence for other in self.sightings)
        return sighting.is_name and not elsewhere and self._tells_a_life([sighting.sentence])

    def _is_of_a_biography(self) -> bool:
        """Say whether the title names a place, only because the article tells the life of somebody who came from there."""
        if not any(sighting.where == "title" for sighting in self.sightings):
            return False
        told = [n for n, sentence in enumerate(self.reading.passages.sentences) if sentence.where == "lead"]
        named = [mention for mention in self.reading.mentions if self.entities[mention.entity].role == "core"]
        places = all(sighting.is_name for sighting in self.sightings) and not any(self.entities[m.entity].kind == "person" for m in named)
        return places and self._tells_a_life(told)

    def _is_by_the_way(self, sighting: Sighting) -> bool:
        """Say whether the one name stands late in the lead, or in history or a comparison, under a title that is silent on it."""
        if not sighting.is_name or len({other.sentence for other in self.sightings}) > 1:
            return False
        if any(mention.where == "title" and self._is_of_the_topic(mention) for mention in self.reading.mentions):
            return False
        stands = self.reading.passages.sentences[sighting.sentence]
        before = self.reading.whole[stands.start : sighting.start]
        aside = sighting.kind in _SITES and (
            _RELATIVE.search(before) or _ASIDE_BEFORE.search(before) or _ASIDE_BEHIND.match(self.reading.whole, sighting.end)
        )
        return sighting.sentence >= _LATE or bool(aside or _HISTORY.search(self.reading.whole, stands.start, stands.end))

    def _is_of_the_topic(self, mention: Mention) -> bool:
        entity = self.entities[mention.entity]
        return entity.role == "core" or (entity.role == "partner" and entity.kind != "person")

    def _is_dense(self, paragraph: int) -> bool:
        """Say whether a paragraph is about the topic, rather than naming it in passing."""
        return self._density(paragraph) >= _DENSE_FROM

    def _is_whole(self, sighting: Sighting) -> bool:
        """Say whether a paragraph far down is news of its own: it begins with the topic, goes on about it, and tells something."""
        sentences = self._sentences_of[sighting.paragraph]
        late = sighting.sentence > sentences[0] + 1
        if len(sentences) < 2 or late or self._words(sentences, (*self.topic.foreign, *self.topic.passing)):
            return False
        told = len(self._words(sentences, self.topic.telling))
        return told > 0 and self._density(sighting.paragraph) + min(told, _TOLD_AT_MOST) >= _WHOLE_FROM

    def _density(self, paragraph: int) -> int:
        return len(self._named_in[paragraph]) + len(self._words(self._sentences_of[paragraph], self.topic.subject))

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

    def _words(self, sentences: Sequence[int], groups: Sequence[str]) -> set[int]:
        return {end for n in sentences for group in groups for end in self.reading.found(n, group)}

    def _opening_words(self, groups: Sequence[str]) -> set[int]:
        return self._words(self._opening, groups)

    @cached_property
    def _opening(self) -> tuple[int, ...]:
        return tuple(n for n, sentence in enumerate(self.reading.passages.sentences) if sentence.where in ("title", "lead"))

    def _partner_in_title(self) -> bool:
        return any(m.where == "title" and self.entities[m.entity].role == "partner" for m in self.reading.mentions)

    # ── what speaks against it ────────────────────────────────────────────────

    def _against(self) -> Iterator[Point]:
        yield from self._namesakes()
        if not any(sighting.where == "title" for sighting in self.sightings):
            yield from self._rivals()
        if worth := self._moves_elsewhere():
            yield Point(worth, "against: title and lead move in another world, such as films or sport")

    def _moves_elsewhere(self) -> float:
        """Weigh an opening about another world that does not tell what happens at the place itself."""
        if self._is_work():
            return NAME_IN_OTHER_WORLD
        foreign, own = len(self._opening_words(self.topic.foreign)), len(self._opening_words(self.topic.subject))
        if not foreign or (self._happens() and not self._is_painted(foreign, own)):
            return 0.0
        if foreign >= _FOREIGN_FROM and not any(self._is_place(mention) for mention in self.reading.mentions):
            return NAME_IN_OTHER_WORLD
        passing = self._is_once_in_lead() and foreign + self._is_late() > own + 1
        return OTHER_WORLD if foreign >= _FOREIGN_ANYWAY or passing else 0.0

    def _is_work(self) -> bool:
        """Say whether the title names the topic only as something of another world: the film “Leninsk, 1987”."""
        named = [mention for mention in self.reading.mentions if mention.where == "title" and self._is_of_the_topic(mention)]
        other = self._words([0], self.topic.foreign) and not self._outside_names(self._words([0], self.topic.subject))
        title = self.reading.whole[: self.reading.passages.sentences[0].end]
        quoted = [span.span() for span in _QUOTED.finditer(title)]
        quoted += [(title.index(":"), len(title) + 1)] if self._is_announced(title) else []
        return bool(named and other) and all(
            any(a < m.start and m.end < b and b - a > m.end - m.start + _MARKS for a, b in quoted) for m in named
        )

    def _is_announced(self, title: str) -> bool:
        """Say whether what stands behind the colon of a title is the name of a work: Book of the week: …"""
        return any(end <= title.find(":") for end in self._words([0], self.topic.foreign))

    def _happens(self) -> bool:
        return any(not sighting.is_name and sighting.where in ("title", "lead") for sighting in self.sightings)

    def _is_painted(self, foreign: int, own: int) -> bool:
        """Say whether words of the topic only adorn another world: more of its words, and no full name of a craft or place."""
        in_full = any(
            count_words(m.alias) > 1 and self.entities[m.entity].role in ("core", "partner") and m.where in ("title", "lead")
            for m in self.reading.mentions
        )
        titled = bool(self._words([0], self.topic.foreign)) and not self._words([0], self.topic.subject)
        return foreign >= _FOREIGN_ANYWAY - titled and foreign > own and not in_full

    def _is_once_in_lead(self) -> bool:
        opening = {sighting.sentence for sighting in self.sightings if sighting.where in ("title", "lead")}
        return len(opening) == 1 and 0 not in opening and len({sighting.what for sighting in self.sightings}) == 1

    def _is_late(self) -> bool:
        """Say whether title and first sentence, which tell what an article is about, tell nothing of the topic."""
        own = self._words([0, 1], self.topic.subject)
        return not own and min((sighting.sentence for sighting in self.sightings), default=0) > 1

    def _is_place(self, mention: Mention) -> bool:
        """Say whether a name of the topic stands in the opening in full or as a place: at Baikonur, на Байконуре, Байқоңырда."""
        if self.entities[mention.entity].role != "core" or mention.where not in ("title", "lead"):
            return False
        written = self.reading.whole[mention.start : mention.end]
        before = self.reading.whole[max(mention.start - 12, 0) : mention.start]
        quoted = before[-1:] in _QUOTES and bool(before)
        inflected = len(written) > len(mention.alias) and not quoted and not _SEVERAL.search(written)
        behind = self.reading.whole[mention.end : mention.end + _FARTHEST_BEHIND]
        elsewhere = _ELSEWHERE.match(self.reading.whole, mention.end)
        if elsewhere and _state(elsewhere[1].casefold()) != self._home:
            return False  # at Baikonur in Neukölln
        return count_words(mention.alias) > 1 or inflected or bool(_PLACED.search(before) or _OWNS.match(behind))

    def _namesakes(self) -> Iterator[Point]:
        seen: set[str] = set()
        seen_as = {mention.entity for mention in (*self.reading.mentions, *self.reading.doubtful)}
        for mention in self.reading.mentions:
            entity = self.entities[mention.entity]
            if entity.negative and not seen_as.isdisjoint(entity.shadows) and mention.where in NAMESAKE and entity.id not in seen:
                seen.add(entity.id)
                yield Point(NAMESAKE[mention.where], f"against: {entity.canonical} in {_PLACES[mention.where]}")

    def _rivals(self) -> Iterator[Point]:
        for mention in self.reading.mentions:
            entity = self.entities[mention.entity]
            if entity.role == "rival" and mention.where in RIVAL:
                yield Point(RIVAL[mention.where], f"against: {entity.canonical} in {_PLACES[mention.where]}, the topic not in the title")
                return


def _state(word: str) -> str | None:
    return nation_of(word, "ru") or (None if word.isascii() else nation_of(word, "kk"))


def _have_one_each(sets: Sequence[frozenset[int]], taken: frozenset[int] = frozenset()) -> bool:
    """Say whether every set can have a member of its own; the smallest choose first."""
    if not sets:
        return True
    return any(_have_one_each(sets[1:], taken | {one}) for one in list(sets[0] - taken)[: len(sets) + len(taken) + 1])
