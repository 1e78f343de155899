"""Reviews: what people said of decisions, a log that only grows. Each says what it changed, and can be undone."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from monitor.domain.judging.review import NO_STORYLINE, Adjustment, Decided, Reviewed, Verdict, adjust, answers, objection
from monitor.domain.matching.topic import Match
from monitor.store import amendments, corrections, search_index
from monitor.store.articles import text_hash
from monitor.store.corrections import Change
from monitor.store.database import insert_new, reading, take_turn
from monitor.store.tables import articles, developments, matches, placements, reviews, storylines


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a verdict cannot be given, or undone."""

    why: str


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict, as a person gives it."""

    article: int
    verdict: Verdict
    of: str | None = None  # an article's number, or a development's key
    storyline: str | None = None
    note: str | None = None
    title: str | None = None  # of the storyline that the article opens
    day: date | None = None  # on which it was really published

    @property
    def named(self) -> dict[str, Any]:
        """What is said beside the verdict."""
        return {"of": self.of, "storyline": self.storyline, "title": self.title, "date": self.day}

    @property
    def other(self) -> str | None:
        """What the verdict names, as the log keeps it."""
        return next((str(one) for one in self.named.values() if one is not None), None)


# ── giving ────────────────────────────────────────────────────────────────────


def give(tx: sa.Connection, said: Given, now: datetime) -> dict[str, Any] | Refused:
    """Keep a verdict and do what it asks for, in one transaction; answer the review with its effects."""
    take_turn(tx, "place")  # nothing is placed between looking and changing
    row = tx.execute(sa.select(articles.c.seed).where(articles.c.id == said.article)).first()
    if row is None:
        return Refused(f"no article {said.article}; `monitor held` and `monitor archive search` list them")
    decided = decided_on(tx, said.article)
    if decided is None:
        return Refused(f"article {said.article} has not been judged yet: run `monitor poll`, or wait for the daemon")
    why = objection(said.verdict, decided, seed=row.seed is not None, named=said.named)
    if why:
        return Refused(f"article {said.article}: {why}")
    target = _target(tx, said)
    return target if isinstance(target, Refused) else _keep(tx, said, decided, target, now)


def _keep(tx: sa.Connection, said: Given, decided: Decided, target: Any, now: datetime) -> dict[str, Any]:
    row: dict[str, Any] = {
        "article_id": said.article,
        "verdict": said.verdict,
        "other": said.other,
        "note": said.note,
        "decided": asdict(decided),
        "effects": [],
        "before": {},
        "made_at": now,
    }
    review = int(insert_new(tx, reviews, [row], returning=reviews.c.id)[0])
    change = Change(tx, review, said.article, now, _in_words(said))
    _apply(change, said, target)
    search_index.note(tx, corrections.articles_in(change.before) | {said.article})
    effects = change.effects or ["noted: it agrees with what was decided"]
    tx.execute(reviews.update().where(reviews.c.id == review).values(effects=effects, before=change.before))
    return listing(tx, reviews.c.id == review)[0]


def _in_words(said: Given) -> str:
    named = f" {'article ' if said.of.isdecimal() else ''}{said.of}" if said.of else f", {said.other}" if said.other else ""
    return said.verdict.replace("-", " ") + named


def _apply(change: Change, said: Given, target: Any) -> None:
    match said.verdict:
        case "relevant":
            corrections.make_relevant(change)
        case "not-relevant":
            corrections.make_irrelevant(change)
        case "new":
            corrections.make_new(change)
        case "not-new":
            corrections.make_old(change)
        case "same-as":
            named = int(said.of) if said.of and said.of.isdecimal() else target.article_id
            corrections.make_same(change, target, named)
        case "wrong-storyline":
            corrections.move(change, target)
        case "opens-storyline":
            amendments.open_storyline(change, said.title or "")
        case "wrong-date":
            amendments.redate(change, said.day or change.now.date())


def _target(tx: sa.Connection, said: Given) -> Any:
    """Find the development or storyline that a verdict names; None where it names none."""
    if said.of is not None:
        found = _development(tx, said.of, said.article)
        if not isinstance(found, Refused) and found.article_id == said.article:
            return Refused(f"article {said.article} told {found.key} first: name an earlier one, or review the other")
        return found
    if said.storyline is None:
        return _stays(tx, said) if said.title is not None else None
    found = tx.execute(sa.select(storylines).where(storylines.c.slug == said.storyline)).first()
    return _stays(tx, said) or found or Refused(f"no storyline {said.storyline!r}; `monitor storylines list` shows them")


def _stays(tx: sa.Connection, said: Given) -> Refused | None:
    """A development that a dossier tells lies where the dossier lies."""
    mine = sa.select(developments.c.key, developments.c.article_id).join(placements, placements.c.development_id == developments.c.id)
    row = tx.execute(mine.where(placements.c.article_id == said.article)).first()
    if row is None or row.article_id is not None:
        return None
    return Refused(f"article {said.article} tells {row.key}, which a dossier tells: move that in storylines.yaml")


def _development(tx: sa.Connection, of: str, article: int) -> Any:
    """Find a development by its key, or by an article that tells it."""
    if not of.isdecimal():
        found = tx.execute(sa.select(developments).where(developments.c.key == of)).first()
        if found is None:
            return Refused(f"no development {of!r}; `monitor storylines show SLUG` lists them")
        return Refused(f"{of} was retracted; `monitor review list` shows why") if found.retracted_at else found
    told = sa.select(developments).join(placements, placements.c.development_id == developments.c.id)
    found = tx.execute(told.where(placements.c.article_id == int(of), developments.c.retracted_at.is_(None))).first()
    if int(of) == article:
        return Refused(f"article {of} is always the same as itself: name another")
    return found or Refused(f"article {of} tells no development; `monitor why {of}` shows where it lies")


def decided_on(tx: sa.Connection, article: int) -> Decided | None:
    """Say what is decided on an article now; None before it was matched."""
    columns = (
        matches.c.relevant,
        matches.c.score,
        placements.c.placement,
        placements.c.level,
        storylines.c.slug,
        developments.c.key,
        matches.c.placed_at,
    )
    joined = matches.outerjoin(placements, placements.c.article_id == matches.c.article_id)
    joined = joined.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    joined = joined.outerjoin(developments, developments.c.id == placements.c.development_id)
    row = tx.execute(sa.select(*columns).select_from(joined).where(matches.c.article_id == article)).first()
    if row is None:
        return None
    placed = (row.placement, row.level, row.slug, row.key) if row.placed_at else (None, None, None, None)
    return Decided(row.relevant, row.score, *placed)


# ── undoing ───────────────────────────────────────────────────────────────────


def undo(tx: sa.Connection, review: int, now: datetime) -> dict[str, Any] | Refused:
    """Put back what a review changed; the review stays in the log."""
    take_turn(tx, "place")
    row = tx.execute(sa.select(reviews).where(reviews.c.id == review)).first()
    if row is None:
        return Refused(f"no review {review}; `monitor review list` shows them")
    if row.undone_at:
        return Refused(f"review {review} was undone on {row.undone_at:%Y-%m-%d %H:%M} UTC")
    later = _later(tx, row)
    if later:
        return Refused(f"review {later} came later and changed the same: undo that first")
    corrections.put_back(tx, row.before, now)
    amendments.put_back(tx, row.before)
    tx.execute(reviews.update().where(reviews.c.id == review).values(undone_at=now))
    return listing(tx, reviews.c.id == review)[0]


def _later(tx: sa.Connection, row: Any) -> int | None:
    """Find the newest standing review that changed what this one changed."""
    mine = _touched(row.before)
    after = sa.select(reviews.c.id, reviews.c.before).where(reviews.c.id > row.id, reviews.c.undone_at.is_(None))
    return next((one.id for one in tx.execute(after.order_by(reviews.c.id.desc())) if mine & _touched(one.before)), None)


def _touched(before: dict[str, list[Any]]) -> set[tuple[str, int]]:
    return corrections.touched(before) | amendments.touched(before)


# ── telling ───────────────────────────────────────────────────────────────────


def listing(tx: sa.Connection, *where: sa.ColumnElement[bool], limit: int | None = None) -> list[dict[str, Any]]:
    """List reviews, the newest first."""
    columns = [column for column in reviews.c if column.name != "before"]
    query = sa.select(*columns, articles.c.title).join(articles).where(*where).order_by(reviews.c.id.desc()).limit(limit)
    return [dict(row._mapping) for row in tx.execute(query)]


def of_articles(tx: sa.Connection, ids: Iterable[int | None]) -> list[dict[str, Any]]:
    """List what was said of some articles, the newest first."""
    return listing(tx, reviews.c.article_id.in_([one for one in ids if one is not None]), limit=100)


def reviewed(tx: sa.Connection) -> list[Reviewed]:
    """Take together, for each article, what was decided and what people said of it; what was undone was never said."""
    query = sa.select(reviews.c.article_id, reviews.c.verdict, reviews.c.decided, articles.c.language).join(articles)
    rows = tx.execute(query.where(reviews.c.undone_at.is_(None)).order_by(reviews.c.article_id, reviews.c.id))
    return [_reviewed(article, list(said)) for article, said in groupby(rows, key=lambda row: row.article_id)]


def _reviewed(article: int, said: list[Any]) -> Reviewed:
    decided = [Decided(**row.decided) for row in said]
    # What a person made a match was placed after they spoke; that decision is judged by what was said later.
    placed = next((one for one in decided if one.placement not in (None, "none")), decided[0])
    return Reviewed(article, said[0].language or "?", decided[0], placed, answers(row.verdict for row in said))


def counts(tx: sa.Connection) -> dict[str, dict[str, Any]]:
    """Count what the archive holds beside the seeds: in all, by language and by storyline."""
    from_all = articles.join(matches).outerjoin(placements, placements.c.article_id == articles.c.id)
    from_all = from_all.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    by_language = _counted(tx, from_all, sa.func.coalesce(articles.c.language, "?"))
    by_storyline = _counted(tx, from_all, sa.func.coalesce(storylines.c.slug, NO_STORYLINE))
    every = {name: sum(row[name] for row in by_language.values()) for name in _COUNTED}
    return {"all": {"all": every}, "language": by_language, "storyline": by_storyline}


_COUNTED = ("articles", "matches", "alerts")


def _counted(tx: sa.Connection, joined: sa.FromClause, group: sa.ColumnElement[str]) -> dict[str, Any]:
    matched = sa.func.sum(sa.case((matches.c.relevant, 1), else_=0))
    alerting = sa.func.sum(sa.case((placements.c.level.in_(("push", "digest")), 1), else_=0))
    query = sa.select(group, sa.func.count(), matched, alerting).select_from(joined).where(articles.c.seed.is_(None))
    return {name: dict(zip(_COUNTED, numbers, strict=True)) for name, *numbers in tx.execute(query.group_by(sa.text("1")))}


# ── what follows ──────────────────────────────────────────────────────────────


def stamp(tx: sa.Connection) -> tuple[int, int]:
    """Two numbers that change when the reviews do; cheaper than reading them."""
    row = tx.execute(sa.select(sa.func.coalesce(sa.func.max(reviews.c.id), 0), sa.func.count(reviews.c.undone_at))).one()
    return int(row[0]), int(row[1])


def adjustment(tx: sa.Connection) -> Adjustment:
    """By how much what people said moves the thresholds; kept nowhere, so that it always follows from the log."""
    return adjust(reviewed(tx))


class Tuning:
    """The adjustment that follows from the reviews: computed at the start, and anew only when they have changed."""

    def __init__(self, db: sa.Engine) -> None:
        self._db = reading(db)
        self._stamp: tuple[int, int] | None = None
        self._adjustment = Adjustment()

    def now(self) -> Adjustment:
        """Say by how much the thresholds are moved now."""
        with self._db.begin() as tx:
            found = stamp(tx)
            if found != self._stamp:
                self._adjustment, self._stamp = adjustment(tx), found
        return self._adjustment


def overrule(tx: sa.Connection, article: int, title: str, text: str, match: Match) -> Match:
    """Let what a person said of an article, or of one with the very same words, go before what matching finds."""
    said = list(tx.execute(_SAID_OF, {"article": article, "hash": text_hash(title, text)}))
    relevant = answers(row.verdict for row in said).relevant
    if relevant is None or relevant == match.relevant:
        return match
    why = f"review {said[-1].id}: a person called article {said[-1].article_id} {'relevant' if relevant else 'not relevant'}"
    return replace(match, relevant=relevant, reasons=(why, *match.reasons))


_SAID_OF = (
    sa.select(reviews.c.id, reviews.c.verdict, reviews.c.article_id)
    .join(articles)
    .where(
        reviews.c.undone_at.is_(None),
        sa.or_(
            articles.c.id == sa.bindparam("article"),
            sa.and_(articles.c.text_hash == sa.bindparam("hash"), reviews.c.verdict == "not-relevant"),
        ),
    )
    .order_by(reviews.c.article_id == sa.bindparam("article"), reviews.c.id)
)
