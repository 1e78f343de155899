"""The topic as the user writes it: topic.yaml, and the gazetteer that it names."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from monitor.domain.matching.gazetteer import Combination, Entity, TopicDefinition
from monitor.domain.words.nations import nation_of
from monitor.errors import SettingsError
from monitor.settings.values import Name

Text = Annotated[str, Field(min_length=1, max_length=500)]
_GROUP_LISTS = ("subject", "foreign", "bearers", "fronted", "passing", "doing", "telling", "hints")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the shipped gazetteer has 6,000 lines: 40 ms against 2 s


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TopicFile(_Strict):
    """topic.yaml: a plain list of words, or the gazetteer of a topic."""

    name: Annotated[
        Name | None,
        Field(description="What routes call it, where several installations share one channels.yaml. Default: topic"),
    ] = None
    words: Annotated[
        list[Text], Field(description="Words and phrases; an article that holds one is a match. Leave out where there is a gazetteer.")
    ] = []
    gazetteer: Annotated[str | None, Field(description="A file beside this one with entities, namesakes and combinations.")] = None
    alert_on: Annotated[
        Literal["developments", "matches"],
        Field(description="developments: one alert for each new fact. matches: one for each article that is no copy."),
    ] = "developments"
    relevant_from: Annotated[
        float, Field(gt=0, le=1, description="The score from which an article is relevant. Lower finds more and errs more.")
    ] = 0.5

    @model_validator(mode="after")
    def _says_what_is_followed(self) -> "TopicFile":
        if bool(self.words) == bool(self.gazetteer):
            raise ValueError("give either words (a list) or gazetteer (a file name)")
        return self

    @field_validator("words")
    @classmethod
    def _words_can_be_found(cls, words: list[str]) -> list[str]:
        blank = [word for word in words if not any(char.isalnum() for char in word)]
        if blank:
            raise ValueError(f"{blank[0]!r} has neither letter nor digit and would never be found")
        return words


class EntityEntry(_Strict):
    """One entity of the gazetteer."""

    id: Text
    kind: Text
    canonical: Text
    aliases: dict[Literal["en", "ru", "kk_cyrl", "kk_latn", "kk_latn_generated"], list[Text]]
    role: Literal["core", "partner", "aside", "rival"] = "core"
    polarity: Literal["negative"] | None = None
    required_context_any: list[Text] = []
    sure_aliases: list[Text] = []
    shadows: list[Text] = []
    inflection: dict[Literal["ru", "kk"], dict[str, str]] = {}
    role_and_period: str | None = None
    ambiguity: str | None = None
    note: str | None = None


class CombinationEntry(_Strict):
    """Groups of words that show the topic together."""

    name: Text
    all: Annotated[list[Text], Field(min_length=2)]
    unless: list[Text] = []
    opening_only: bool = False
    at_home: bool = False


class HomeEntry(_Strict):
    """The language of the country in which the topic's place lies, and the group of words that name it."""

    language: Text
    group: Text


class GazetteerFile(_Strict):
    """The gazetteer; what matching does not use is there for whoever edits it."""

    entities: Annotated[list[EntityEntry], Field(min_length=1)]
    words: dict[str, list[Text]] = {}
    combinations: list[CombinationEntry] = []
    subject: list[Text] = []
    foreign: list[Text] = []
    bearers: list[Text] = []
    fronted: list[Text] = []
    passing: list[Text] = []
    doing: list[Text] = []
    telling: list[Text] = []
    hints: list[Text] = []
    states: list[Text] = []
    home: HomeEntry | None = None
    gazetteer_version: str | None = None
    scope: str | None = None
    how_to_read: dict[str, Any] = {}
    inflection_classes: dict[str, Any] = {}
    topic_core_patterns: dict[str, list[str]] = {}
    twin_figures: list[dict[str, str]] = []
    alias_collisions: list[dict[str, Any]] = []

    @model_validator(mode="after")
    def _names_only_what_is_there(self) -> "GazetteerFile":
        mistakes = [*_twice(entity.id for entity in self.entities), *self._dangling()]
        if mistakes:
            raise ValueError("; ".join(mistakes))
        return self

    def _dangling(self) -> list[str]:
        ids, groups = {entity.id for entity in self.entities}, set(self.words)
        members = [(f"words: {group}", word) for group, words in self.words.items() for word in words]
        entities = [(f"entity {e.id}: shadows", name) for e in self.entities for name in e.shadows]
        entities += [(where, word[1:]) for where, word in members if word.startswith("@")]
        named = [(f"combination {c.name!r}", group) for c in self.combinations for group in (*c.all, *c.unless)]
        named += [(where, word[1:]) for where, word in members if word.startswith("=")]
        named += [(key, group) for key in _GROUP_LISTS for group in getattr(self, key)]
        named += [("home", self.home.group)] if self.home else []
        dangling = [f"{where}: no entity {name!r}" for where, name in entities if name not in ids]
        dangling += [f"{where}: no group of words {group!r}" for where, group in named if group not in groups]
        aliases = {e.id: {alias for names in e.aliases.values() for alias in names} for e in self.entities}
        dangling += [f"states: no state {name!r} is known" for name in self.states if _state(name) is None]
        return dangling + [f"entity {e.id}: {a!r} is no alias" for e in self.entities for a in e.sure_aliases if a not in aliases[e.id]]


