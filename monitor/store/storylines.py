"""Storylines, their developments, and where each match was placed."""

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import Alert, with_tellers
from monitor.domain.articles.article import Article
from monitor.domain.articles.attribution import origin_of
from monitor.domain.facts.facts import Reading, read
from monitor.domain.judging.storyline import Decision, StorylineContext, Teller
from monitor.domain.matching.topic import Match
from monitor.store import memory, search_index
from monitor.store.database import insert_new, upsert
from monitor.store.tables import address, articles, developments, placements, remembered, storylines

_LONGEST_SLUG = 48
_STANDING = developments.c.retracted_at.is_(None)  # a person may have said that it is none


def read_article(article: Article, match: Match, asides: Collection[str] = ()) -> Reading:
    """Read an article with the entities that matching found in it; `asides` are those that any news may name."""
    # A match that was read back has no places: its weightiest entities count as those of the title.
    mentions = [(m.entity, m.sentence) for m in match.mentions] or [(entity, 0) for entity in match.entities[:4]]
    return read(article.title, article.text, article.language, article.published.date(), mentions, asides, match.shown)


# ── placing ───────────────────────────────────────────────────────────────────


def save_placement(tx: sa.Connection, article: Article, decision: Decision, reading: Reading | None, now: datetime) -> Decision:
    """Keep a placement with its development and what is remembered; answer the decision with the keys it was given."""
    at = article.published
    told_new = decision.placement in ("development", "opening")
    # Whatever alerts has a development of its own, so that no two articles share an alert: with `alert_on: matches` repeats alert too.
    own = told_new or decision.level in ("push", "digest")
    storyline = _ensure_storyline(tx, decision, article, at, own)
    slug = storyline[1] if storyline else None
    development = _new_development(tx, storyline, article, decision, at) if own and storyline else _development_id(tx, decision.development)
    key = development[1] if development else None
    row = {
        "article_id": article.id,
        "placement": decision.placement,
        "storyline_id": storyline[0] if storyline else None,
        "development_id": development[0] if development else None,
        "of_article_id": decision.of,
        "level": decision.level,
        "held": decision.held,
        "novelties": [_plain(asdict(novelty)) for novelty in decision.novelties],
        "reasons": list(decision.reasons),
        "evidence": dict(decision.evidence),
        "placed_at": now,
    }
    upsert(tx, placements, ["article_id"], row)
    search_index.note(tx, [article.id])
    if reading is not None and decision.placement not in ("none", "copy"):
        memory.remember(
            tx,
            article.id,
            at,
            article.publisher,
            reading,
            storyline[0] if storyline else None,
            development[0] if development else None,
            told_new,
        )
    return _replaced(decision, slug, key)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}


def _replaced(decision: Decision, slug: str | None, key: str | None) -> Decision:
    fields = {name: getattr(decision, name) for name in Decision.__dataclass_fields__}
    return Decision(**{**fields, "storyline": slug, "development": key})


def id_of(tx: sa.Connection, slug: str) -> int | None:
    return tx.execute(_ID_OF_SLUG, {"slug": slug}).scalar()


_ID_OF_SLUG = sa.select(storylines.c.id).where(storylines.c.slug == sa.bindparam("slug"))


def _ensure_storyline(tx: sa.Connection, decision: Decision, article: Article, at: datetime, own: bool) -> tuple[int, str] | None:
    """Find the storyline of a decision; a development without one opens its own, named after its title."""
    slug = decision.storyline or (slug_of(article.title, article.id) if own else None)
    if slug is None:
        return None
    found = id_of(tx, slug)
    if found is None:
        row = {"slug": slug, "title": decision.storyline_title or article.title, "opened_at": at}
        found = int(insert_new(tx, storylines, [row], returning=storylines.c.id)[0])
    if own:
        move(tx, found, at)
    return found, slug


def slug_of(title: str, article: int) -> str:
    """Name a storyline that an article opens."""
    words = re.findall(r"[^\W_]+", title.casefold())
    stem = "-".join(words)[:_LONGEST_SLUG].rstrip("-") or "storyline"
    return f"{stem}-{article}"


def move(tx: sa.Connection, storyline: int, at: datetime) -> None:
    tx.execute(_MOVE, {"storyline": storyline, "at": at})


_MOVE = (
    sa.update(storylines)
    .where(
        storylines.c.id == sa.bindparam("storyline"), sa.or_(storylines.c.moved_at.is_(None), storylines.c.moved_at < sa.bindparam("at"))
    )
    .values(moved_at=sa.bindparam("at"))
)


