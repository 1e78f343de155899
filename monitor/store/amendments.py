"""Two more things that a verdict changes: an article opens a storyline of its own, or was published on another day."""

from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa

from monitor.store import corrections, search_index
from monitor.store.corrections import Change
from monitor.store.database import insert_new
from monitor.store.storylines import slug_of
from monitor.store.tables import articles, developments, facts, placements, remembered, storylines

OPENED, DATED = "opened", "dated"  # what stands in `before` of a review beside the rows of corrections.py

Before = dict[str, list[Any]]


# ── a storyline of its own ────────────────────────────────────────────────────


def open_storyline(change: Change, title: str) -> None:
    """Open a storyline under a title, and move the article to it with its development and all that tell it."""
    row = {"slug": slug_of(title, change.article), "title": title, "opened_at": change.now}
    made = insert_new(change.tx, storylines, [row], returning=storylines.c.id)
    change.before[OPENED] = list(made)
    target = change.tx.execute(sa.select(storylines).where(storylines.c.slug == row["slug"])).one()
    if made:
        change.effects.append(f"it opens the storyline {target.slug}")
    corrections.move(change, target)


def _close_if_empty(tx: sa.Connection, storyline: int) -> None:
    held = (table.c.storyline_id == storyline for table in (developments, placements, remembered, facts))
    if not any(tx.execute(sa.select(sa.literal(1)).where(one).limit(1)).first() for one in held):
        tx.execute(storylines.delete().where(storylines.c.id == storyline))


# ── another date ──────────────────────────────────────────────────────────────


def redate(change: Change, day: date) -> None:
    """Let an article have been published on another day; what it tells first became known then. Its development keeps its key."""
    tx = change.tx
    row = tx.execute(sa.select(articles.c.stated_at, articles.c.first_seen_at).where(articles.c.id == change.article)).one()
    at = min(datetime.combine(day, time(12), UTC), row.first_seen_at)
    if row.stated_at == at:
        return
    own = tx.execute(sa.select(developments.c.id, developments.c.known_at).where(developments.c.article_id == change.article)).all()
    kept = tx.execute(sa.select(remembered.c.at).where(remembered.c.article_id == change.article)).scalar()
    known = {str(one.id): one.known_at.isoformat() for one in own}
    change.before[DATED] = [{"article_id": change.article, "stated_at": _text(row.stated_at), "known": known, "at": _text(kept)}]
    _set(tx, change.article, at, {one.id: at for one in own}, at if kept else None)
    change.effects.append(f"it was published on {day}" + (", and so its development became known" if own else ""))


def _set(tx: sa.Connection, article: int, stated: datetime | None, known: dict[int, datetime], at: datetime | None) -> None:
    tx.execute(articles.update().where(articles.c.id == article).values(stated_at=stated))
    for development, moment in known.items():
        tx.execute(developments.update().where(developments.c.id == development).values(known_at=moment))
    if at is not None:
        tx.execute(remembered.update().where(remembered.c.article_id == article).values(at=at))
        tx.execute(facts.update().where(facts.c.article_id == article).values(at=at))
    lines = sa.select(developments.c.storyline_id).where(developments.c.id.in_(known))
    corrections.move_on(tx, tx.execute(lines).scalars())
    search_index.note(tx, [article])


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


# ── undoing ───────────────────────────────────────────────────────────────────


def touched(before: Before) -> set[tuple[str, int]]:
    """Name what a review dated or opened."""
    dated = {(DATED, int(row["article_id"])) for row in before.get(DATED, ())}
    return dated | {(OPENED, int(one)) for one in before.get(OPENED, ())}


def put_back(tx: sa.Connection, before: Before) -> None:
    """Undo both: the dates as they were; a storyline that was opened is closed again where nothing else lies in it."""
    for row in before.get(DATED, ()):
        known = {int(one): datetime.fromisoformat(at) for one, at in row["known"].items()}
        _set(tx, row["article_id"], _moment(row["stated_at"]), known, _moment(row["at"]))
    for one in before.get(OPENED, ()):
        _close_if_empty(tx, int(one))