def _state(name: str) -> str | None:
    return nation_of(name.casefold(), "en")


def _twice(ids: Iterable[str]) -> list[str]:
    return [f"entity {one!r} stands there {times} times" for one, times in Counter(ids).items() if times > 1]


def to_definition(model: TopicFile, folder: Path) -> TopicDefinition:
    """Make the definition that the domain compiles; the gazetteer is looked for in `folder`."""
    if model.gazetteer is None:
        return TopicDefinition(words=tuple(model.words), alert_on=model.alert_on, relevant_from=model.relevant_from)
    gazetteer = read_gazetteer(folder / model.gazetteer)
    return TopicDefinition(
        entities=tuple(_entity(entry) for entry in gazetteer.entities),
        groups={group: tuple(words) for group, words in gazetteer.words.items()},
        combinations=tuple(_combination(entry) for entry in gazetteer.combinations),
        subject=tuple(gazetteer.subject),
        foreign=tuple(gazetteer.foreign),
        bearers=tuple(gazetteer.bearers),
        fronted=tuple(gazetteer.fronted),
        passing=tuple(gazetteer.passing),
        doing=tuple(gazetteer.doing),
        telling=tuple(gazetteer.telling),
        hints=tuple(gazetteer.hints),
        states=tuple(filter(None, map(_state, gazetteer.states))),
        home_language=gazetteer.home.language if gazetteer.home else None,
        home_group=gazetteer.home.group if gazetteer.home else None,
        alert_on=model.alert_on,
        relevant_from=model.relevant_from,
    )


def _combination(entry: CombinationEntry) -> Combination:
    return Combination(entry.name, tuple(entry.all), tuple(entry.unless), entry.opening_only, entry.at_home)


def _entity(entry: EntityEntry) -> Entity:
    aliases = tuple(dict.fromkeys(alias for names in entry.aliases.values() for alias in names))
    role = "negative" if entry.polarity == "negative" else entry.role
    return Entity(
        id=entry.id,
        kind=entry.kind,
        canonical=entry.canonical,
        aliases=aliases,
        role=role,
        required=tuple(entry.required_context_any),
        sure=tuple(entry.sure_aliases),
        shadows=tuple(entry.shadows),
    )


def read_gazetteer(path: Path) -> GazetteerFile:
    """Read a gazetteer; every mistake is named with its place."""
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file; topic.yaml names it under gazetteer") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    except SettingsError as error:
        raise SettingsError([f"{path}: {mistake}" for mistake in error.mistakes]) from error


@lru_cache(maxsize=1)  # by what stands in it, so that an edit counts: one command reads the settings up to four times
def _parse(text: str) -> GazetteerFile:
    data = yaml.load(text, Loader=_LOADER)
    try:
        return GazetteerFile.model_validate(data)
    except ValidationError as error:
        raise SettingsError([f"{_place(data, mistake)}{mistake['msg']}" for mistake in error.errors()]) from error


def _place(data: Any, mistake: Any) -> str:
    """Name where a mistake stands: entities by their id, which a person can search for, rather than by number."""
    steps, at = [], data
    for step in mistake["loc"]:
        at = at[step] if isinstance(at, (dict, list)) and (step in at if isinstance(at, dict) else isinstance(step, int)) else None
        steps.append(str(at["id"]) if isinstance(at, dict) and "id" in at else str(step))
    return ".".join(steps) + ": " if steps else ""
