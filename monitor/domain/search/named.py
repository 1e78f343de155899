"""The names of the gazetteer, for the search: an entity that is typed under one of its names is found under all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from monitor.domain.matching.gazetteer import Entity
from monitor.domain.search.seek import Node, Phrase, mark
from monitor.domain.words.spelling import form, typed_forms, words_of

MOST_SPELLINGS = 12  # of one entity that are sought as words; its mark finds the rest


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, or several of one name, that words of a query name."""

    entities: tuple[str, ...]
    words: int  # how many words of the query the name takes
    seeks: tuple[Node, ...]  # the entities' marks, and the spellings of their names


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entity that may be meant."""

    entity: str
    name: str
    query: str  # what to search for


@dataclass(frozen=True, slots=True)
class _Alias:
    entity: str
    words: tuple[tuple[str, ...], ...]  # the forms of each


@dataclass(frozen=True, slots=True)
class Names:
    """Names made ready for looking up; made by `compile_names`."""

    ids: tuple[str, ...]
    titles: Mapping[str, str]
    first: Mapping[str, tuple[_Alias, ...]]  # by a form of their first words
    spellings: Mapping[str, tuple[tuple[str, ...], ...]]  # entity → forms of its names
    inside: Mapping[str, tuple[str, ...]]  # a form of any word of a name → entities

    def at(self, words: Sequence[str], at: int) -> Named | None:
        """Find the longest name that begins at a word of a query."""
        forms = [typed_forms(word) for word in words[at : at + 6]]
        candidates = dict.fromkeys(alias for one in forms[0] for alias in self.first.get(one, ())) if forms else {}
        fitting = [alias for alias in candidates if _fits(alias, forms)]
        longest = max((len(alias.words) for alias in fitting), default=0)
        if not longest:
            return None
        entities = tuple(dict.fromkeys(alias.entity for alias in fitting if len(alias.words) == longest))
        return Named(entities, longest, tuple(node for entity in entities for node in self._seeks(entity)))

    def _seeks(self, entity: str) -> list[Node]:
        return [mark("entity", entity), *(Phrase(one) for one in self.spellings.get(entity, ()))]

    def entity(self, value: str) -> str | None:
        """Find the id of an entity by its id or one of its names."""
        if value in self.titles:
            return value
        words = words_of(value)
        named = self.at(words, 0) if words else None
        return named.entities[0] if named and named.words == len(words) else None

    def suggest(self, words: Sequence[str], *, guess: bool = False, limit: int = 6) -> tuple[Suggestion, ...]:
        """Name the entities that words of a query name, or whose names hold one of them; to `guess`, also by names that look alike."""
        named = [one for at in range(len(words)) if (one := self.at(words, at))]
        ids = dict.fromkeys(entity for one in named for entity in one.entities)
        forms = [form for word in words for form in typed_forms(word)]
        ids |= dict.fromkeys(entity for one in forms for entity in self.inside.get(one, ()))
        if guess and not ids:
            ids = dict.fromkeys(
                entity for one in forms for near in get_close_matches(one, self.inside, 2, 0.8) for entity in self.inside[near]
            )
        return tuple(Suggestion(one, self.titles[one], f"entity:{one}") for one in list(ids)[:limit])


NOBODY = Names((), {}, {}, {}, {})


def compile_names(entities: Sequence[Entity]) -> Names:
    """Make the names of the gazetteer ready; namesakes are left out, for whoever types the name means the topic's."""
    first: dict[str, list[_Alias]] = defaultdict(list)
    inside: dict[str, dict[str, None]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for entity in entities:
        if entity.negative:
            continue
        titles[entity.id] = entity.canonical
        for alias in dict.fromkeys((entity.canonical, *entity.aliases)):
            words = words_of(alias.rstrip("*$"))
            if not words:
                continue
            forms = tuple(typed_forms(word) for word in words)
            for one in forms[0]:
                first[one].append(_Alias(entity.id, forms))
            for one in (one for word in forms for one in word if len(one) >= 4):
                inside[one][entity.id] = None
    return Names(
        tuple(titles),
        titles,
        {one: tuple(aliases) for one, aliases in first.items()},
        {entity.id: _spellings(entity) for entity in entities},
        {one: tuple(entities) for one, entities in inside.items()},
    )


def _spellings(entity: Entity) -> tuple[tuple[str, ...], ...]:
    """List the names of an entity as a text has them, short ones first; a name that holds a shorter one adds nothing."""
    named = [words_of(alias.rstrip("*$")) for alias in (entity.canonical, *entity.aliases)]
    forms = {tuple(form(word, language) for word in words): None for words in named if words for language in ("en", "ru", "kk")}
    kept: list[tuple[str, ...]] = []
    for one in sorted(forms, key=len):
        if not any(_holds(one, shorter) for shorter in kept):
            kept.append(one)
    return tuple(kept[:MOST_SPELLINGS])


def _holds(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(words[at : at + len(others)] == others for at in range(len(words) - len(others) + 1))


def _fits(alias: _Alias, forms: Sequence[tuple[str, ...]]) -> bool:
    if len(alias.words) > len(forms):
        return False
    return all(not set(asked).isdisjoint(known) for asked, known in zip(forms, alias.words, strict=False))
