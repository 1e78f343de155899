"""What the articles that were found have in common: counts by source, language, storyline and so on, each with what to add to the query."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from monitor.domain.search.marks import count_marks
from monitor.domain.search.named import Names
from monitor.domain.search.seek import token
from monitor.store.search_index import Row
from monitor.store.tables import articles, storylines

SHOWN = 12  # of each
_PLAIN = ("lang", "placement", "level", "year")
_FIELD = {"year": "on"}


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the articles looked at share something."""

    label: str
    count: int
    query: str  # what to add to the query to see them alone


def count_facets(tx: sa.Connection, window: Sequence[Row], names: Names) -> Mapping[str, tuple[Facet, ...]]:
    """Count what the articles of a window have in common, the most frequent first."""
    counted = count_marks((row.marks for row in window), ("storyline", "entity", *_PLAIN))
    facets = {kind: _facets(_FIELD.get(kind, kind), counted[kind]) for kind in _PLAIN}
    facets["source"] = _facets("source", _publishers(tx, [row.id for row in window]))
    facets["storyline"] = _named(counted["storyline"], _storylines(tx, counted["storyline"]), "storyline")
    known = {token("entity", one)[2:]: (names.titles[one], one) for one in names.ids}
    facets["entity"] = _named(counted["entity"], known, "entity")
    return {kind: facets[kind] for kind in ("storyline", "source", "lang", "placement", "level", "entity", "year") if facets[kind]}


def _facets(field: str, counted: Counter[str]) -> tuple[Facet, ...]:
    return tuple(Facet(value, count, _field(field, value)) for value, count in _most(counted))


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:SHOWN]


def _field(field: str, value: str) -> str:
    quoted = f'"{value}"' if any(not (char.isalnum() or char in "-_.") for char in value) else value
    return f"{field}:{quoted}"


def _named(counted: Counter[str], known: Mapping[str, tuple[str, str]], field: str) -> tuple[Facet, ...]:
    """Give counted marks their names, as (label, what the query calls it)."""
    most = _most(Counter({value: count for value, count in counted.items() if value in known}))
    return tuple(Facet(known[value][0], count, _field(field, known[value][1])) for value, count in most)


def _storylines(tx: sa.Connection, counted: Counter[str]) -> dict[str, tuple[str, str]]:
    wanted = [int(one) for one in counted]
    rows = tx.execute(sa.select(storylines.c.id, storylines.c.slug, storylines.c.title).where(storylines.c.id.in_(wanted)))
    return {str(row.id): (row.title, row.slug) for row in rows}


def _publishers(tx: sa.Connection, ids: Sequence[int]) -> Counter[str]:
    counted = sa.select(articles.c.publisher, sa.func.count()).where(articles.c.id.in_(ids)).group_by(articles.c.publisher)
    return Counter({row[0]: row[1] for row in tx.execute(counted)})
