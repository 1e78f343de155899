"""Storylines, their developments, and where each match was placed.

For taking in seeds and dossiers (pipeline/seed.py), in this order and in one transaction:
    save_dossiers(tx, dossiers, now)                            storylines, and the developments that their chronologies tell
    save_seed_placement(tx, article, match, slug, now)          the seed tells `slug` its first development and is remembered;
                                                                `slug` None: the dossier that lists the seed and fits best
Both may run twice. Reading the article and filling the memory happens inside: nothing else is needed.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.articles.attribution import origin_of
from monitor.domain.facts.facts import Reading, read
from monitor.domain.judging.storyline import Decision, Dossier, PastDevelopment, StorylineContext, Teller
from monitor.domain.judging.topic import Match
from monitor.store import memory, search_index
from monitor.store.database import insert_new, upsert
from monitor.store.tables import address, articles, developments, placements, remembered, storylines

SEED_HELD = "a seed: known from the start"
_LONGEST_SLUG = 48
_STANDING = developments.c.retracted_at.is_(None)  # a person may have said that it is none

# ── dossiers and seeds ────────────────────────────────────────────────────────


def save_dossiers(tx: sa.Connection, dossiers: Sequence[Dossier], now: datetime, *, known_until: datetime | None = None) -> None:
    """Keep what the user knows of each storyline; of the chronology what lies before `known_until` (None: all of it)."""
    for dossier in dossiers:
        found = _storyline_id(tx, dossier.slug)
        if found is None:
            row = {"slug": dossier.slug, "title": dossier.title, "opened_at": now, "dossier": _dossier_row(dossier)}
            found = int(insert_new(tx, storylines, [row], returning=storylines.c.id)[0])
        tx.execute(storylines.update().where(storylines.c.id == found).values(title=dossier.title, dossier=_dossier_row(dossier)))
        learn_chronology(tx, found, dossier, known_until)


def learn_chronology(tx: sa.Connection, storyline: int, dossier: Dossier, until: datetime | None = None) -> None:
    """Let a storyline know the past developments of its dossier; those it knows already are passed over."""
    for past in dossier.chronology:
        at = datetime.combine(past.date, time(6), UTC)
        if until is not None and at > until:
            continue
        key = f"{dossier.slug}#{past.date.isoformat()}-d{_hash_of(past)}"
        row = {"key": key, "storyline_id": storyline, "summary": past.what, "source_url": past.url or None, "known_at": at}
        if insert_new(tx, developments, [row], returning=developments.c.id):
            memory.know(tx, storyline, read("", past.what, "en", past.date), at, past.url or None, None)
            _move(tx, storyline, at)


def _hash_of(past: PastDevelopment) -> str:
    """Tell two developments of one day apart by their words, so that correcting the file adds, and never renames."""
    return f"{memory.hash_of(past.what) % 10_000:04d}"


def _dossier_row(dossier: Dossier) -> dict[str, Any]:
    row = asdict(dossier)
    row["chronology"] = [[past.date.isoformat(), past.what, past.url] for past in dossier.chronology]
    return row


def _dossier_of(row: Mapping[str, Any]) -> Dossier:
    past = tuple(PastDevelopment(date.fromisoformat(day), what, url) for day, what, url in row["chronology"])
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name != "chronology"
    }
    return Dossier(**fields, chronology=past)


def save_seed_placement(tx: sa.Connection, article: Article, match: Match, slug: str | None, now: datetime) -> str | None:
    """Let a seed tell its storyline: it opens it, is remembered, and never alerts.

    Answer the development's key; None where the seed is placed already.
    """
    reading = read_article(article, match)
    storyline = slug or _best_for_seed(tx, article.seed, match)
    if tx.execute(sa.select(placements.c.article_id).where(placements.c.article_id == article.id)).first():
        return None
    decision = Decision(
        "development", "store", storyline, storyline_title=article.title, reasons=("given by the user as a seed",), held=SEED_HELD
    )
    return save_placement(tx, article, decision, reading, now).development


def _best_for_seed(tx: sa.Connection, seed: str | None, match: Match) -> str | None:
    """Choose among the dossiers that begin with the seed the one whose entities it names most."""
    mine = [dossier for dossier in dossiers(tx) if seed in dossier.seeds]
    ranked = sorted(mine, key=lambda dossier: -len(set(dossier.key_entities) & set(match.entities)))
    return ranked[0].slug if ranked else None


def read_article(article: Article, match: Match, asides: Collection[str] = ()) -> Reading:
    """Read an article with the entities that matching found in it; `asides` are those that any news may name."""
    # A match that was read back has no places: its weightiest entities count as those of the title.
    mentions = [(m.entity, m.sentence) for m in match.mentions] or [(entity, 0) for entity in match.entities[:4]]
    return read(article.title, article.text, article.language, article.published.date(), mentions, asides)


# ── placing ───────────────────────────────────────────────────────────────────


def dossiers(tx: sa.Connection) -> list[Dossier]:
    """Every storyline that the user described."""
    described = sa.select(storylines.c.dossier).where(storylines.c.dossier.is_not(None))
    return [_dossier_of(row.dossier) for row in tx.execute(described.order_by(storylines.c.id)) if row.dossier]


def dossiers_stamp(tx: sa.Connection) -> tuple[int, int]:
    """A number that changes when the dossiers do; cheaper than reading them."""
    row = tx.execute(_STAMP).one()
    return int(row[0]), int(row[1] or 0)


_STAMP = sa.select(sa.func.count(storylines.c.dossier), sa.func.sum(sa.func.length(sa.cast(storylines.c.dossier, sa.Text))))


def opened(tx: sa.Connection, described: Sequence[Dossier]) -> set[str]:
    """Name those of some described storylines that an article or one of their main seeds belongs to already."""
    # A storyline of which only the dossier tells is known, but its first article opens it.
    told = set(tx.execute(_WITH_ARTICLES, {"slugs": [dossier.slug for dossier in described]}).scalars())
    listed = {seed for dossier in described if dossier.slug not in told for seed in dossier.seeds}
    there = set(tx.execute(_SEEDS_AMONG, {"seeds": list(listed)}).scalars()) if listed else set()
    return told | {dossier.slug for dossier in described if there & set(dossier.seeds)}


_WITH_ARTICLES = sa.select(storylines.c.slug).where(
    storylines.c.slug.in_(sa.bindparam("slugs", expanding=True)), sa.exists().where(placements.c.storyline_id == storylines.c.id)
)
_SEEDS_AMONG = sa.select(articles.c.seed).where(articles.c.seed.in_(sa.bindparam("seeds", expanding=True)))


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


def _storyline_id(tx: sa.Connection, slug: str) -> int | None:
    return tx.execute(_ID_OF_SLUG, {"slug": slug}).scalar()


_ID_OF_SLUG = sa.select(storylines.c.id).where(storylines.c.slug == sa.bindparam("slug"))


def _ensure_storyline(tx: sa.Connection, decision: Decision, article: Article, at: datetime, own: bool) -> tuple[int, str] | None:
    """Find the storyline of a decision; a development without one opens its own, named after its title."""
    slug = decision.storyline or (slug_of(article.title, article.id) if own else None)
    if slug is None:
        return None
    found = _storyline_id(tx, slug)
    if found is None:
        row = {"slug": slug, "title": decision.storyline_title or article.title, "opened_at": at}
        found = int(insert_new(tx, storylines, [row], returning=storylines.c.id)[0])
    if own:
        _move(tx, found, at)
    return found, slug


def slug_of(title: str, article: int) -> str:
    """Name a storyline that an article opens."""
    words = re.findall(r"[^\W_]+", title.casefold())
    stem = "-".join(words)[:_LONGEST_SLUG].rstrip("-") or "storyline"
    return f"{stem}-{article}"


def _move(tx: sa.Connection, storyline: int, at: datetime) -> None:
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
