"""What in an article speaks for the topic and what against, each with its worth and a reason that a person understands.

A paragraph counts once, by where it stands and by how much of the topic it holds. Constants are few and say what they mean:
one name in title or lead is enough; in the body it takes two paragraphs that are about the topic, or several in an article of its world.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from monitor.domain.judging.gazetteer import SITES
from monitor.domain.judging.mentions import Mention
from monitor.domain.judging.objections import Objections
from monitor.domain.judging.sightings import PLACES, Point, Seen, Sighting, state_of
from monitor.domain.words.likeness import words_of
from monitor.domain.words.terms import count_words

IN_TITLE, IN_LEAD = 0.7, 0.5
ALONE = 0.3  # one name in the lead of an article that says nothing else of the topic
DENSE = 0.3  # a body paragraph about the topic: three or more of its names and words
PASSING = 0.2  # a body paragraph that names it
BODY_AT_MOST = 0.8
OF_ITS_WORLD = 0.15  # title and lead move in the topic's world
WHOLE_PARAGRAPH = 0.5  # a body paragraph of two sentences or more that tells news of the topic
_EARLY = 2  # sentences, the title among them
_AT = re.compile(r"\b(?:at|in|на|в) $", re.IGNORECASE)
_AT_IN_KAZAKH = re.compile(r"[дт][ае]$|[дт][ае]ғы$|[дт]егі$")
_LISTED = re.compile(r"(?:,|\s(?:and|и|және))\s(?:(?:at|in|на|в)\s)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")  # in Baikonur and in Aralsk
_BESIDE = 30  # characters
_LATE = 3  # sentences: so late the first name of what an article is about does not come
# In 1978; it is not Baikonur, unlike Baikonur, towns including Baikonur: told by the way.
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
_NEXT_TO = (-2, -1, 1, 2)  # words: Mongolia and Kazakhstan
_OTHERS_FROM = 2  # other countries beside it: one of a list
_DENSE_FROM = 3
_WHOLE_FROM = 3
_FOREIGN_WEIGHS = 2  # as many words of the topic as one of another world, such as "season"
_TOLD_AT_MOST = 2
_WORLD_FROM = 2
_TITLED = 2  # words
_LONG = 4  # sentences with the title; a shorter text has no room to say more


@dataclass(frozen=True)
class Evidence(Seen):
    """All that speaks for and against; made for one article."""

    def points(self) -> list[Point]:
        """Weigh all of it; nothing speaks against what nothing speaks for."""
        return [*self._for(), *Objections(self).points()] if self.sightings else []

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

    def _worth(self, sighting: Sighting) -> float:
        match sighting.where:
            case "title":
                return PASSING if self._is_of_a_biography() or self._is_of_a_namesake(sighting) else IN_TITLE
            case "lead":
                return PASSING if self._is_of_a_biography() else ALONE if self._is_slight(sighting) else IN_LEAD
            case "body":
                return self._worth_in_body(sighting)
        return 0.0

    def _worth_in_body(self, sighting: Sighting) -> float:
        if self._is_of_another_state() or self._is_about_a_namesake:
            return PASSING
        if self._is_whole(sighting):
            return WHOLE_PARAGRAPH
        return DENSE if self._is_dense(sighting.paragraph) else PASSING

    def _is_slight(self, sighting: Sighting) -> bool:
        """Say whether a lead only touches on the topic, in one of several ways."""
        ways = (self._is_alone, self._is_one_of_many, self._is_of_a_life, self._is_by_the_way)
        return any(touches(sighting) for touches in ways)

    def _is_alone(self, sighting: Sighting) -> bool:
        """Say whether one name, once in the lead, is all there is, in an article whose title goes on about something else."""
        if len(words_of(self.reading.whole[: self.reading.passages.sentences[0].end])) < _TITLED:
            return False  # "Correction" says nothing of what it is about
        told = [sentence for sentence in self.reading.passages.sentences if sentence.where != "tail"]
        return (
            len(told) > _LONG
            and not self._is_where(sighting)
            and len({(sighting.sentence, sighting.what) for sighting in self.sightings}) == 1
            and not any(self.entities[mention.entity].role == "partner" for mention in self.reading.mentions)
            and not self.outside_names(self.opening_words(self.topic.subject))
            and not self.words(self.near(sighting.sentence), self.topic.doing)
        )

    def _is_where(self, sighting: Sighting) -> bool:
        """Say whether the lead begins with what happens at a site: a bank closes its branch in Baikonur."""
        if sighting.kind not in SITES or sighting.sentence > _EARLY:
            return False
        stands, whole = self.reading.passages.sentences[sighting.sentence], self.reading.whole
        if _LISTED.search(whole, sighting.end, min(sighting.end + _BESIDE, stands.end)):
            return False
        before = whole[max(sighting.start - len(" at "), 0) : sighting.start]
        return bool(_AT.search(before) or _AT_IN_KAZAKH.search(whole[sighting.start : sighting.end]))

    def _is_one_of_many(self, sighting: Sighting) -> bool:
        """Say whether the country is only named in a list of countries, under a title that is silent on it."""
        if sighting.is_name or any(other.where == "title" for other in self.sightings):
            return False
        stands = self.reading.passages.sentences[sighting.sentence]
        if any(
            state_of(one[one.lastindex or 0].casefold()) == self.home
            for one in _UP_TO.finditer(self.reading.whole, stands.start, stands.end)
        ):
            return True
        states = self.states_of(stands)
        beside = {
            states[n + step] for n, state in enumerate(states) if state == self.home for step in _NEXT_TO if 0 <= n + step < len(states)
        }
        ours = {None, *self.topic.states}
        if not beside - ours or len({*states} - ours) < _OTHERS_FROM:
            return False
        return not any(self.home in self.states_of(one) for one in self.reading.passages.sentences if one.where == "title")

    def _is_of_another_state(self) -> bool:
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

    def _is_of_a_life(self, sighting: Sighting) -> bool:
        """Say whether the article only tells that somebody was born or served there."""
        elsewhere = any(other.sentence != sighting.sentence for other in self.sightings)
        return sighting.is_name and not elsewhere and self.tells_a_life([sighting.sentence])

    def _is_of_a_namesake(self, sighting: Sighting) -> bool:
        """Say whether the lead tells whose name the title gives in short: “Baikonur to lose its hot water”, a district of Astana."""
        opening = [mention for mention in self.reading.mentions if mention.where in ("title", "lead")]
        shadowed = {own for mention in opening if mention.where == "lead" for own in self._shadowed_by(mention)}
        if not sighting.is_name or sighting.what not in shadowed:
            return False
        named = [mention for mention in opening if self.entities[mention.entity].canonical == sighting.what]
        happens = any(not other.is_name and other.where in ("title", "lead") for other in self.sightings)
        return not happens and all(mention.where == "title" and count_words(mention.alias) == 1 for mention in named)

    def _shadowed_by(self, mention: Mention) -> set[str]:
        entity = self.entities[mention.entity]
        return {self.entities[own].canonical for own in entity.shadows if own in self.entities} if entity.negative else set()

    def _is_of_a_biography(self) -> bool:
        """Say whether the title names a place, only because the article tells the life of somebody who came from there."""
        if not any(sighting.where == "title" for sighting in self.sightings):
            return False
        told = [n for n, sentence in enumerate(self.reading.passages.sentences) if sentence.where == "lead"]
        named = [mention for mention in self.reading.mentions if self.entities[mention.entity].role == "core"]
        places = all(sighting.is_name for sighting in self.sightings) and not any(self.entities[m.entity].kind == "person" for m in named)
        return places and self.tells_a_life(told)

    def _is_by_the_way(self, sighting: Sighting) -> bool:
        """Say whether the one name stands late in the lead, or in history or a comparison, under a title that is silent on it."""
        if not sighting.is_name or len({other.sentence for other in self.sightings}) > 1:
            return False
        if any(mention.where == "title" and self.is_of_the_topic(mention) for mention in self.reading.mentions):
            return False
        stands = self.reading.passages.sentences[sighting.sentence]
        before = self.reading.whole[stands.start : sighting.start]
        aside = sighting.kind in SITES and (
            _RELATIVE.search(before) or _ASIDE_BEFORE.search(before) or _ASIDE_BEHIND.match(self.reading.whole, sighting.end)
        )
        return sighting.sentence >= _LATE or bool(aside or _HISTORY.search(self.reading.whole, stands.start, stands.end))

    def _is_dense(self, paragraph: int) -> bool:
        """Say whether a paragraph is about the topic, rather than naming it in passing."""
        return self._density(paragraph) >= _DENSE_FROM

    def _is_whole(self, sighting: Sighting) -> bool:
        """Say whether a paragraph far down is news of its own: it begins with the topic, goes on about it, and tells something."""
        sentences = self._sentences_of[sighting.paragraph]
        late = sighting.sentence > sentences[0] + 1
        foreign = len(self.words(sentences, self.topic.foreign))
        elsewhere = foreign * _FOREIGN_WEIGHS >= self._density(sighting.paragraph) or self.tells_a_life(sentences)
        if len(sentences) < 2 or late or elsewhere:
            return False
        told = len(self.words(sentences, self.topic.telling))
        return told > 0 and self._density(sighting.paragraph) + min(told, _TOLD_AT_MOST) >= _WHOLE_FROM

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
