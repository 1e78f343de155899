"""The archive's search: what a person typed, answered with articles, passages, counts and suggestions; the same on both databases.

A common word stands in half of a million articles. So nothing here looks at all that is found: the newest are counted and ranked,
beside those that have the words in their titles, and the answer says how many were looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa

from monitor.domain.search.easier import easier
from monitor.domain.search.marks import day_of, seek_days
from monitor.domain.search.named import NOBODY, Names, Suggestion
from monitor.domain.search.query import Query
from monitor.domain.search.ranking import needles, score
from monitor.domain.search.seek import Node, either, every, in_title, mark
from monitor.domain.search.snippet import Marked, mark_hits, passage
from monitor.domain.words.spelling import forms_of, words_of
from monitor.store import search_index as index
from monitor.store.facets import Facet, count_facets
from monitor.store.listing import listing
from monitor.store.search_index import Row, Sought
from monitor.store.tables import articles, storylines

WINDOW = 500  # newest articles found that are looked at for counts and order
RANKED = 200  # of these, how many are scored by their words, beside as many titles
COUNTED = 2_000  # no further

Order = Literal["relevance", "date"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    article: Mapping[str, Any]  # as every listing shows it
    title: Marked
    passage: Marked
    score: float  # 0 where the order is by date


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query."""

    query: Query
    hits: tuple[Hit, ...]
    total: int  # how many were found, counted no further than COUNTED
    more: bool  # there are more than `total`
    looked_at: int  # the newest so many were counted and ordered
    facets: Mapping[str, tuple[Facet, ...]]  # of what was looked at: source, lang, storyline, placement, level, entity, year
    suggestions: tuple[Suggestion, ...]
    notes: tuple[str, ...]  # what was not understood, left out or not looked at, each a sentence


def search(
    tx: sa.Connection, query: Query, today: date, *, order: Order = "relevance", limit: int = 30, offset: int = 0, names: Names = NOBODY
) -> Found:
    """Find articles, best first or newest first; an empty query finds everything."""
    sought, notes = seek(tx, query, today)
    size = max(WINDOW, offset + limit)
    window, counted = _window(tx, sought, query, size)
    if not window and (other := easier(query, lambda one: bool(index.count(tx, seek(tx, one, today)[0], 1)))):
        sought, query, notes = seek(tx, other.asked, today)[0], other.words, (*notes, other.note)
        window, counted = _window(tx, sought, query, size)
    total, more = _total(query, window, counted)
    ordered = _ordered(tx, sought, query, window, today) if order == "relevance" and query.words else _by_date(window)
    page = ordered[offset : offset + limit]
    if more or total > len(window):
        notes += (f"only the newest {len(window)} of what was found were counted and put in order",)
    return Found(
        query,
        tuple(_hits(tx, query, page)),
        total,
        more,
        len(window),
        count_facets(tx, window, names),
        names.suggest([word for clause in query.words for word in words_of(clause.typed)], guess=not window),
        query.notes + notes,
    )


def ids(tx: sa.Connection, query: Query, today: date, *, batch: int = 500) -> Iterator[list[int]]:
    """Go through everything that a query finds, in the order in which it came; for exports."""
    sought, _ = seek(tx, query, today)
    last = 0
    while found := index.ids_from(tx, sought, last, batch):
        last = found[-1]
        if query.after or query.before:
            days = {row.id: day_of(row.marks) for row in index.rows_of(tx, found)}
            found = [one for one in found if _is_within(query, days[one])]
        yield found


# ── what is sought ────────────────────────────────────────────────────────────


def seek(tx: sa.Connection, query: Query, today: date) -> tuple[Sought, tuple[str, ...]]:
    """Say what to look for in the index, with a sentence for each storyline that is not known."""
    lines, notes = _storylines(tx, query)
    days = seek_days(query.after, query.before, today)
    wanted = [clause.seek for clause in query.clauses if not clause.negative]
    wanted += [node for node, negative in lines if not negative] + ([days] if days else [])
    unwanted = [clause.seek for clause in query.clauses if clause.negative] + [node for node, negative in lines if negative]
    return Sought(every(*wanted) if wanted else mark("any", ""), tuple(unwanted)), notes