def _new_development(tx: sa.Connection, storyline: tuple[int, str], article: Article, decision: Decision, at: datetime) -> tuple[int, str]:
    """Give a development its key: storyline, day, and which one of that day."""
    before = tx.execute(_FIRST_TOLD_BY, {"article": article.id}).first()
    if before:
        return before.id, before.key
    day = f"{storyline[1]}#{at.date().isoformat()}-"
    # Those of a dossier are numbered apart ("-d0123"), so that a count of the day's keys never meets one.
    taken = tx.execute(_KEYS_OF_DAY, {"day": day, "end": day + "~"}).scalars()
    number = 1 + sum(1 for key in taken if not key[len(day) :].startswith("d"))
    summary = decision.novelties[0].text if decision.novelties else article.title
    key = f"{day}{number}"
    row = {
        "key": key,
        "storyline_id": storyline[0],
        "article_id": article.id,
        "summary": summary,
        "source_url": article.url,
        "known_at": at,
    }
    return int(insert_new(tx, developments, [row], returning=developments.c.id)[0]), key


_FIRST_TOLD_BY = sa.select(developments.c.id, developments.c.key).where(developments.c.article_id == sa.bindparam("article"), _STANDING)
_KEYS_OF_DAY = sa.select(developments.c.key).where(developments.c.key >= sa.bindparam("day"), developments.c.key < sa.bindparam("end"))
_ID_OF_KEY = sa.select(developments.c.id).where(developments.c.key == sa.bindparam("key"))


def _development_id(tx: sa.Connection, key: str | None) -> tuple[int, str] | None:
    if key is None:
        return None
    found = tx.execute(_ID_OF_KEY, {"key": key}).scalar()
    return (found, key) if found is not None else None


# ── telling ───────────────────────────────────────────────────────────────────


def storyline_context(tx: sa.Connection, slug: str, article_id: int) -> StorylineContext:
    """Tell what an alert says of a storyline, as it stood before this article."""
    row = tx.execute(sa.select(storylines).where(storylines.c.slug == slug)).one()
    mine = tx.execute(sa.select(placements.c.development_id).where(placements.c.article_id == article_id)).scalar()
    before = sa.select(developments.c.known_at, developments.c.summary).where(
        developments.c.storyline_id == row.id, developments.c.id != (mine or 0), _STANDING
    )
    at = tx.execute(sa.select(developments.c.known_at).where(developments.c.id == mine)).scalar() if mine else None
    if at is not None:
        before = before.where(developments.c.known_at <= at)
    last = tx.execute(before.order_by(developments.c.known_at.desc(), developments.c.id.desc()).limit(1)).first()
    seed = _seed_of(tx, row)
    return StorylineContext(
        row.title,
        last.known_at if last else None,
        last.summary if last else None,
        seed.title if seed else None,
        seed.url if seed else None,
        seed.seed if seed else None,
        _tellers(tx, mine),
    )


def _seed_of(tx: sa.Connection, row: Any) -> Any:
    listed = (row.dossier or {}).get("seeds") or (row.dossier or {}).get("related_seeds") or []
    query = sa.select(articles.c.title, address.label("url"), articles.c.seed).where(articles.c.seed.in_(listed))
    return tx.execute(query.order_by(articles.c.id).limit(1)).first() if listed else None


def as_told_now(tx: sa.Connection, alert: Alert) -> Alert:
    """Name all who have told a development since its alert was made."""
    number = tx.execute(sa.select(developments.c.id).where(developments.c.key == alert.development)).scalar()
    return with_tellers(alert, _tellers(tx, number))


def _tellers(tx: sa.Connection, development: int | None) -> tuple[Teller, ...]:
    if development is None:
        return ()
    told = sa.select(articles).join(placements, placements.c.article_id == articles.c.id).where(placements.c.development_id == development)
    rows = tx.execute(told.order_by(articles.c.first_seen_at, articles.c.id).limit(200))
    return tuple(
        Teller(
            r.publisher,
            origin_of(r.text, r.publisher),
            min(r.stated_at or r.feed_at or r.first_seen_at, r.first_seen_at),
            r.language,
            r.link or r.url,
        )
        for r in rows
    )


_MOVED_LAST = (sa.func.coalesce(storylines.c.moved_at, storylines.c.opened_at).desc(), storylines.c.id)


def names(tx: sa.Connection) -> Sequence[Any]:
    """Name every storyline, the one that moved last first."""
    return tx.execute(sa.select(storylines.c.id, storylines.c.slug, storylines.c.title).order_by(*_MOVED_LAST)).all()


