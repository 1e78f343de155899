"""What the user says of storylines, and the seeds that show what they are about.

For taking them in (pipeline/seed.py), in this order and in one transaction:
    save_dossiers(tx, dossiers, now)                            storylines, and the developments that their chronologies tell
    save_seed_placement(tx, article, match, slug, now)          the seed tells `slug` its first development and is remembered;
                                                                `slug` None: the dossier that lists the seed and fits best
Both may run twice. Reading the article and filling the memory happens inside: nothing else is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import read
from monitor.domain.judging.storyline import Decision, Dossier, PastDevelopment
from monitor.domain.matching.topic import Match
from monitor.store import memory
from monitor.store.database import insert_new
from monitor.store.storylines import id_of, move, read_article, save_placement
from monitor.store.tables import articles, developments, placements, storylines

SEED_HELD = "a seed: known from the start"


def save_dossiers(tx: sa.Connection, dossiers: Sequence[Dossier], now: datetime, *, known_until: datetime | None = None) -> None:
    """Keep what the user knows of each storyline; of the chronology what lies before `known_until` (None: all of it)."""
    for dossier in dossiers:
        found = id_of(tx, dossier.slug)
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
            move(tx, storyline, at)


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
    mine = [dossier for dossier in every_dossier(tx) if seed in dossier.seeds]
    ranked = sorted(mine, key=lambda dossier: -len(set(dossier.key_entities) & set(match.entities)))
    return ranked[0].slug if ranked else None


def every_dossier(tx: sa.Connection) -> list[Dossier]:
    """Every storyline that the user described."""
    described = sa.select(storylines.c.dossier).where(storylines.c.dossier.is_not(None))
    return [_dossier_of(row.dossier) for row in tx.execute(described.order_by(storylines.c.id)) if row.dossier]


def dossiers_stamp(tx: sa.Connection) -> tuple[str, ...]:
    """The dossiers as they lie there: another text for another dossier, and cheaper than reading them."""
    return tuple(tx.execute(_STAMP).scalars())


_STAMP = sa.select(sa.cast(storylines.c.dossier, sa.Text)).where(storylines.c.dossier.is_not(None)).order_by(storylines.c.id)


def is_opened(tx: sa.Connection, dossier: Dossier) -> bool:
    """Ask whether an article or a main seed belongs to a described storyline already; what only its dossier tells does not open it."""
    return bool(tx.execute(_OPENED, {"slug": dossier.slug, "seeds": list(dossier.seeds)}).scalar())


_OPENED = sa.select(
    sa.or_(
        sa.exists().where(placements.c.storyline_id == storylines.c.id, storylines.c.slug == sa.bindparam("slug")),
        sa.exists().where(articles.c.seed.in_(sa.bindparam("seeds", expanding=True))),
    )
)