def _storylines(tx: sa.Connection, query: Query) -> tuple[list[tuple[Node, bool]], tuple[str, ...]]:
    """Look up the storylines that a query names; those of one field that are all wanted are enough each."""
    nodes: list[tuple[Node, bool]] = []
    notes: list[str] = []
    wanted: list[Node] = []
    for typed, negative in query.storylines:
        found = [mark("storyline", str(one)) for one in _storyline_ids(tx, typed)]
        if not found:
            notes.append(f"there is no storyline {typed}; `monitor storylines list` shows them all")
        if negative:
            nodes += [(node, True) for node in found]
        else:
            wanted += found or [mark("storyline", "none")]
    return ([*nodes, (either(*wanted), False)] if wanted else nodes), tuple(notes)


def _storyline_ids(tx: sa.Connection, typed: str) -> list[int]:
    """Find storylines by slug, else by a part of slug or title."""
    exact = list(tx.execute(sa.select(storylines.c.id).where(storylines.c.slug == typed)).scalars())
    if exact:
        return exact
    known = tx.execute(sa.select(storylines.c.id, storylines.c.slug, storylines.c.title))
    return [row.id for row in known if typed.casefold() in f"{row.slug} {row.title}".casefold()][:20]


# ── what is found ─────────────────────────────────────────────────────────────


def _window(tx: sa.Connection, sought: Sought, query: Query, size: int) -> tuple[list[Row], int]:
    """Take the newest of what is found, and count how many there are."""
    rows, counted = index.newest(tx, sought, size, COUNTED + 1)
    return [row for row in rows if _is_within(query, row)], counted


def _is_within(query: Query, row: Row | date) -> bool:
    """Say whether an article was published on one of the days asked for; the index knows months only."""
    if query.after is None and query.before is None:
        return True
    day = row if isinstance(row, date) else day_of(row.marks)
    return (query.after or date.min) <= day < (query.before or date.max)


def _total(query: Query, window: Sequence[Row], counted: int) -> tuple[int, bool]:
    by_day = query.after or query.before
    if counted < WINDOW or (len(window) < WINDOW and (window or not by_day)):
        return len(window), False
    return min(counted, COUNTED), counted > COUNTED


def _by_date(window: Sequence[Row]) -> list[tuple[int, float]]:
    return [(row.id, 0.0) for row in sorted(window, key=lambda row: (day_of(row.marks), row.id), reverse=True)]


def _ordered(tx: sa.Connection, sought: Sought, query: Query, window: Sequence[Row], today: date) -> list[tuple[int, float]]:
    """Put what was found in order: ids with their scores; what is not scored comes behind, newest first."""
    chosen = {row.id: row for row in window[:RANKED]}
    if len(window) > RANKED:
        titled = sought._replace(wanted=every(sought.wanted, in_title(every(*(clause.seek for clause in query.words)))))
        chosen |= {row.id: row for row in index.newest(tx, titled, RANKED)[0] if _is_within(query, row)}
    asked = needles(query.words)
    rows = index.rows_of(tx, list(chosen))
    scored = [(row.id, score(row.marks, row.title, row.words, asked, today - day_of(row.marks))) for row in rows]
    best = sorted(scored, key=lambda one: (-one[1], -one[0]))
    return best + [(row.id, 0.0) for row in window if row.id not in chosen]


def _hits(tx: sa.Connection, query: Query, page: Sequence[tuple[int, float]]) -> Iterator[Hit]:
    """Show the articles of one page, in their order."""
    numbers = [one for one, _ in page]
    listed = {row["id"]: row for row in listing(tx, articles.c.id.in_(numbers), limit=len(page))}
    forms = {row.id: row for row in index.rows_of(tx, numbers)}
    texts = {row.id: row.text for row in tx.execute(sa.select(articles.c.id, articles.c.text).where(articles.c.id.in_(numbers)))}
    for one, points in page:
        title = mark_hits(listed[one]["title"], forms[one].title.split(), query.words)
        yield Hit(listed[one], title, _passage(texts[one], forms[one].words.split(), listed[one], query), round(points, 2))


def _passage(text: str, forms: Sequence[str], listed: Mapping[str, Any], query: Query) -> Marked:
    """Cut the passage out of the text; of one that was let go of, out of what was quoted from it."""
    if text:
        return passage(text, forms, query.words)
    quoted = "\n".join(one["quote"] or one["text"] for one in listed["novelties"] or ())
    return passage(quoted, forms_of(quoted, listed["language"]), query.words)
