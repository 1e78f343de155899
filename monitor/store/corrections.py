"""What a person's verdict changes in the archive, and how it is put back: nothing is lost, every row that changes is kept as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.facts.facts import Reading, unpack
from monitor.domain.judging.review import NEW
from monitor.domain.judging.storyline import Decision, Novelty
from monitor.store import memory, search_index, storylines
from monitor.store.articles import find
from monitor.store.database import UtcTime
from monitor.store.matches import match_of
from monitor.store.tables import alerts, articles, developments, facts, matches, placements, postings, remembered, shingles, terms
from monitor.store.tables import storylines as lines

_CHUNK = 400  # values in one statement
_KEYS = {
    table.name: key
    for table, key in ((matches, "article_id"), (placements, "article_id"), (developments, "id"), (remembered, "article_id"))
}
_TABLES = {table.name: table for table in (matches, placements, developments, remembered)}
_BULKY = ("reading", "sketch")  # kept only where an article is forgotten


@dataclass(slots=True)
class Change:
    """One verdict at work: what it did, in sentences, and the rows as they were before."""

    tx: sa.Connection
    review: int
    article: int
    now: datetime
    says: str  # "same as article 5"
    effects: list[str] = field(default_factory=list)
    before: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in (*_KEYS, "made", "new to memory")})

    @property
    def because(self) -> str:
        """The reason that stands beside whatever it changed."""
        return f"review {self.review}: {self.says}"

    def keep(self, table: sa.Table, ids: Iterable[int], *, whole: bool = False) -> None:
        """Keep rows as they are, before they are changed; a row that was kept already stays as it was then."""
        key = _KEYS[table.name]
        known = {row[key] for row in self.before[table.name]}
        wanted = [one for one in ids if one not in known]
        for row in self.tx.execute(sa.select(table).where(table.c[key].in_(wanted))) if wanted else ():
            self.before[table.name].append({n: _plain(v) for n, v in row._mapping.items() if whole or n not in _BULKY})


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _row(tx: sa.Connection, table: sa.Table, key: int | None) -> Any:
    return tx.execute(sa.select(table).where(table.c[_KEYS[table.name]] == key)).first()


# ── verdicts ──────────────────────────────────────────────────────────────────


def make_relevant(change: Change) -> None:
    """Let an article that was passed over be placed like any match."""
    if _row(change.tx, matches, change.article).relevant:
        return
    _rematch(change, relevant=True, placed_at=None)
    change.effects.append("it counts as a match, and is placed at the next turn")


def make_irrelevant(change: Change) -> None:
    """Take an article out of matches, storylines and memory: nothing is compared with it any more."""
    if not _row(change.tx, matches, change.article).relevant:
        return
    _rematch(change, relevant=False)
    change.effects.append("it counts as no match")
    placed = _row(change.tx, placements, change.article)
    if placed is None:
        return
    _leave(change, placed, None)
    _replace(change, placement="none", level="none", storyline_id=None, development_id=None, of_article_id=None)
    change.keep(remembered, [change.article], whole=True)
    if forget(change.tx, change.article):
        change.effects.append("later articles are not compared with it")
    move_on(change.tx, [placed.storyline_id])


def make_same(change: Change, target: Any, of: int | None) -> None:
    """Hang an article on another development; the one that it opened is merged, or stays with those who tell it in other words."""
    placed = _row(change.tx, placements, change.article)
    if placed.development_id == target.id:
        return
    _leave(change, placed, target)
    _replace(change, placement="repeat", level="store", storyline_id=target.storyline_id, development_id=target.id, of_article_id=of)
    _belong(change, change.article, target.storyline_id, target.id, told_new=False)
    change.effects.append(f"it is a repeat in {target.key}; it was {placed.placement}")
    move_on(change.tx, [placed.storyline_id, target.storyline_id])


def make_old(change: Change) -> None:
    """Let what an article tells count as known; the development that it opened is retracted."""
    placed = _row(change.tx, placements, change.article)
    own = _row(change.tx, developments, placed.development_id)
    if placed.placement not in NEW and not (own and own.article_id == change.article):
        return
    if own and own.article_id == change.article:
        _retract(change, own, None, _tellers(change, own.id))
    _replace(change, placement="background", level="store", development_id=None)
    _belong(change, change.article, placed.storyline_id, None)  # it was told, if as news wrongly: who retells it tells nobody anew
    change.effects.append(f"it is background; it was {placed.placement}; its facts count as known")
    move_on(change.tx, [placed.storyline_id])


def make_new(change: Change) -> None:
    """Give an article that was held a development of its own; it is not sent, for the person who says so knows it."""
    tx, article = change.tx, find(change.tx, change.article)
    placed, match = _row(tx, placements, change.article), _row(tx, matches, change.article)
    if placed.placement in NEW or article is None:
        return
    change.keep(placements, [article.id])
    change.keep(remembered, [article.id], whole=True)  # it is read anew
    if not _row(tx, remembered, article.id):
        change.before["new to memory"].append(article.id)
    reading = storylines.read_article(article, match_of(match))
    kept = storylines.save_placement(tx, article, _called_new(change, placed, reading), reading, change.now)
    tx.execute(placements.update().where(placements.c.article_id == article.id).values(placed_at=placed.placed_at))
    change.before["made"].append(_row(tx, placements, article.id).development_id)
    change.effects.append(f"it opens the development {kept.development}; it was {placed.placement}")


def _called_new(change: Change, placed: Any, reading: Reading) -> Decision:
    slug = change.tx.execute(sa.select(lines.c.slug).where(lines.c.id == placed.storyline_id)).scalar()
    lead = next((line.text for line in reading.lines if line.where == "lead"), reading.title)
    return Decision(
        "development" if slug else "opening", "store", slug, of=placed.of_article_id, novelties=(Novelty("event", lead, lead),),
        reasons=(change.because, *placed.reasons), held=placed.held or change.because, evidence=placed.evidence,
    )  # fmt: skip


def move(change: Change, storyline: Any) -> None:
    """Move an article, its development and all that tell it to another storyline."""
    placed = _row(change.tx, placements, change.article)
    if placed.storyline_id == storyline.id:
        return
    tellers = [change.article]
    if placed.development_id is not None:
        change.keep(developments, [placed.development_id])
        change.tx.execute(developments.update().where(developments.c.id == placed.development_id).values(storyline_id=storyline.id))
        tellers = [change.article, *(row.article_id for row in _tellers(change, placed.development_id))]
    for teller in tellers:
        change.keep(placements, [teller])
        _belong(change, teller, storyline.id, placed.development_id)
    change.tx.execute(placements.update().where(placements.c.article_id.in_(tellers)).values(storyline_id=storyline.id))
    _replace(change, storyline_id=storyline.id)
    others = f", with {len(tellers) - 1} other articles that tell its development" if len(tellers) > 1 else ""
    change.effects.append(f"it lies in {storyline.slug}{others}")
    move_on(change.tx, [placed.storyline_id, storyline.id])


# ── rows ──────────────────────────────────────────────────────────────────────


def _rematch(change: Change, **values: Any) -> None:
    change.keep(matches, [change.article])
    reasons = [change.because, *_row(change.tx, matches, change.article).reasons]
    change.tx.execute(matches.update().where(matches.c.article_id == change.article).values(reasons=reasons, **values))


def _replace(change: Change, **values: Any) -> None:
    """Change the placement of the article itself, with the reason; held is said only of what did not alert."""
    change.keep(placements, [change.article])
    placed = _row(change.tx, placements, change.article)
    alerted = change.tx.execute(sa.select(alerts.c.id).where(alerts.c.article_id == change.article)).first()
    held = placed.held if placed.held or alerted else change.because
    row = {**values, "reasons": [change.because, *placed.reasons], "held": held}
    change.tx.execute(placements.update().where(placements.c.article_id == change.article).values(**row))


def _tellers(change: Change, development: int) -> list[Any]:
    """List the other articles that tell a development, the first first."""
    told = sa.select(placements).join(articles, articles.c.id == placements.c.article_id)
    told = told.where(placements.c.development_id == development, placements.c.article_id != change.article)
    return list(change.tx.execute(told.order_by(articles.c.first_seen_at, articles.c.id)))


def _leave(change: Change, placed: Any, target: Any) -> None:
    """Let an article leave its development; the one that it opened goes with it, or stays with those who tell it in other words."""
    own = _row(change.tx, developments, placed.development_id)
    if own is None or own.article_id != change.article:
        return
    tellers = _tellers(change, own.id)
    copies = [row for row in tellers if row.placement == "copy" and row.of_article_id == change.article]
    others = [row for row in tellers if row not in copies]
    if not others:
        _retract(change, own, target, copies)
        return
    _follow(change, copies, target)
    _tell_first(change, own, others[0], placed.placement)


def _retract(change: Change, own: Any, target: Any, tellers: Sequence[Any]) -> None:
    change.keep(developments, [own.id])
    values = {"retracted_at": change.now, "merged_into_id": target.id if target else None}
    change.tx.execute(developments.update().where(developments.c.id == own.id).values(**values))
    _follow(change, tellers, target)
    change.effects.append(f"the development {own.key} is " + (f"merged into {target.key}" if target else "retracted"))


def _follow(change: Change, tellers: Sequence[Any], target: Any) -> None:
    """Hang articles on another development, or on none."""
    for row in tellers:
        storyline = target.storyline_id if target else row.storyline_id
        change.keep(placements, [row.article_id])
        values = {"development_id": target.id if target else None, "storyline_id": storyline}
        change.tx.execute(placements.update().where(placements.c.article_id == row.article_id).values(**values))
        # What told a thing that a person calls old is retold by whoever is like it, as that thing itself is.
        _belong(change, row.article_id, storyline, values["development_id"], told_new=target is None)


def _tell_first(change: Change, own: Any, heir: Any, placement: str) -> None:
    change.keep(developments, [own.id])
    change.keep(placements, [heir.article_id])
    change.tx.execute(developments.update().where(developments.c.id == own.id).values(article_id=heir.article_id))
    row = {"placement": placement, "reasons": [f"tells it first; {change.because} of article {change.article}", *heir.reasons]}
    change.tx.execute(placements.update().where(placements.c.article_id == heir.article_id).values(**row))
    _belong(change, heir.article_id, heir.storyline_id, own.id, told_new=True)
    change.effects.append(f"the development {own.key} stays, told first by article {heir.article_id}")


def _belong(change: Change, article: int, storyline: int | None, development: int | None, *, told_new: bool | None = None) -> None:
    """Let the memory know where an article belongs, and its storyline what it tells."""
    change.keep(remembered, [article])
    _settle(
        change.tx,
        article,
        {"storyline_id": storyline, "development_id": development} | ({} if told_new is None else {"told_new": told_new}),
    )


def _settle(tx: sa.Connection, article: int, values: dict[str, Any]) -> None:
    row = _row(tx, remembered, article)
    if row is None:
        return
    tx.execute(remembered.update().where(remembered.c.article_id == article).values(**values))
    old, new = row.storyline_id, values["storyline_id"]
    mine = sa.and_(facts.c.storyline_id == old, facts.c.article_id == article)
    if old == new:
        return
    if new is None:
        tx.execute(facts.delete().where(mine))
    elif old is None:
        memory.know(tx, new, unpack(row.reading, row.sketch), row.at, _publisher(tx, article), article)
    else:
        tx.execute(facts.update().where(mine).values(storyline_id=new))


def _publisher(tx: sa.Connection, article: int) -> str:
    return str(tx.execute(sa.select(articles.c.publisher).where(articles.c.id == article)).scalar_one())


def move_on(tx: sa.Connection, touched: Iterable[int | None]) -> None:
    """Say anew of storylines when their last development became known."""
    standing = sa.and_(developments.c.storyline_id == lines.c.id, developments.c.retracted_at.is_(None))
    last = sa.select(sa.func.max(developments.c.known_at)).where(standing).scalar_subquery()
    tx.execute(lines.update().where(lines.c.id.in_([one for one in touched if one is not None])).values(moved_at=last))


# ── memory ────────────────────────────────────────────────────────────────────


def forget(tx: sa.Connection, article: int) -> bool:
    """Take an article out of the memory, with the facts that its storyline knew by it alone; False where it was not in it."""
    row = _row(tx, remembered, article)
    if row is None:
        return False
    reading = unpack(row.reading, row.sketch)
    names = [memory.hash_of(name) for name in (memory._ALL, *memory.features_of(reading))]
    _drop(tx, shingles, list(reading.sketch.hashes), article)
    _drop(tx, postings, names, article)
    for chunk in _chunks(sorted(set(names))):
        tx.execute(terms.update().where(terms.c.hash.in_(chunk), terms.c.articles > 0).values(articles=terms.c.articles - 1))
    tx.execute(facts.delete().where(facts.c.storyline_id == row.storyline_id, facts.c.article_id == article))
    tx.execute(remembered.delete().where(remembered.c.article_id == article))
    return True


def _drop(tx: sa.Connection, table: sa.Table, hashes: Sequence[int], article: int) -> None:
    for chunk in _chunks(hashes):
        tx.execute(table.delete().where(table.c.hash.in_(chunk), table.c.article_id == article))


def _chunks(values: Sequence[int]) -> list[Sequence[int]]:
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]


# ── undoing ───────────────────────────────────────────────────────────────────


def touched(before: dict[str, list[Any]]) -> set[tuple[str, int]]:
    """Name the rows that a review changed or made."""
    changed = {(name, row[key]) for name, key in _KEYS.items() for row in before[name]}
    return changed | {(developments.name, one) for one in before["made"]}


def articles_in(before: dict[str, list[Any]]) -> set[int]:
    """Name the articles whose match or placement a review changed."""
    return {row["article_id"] for table in (matches, placements) for row in before[table.name]}


def put_back(tx: sa.Connection, before: dict[str, list[Any]], now: datetime) -> None:
    """Undo a change: every row as it was; what came later to a development goes where the development goes."""
    moved = _lines_of(tx, touched(before))
    for article in before["new to memory"]:
        forget(tx, article)
    for row in before[remembered.name]:
        _remember(tx, _typed(remembered, row))
    for table in (developments, matches, placements):
        key = _KEYS[table.name]
        for row in before[table.name]:
            tx.execute(table.update().where(table.c[key] == row[key]).values(**{n: v for n, v in _typed(table, row).items() if n != key}))
    for made in before["made"]:
        tx.execute(developments.update().where(developments.c.id == made).values(retracted_at=now))
        _gather(tx, made, None)
    for row in before[developments.name]:
        _gather(tx, row["id"], row["id"])
    move_on(tx, [*moved, *_lines_of(tx, touched(before))])
    search_index.note(tx, articles_in(before))


def _typed(table: sa.Table, row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: datetime.fromisoformat(value) if value and isinstance(table.c[name].type, UtcTime) else value for name, value in row.items()
    }


def _remember(tx: sa.Connection, row: dict[str, Any]) -> None:
    article, place = row["article_id"], {name: row[name] for name in ("storyline_id", "development_id", "told_new")}
    if _row(tx, remembered, article):
        _settle(tx, article, place | {name: row[name] for name in _BULKY if name in row})
        return
    reading = unpack(row["reading"], row["sketch"])
    memory.remember(tx, article, row["at"], _publisher(tx, article), reading, *place.values())


def _gather(tx: sa.Connection, development: int, into: int | None) -> None:
    """Let all that tell a development lie in its storyline, hanging on it or on none."""
    storyline = _row(tx, developments, development).storyline_id
    tellers = list(tx.execute(sa.select(placements.c.article_id).where(placements.c.development_id == development)).scalars())
    tx.execute(placements.update().where(placements.c.article_id.in_(tellers)).values(storyline_id=storyline, development_id=into))
    for article in tellers:
        _settle(tx, article, {"storyline_id": storyline, "development_id": into})
    search_index.note(tx, tellers)


def _lines_of(tx: sa.Connection, rows: Iterable[tuple[str, int]]) -> list[int]:
    """Name the storylines in which some developments lie."""
    ids = [one for name, one in rows if name == developments.name]
    return list(tx.execute(sa.select(developments.c.storyline_id).where(developments.c.id.in_(ids))).scalars())
