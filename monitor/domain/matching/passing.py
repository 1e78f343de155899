"""How an article can name the topic and be about something else: in a list of towns, in a life, in a comparison, late and by the way."""

import re
from dataclasses import dataclass

from monitor.domain.articles.passages import go_by_the_clock
from monitor.domain.matching.gazetteer import CRAFT, SITES, UNMISTAKABLE
from monitor.domain.matching.mentions import Mention
from monitor.domain.matching.sightings import Seen, Sighting, state_of
from monitor.domain.words.likeness import words_of
from monitor.domain.words.marks import MARKS
from monitor.domain.words.terms import count_words
from monitor.domain.words.text import CAPITALS

_EARLY = 2  # sentences, the title among them
_AT = re.compile(r"\b(?:(?:at|in)(?: the)?|на|в) $", re.IGNORECASE)
_AT_IN_KAZAKH = re.compile(r"[дт][ае]$|[дт][ае]ғы$|[дт]егі$")
_LISTED = re.compile(rf"(?:,|\s(?:and|и|және))\s(?:(?:at|in|на|в)\s)?[{CAPITALS}]")  # in Baikonur and in Aralsk
_BESIDE = 30  # characters
_ROUND_UP = re.compile(MARKS["roundup"], re.IGNORECASE)  # which goes on to something else with each point
_FIRST = 1  # sentence, behind the title
_LATE = 3  # sentences: so late the first name of what an article is about does not come
# In 1978; it is not Baikonur, unlike Baikonur, towns including Baikonur: told by the way.
_HISTORY = re.compile(r"\b(?:19[4-9]\d|200\d)\b|\b(?:century|decades) ago\b|\b(?:века|десятилетий) назад\b|ғасыр бұрын", re.IGNORECASE)
_ASIDE_BEFORE = re.compile(
    r"(?:\bfirst (?:man|human|woman|person|satellite|dog|flight)\b[^.]{0,40}"
    r"|\bперв(?:ый|ого|ому|ым) (?:человек|космонавт|спутник)[^.]{0,40}"
    r"|\b(?:including|among them|в том числе|сондай-ақ)\b[^.]{0,40}"
    r"|\b(?:hours|days|weeks|months|years) after (?:leaving|departing|(?:lifting|blasting) off from|(?:its|their|a) launch from) "
    r"|\b(?:not|unlike|than|second|no|не|отличие от|второй|чем(?: на)?)\s)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:котор\w+|who|whose|which)\s[^,.;]*$", re.IGNORECASE)  # …, who had left from Baikonur
# A probe that was launched from Baikonur in November is stranded: where it came from months ago, or will, is no news of the place.
_LAUNCHED = re.compile(
    r"\b(?:launched|to launch(?: [\w’'-]+){1,4}|sent up|flown|(?:ride|trip|flight|lift-off|launch)(?: (?:to|into) (?:orbit|space))?)"
    r" from (?:the )?$"
    r"|\b(?:запущенн\w+|отправленн\w+) с(?: космодрома)? [«\"]?$",
    re.IGNORECASE,
)
_MONTHS_OFF = re.compile(
    r"[»\"]?(?: cosmodrome)? (?:in (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|20\d\d|spring|summer|autumn)|last (?:year|month|spring|summer|autumn|winter)"
    r"|в (?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре|20\d\d))\b",
    re.IGNORECASE,
)
_ASIDE_BEHIND = re.compile(r"\s(?:қарағанда\s)?(?:емес|басқа)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:from|от) \w+ (?:to|до) (\w+)|\w(?:[дт][ае]н|н[ае]н) (\w+) дейін\b", re.IGNORECASE)  # from Chile to Kazakhstan
_CAME_FROM = re.compile(  # the crew that arrived a week ago from Kazakhstan
    r"\b(?:that|who|which) (?:[\w’'-]+ ){1,7}from (\w+)|котор\w+ (?:[\w-]+ ){1,7}из (\w+)"
    r"|\b(\w{1,30}(?:[дт][ае]н|н[ае]н)) (?:[\w-]+ ){0,4}(?:кел|ұш|аттан|қайт|шық)\w*(?:ған|ген|қан|кен) \w",
    re.IGNORECASE,
)
_NEXT_TO = (-2, -1, 1, 2)  # words: Mongolia and Kazakhstan
_OTHERS_FROM = 2  # other countries beside it: one of a list
_TITLED = 2  # words
_LIST = re.compile(
    r"\W*(?:the )?(?:(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|две|два|три|четыре|пять|шесть|семь|восемь|девять|десять)"
    r" (?:[\w-]+ ){0,2}(?:places|things|books|films|ways|reasons|trips|sights|мест|вещей|книг|фильмов|маршрутов|причин)\b"
    r"|(?:best|лучшие|үздік)\b)",
    re.IGNORECASE,
)
_LONG = 4  # sentences with the title; a shorter text has no room to say more


