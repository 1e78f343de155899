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
class Decision:
    """Where a match belongs, and what that rests on."""

    placement: Kind
    level: Level
    storyline: str | None = None  # slug
    storyline_title: str | None = None
    development: str | None = None  # stable key, seen by users
    of: int | None = None  # the article that it copies, repeats or continues
    novelties: tuple[Novelty, ...] = ()
    reasons: tuple[str, ...] = ()
    held: str | None = None  # why it does not alert; None where it does
    rumour: bool = False
    evidence: Mapping[str, Any] = field(default_factory=dict)
