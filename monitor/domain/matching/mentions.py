"""Read an article with a gazetteer: which names stand in it, where, and which of them mean what they say."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from monitor.domain.articles.passages import GAP, Passages, Where, split
from monitor.domain.matching.bearers import Bearers, bearers, borne, is_honoured, named_words, of_others, parts_of_names
from monitor.domain.matching.gazetteer import SITES, Entity, TopicDefinition
from monitor.domain.words.kazakh_latin import latin_spellings
from monitor.domain.words.terms import Case, Found, Term, Terms, compile_terms, count_words, plain_fold
from monitor.domain.words.text import CAPITALS

_ALIAS, _CONTEXT, _GROUP = "alias:", "context:", "group:"
_REFERENCES = "@="
_AND = "|"
_LONGEST_ACRONYM = 5
_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entity in an article."""

    entity: str
    alias: str  # as the gazetteer writes it
    start: int  # counts in title + GAP + text
    end: int
    where: Where
    sentence: int  # 0 is the title; the others as `passages.split` counts them


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """A definition made ready for matching."""

    entities: Mapping[str, Entity]
    terms: Terms
    members: Mapping[str, tuple[str, ...]]  # "@entity" or "=group" → groups that hold it
    shadowed: Mapping[str, tuple[str, ...]]  # entity → negative entities that bear its name
    phrases: frozenset[str]  # aliases of several words
    required: Mapping[str, tuple[str, ...]]  # entity → its required contexts, folded
    bearers: frozenset[str]  # groups of nouns that bear names
    fronted: frozenset[str]
    subject: frozenset[str]  # groups of common words that may be names as well


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with all that the gazetteer knows in it."""

    passages: Passages
    whole: str  # title + GAP + text
    mentions: tuple[Mention, ...]  # those that mean what they say; namesakes as mentions of their negative entity
    doubtful: tuple[Mention, ...]  # names of the topic that lack their context, or that a namesake claims
    words: Mapping[int, Mapping[str, frozenset[int]]]  # sentence → group → where its words end: phrases that share a last word are one

    def found(self, sentence: int, group: str) -> frozenset[int]:
        """Say where the words of a group end in a sentence."""
        return self.words.get(sentence, {}).get(group, _NOWHERE)


def compile_gazetteer(definition: TopicDefinition) -> Gazetteer:
    """Make a definition ready for matching."""
    shadowed = defaultdict(list)
    for entity in definition.entities:
        for other in entity.shadows:
            shadowed[other].append(entity.id)
    phrases = frozenset(alias for entity in definition.entities for alias in entity.aliases if count_words(alias) > 1)
    return Gazetteer(
        {entity.id: entity for entity in definition.entities},
        compile_terms(_terms(definition, phrases)),
        _members(definition),
        {entity: tuple(others) for entity, others in shadowed.items()},
        phrases,
        {entity.id: tuple(plain_fold(stem) for stem in entity.required) for entity in definition.entities},
        frozenset(definition.bearers),
        frozenset(definition.fronted),
        frozenset(definition.subject),
    )


def _members(definition: TopicDefinition) -> dict[str, tuple[str, ...]]:
    """Say for each "@entity" and "=group" which groups hold it, through other groups as well."""
    holders = defaultdict(set)
    for group, words in definition.groups.items():
        for word in words:
            if word[0] in _REFERENCES:
                holders[word].add(group)
    for member in list(holders):
        waiting = list(holders[member])
        while waiting:
            new = holders.get("=" + waiting.pop(), set()) - holders[member]
            holders[member] |= new
            waiting += new
    return {member: tuple(sorted(groups)) for member, groups in holders.items()}


def _terms(definition: TopicDefinition, phrases: frozenset[str]) -> Iterable[Term]:
    for entity in definition.entities:
        for alias in entity.aliases:
            yield Term(alias, _ALIAS + entity.id, _case(alias, entity, phrases))
        for stem in entity.required:
            yield Term(stem + "*", _CONTEXT + plain_fold(stem))
    # Many words belong to several groups: one term with all of them is looked up once.
    groups: dict[str, list[str]] = defaultdict(list)
    for group, words in definition.groups.items():
        for word in words:
            if word[0] not in _REFERENCES:
                groups[word].append(group)
    for word, named in groups.items():
        yield from (
            Term(one, _GROUP + _AND.join(named), "capital" if one[0].isupper() else "any") for one in (word, *latin_spellings(word))
        )


def _case(alias: str, entity: Entity, phrases: frozenset[str]) -> Case:
    """Say how a name must be written: abbreviations in capitals, names that are words as well with a capital."""
    letters = [char for char in alias if char.isalpha()]
    if letters and len(letters) <= _LONGEST_ACRONYM and all(char.isupper() for char in letters):
        return "capitals"
    ambiguous = bool(entity.required) or entity.negative
    first = next((char for char in alias if char.isalnum()), "")
    return "capital" if ambiguous and first.isupper() and alias not in phrases else "any"


def read(gazetteer: Gazetteer, title: str, text: str) -> Reading:
    """Find all names and words, and settle which names mean what they say."""
    whole = title + GAP + text
    passages = split(title, text)
    aliases, contexts, words = _sorted(gazetteer.terms.find(whole))
    # "office space" is no space: what stands inside the phrase of a negative entity is neither context nor word of a group.
    masks, rivals = _Taken(len(whole)), _Taken(len(whole))
    for found in aliases:
        if found.term.text in gazetteer.phrases:
            entity = _entity(gazetteer, found)
            if entity.negative:
                masks.take(found)
            elif entity.role == "rival":
                rivals.take(found)
    contexts = [found for found in contexts if not masks.holds(found)]
    own = [found for found in contexts if not rivals.holds(found)]  # nor is "the Vostochny cosmodrome" a cosmodrome of the topic
    nouns = _bearers(gazetteer, words)
    common = [found for found in words if not gazetteer.subject.isdisjoint(_groups(found))]
    elsewhere = _borne(gazetteer, whole, aliases, nouns, {found.start for found in (*aliases, *common)})
    for found in named_words(whole, common, nouns):
        masks.take(found)
    mentions, doubtful = _Settling(gazetteer, passages, _places(passages, contexts), _places(passages, own), elsewhere).settle(
        aliases, _Taken(len(whole))
    )
    groups = _grouped(gazetteer, passages, [found for found in words if not masks.holds(found)], mentions)
    return Reading(passages, whole, mentions, doubtful, groups)


def _sorted(found: Iterable[Found]) -> tuple[list[Found], list[Found], list[Found]]:
    sorts: dict[str, list[Found]] = {_ALIAS: [], _CONTEXT: [], _GROUP: []}
    for one in found:
        sorts[one.term.tag[: one.term.tag.index(":") + 1]].append(one)
    return sorts[_ALIAS], sorts[_CONTEXT], sorts[_GROUP]


def _entity(gazetteer: Gazetteer, found: Found) -> Entity:
    return gazetteer.entities[found.term.tag[len(_ALIAS) :]]


def _bearers(gazetteer: Gazetteer, words: Iterable[Found]) -> Bearers:
    nouns: dict[str, list[Found]] = defaultdict(list)
    for word in words:
        for group in _groups(word):
            nouns[group].append(word)
    either = [word for group in gazetteer.bearers for word in nouns.get(group, ())]
    fronted = [word for group in gazetteer.fronted for word in nouns.get(group, ())]
    return bearers(either, fronted)


def _borne(
    gazetteer: Gazetteer, whole: str, aliases: Iterable[Found], nouns: Bearers, known: Collection[int]
) -> frozenset[tuple[int, int]]:
    """Say where names of the topic stand that something else bears: bare names, and people after whom it is called."""
    names = [found for found in aliases if found.term.text not in gazetteer.phrases and not _entity(gazetteer, found).negative]
    named = [found for found in names if _entity(gazetteer, found).kind != "organisation"]  # "the company Starlink" is Starlink
    numbered = (found for found in names if _is_numbered(_entity(gazetteer, found)) and _NUMBER.match(whole, found.end))
    joined = (found for found in names if _entity(gazetteer, found).kind in _JOINERS and _joins_another(whole, found, known))
    things = (found for found in names if _entity(gazetteer, found).kind not in ("organisation", "person"))
    people: dict[str, list[Found]] = defaultdict(list)
    for found in aliases:
        if (entity := _entity(gazetteer, found)).kind == "person":
            people[entity.id].append(found)
    honoured = (found for named in people.values() for found in named if is_honoured(whole, found))
    others = (found for who, named in people.items() for found in of_others(whole, named, gazetteer.entities[who].aliases, known))
    return frozenset(
        (found.start, found.end)
        for found in (*borne(whole, named, nouns), *parts_of_names(whole, things, known), *numbered, *joined, *honoured, *others)
    )


_NUMBER = re.compile(r"[-–]\d")  # the toy rockets Baikonur-2 and Sunkar-2
_JOINED = re.compile(rf"-[{CAPITALS}]\w{{3}}")  # Baiterek-Service, which cleans offices


def _joins_another(whole: str, found: Found, known: Collection[int]) -> bool:
    """Say whether a hyphen joins a name to a word that the gazetteer does not know, to make a name of both."""
    return found.end + 1 not in known and bool(_JOINED.match(whole, found.end))


_JOINERS = SITES | {"programme"}  # rockets and ships are joined with many things, and stay what they are


def _is_numbered(entity: Entity) -> bool:
    """Say whether a number behind the bare name makes another's of it; a family of rockets has many."""
    return entity.kind in SITES or (entity.kind == "vehicle" and entity.role == "core")


