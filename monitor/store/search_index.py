"""The index of the archive's search: FTS5 on SQLite, a tsvector on PostgreSQL, filled and asked alike.

An article is a row of three columns: marks (what is noted about it), title and words (the forms of its words, each at its place).
The index takes over no tokenising, stemming or ranking from the database, so both answer the same.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitor.domain.search.marks import Noted, marks_of
from monitor.domain.search.seek import Every, Mark, Node, Phrase, loosely
from monitor.domain.words.language import identify
from monitor.domain.words.spelling import forms_of
from monitor.store.database import listed
from monitor.store.tables import articles, matches, placements

BATCH = 500  # articles that are indexed at a time
_LAST_POSITION = 16_383  # of a word in a tsvector
_PROBED = 400  # newest articles by which PostgreSQL is told how common something is
_IN_TITLE = "0t"  # begins the form of a word that a title has, beside the form itself: PostgreSQL's index knows no columns

texts = sa.table(  # made by a migration
    "search_texts", sa.column("rowid", sa.Integer), sa.column("marks", sa.Text), sa.column("title", sa.Text), sa.column("words", sa.Text)
)


class Row(NamedTuple):
    """An article in the index."""

    id: int
    marks: str
    title: str = ""
    words: str = ""


# ── filling ───────────────────────────────────────────────────────────────────


def add(tx: sa.Connection, article_id: int, title: str, text: str, language: str | None) -> None:
    """Make an article findable, in the place of what was known of it."""
    write(tx, [Row(article_id, _marks(tx, [article_id])[article_id], *_forms(title, text, language))], anew=True)


def _forms(title: str, text: str, language: str | None) -> tuple[str, str]:
    spoken = identify(f"{title}\n{text}", language)
    return " ".join(forms_of(title, spoken)), " ".join(forms_of(text, spoken))


def note(tx: sa.Connection, ids: Iterable[int]) -> None:
    """Bring the marks of articles up to date after their match or placement has changed; their words stay."""
    marks = _marks(tx, list(ids))
    if tx.dialect.name == "sqlite":
        if marks:
            tx.execute(_NOTE, [{"article": one, "new": new} for one, new in marks.items()])
        return
    old = {row.id: row for row in rows_of(tx, list(marks))}
    changed = [old[one]._replace(marks=new) for one, new in marks.items() if one in old and old[one].marks != new]
    write(tx, changed, anew=True)


_NOTE = (
    sa.update(texts).where(texts.c.rowid == sa.bindparam("article"), texts.c.marks != sa.bindparam("new")).values(marks=sa.bindparam("new"))
)


def write(tx: sa.Connection, rows: Sequence[Row], *, anew: bool = False) -> None:
    """Write rows into the index; `anew` where some may stand there already."""
    if not rows:
        return
    if anew:
        tx.execute(sa.delete(texts).where(texts.c.rowid.in_([row.id for row in rows])))
    values = [{"rowid": row.id, "marks": row.marks, "title": row.title, "words": row.words} for row in rows]
    if tx.dialect.name == "sqlite":
        tx.execute(sa.insert(texts), values)
        return
    statement = (
        "INSERT INTO search_texts (rowid, marks, title, words, vector) VALUES (:rowid, :marks, :title, :words, CAST(:vector AS tsvector))"
    )
    tx.execute(sa.text(statement), [value | {"vector": _vector(row)} for value, row in zip(values, rows, strict=True)])


def _vector(row: Row) -> str:
    """Write a row as a tsvector: each form with its place; the columns lie apart, so that no phrase reaches over."""
    parts, at = [], 0
    for column in (row.marks, row.title, row.words):
        for form in column.split():
            at = min(at + 1, _LAST_POSITION)
            parts.append(f"'{form}':{at}")
            if column is row.title:
                parts.append(f"'{_IN_TITLE}{form}':{at}")
        at += 1
    return " ".join(parts)


def _marks(tx: sa.Connection, ids: Sequence[int]) -> dict[int, str]:
    """Gather what is noted about articles."""
    return {row.id: marks_of(_noted(row)) for row in tx.execute(_NOTED, {"ids": json.dumps(ids)})}


_NOTED = (
    sa.select(
        *(articles.c[name] for name in ("id", "publisher", "host", "language", "seed", "stub", "baseline")),
        *(articles.c[name] for name in ("stated_at", "feed_at", "first_seen_at")),
        *(matches.c.relevant, matches.c.entities, placements.c.storyline_id, placements.c.placement, placements.c.level),
    )
    .select_from(articles.outerjoin(matches).outerjoin(placements, placements.c.article_id == articles.c.id))
    .where(articles.c.id.in_(listed(sa.bindparam("ids"))))
)


def _noted(row: Any) -> Noted:
    published: datetime = min(row.stated_at or row.feed_at or row.first_seen_at, row.first_seen_at)
    states = {"seed": row.seed, "relevant": row.relevant, "stub": row.stub, "baseline": row.baseline}
    return Noted(
        published.date(),
        row.publisher,
        row.host,
        (row.language or "").split("-")[0] or None,
        row.storyline_id,
        row.placement,
        row.level,
        tuple(row.entities or ()),
        tuple(state for state, is_so in states.items() if is_so),
    )


def rebuild(tx: sa.Connection, tell: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Index every article anew, and say how many there were; `tell` hears how far it is. Of texts that were let go of, the words stay."""
    total = int(tx.execute(sa.select(sa.func.count()).select_from(articles)).scalar_one())
    done = 0
    for batch in _batches(tx):
        marks = _marks(tx, [row.id for row in batch])
        kept = {row.id: row for row in rows_of(tx, [row.id for row in batch if not row.text])}
        rows = [Row(row.id, marks[row.id], *_forms(row.title, row.text, row.language)) for row in batch]
        write(tx, [row._replace(words=kept[row.id].words) if row.id in kept else row for row in rows], anew=True)
        done += len(batch)
        tell(done, total)
    optimize(tx)
    return done


