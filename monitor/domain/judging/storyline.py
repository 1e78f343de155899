"""Storylines, what is known of them, and where a match belongs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Kind = Literal["copy", "repeat", "development", "opening", "background", "none"]
Level = Literal["push", "digest", "store", "none"]


@dataclass(frozen=True, slots=True)
class PastDevelopment:
    """A dated development that a dossier tells."""

    date: date
    what: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the user knows of a storyline before the first poll."""

    slug: str
    title: str
    seeds: tuple[str, ...] = ()  # slugs of the seeds that it begins with
    related_seeds: tuple[str, ...] = ()
    background: str = ""
    key_entities: tuple[str, ...] = ()  # ids from the gazetteer
    signs: tuple[str, ...] = ()  # words and phrases by which an article shows that it belongs here, in all languages
    leanings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # of ideas (headline, opening) and entities (names)
    key_figures: tuple[str, ...] = ()
    alert_on: tuple[str, ...] = ()  # what an analyst needs at once
    routine_noise: tuple[str, ...] = ()  # what is never worth a message
    chronology: tuple[PastDevelopment, ...] = ()


@dataclass(frozen=True, slots=True)
class Novelty:
    """One new fact: quoted, never generated; with the earlier value where the archive has one."""

    kind: str  # figure, money, date, person, status, event, quote-claim, correction, denial, conflict
    text: str  # the new fact, short enough for a subject line, in the words of the article
    quote: str  # the sentence it was read from
    old: str | None = None
    old_source: str | None = None  # the publisher that said the old value
    old_at: datetime | None = None
    old_article: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article of the archive said: its headline, and who said it when."""

    text: str
    source: str
    at: datetime
    article: int

    def to_dict(self) -> dict[str, Any]:
        """Write it as plain values for a JSON column."""
        return {"text": self.text, "source": self.source, "at": self.at.isoformat(), "article": self.article}


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a match belongs, and what that rests on."""

    placement: Kind
    level: Level
    storyline: str | None = None  # slug
    storyline_title: str | None = None
    development: str | None = None  # stable key, seen by users
    of: int | None = None  # the article that it copies, repeats or continues
    novelties: tuple[Novelty, ...] = ()
    before: Statement | None = None  # what the archive last said of the matter that a development moves on
    reasons: tuple[str, ...] = ()
    held: str | None = None  # why it does not alert; None where it does
    rumour: bool = False
    critical: bool = False  # something broke or somebody died: it may wake a person
    watched: tuple[str, ...] = ()  # what of the storyline's watch list (`alert_on`) its new facts name
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Teller:
    """An article that tells a development."""

    publisher: str
    origin: str | None  # the publisher it took the text from, where it says so
    at: datetime
    language: str | None
    url: str


@dataclass(frozen=True, slots=True)
class StorylineContext:
    """What an alert says of a storyline: where it stood before this article, and who tells the development."""

    title: str
    last_moved: datetime | None = None  # the development before this one
    last_summary: str | None = None
    seed_title: str | None = None
    seed_url: str | None = None
    seed_slug: str | None = None
    tellers: tuple[Teller, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """Where the lines are drawn; each number is shown in the evidence of a placement."""

    copy_from: float = 0.5  # share of the smaller text's sampled word runs that stand in the other
    kin_from: float = 0.25  # likeness from which two articles tell of one happening, near in time
    news_from: float = 1.0  # weight of what is new from which a retelling is a development, where it is barely akin
    fresh_from: float = 0.2  # the same where nothing like it was told for days
    sureness: float = 2.0  # how much more it must weigh for each unit of likeness above kin_from: a sure retelling brings details
    retold_from: float = 0.43  # likeness to one that stands out from which a text that names nothing of the topic retells what does
    chance_from: float = 0.45  # chance that it tells something new, all reasons weighed, from which what the rule takes for news is news
    beyond_from: float = 0.35  # the same where it answers what was told, or goes beyond it: who waits for that bears a false alert sooner
    raised_from: float = 0.38  # the same where the rule sees no news
    route_from: float = 0.12  # how well an article must fit a storyline to belong to it


@dataclass(frozen=True, slots=True)
class Route:
    """A storyline as new articles find it."""

    slug: str
    title: str
    entities: Mapping[str, float] = field(default_factory=dict)  # the rarer among storylines, the heavier
    concepts: Mapping[str, float] = field(default_factory=dict)
    alert_on: frozenset[str] = frozenset()  # ideas that ask for a message at once
    noise: frozenset[str] = frozenset()  # ideas of what can wait
    leanings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # what parts of articles say for it or against

    @property
    def asks_for_failures_alone(self) -> bool:
        """Of flights, it asks for those that fail, and not for each launch."""
        return "failure" in self.alert_on and "launch" not in self.alert_on