def _groups(found: Found) -> list[str]:
    """Name the groups of a word."""
    return found.term.tag[len(_GROUP) :].split(_AND)


class _Taken:
    """Which letters of a text are taken; a text with thousands of names must not cost the square of them."""

    def __init__(self, length: int) -> None:
        self._letters = bytearray(length)

    def take(self, found: Found) -> None:
        self._letters[found.start : found.end] = b"\1" * (found.end - found.start)

    def touches(self, found: Found) -> bool:
        return self._letters.find(1, found.start, found.end) >= 0

    def holds(self, found: Found) -> bool:
        return self._letters.find(0, found.start, found.end) < 0


def _places(passages: Passages, contexts: Iterable[Found]) -> Mapping[str, frozenset[int]]:
    """Say for each context in which paragraphs it stands; 0 is title and lead."""
    places: dict[str, set[int]] = defaultdict(set)
    for found in contexts:
        sentence = passages.sentences[passages.at(found.start)]
        places[found.term.tag[len(_CONTEXT) :]].add(0 if sentence.where in ("title", "lead") else sentence.paragraph)
        places[found.term.tag[len(_CONTEXT) :]].add(sentence.paragraph)
    return {context: frozenset(numbers) for context, numbers in places.items()}


_Named = tuple[Found, Entity]