def _batches(tx: sa.Connection) -> Iterator[Sequence[Any]]:
    last = 0
    columns = (articles.c.id, articles.c.title, articles.c.text, articles.c.language)
    while batch := tx.execute(sa.select(*columns).where(articles.c.id > last).order_by(articles.c.id).limit(BATCH)).all():
        yield batch
        last = batch[-1].id


def optimize(tx: sa.Connection) -> None:
    """Merge what many small changes have left behind."""
    if tx.dialect.name == "sqlite":
        tx.execute(sa.text("INSERT INTO search_texts (search_texts) VALUES ('optimize')"))
    else:
        tx.execute(sa.text("ANALYZE search_texts"))


def create(tx: sa.Connection) -> None:
    """Make the empty index."""
    if tx.dialect.name == "sqlite":
        tx.execute(sa.text("CREATE VIRTUAL TABLE search_texts USING fts5(marks, title, words, tokenize='unicode61 remove_diacritics 0')"))
        return
    columns = "rowid INTEGER PRIMARY KEY, marks TEXT NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL, vector TSVECTOR NOT NULL"
    tx.execute(sa.text(f"CREATE TABLE search_texts ({columns})"))
    tx.execute(sa.text("CREATE INDEX ix_search_texts_vector ON search_texts USING gin (vector)"))


# ── asking ────────────────────────────────────────────────────────────────────


class Sought(NamedTuple):
    """What articles must have, and what they must not."""

    wanted: Node
    unwanted: tuple[Node, ...] = ()


def newest(tx: sa.Connection, sought: Sought, limit: int, most: int = 0) -> tuple[list[Row], int]:
    """Find the articles that came last, the newest first, with their marks; and count what is found, no further than `most`."""
    if tx.dialect.name == "sqlite":
        rows = [Row(row.rowid, row.marks) for row in tx.execute(*_newest(tx, sought, limit))]
        return rows, count(tx, sought, most) if len(rows) == limit < most else len(rows)
    found = tx.execute(*_newest(tx, sought, max(limit, most))).all()  # nothing is looked up twice: its index tells no more of a phrase
    return [Row(row.rowid, row.marks) for row in found[:limit]], len(found)


def count(tx: sa.Connection, sought: Sought, limit: int) -> int:
    """Count what is found, no further than `limit`."""
    statement, given = _newest(tx, sought, limit, "rowid")
    return int(tx.execute(sa.text(f"SELECT count(*) FROM ({statement}) AS found"), given).scalar_one())


