"""What a topic is made of: entities with their names, groups of words, and combinations of both that show the topic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# What a mention says about the topic.
#   core     shows the topic, where its required context is there
#   partner  belongs to the topic's world, but to other subjects as well: counts beside something else
#   aside    a person or office of general news: named in an answer, never a reason
#   rival    the like of the topic's subject elsewhere: speaks against, where the article is about it
#   negative a namesake, or a phrase that looks like a word of the topic
Role = Literal["core", "partner", "aside", "rival", "negative"]
SITES = frozenset({"site", "place"})  # the kinds of entity that stand somewhere
CRAFT = frozenset({"spacecraft", "vehicle", "satellite"})  # those that fly
UNMISTAKABLE = frozenset({"organisation", "satellite"})  # those whose names nothing else bears


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with its names, as the gazetteer of the user gives it."""

    id: str
    kind: str
    canonical: str
    aliases: tuple[str, ...] = ()
    role: Role = "core"
    required: tuple[str, ...] = ()  # beginnings of words: at least one must stand in title, lead or the same paragraph
    sure: tuple[str, ...] = ()  # aliases that need no context
    shadows: tuple[str, ...] = ()  # for a negative entity: whose bare name it bears

    @property
    def negative(self) -> bool:
        """Say whether it only shares a name with the topic."""
        return self.role == "negative"


@dataclass(frozen=True, slots=True)
class Combination:
    """Words of several groups that show the topic together, in one sentence, though none does alone."""

    name: str
    all_of: tuple[str, ...]  # names of groups; each is met by another word of the text
    unless: tuple[str, ...] = ()  # groups of which no word may stand there, nor in the title
    opening_only: bool = False  # shows the topic only where the article is about it: in title or lead
    at_home: bool = False  # needs no word of the topic's country in a text in its language that names no other


@dataclass(frozen=True, slots=True)
class TopicDefinition:
    """What the user says about the topic; `compile_topic` makes a Topic of it."""

    words: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a member "@id" is an entity, "=name" another group
    combinations: tuple[Combination, ...] = ()
    subject: tuple[str, ...] = ()  # groups whose words say that an article moves in the topic's world
    foreign: tuple[str, ...] = ()  # groups whose words say that it moves in another
    bearers: tuple[str, ...] = ()  # groups of nouns beside which a bare name is the name of something else
    fronted: tuple[str, ...] = ()  # the same, where the noun stands in front or the name in quotes: schools and hotels a place has too
    passing: tuple[str, ...] = ()  # groups of words of a life: who was born at a place tells nothing of it
    doing: tuple[str, ...] = ()  # groups of words of what is done at the place: beside its one name they show that it is meant
    telling: tuple[str, ...] = ()  # groups of words by which news is told: who names the topic beside them tells something of it
    hints: tuple[str, ...] = ()  # groups of which one word makes a feed entry worth reading
    states: tuple[str, ...] = ()  # of the topic, as `nations` calls them; in the first of them its place lies
    home_language: str | None = None  # who writes it speaks of that state, and need not name it
    home_group: str | None = None  # the group of words that name it
    alert_on: Literal["developments", "matches"] = "developments"
    relevant_from: float = 0.5
