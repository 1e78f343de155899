"""Storylines whose title, dossier or past developments answer a query: what the archive knows of a thing before any article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.domain.search.query import Query
from monitor.domain.search.seek import holds
from monitor.domain.words.spelling import forms_of
from monitor.store.tables import storylines

LOOKED_AT = 1_000  # those that moved last


@dataclass(frozen=True, slots=True)
class Line:
    """A storyline that answers a query."""

    slug: str
    title: str
    by_title: bool  # else by its dossier


def search_storylines(tx: sa.Connection, query: Query, limit: int = 5) -> tuple[Line, ...]:
    """Find the storylines that have all words of a query, those that have them in the title first."""
    if not query.words:
        return ()
    moved = sa.func.coalesce(storylines.c.moved_at, storylines.c.opened_at)
    rows = tx.execute(sa.select(storylines.c.slug, storylines.c.title, storylines.c.dossier).order_by(moved.desc()).limit(LOOKED_AT))
    found = [line for row in rows for line in _answering(row, query)]
    return tuple(sorted(found, key=lambda line: not line.by_title)[:limit])


def _answering(row: Any, query: Query) -> Iterator[Line]:
    title = f"{row.title} {row.slug}"
    if _holds(title, query):
        yield Line(row.slug, row.title, True)
    elif row.dossier and _holds(f"{title} {_told(row.dossier)}", query):
        yield Line(row.slug, row.title, False)


def _told(dossier: dict[str, Any]) -> str:
    past = (what for _, what, _ in dossier.get("chronology", ()))
    return " ".join([dossier.get("background", ""), *dossier.get("key_figures", ()), *past])


def _holds(text: str, query: Query) -> bool:
    forms = f" {' '.join(forms_of(text, 'en'))} "
    return all(holds(forms, clause.seek) for clause in query.words)