def list_storylines(tx: sa.Connection, only: Collection[int] | None = None) -> list[dict[str, Any]]:
    """List the storylines (`only` some, by their ids) with their counts, the one that moved last first."""
    told = sa.select(sa.func.count()).where(developments.c.storyline_id == storylines.c.id, _STANDING).scalar_subquery()
    placed = sa.select(sa.func.count()).where(placements.c.storyline_id == storylines.c.id).scalar_subquery()
    query = sa.select(
        storylines.c.slug,
        storylines.c.title,
        told.label("developments"),
        placed.label("articles"),
        storylines.c.opened_at,
        storylines.c.moved_at,
        storylines.c.dossier,
    )
    query = query.where(storylines.c.id.in_(only)) if only is not None else query
    rows = tx.execute(query.order_by(*_MOVED_LAST))
    return [{**{k: v for k, v in r._mapping.items() if k != "dossier"}, "seeds": list((r.dossier or {}).get("seeds", []))} for r in rows]


def storyline(tx: sa.Connection, slug: str) -> dict[str, Any] | None:
    """Tell a storyline: what the user wrote of it, and its developments in order with the articles that tell each."""
    row = tx.execute(sa.select(storylines).where(storylines.c.slug == slug)).first()
    if row is None:
        return None
    ordered = sa.select(developments).where(developments.c.storyline_id == row.id, _STANDING)
    ordered = ordered.order_by(developments.c.known_at, developments.c.id)
    dossier = row.dossier or {}
    return {
        "slug": row.slug,
        "title": row.title,
        "opened_at": row.opened_at,
        "moved_at": row.moved_at,
        "background": dossier.get("background", ""),
        "key_figures": dossier.get("key_figures", []),
        "seeds": dossier.get("seeds", []),
        "developments": [
            {"key": d.key, "summary": d.summary, "known_at": d.known_at, "source_url": d.source_url, "articles": _articles_of(tx, d.id)}
            for d in tx.execute(ordered)
        ],
        "background_articles": _articles_without(tx, row.id),
    }


def outline(tx: sa.Connection, slug: str) -> dict[str, Any] | None:
    """Tell what the user wrote of a storyline, with the seeds that it begins with; its developments are read by themselves."""
    row = tx.execute(sa.select(storylines).where(storylines.c.slug == slug)).first()
    if row is None:
        return None
    dossier = row.dossier or {}
    names = [*dossier.get("seeds", ()), *dossier.get("related_seeds", ())]
    given = sa.select(
        articles.c.id, articles.c.seed, articles.c.title, articles.c.publisher, articles.c.stated_at, articles.c.first_seen_at
    )
    seeds = [dict(one._mapping) for one in tx.execute(given.where(articles.c.seed.in_(names)).order_by(articles.c.stated_at))]
    return {**row._mapping, "dossier": dossier, "seeds": seeds}


def titles(tx: sa.Connection) -> list[dict[str, Any]]:
    """Name every storyline, for choosing one: those that a dossier describes first."""
    bare = storylines.c.dossier.is_(None) | (sa.cast(storylines.c.dossier, sa.Text) == "null")
    rows = tx.execute(sa.select(storylines.c.slug, storylines.c.title).order_by(bare, storylines.c.title).limit(500))
    return [dict(row._mapping) for row in rows]


_SHOWN = (
    articles.c.id,
    articles.c.publisher,
    articles.c.title,
    address.label("url"),
    articles.c.language,
    articles.c.first_seen_at,
    placements.c.placement,
)


def _articles_of(tx: sa.Connection, development: int) -> list[dict[str, Any]]:
    query = sa.select(*_SHOWN).join(placements, placements.c.article_id == articles.c.id).where(placements.c.development_id == development)
    return [dict(r._mapping) for r in tx.execute(query.order_by(articles.c.first_seen_at, articles.c.id))]


def _articles_without(tx: sa.Connection, storyline: int) -> list[dict[str, Any]]:
    query = sa.select(*_SHOWN).join(placements, placements.c.article_id == articles.c.id)
    query = query.where(placements.c.storyline_id == storyline, placements.c.development_id.is_(None))
    return [dict(r._mapping) for r in tx.execute(query.order_by(articles.c.first_seen_at, articles.c.id))]


def is_remembered(tx: sa.Connection, article_id: int) -> bool:
    """Say whether later articles are compared with this one."""
    return tx.execute(sa.select(remembered.c.article_id).where(remembered.c.article_id == article_id)).first() is not None
