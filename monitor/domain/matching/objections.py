"""What speaks against an article that shows the topic: namesakes, rivals, and another world in which its names mean something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.domain.articles.passages import GAP
from monitor.domain.matching.bearers import PLACED
from monitor.domain.matching.gazetteer import CRAFT, SITES, UNMISTAKABLE
from monitor.domain.matching.mentions import Mention
from monitor.domain.matching.sightings import PLACES, Point, Seen, state_of
from monitor.domain.words.marks import read_marks
from monitor.domain.words.terms import count_words

NAMESAKE = {"title": -0.5, "lead": -0.3}
PAID_FOR = -1.7
RIVAL = {"title": -0.4, "lead": -0.3}  # where the topic is not in the title itself
OTHER_WORLD = -0.4
NAME_IN_OTHER_WORLD = -1.7  # where no name of the topic stands there as a place
_FOREIGN_FROM = 2
_FOREIGN_ANYWAY = 3  # so many words of another world outweigh the place
_NOT_THERE = re.compile(r"\b(?:not|не)\s+(?:at|in|from|на|в|с)\s+(?:the\s+)?$", re.IGNORECASE)
_OWNS = re.compile(
    r"['’]s\b|\s(?:resident|town|city|admini|pad|worker|mayor|lease|rent\b|launch\b|launches|authorit|hospital|museum|site|staff)",
    re.IGNORECASE,
)
_FARTHEST_BEHIND = 10
_ELSEWHERE = re.compile(r"\s+in\s+(?!the\b|Central|19|20)([A-ZÀ-Þ]\w*)")
_QUOTED = re.compile(r"«[^»]+»|“[^”]+”|\"[^\"]+\"|„[^“]+“|(?<!\w)[‘'][^’']+[’'](?!\w)")
_BEGINNING = 4  # sentences, with the title
_MARKS = 2  # of a quotation; where it holds no more than the name, it is the name
_QUOTES = "\"'«“„"
_WORDS_OF_TITLE = 4  # of what somebody painted or wrote; more is speech
_REVIEWED = re.compile(  # what a title says of a work before it names it
    r"\W*(?:(?:(?:film|book|album|record|theatre|concert|cd|restaurant|hotel) )?review|cinema|on stage|at the movies|exhibition"
    r"|(?:book|film) of the week"
    r"|рецензия|кино|книга|книжная полка|альбом|театр|выставка|премьера|кітап|көрме)\s*:"
    r"|[^:\n]{2,60}: (?:an? )?(?:[\w-]+ ){0,2}(?:film|movie|documentary|novel|play|opera|ballet|musical|exhibition) (?:about|on|of)\b"
    r"|[^:\n]{2,60}: (?:[\w-]+ ){0,2}(?:фильм|кино|роман|повесть|спектакль|пьеса|опера|балет|мюзикл|выставка) (?:о|об|про)\b",
    re.IGNORECASE,
)
_PAID = r"advertising|advertorial|sponsored (?:content|post)|paid (?:content|post)|на правах рекламы|жарнама құқығында"
_ADVERT = re.compile(  # in the words that the law asks for, as a text begins; a line of its own is the page's
    rf"\A[^\n]*{GAP}\W*(?:{_PAID})[.:]\s|\bthis is an? (?:sponsored|paid) (?:list|post|article|feature|content)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"ур(?:ы|ов|ам|ами|ах)$")  # a place is one: several Baikonurs are none


@dataclass(frozen=True)
class Objections:
    """What speaks against an article that shows the topic."""

    seen: Seen

    def points(self) -> Iterator[Point]:
        """Weigh namesakes, rivals, other worlds, and what somebody pays for."""
        if self._sells():
            yield Point(PAID_FOR, "against: it is an advertisement")
        yield from self._namesakes()
        if not self.seen.headed and not any(sighting.where == "title" for sighting in self.seen.sightings):
            yield from self._rivals()
        if worth := self._moves_elsewhere():
            yield Point(worth, "against: title and lead move in another world, such as films or sport")

    def _sells(self) -> bool:
        """Say whether somebody pays for the text, or title and lead offer a journey or a thing."""
        told = [sentence for sentence in self.seen.reading.passages.sentences if sentence.where in ("title", "lead")]
        opening = " ".join(self.seen.reading.whole[sentence.start : sentence.end] for sentence in told)
        return bool(_ADVERT.search(self.seen.reading.whole)) or "advert" in read_marks(opening, "en")

    def _moves_elsewhere(self) -> float:
        """Weigh an opening about another world that does not tell what happens at the place itself."""
        if self._is_work() or _REVIEWED.match(self.seen.reading.whole):
            return NAME_IN_OTHER_WORLD
        foreign, own = self._foreign(), len(self.seen.opening_words(self.seen.topic.subject))
        if not foreign or self.seen.is_birthday or self._flies() or (self._happens() and not self._is_painted(foreign, own)):
            return 0.0
        opening = [sighting for sighting in self.seen.sightings if sighting.where in ("title", "lead")]
        told = bool(opening) and not any(sighting.is_name for sighting in opening)  # in words, which mean one thing
        if not told and foreign >= _FOREIGN_FROM and not any(self._is_place(mention) for mention in self.seen.reading.mentions):
            return NAME_IN_OTHER_WORLD
        passing = self._is_once_in_lead() and foreign + self._is_late() > own + 1
        return OTHER_WORLD if foreign >= _FOREIGN_ANYWAY or passing else 0.0

    def _foreign(self) -> int:
        """Count the words of another world where the article begins, and where its lead shows the topic."""
        shown = {sighting.sentence for sighting in self.seen.sightings}
        opening = [n for n in self.seen.opening if n < _BEGINNING or n in shown]
        return len(self.seen.words(opening, self.seen.topic.foreign))

    def _is_work(self) -> bool:
        """Say whether the title names the topic only as something of another world: the film “Leninsk, 1987”."""
        titled = [mention for mention in self.seen.reading.mentions if mention.where == "title" and self.seen.is_of_the_topic(mention)]
        named = [mention for mention in titled if self.seen.entities[mention.entity].kind != "satellite"]  # nobody calls a work KazSat-2
        other = self.seen.words([0], self.seen.topic.foreign) and not self.seen.outside_names(self.seen.words([0], self.seen.topic.subject))
        title = self.seen.reading.whole[: self.seen.reading.passages.sentences[0].end]
        quoted = [span.span() for span in _QUOTED.finditer(title)]
        quoted += [(title.index(":"), len(title) + 1)] if self._is_announced(title) else []
        return bool(named and other) and all(
            any(a < m.start and m.end < b and b - a > m.end - m.start + _MARKS for a, b in quoted) for m in named
        )

    def _is_announced(self, title: str) -> bool:
        """Say whether what stands behind the colon of a title is the name of a work: Book of the week: …"""
        said = title[:1] in _QUOTES  # what somebody said stands before the colon, and what happened behind it
        headed = count_words(title.partition(":")[0]) <= _WORDS_OF_TITLE
        return headed and not said and any(end <= title.find(":") for end in self.seen.words([0], self.seen.topic.foreign))

    def _happens(self) -> bool:
        return any(not sighting.is_name and sighting.where in ("title", "lead") for sighting in self.seen.sightings)

    def _flies(self) -> bool:
        """Say whether a sentence of the opening has a craft leave one of the sites, whoever is aboard: actors who film at the station."""
        sites = {sighting.sentence for sighting in self.seen.sightings if sighting.kind in SITES and sighting.where in ("title", "lead")}
        return any(m.sentence in sites and self.seen.entities[m.entity].kind in CRAFT for m in self.seen.reading.mentions)

    def _is_painted(self, foreign: int, own: int) -> bool:
        """Say whether words of the topic only adorn another world: more of its words, and no full name of a craft or place."""
        in_full = any(
            count_words(m.alias) > 1
            and self.seen.entities[m.entity].role in ("core", "partner")
            and self.seen.entities[m.entity].kind != "legal_term"  # a drop zone is called by two common words
            and m.where in ("title", "lead")
            for m in self.seen.reading.mentions
        )
        titled = bool(self.seen.words([0], self.seen.topic.foreign)) and not self.seen.words([0], self.seen.topic.subject)
        return foreign >= _FOREIGN_ANYWAY - titled and foreign > own and not in_full

    def _is_once_in_lead(self) -> bool:
        opening = {sighting.sentence for sighting in self.seen.sightings if sighting.where in ("title", "lead")}
        return len(opening) == 1 and 0 not in opening and len({sighting.what for sighting in self.seen.sightings}) == 1

    def _is_late(self) -> bool:
        """Say whether title and first sentence, which tell what an article is about, tell nothing of the topic."""
        own = self.seen.words([0, 1], self.seen.topic.subject)
        return not own and min((sighting.sentence for sighting in self.seen.sightings), default=0) > 1

    def _is_place(self, mention: Mention) -> bool:
        """Say whether a name of the topic stands in the opening in full or as a place, or means nothing else: at Baikonur, KazSat-2."""
        entity = self.seen.entities[mention.entity]
        if entity.role != "core" or mention.where not in ("title", "lead"):
            return False
        if entity.kind in UNMISTAKABLE and not entity.required:
            return True
        written = self.seen.reading.whole[mention.start : mention.end]
        before = self.seen.reading.whole[max(mention.start - 12, 0) : mention.start]
        quoted = before[-1:] in _QUOTES and bool(before)
        inflected = len(written) > len(mention.alias) and not quoted and not _SEVERAL.search(written)
        behind = self.seen.reading.whole[mention.end : mention.end + _FARTHEST_BEHIND]
        elsewhere = _ELSEWHERE.match(self.seen.reading.whole, mention.end)
        if _NOT_THERE.search(before) or self._is_in_title_of_work(mention):
            return False
        if elsewhere and state_of(elsewhere[1].casefold()) != self.seen.home:
            return False  # at Baikonur in Neukölln
        return count_words(mention.alias) > 1 or inflected or bool(PLACED.search(before) or _OWNS.match(behind))

    def _is_in_title_of_work(self, mention: Mention) -> bool:
        """Say whether a name stands in a few quoted words, as in the title of a painting: «Night at Baikonur»."""
        sentence = self.seen.reading.passages.sentences[mention.sentence]
        quoted = _QUOTED.finditer(self.seen.reading.whole, sentence.start, sentence.end)
        around = (span[0] for span in quoted if span.start() < mention.start and mention.end < span.end())
        return any(1 < count_words(title) <= _WORDS_OF_TITLE for title in around)

    def _namesakes(self) -> Iterator[Point]:
        seen: set[str] = set()
        named = any(sighting.is_name for sighting in self.seen.sightings)
        seen_as = {mention.entity for mention in (*self.seen.reading.mentions, *self.seen.reading.doubtful)}
        for mention in self.seen.reading.mentions:
            entity = self.seen.entities[mention.entity]
            if not entity.negative or mention.where not in NAMESAKE or entity.id in seen:
                continue
            # A namesake speaks against mere words of the topic even where the article never names it.
            if not seen_as.isdisjoint(entity.shadows) or (entity.shadows and not named):
                seen.add(entity.id)
                yield Point(NAMESAKE[mention.where], f"against: {entity.canonical} in {PLACES[mention.where]}")

    def _rivals(self) -> Iterator[Point]:
        """Name another launch site; it says nothing against a satellite that is named, which flies from wherever it may."""
        if any(sighting.kind == "satellite" and sighting.where in RIVAL for sighting in self.seen.sightings):
            return
        for mention in self.seen.reading.mentions:
            entity = self.seen.entities[mention.entity]
            if entity.role == "rival" and mention.where in RIVAL:
                yield Point(RIVAL[mention.where], f"against: {entity.canonical} in {PLACES[mention.where]}, the topic not in the title")
                return
