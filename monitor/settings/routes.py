"""The part of channels.yaml that leads messages to channels: routes, and where the monitor tells of itself."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from pydantic import Field

from monitor.domain.alerts.channel import ChannelRoute
from monitor.settings.times import NoveltyKind
from monitor.settings.values import Language, Line, Name, Section, near

_PATTERN = re.compile(r"[*?\[]")
_OPENED = re.compile(r".*-[0-9]+")  # a storyline that an article opened bears its number


class RouteEntry(Section):
    """Which alerts go to which channels; what is left out says nothing, and an alert has to fit everything that is said."""

    to: list[Name] = Field(min_length=1, description="The channels that it leads to.")
    topics: list[Name] = Field(
        default=[], description="Topics by the `name` in topic.yaml, for several installations with one channels.yaml."
    )
    storylines: list[Line] = Field(default=[], description="Storylines by slug, or patterns such as `leo*`.")
    entities: list[Line] = Field(default=[], description="Entities of the gazetteer, one of which the article must name.")
    levels: list[Literal["push", "digest"]] = Field(default=[], description="Levels of the alert: push, digest.")
    languages: list[Language] = Field(default=[], description="Languages of the article.")
    kinds: list[Literal["critical"] | NoveltyKind] = Field(default=[], description="Kinds of novelty, such as date, money, correction.")
    trust: list[Literal["official", "agency", "press", "aggregator", "unlisted"]] = Field(
        default=[], description="Trust of the feed that brought the article."
    )


def route_from(entry: RouteEntry) -> ChannelRoute:
    """Make plain values of an entry."""
    return ChannelRoute(
        tuple(entry.to),
        frozenset(entry.topics),
        tuple(entry.storylines),
        frozenset(entry.entities),
        frozenset(entry.levels),
        frozenset(entry.languages),
        frozenset(entry.kinds),
        frozenset(entry.trust),
    )


def unknown_in(
    entry: RouteEntry, channels: Collection[str], topic: str, storylines: Collection[str], entities: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Name each key of a route that names what there is not, and the nearest name that there is; another topic knows its own."""
    for name in entry.to:
        if name not in channels:
            yield "to", f"{name} is not among the channels{near(name, list(channels))}"
    if entry.topics and topic not in entry.topics:
        return
    if storylines:
        strange = [slug for slug in entry.storylines if not (slug in storylines or _PATTERN.search(slug) or _OPENED.fullmatch(slug))]
        yield from (("storylines", f"{slug} is no storyline{near(slug, list(storylines))}") for slug in strange)
    for name in entry.entities:
        if name not in entities:
            yield "entities", f"{name} is no entity of the gazetteer{near(name, list(entities))}"


def warn_of_topics(shown: str, routes: Sequence[RouteEntry], topic: str) -> Iterator[str]:
    """Name the topics of routes that are this one's misspelled, as far as one can tell: another's name is no mistake."""
    for number, route in enumerate(routes, start=1):
        for name in route.topics:
            if name != topic and (meant := near(name, [topic])):
                yield f"{shown}: route {number}: {name} is another topic than this one, {topic}, so it leads nothing anywhere here{meant}"