@dataclass(frozen=True)
class Passing:
    """What shows that an article names the topic in passing."""

    seen: Seen

    def is_slight(self, sighting: Sighting) -> bool:
        """Say whether a lead only touches on the topic, in one of several ways."""
        ways = (
            self._is_alone,
            self._is_one_of_many,
            self._is_to_compare,
            self._is_where_they_came_from,
            self._is_of_a_life,
            self._is_by_the_way,
            self._is_listed,
            self._is_shown_once,
        )
        return any(touches(sighting) for touches in ways)

    def _is_alone(self, sighting: Sighting) -> bool:
        """Say whether one name, once in the lead, is all there is, in an article whose title goes on about something else."""
        if len(words_of(self.seen.reading.whole[: self.seen.reading.passages.sentences[0].end])) < _TITLED:
            return False  # "Correction" says nothing of what it is about
        return (
            self._has_room
            and sighting.kind not in UNMISTAKABLE
            and not self._is_where(sighting)
            and len({(sighting.sentence, sighting.what) for sighting in self.seen.sightings}) == 1
            and not any(self.seen.entities[mention.entity].role == "partner" for mention in self.seen.reading.mentions)
            and not self.seen.outside_names(self.seen.opening_words(self.seen.topic.subject))
            and not self.seen.words(self.seen.near(sighting.sentence), self.seen.topic.doing)
        )

    def _is_where(self, sighting: Sighting) -> bool:
        """Say whether the lead begins with what happens at a site: a bank closes its branch in Baikonur."""
        if sighting.kind not in SITES or sighting.sentence > _EARLY:
            return False
        stands, whole = self.seen.reading.passages.sentences[sighting.sentence], self.seen.reading.whole
        if _LISTED.search(whole, sighting.end, min(sighting.end + _BESIDE, stands.end)):
            return False
        before = whole[max(sighting.start - len(" at the "), 0) : sighting.start]
        return bool(_AT.search(before) or _AT_IN_KAZAKH.search(whole[sighting.start : sighting.end]))

    def _is_one_of_many(self, sighting: Sighting) -> bool:
        """Say whether the country is only named in a list of countries, under a title that is silent on it."""
        if sighting.is_name or any(other.where == "title" for other in self.seen.sightings):
            return False
        stands = self.seen.reading.passages.sentences[sighting.sentence]
        if any(
            state_of(one[one.lastindex or 0].casefold()) == self.seen.home
            for one in _UP_TO.finditer(self.seen.reading.whole, stands.start, stands.end)
        ):
            return True
        states = self.seen.states_of(stands)
        beside = {
            states[n + step]
            for n, state in enumerate(states)
            if state == self.seen.home
            for step in _NEXT_TO
            if 0 <= n + step < len(states)
        }
        ours = {None, *self.seen.topic.states}
        if not beside - ours or len({*states} - ours) < _OTHERS_FROM:
            return False
        return not any(self.seen.home in self.seen.states_of(one) for one in self.seen.reading.passages.sentences if one.where == "title")

    def _is_to_compare(self, sighting: Sighting) -> bool:
        """Say whether the title is about another state, and all that shows the topic one sentence late in the lead."""
        if sighting.sentence < _LATE or len({other.sentence for other in self.seen.sightings}) > 1:
            return False
        titled = {state for state in self.seen.states_of(self.seen.reading.passages.sentences[0]) if state}
        return bool(titled) and titled.isdisjoint(self.seen.topic.states)

    def _is_where_they_came_from(self, _sighting: Sighting) -> bool:
        """Say whether the country stands only in a clause that says of somebody that he came from there."""
        if any(other.is_name for other in self.seen.sightings):
            return False
        opening = [self.seen.reading.passages.sentences[n] for n in self.seen.opening]
        named = [state for stands in opening for state in self.seen.states_of(stands)]
        from_there = [one for stands in opening for one in _CAME_FROM.finditer(self.seen.reading.whole, stands.start, stands.end)]
        left = [one for one in from_there if state_of(one[one.lastindex or 0].casefold()) == self.seen.home]
        return named.count(self.seen.home) == len(left) > 0

    def _is_shown_once(self, sighting: Sighting) -> bool:
        """Say whether words of one later sentence are all that shows the topic, under a title that has none of its words."""
        if sighting.is_name or sighting.sentence <= _FIRST or len({other.sentence for other in self.seen.sightings}) > 1:
            return False
        near = self.seen.near(sighting.sentence)
        craft = any(m.sentence in near and self.seen.entities[m.entity].kind in CRAFT for m in self.seen.reading.mentions)
        if craft:
            return False
        title = self.seen.reading.whole[: self.seen.reading.passages.sentences[0].end]
        late = self._has_room or sighting.sentence >= _LATE
        return late and not _ROUND_UP.search(title) and not self.seen.words(range(_FIRST + 1), self.seen.topic.subject)

    @property
    def _has_room(self) -> bool:
        """Say whether the text is long enough to say more of the topic, if it were about it."""
        return sum(sentence.where != "tail" for sentence in self.seen.reading.passages.sentences) > _LONG

    def _is_listed(self, _sighting: Sighting) -> bool:
        """Say whether the title promises a list: ten places to see, the best books."""
        titled = any(other.where == "title" for other in self.seen.sightings)
        return not titled and bool(_LIST.match(self.seen.reading.whole))

    def _is_of_a_life(self, sighting: Sighting) -> bool:
        """Say whether the article only tells that somebody was born or served there."""
        elsewhere = any(other.sentence != sighting.sentence for other in self.seen.sightings)
        return sighting.is_name and not elsewhere and self.seen.tells_a_life([sighting.sentence])

    def is_of_a_namesake(self, sighting: Sighting) -> bool:
        """Say whether the lead tells whose name the title gives in short: “Baikonur to lose its hot water”, a district of Astana."""
        opening = [mention for mention in self.seen.reading.mentions if mention.where in ("title", "lead")]
        shadowed = {own for mention in opening if mention.where == "lead" for own in self._shadowed_by(mention)}
        if not sighting.is_name or sighting.what not in shadowed:
            return False
        named = [mention for mention in opening if self.seen.entities[mention.entity].canonical == sighting.what]
        happens = any(not other.is_name and other.where in ("title", "lead") for other in self.seen.sightings)
        return not happens and all(mention.where == "title" and count_words(mention.alias) == 1 for mention in named)

    def _shadowed_by(self, mention: Mention) -> set[str]:
        entity = self.seen.entities[mention.entity]
        return {self.seen.entities[own].canonical for own in entity.shadows if own in self.seen.entities} if entity.negative else set()

    def is_of_a_biography(self) -> bool:
        """Say whether the title names a place, only because the article tells the life of somebody who came from there."""
        if self.seen.is_birthday or not any(sighting.where == "title" for sighting in self.seen.sightings):
            return False
        told = [n for n, sentence in enumerate(self.seen.reading.passages.sentences) if sentence.where == "lead"]
        named = [mention for mention in self.seen.reading.mentions if self.seen.entities[mention.entity].role == "core"]
        places = all(sighting.is_name for sighting in self.seen.sightings) and not any(
            self.seen.entities[m.entity].kind == "person" for m in named
        )
        return places and self.seen.tells_a_life(told)

    def _is_live(self) -> bool:
        """Say whether the text goes on by the clock, the newest often first."""
        told = [stands for stands in self.seen.reading.passages.sentences if stands.where in ("lead", "body")]
        return go_by_the_clock([self.seen.reading.whole[stands.start : stands.end] for stands in told])

    def _is_by_the_way(self, sighting: Sighting) -> bool:
        """Say whether the one name stands late in the lead, or in history or a comparison, under a title that is silent on it."""
        if not sighting.is_name or len({other.sentence for other in self.seen.sightings}) > 1:
            return False
        if any(mention.where == "title" and self.seen.is_of_the_topic(mention) for mention in self.seen.reading.mentions):
            return False
        stands, whole = self.seen.reading.passages.sentences[sighting.sentence], self.seen.reading.whole
        before = whole[stands.start : sighting.start]
        aside = sighting.kind in SITES and (
            _RELATIVE.search(before) or _ASIDE_BEFORE.search(before) or _ASIDE_BEHIND.match(whole, sighting.end)
        )
        late = sighting.sentence >= _LATE and sighting.kind != "satellite" and not self._is_live()
        launched = sighting.sentence > _FIRST and _LAUNCHED.search(before) and _MONTHS_OFF.match(whole, sighting.end)
        return late or bool(aside or launched or _HISTORY.search(whole, stands.start, stands.end))