@dataclass(frozen=True, slots=True)
class _Settling:
    """Which of the names that overlap, or that several entities bear, are meant."""

    gazetteer: Gazetteer
    passages: Passages
    contexts: Mapping[str, frozenset[int]]
    own: Mapping[str, frozenset[int]]  # those that stand in no name of a rival
    elsewhere: frozenset[tuple[int, int]]  # where names stand that something else bears
    support: dict[tuple[str, int], int] = field(default_factory=dict)

    def settle(self, aliases: Iterable[Found], letters: _Taken) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Take the longest names first; of equal ones the better founded."""
        taken: list[_Named] = []
        doubted: list[_Named] = []
        borne_by_others: list[_Named] = []
        for found in sorted(aliases, key=self._rank):
            entity = _entity(self.gazetteer, found)
            if letters.touches(found):
                continue
            if self._is_borne(found):
                letters.take(found)
                borne_by_others.append((found, entity))
            elif self._is_founded(found, entity):
                taken.append((found, entity))
                if entity.kind != "event":  # the first flight of a rocket names the rocket as well
                    letters.take(found)
            elif entity.role in ("core", "partner"):
                doubted.append((found, entity))
        sure, claimed = self._without_claimed(taken, self._bearing(borne_by_others))
        return self._mentions(sure), self._mentions([*doubted, *borne_by_others, *claimed])

    def _rank(self, found: Found) -> tuple[int, int, int, int]:
        entity = _entity(self.gazetteer, found)
        order = {"core": 0, "partner": 1, "negative": 2, "rival": 2, "aside": 3}[entity.role]
        return (found.start - found.end, -self._support(found, entity), order, found.start)

    def _support(self, found: Found, entity: Entity) -> int:
        """Count the contexts of an entity that stand near; remembered, because one paragraph may name it often."""
        if not entity.required:
            return 0
        place = entity.id, self.passages.sentences[self.passages.at(found.start)].paragraph
        if place not in self.support:
            near = {0, place[1]}
            stems = self.gazetteer.required[entity.id]
            contexts = self.own if entity.role in ("core", "partner") else self.contexts
            self.support[place] = sum(stem in contexts and not near.isdisjoint(contexts[stem]) for stem in stems)
        return self.support[place]

    def _is_founded(self, found: Found, entity: Entity) -> bool:
        if not entity.required or found.term.text in entity.sure or (entity.negative and self._is_phrase(found)):
            return True
        return self._support(found, entity) > 0

    def _is_borne(self, found: Found) -> bool:
        return (found.start, found.end) in self.elsewhere

    def _is_phrase(self, found: Found) -> bool:
        return found.term.text in self.gazetteer.phrases

    def _bearing(self, borne: Iterable[_Named]) -> Mapping[str, int]:
        """Say for each entity from where on bare names are another's: from the start, if title or lead say whose they are."""
        starts: dict[str, int] = {}
        for found, entity in borne:
            opening = self.passages.sentences[self.passages.at(found.start)].where in ("title", "lead")
            starts[entity.id] = min(starts.get(entity.id, found.start), 0 if opening else found.start)
        return starts

    def _without_claimed(self, taken: Sequence[_Named], borne_from: Mapping[str, int]) -> tuple[list[_Named], list[_Named]]:
        """Give bare names to the namesake that the article has named in full, unless the topic is named in full too."""
        namesakes = self._bearing((found, entity) for found, entity in taken if entity.negative)
        in_full = {entity.id for found, entity in taken if self._is_phrase(found)}
        sure: list[_Named] = []
        claimed: list[_Named] = []
        for found, entity in taken:
            others = self.gazetteer.shadowed.get(entity.id, ())
            starts = [namesakes[other] for other in others if other in namesakes]
            starts += [borne_from[entity.id]] if entity.id in borne_from else []
            bare = any(start <= found.start for start in starts) and not self._is_phrase(found) and entity.id not in in_full
            (claimed if bare else sure).append((found, entity))
        return sure, claimed

    def _mentions(self, named: Iterable[_Named]) -> tuple[Mention, ...]:
        ordered = sorted(named, key=lambda one: (one[0].start, one[0].end, one[1].id))
        return tuple(self._mention(found, entity) for found, entity in ordered)

    def _mention(self, found: Found, entity: Entity) -> Mention:
        number = self.passages.at(found.start)
        return Mention(entity.id, found.term.text, found.start, found.end, self.passages.sentences[number].where, number)


def _grouped(
    gazetteer: Gazetteer, passages: Passages, words: Iterable[Found], mentions: Iterable[Mention]
) -> Mapping[int, Mapping[str, frozenset[int]]]:
    grouped: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for found in words:
        sentence = grouped[passages.at(found.start)]
        for group in _groups(found):
            for name in (group, *gazetteer.members.get("=" + group, ())):
                sentence[name].add(found.end)
    for mention in mentions:
        for name in gazetteer.members.get("@" + mention.entity, ()):
            grouped[mention.sentence][name].add(mention.end)
    return {number: {group: frozenset(starts) for group, starts in groups.items()} for number, groups in grouped.items()}