def _newest(tx: sa.Connection, sought: Sought, limit: int, columns: str = "rowid, marks") -> tuple[sa.TextClause, dict[str, Any]]:
    where, query = _where(tx, sought)
    given = {"query": query, "limit": limit}
    found = f"SELECT {columns} FROM search_texts WHERE {where}"
    if tx.dialect.name == "postgresql" and not _is_common(tx, where, query):
        given["loose"] = _tsquery(Sought(loosely(sought.wanted), tuple(one for one in sought.unwanted if loosely(one) == one)))
        found = _RARE.format(columns=columns, where=where)
    return sa.text(f"{found} ORDER BY rowid DESC LIMIT :limit"), given


# What its index knows PostgreSQL tells of all articles. Whether words stand side by side it reads in the texts: so the newest first, and no
# more of them than are asked for.
_RARE = """WITH held AS MATERIALIZED (SELECT rowid FROM search_texts WHERE vector @@ CAST(:loose AS tsquery))
SELECT {columns} FROM (SELECT rowid FROM held ORDER BY rowid DESC) AS held
CROSS JOIN LATERAL (SELECT marks FROM search_texts WHERE search_texts.rowid = held.rowid AND {where} OFFSET 0) AS found"""


def _is_common(tx: sa.Connection, where: str, query: str) -> bool:
    """Say whether many of the newest articles have what is sought: then PostgreSQL may go back from the newest, else only by its index.

    Its planner guesses, and where it is wrong it reads the whole archive for a word that stands nowhere.
    """
    newest = f"(SELECT vector FROM search_texts ORDER BY rowid DESC LIMIT {_PROBED}) AS newest"
    held = tx.execute(sa.text(f"SELECT count(*) FROM {newest} WHERE {where}"), {"query": query}).scalar_one()
    return bool(held >= _PROBED // 8)


def ids_from(tx: sa.Connection, sought: Sought, after: int, limit: int) -> list[int]:
    """List ids of what is found in the order in which it came, behind the id `after`."""
    where, query = _where(tx, sought)
    statement = f"SELECT rowid FROM search_texts WHERE {where} AND rowid > :after ORDER BY rowid LIMIT :limit"
    return list(tx.execute(sa.text(statement), {"query": query, "after": after, "limit": limit}).scalars())


def rows_of(tx: sa.Connection, ids: Sequence[int]) -> list[Row]:
    """Read articles out of the index, forms and all."""
    found = tx.execute(sa.select(texts.c.rowid, texts.c.marks, texts.c.title, texts.c.words).where(texts.c.rowid.in_(ids)))
    return [Row(*row) for row in found]


def _where(tx: sa.Connection, sought: Sought) -> tuple[str, str]:
    if tx.dialect.name == "sqlite":
        unwanted = "".join(f" NOT {_fts5(node)}" for node in sought.unwanted)
        return "search_texts MATCH :query", f"({_fts5(sought.wanted)}){unwanted}"
    return "vector @@ CAST(:query AS tsquery)", _tsquery(sought)


def _fts5(node: Node) -> str:
    if isinstance(node, Mark):
        return f'marks:"{node.token}"' + "*" * node.prefix
    if isinstance(node, Phrase):
        return ("title:" if node.title else "") + f'"{" ".join(node.forms)}"' + "*" * node.prefix
    joint = " AND " if isinstance(node, Every) else " OR "
    return f"({joint.join(_fts5(one) for one in node.nodes)})"


def _tsquery(sought: Sought) -> str:
    return _tsquery_of(sought.wanted) + "".join(f" & !{_tsquery_of(node)}" for node in sought.unwanted)


def _tsquery_of(node: Node) -> str:
    if isinstance(node, Mark):
        return f"'{node.token}'" + ":*" * node.prefix
    if isinstance(node, Phrase):
        words = [f"'{_IN_TITLE * node.title}{form}'" for form in node.forms]
        return f"({' <-> '.join(words)}{':*' * node.prefix})"
    joint = " & " if isinstance(node, Every) else " | "
    return f"({joint.join(_tsquery_of(one) for one in node.nodes)})"
