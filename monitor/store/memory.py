"""The memory that placing looks things up in: indexed look-ups with limits, never a scan, so that the cost stays flat as it grows.

Rows are fetched all at once, which takes a third of the time of fetching one after the other.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from monitor.domain.facts.facts import NAMES, TODAY, Fact, Reading, pack, pack_fact, pack_sketch, unpack, unpack_fact, weightiest
from monitor.domain.judging.earlier import KnownFact, designators
from monitor.domain.judging.kinship import Neighbour
from monitor.domain.words.cached import by_word
from monitor.store.database import insert_many, insert_new, listed, upsert
from monitor.store.tables import articles, developments, facts, postings, remembered, shingles, storylines, terms

PER_TERM = 24  # articles read from one posting list, the newest
PER_RUN = 100  # articles read for one run of words, the newest: what stands in more of them stands around the news
NEAR = 14  # articles compared exactly
RECENT = 10  # of them, the newest whatever they say: a retelling may share no word with its original
RECENT_DAYS = 3
SEEDS = 8  # what the user gave is compared with whatever comes, so that its own text under a new date is known after years
HEADS = 3  # developments of each likely storyline, the newest: they stay within reach for ever
TWINS = 3
KNOWN = 400  # facts with an equal key
KNOWN_OF_A_KEY = 5  # of them, in each storyline: what everybody repeats must not push out what was told once
KNOWN_BEFORE = 48  # rows of the same slots, the newest; a fact has one for each of its keys
POSTED_TERMS = 40
ASKED_TERMS = 10
_ALL = "all articles"  # the row of `terms` that counts them


@by_word
def hash_of(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big") >> 1


# ── features ──────────────────────────────────────────────────────────────────


def features_of(reading: Reading) -> dict[str, float]:
    """Name all that an article may be found or weighed by, with its weight."""
    bags: Sequence[tuple[str, Mapping[str, float]]] = (
        (f"w:{reading.language}:", reading.terms),
        ("c:", reading.concepts),
        ("e:", reading.entities),
        ("", reading.names),
    )
    found = {kind + name: weight for kind, bag in bags for name, weight in bag.items()}
    for fact in reading.facts:
        for key in fact.keys if fact.kind not in NAMES and fact.slot != TODAY else ():
            found[key] = max(found.get(key, 0.0), 0.5 if fact.recalled else 2.0)
    return found


def _posted(features: Mapping[str, float]) -> list[str]:
    """Choose what goes into posting lists: no ideas (every article holds them), and the weightiest words."""
    words = weightiest((name for name in features if name.startswith("w:")), features)
    return [*words[:POSTED_TERMS], *(name for name in features if not name.startswith(("w:", "c:")))]


def rarity(tx: sa.Connection, names: Iterable[str]) -> dict[str, float]:
    """Say how rare features are among remembered articles, from near 0 (in all of them) to 1 (new)."""
    wanted = {hash_of(name): name for name in names}
    every = hash_of(_ALL)
    counts = dict.fromkeys(wanted, 0)
    total = 0
    for found, articles_with in tx.execute(_COUNTED, {"hashes": json.dumps([*wanted, every])}).all():
        if found == every:
            total = articles_with
        else:
            counts[found] = articles_with
    rarest = math.log(1 + (total + 30) / 2)
    rare = {count: math.log(1 + (total + 30) / (count + 1)) / rarest if count else 1.0 for count in set(counts.values())}
    return {wanted[found]: rare[count] for found, count in counts.items()}


def _each_hash() -> sa.TableValuedAlias:
    """The hashes of a JSON list, a row for each: hundreds of them are one parameter."""
    return sa.func.each(sa.bindparam("hashes", type_=sa.Text)).table_valued(sa.column("value", sa.Text), name="asked")


def _counted() -> sa.Select[Any]:
    asked = _each_hash()
    listed = asked.join(terms, terms.c.hash == sa.cast(asked.c.value, sa.BigInteger))
    return sa.select(terms.c.hash, terms.c.articles).select_from(listed)


_COUNTED = _counted()


# ── finding ───────────────────────────────────────────────────────────────────


def twins(tx: sa.Connection, reading: Reading) -> list[int]:
    """Find the articles that share most runs of words with this one, the most first."""
    hashes = list(reading.sketch.hashes)[:128]
    if not hashes:
        return []
    least = max(min(2, len(hashes)), len(hashes) // 8)
    return list(tx.execute(_SHARING, {"hashes": json.dumps(hashes), "least": least}).scalars().all())


def near(tx: sa.Connection, features: Mapping[str, float], rare: Mapping[str, float], at: datetime, likely: Sequence[str]) -> list[int]:
    """Find the articles worth comparing: by rare features, by nearness in time, the heads of the likely storylines, and the seeds."""
    hits: dict[int, float] = {}
    worth = {hash_of(name): rare.get(name, 1.0) for name in _asked(features, rare)}
    for found, article in tx.execute(_POSTED, {"hashes": json.dumps(list(worth))}).all():
        hits[article] = hits.get(article, 0.0) + worth[found]
    best = sorted(sorted(hits, reverse=True), key=hits.__getitem__, reverse=True)[:NEAR]  # of equal ones the newest
    recent = tx.execute(_RECENT, {"since": at - timedelta(days=RECENT_DAYS)}).scalars().all()
    return list(dict.fromkeys([*best, *recent, *_heads(tx, likely), *tx.execute(_SEEDS).scalars().all()]))


def _heads(tx: sa.Connection, likely: Sequence[str]) -> list[int]:
    """Find the newest developments of each likely storyline, in their order."""
    newest: dict[str, list[int]] = {slug: [] for slug in likely}
    for slug, article in tx.execute(_HEADS[tx.dialect.name], {"slugs": list(likely)}).all():
        newest[slug].append(article)
    return [article for articles_of_one in newest.values() for article in articles_of_one]


def _newest_of_each(table: sa.Table, most: int) -> sa.Select[Any]:
    """Read the newest of many lists in one statement: each from its entry number `most` on, which its index finds."""
    each = _each_hash()
    asked, listed = sa.cast(each.c.value, sa.BigInteger), table.alias("listed")
    oldest = sa.select(listed.c.article_id).where(listed.c.hash == asked).order_by(listed.c.article_id.desc()).offset(most - 1).limit(1)
    since = sa.func.coalesce(oldest.correlate(each).scalar_subquery(), 0)
    return sa.select(table.c.hash, table.c.article_id).select_from(
        each.join(table, sa.and_(table.c.hash == asked, table.c.article_id >= since))
    )


def _sharing() -> sa.Select[Any]:
    found, shared = _newest_of_each(shingles, PER_RUN).subquery("found"), sa.func.count().label("shared")
    alike = sa.select(found.c.article_id).group_by(found.c.article_id).having(shared >= sa.bindparam("least"))
    return alike.order_by(shared.desc(), found.c.article_id).limit(TWINS)


_POSTED, _SHARING = _newest_of_each(postings, PER_TERM), _sharing()
_RECENT = sa.select(remembered.c.article_id).where(remembered.c.at >= sa.bindparam("since")).order_by(remembered.c.at.desc()).limit(RECENT)

# The comparison finds them by the index of seeds, which holds nothing else.
_SEEDS = sa.select(articles.c.id).where(articles.c.seed > "").order_by(articles.c.seed).limit(SEEDS)


def _newest_heads(dialect: str) -> sa.Select[Any]:
    head = remembered.alias("head")
    own = sa.select(head.c.article_id, head.c.at).where(head.c.storyline_id == storylines.c.id, head.c.told_new)
    own = own.order_by(head.c.at.desc(), head.c.article_id.desc()).limit(HEADS).correlate(storylines)
    found, by_itself = _looked_up(own, remembered.c.article_id, dialect)
    heads = sa.select(storylines.c.slug, found.c.article_id).select_from(storylines.join(found, by_itself))
    wanted = storylines.c.slug.in_(sa.bindparam("slugs", expanding=True))
    return heads.where(wanted).order_by(found.c.at.desc(), found.c.article_id.desc())


def _looked_up(own: sa.Select[Any], key: sa.Column[int], dialect: str) -> tuple[sa.FromClause, sa.ColumnElement[bool]]:
    """Join what is looked up with a limit for each row of another table: its rows, and the condition of the join."""
    # SQLite knows no LATERAL, and PostgreSQL looks nothing up by an IN that depends on another row.
    if dialect == "postgresql":
        return own.lateral("found"), sa.true()
    found = key.table.alias("found")
    return found, found.c[key.name].in_(own.with_only_columns(own.selected_columns[key.name]))


_HEADS = {dialect: _newest_heads(dialect) for dialect in ("sqlite", "postgresql")}


def _asked(features: Mapping[str, float], rare: Mapping[str, float]) -> list[str]:
    """Choose what to look up: the weightiest rare words, and every name and fact."""
    worth = {name: math.log1p(weight) * rare.get(name, 1.0) for name, weight in features.items() if not name.startswith("c:")}
    words = weightiest((name for name in worth if name.startswith("w:")), worth)
    others = weightiest((name for name in worth if not name.startswith("w:")), worth)
    return [*words[:ASKED_TERMS], *others[: 2 * ASKED_TERMS]]


def load(tx: sa.Connection, ids: Sequence[int], *, sketches: bool = False) -> list[Neighbour]:
    """Load remembered articles for comparison, in the order asked for; with their sketches where copies are looked for."""
    rows = tx.execute(_SKETCHED if sketches else _LOADED, {"ids": json.dumps(ids)}).all() if ids else ()
    found = {row[0]: _neighbour(*row) for row in rows}
    return [found[article] for article in ids if article in found]


def _neighbour(
    article: int,
    at: datetime,
    told_new: bool,
    packed: str,
    publisher: str,
    slug: str | None,
    key: str | None,
    first: int | None,
    seed: str | None,
    sketch: str | None = None,
) -> Neighbour:
    return Neighbour(article, at, publisher, _reading(packed, sketch), slug, key, first or article, told_new, bool(seed))


@lru_cache(maxsize=400)
def _reading(packed: str, hashes: str | None) -> Reading:
    """Unpack a reading; the same few hundred are compared again and again, and the text itself is the key."""
    return unpack(json.loads(packed), json.loads(hashes) if hashes else None)


_LOADED = (
    sa.select(
        remembered.c.article_id,
        remembered.c.at,
        remembered.c.told_new,
        sa.cast(remembered.c.reading, sa.Text).label("reading"),
        articles.c.publisher,
        storylines.c.slug,
        developments.c.key,
        developments.c.article_id.label("first"),
        articles.c.seed,
    )
    .join(articles, articles.c.id == remembered.c.article_id)
    .outerjoin(storylines, storylines.c.id == remembered.c.storyline_id)
    .outerjoin(developments, developments.c.id == remembered.c.development_id)
    .where(remembered.c.article_id.in_(listed(sa.bindparam("ids"))))
)
_SKETCHED = _LOADED.add_columns(sa.cast(remembered.c.sketch, sa.Text).label("sketch"))


def known(tx: sa.Connection, reading: Reading, slugs: Sequence[str]) -> list[KnownFact]:
    """Find what the likely storylines know of an article's facts: equal values, and other values of the same slots."""
    told = [fact for fact in reading.facts if fact.kind not in NAMES]
    keys = sorted({key for fact in told for key in fact.keys} | {_OF + craft for craft in designators(reading.names)})
    slots = sorted({fact.slot for fact in told if not fact.recalled})
    if not slugs or not keys:
        return []
    equal = tx.execute(_EQUAL[tx.dialect.name], {"slugs": slugs, "values": json.dumps(keys)}).all()
    before = tx.execute(_BEFORE[tx.dialect.name], {"slugs": slugs, "values": json.dumps(slots)}).all()
    # A fact has a row for each of its keys.
    once = {(slug, article, text): (packed, slug, at, source, article) for packed, text, slug, at, source, article in [*equal, *before]}
    return [KnownFact(_fact(packed), *teller) for packed, *teller in once.values()]


@lru_cache(maxsize=4_000)
def _fact(packed: str) -> Fact:
    """Unpack a fact; what a storyline knows is compared again with each of its articles."""
    return unpack_fact(json.loads(packed))


def _newest(column: sa.Column[str], limit: int, of_a_value: int, dialect: str) -> sa.Select[Any]:
    """Find the newest facts with one of many values, without reading all their tellings: what everybody repeats is told without end.

    Each value of each storyline is looked up by itself, newest first as the index has it; the newest of all are among what that gives.
    """
    asked = sa.func.each(sa.bindparam("values", type_=sa.Text)).table_valued(sa.column("value", sa.Text), name="asked")
    lines, told = storylines.alias("lines"), facts.alias("told")
    own = sa.select(told.c.id, told.c.at).where(told.c.storyline_id == lines.c.id, told.c[column.name] == asked.c.value)
    own = own.order_by(told.c.at.desc(), told.c.id.desc()).limit(of_a_value).correlate(lines, asked)
    found, by_itself = _looked_up(own, facts.c.id, dialect)
    newest = sa.select(found.c.id).select_from(lines.join(asked, sa.true()).join(found, by_itself))
    newest = (
        newest.where(lines.c.slug.in_(sa.bindparam("slugs", expanding=True))).order_by(found.c.at.desc(), found.c.id.desc()).limit(limit)
    )
    told_by = sa.select(
        sa.cast(facts.c.fact, sa.Text).label("fact"), facts.c.text, storylines.c.slug, facts.c.at, facts.c.source, facts.c.article_id
    ).join(storylines)
    return told_by.where(facts.c.id.in_(newest)).order_by(facts.c.at.desc(), facts.c.id.desc())


_EQUAL = {dialect: _newest(facts.c.key, KNOWN, KNOWN_OF_A_KEY, dialect) for dialect in ("sqlite", "postgresql")}
_BEFORE = {dialect: _newest(facts.c.slot, KNOWN_BEFORE, KNOWN_BEFORE, dialect) for dialect in ("sqlite", "postgresql")}


# ── remembering ───────────────────────────────────────────────────────────────


def remember(
    tx: sa.Connection,
    article: int,
    at: datetime,
    source: str,
    reading: Reading,
    storyline: int | None,
    development: int | None,
    told_new: bool,
) -> None:
    """Keep what later articles will be compared with; remembering twice does no harm."""
    row = {
        "article_id": article,
        "at": at,
        "storyline_id": storyline,
        "development_id": development,
        "told_new": told_new,
        "reading": pack(reading),
        "sketch": pack_sketch(reading),
    }
    if not insert_new(tx, remembered, [row], returning=remembered.c.article_id):
        upsert(tx, remembered, ["article_id"], row)
        return
    features = features_of(reading)
    columns = ("hash", "article_id")
    insert_many(tx, shingles, columns, [(value, article) for value in sorted(reading.sketch.hashes)], skip_known=True)
    insert_many(tx, postings, columns, [(value, article) for value in _hashes(_posted(features))], skip_known=True)
    insert_many(tx, terms, ("hash", "articles"), [(value, 1) for value in _hashes([_ALL, *features])], adding="articles")
    if storyline is not None:
        know(tx, storyline, reading, at, source, article)


def _hashes(names: Iterable[str]) -> list[int]:
    """Hash names, in the order of the tables: they then are written at fewer places."""
    return sorted({hash_of(name) for name in names})


_OF = "of:"  # the key of what is to come for a craft, whatever its day: that of MS-23 is found when its new day is told


def _crafts(fact: Fact) -> list[str]:
    return [_OF + craft for craft in designators(fact.about)] if fact.kind == "date" and fact.ahead and not fact.recalled else []


def know(tx: sa.Connection, storyline: int, reading: Reading, at: datetime, source: str | None, article: int | None) -> None:
    """Let a storyline know the figures, sums and dates of a text, for ever."""
    told = [(fact, pack_fact(fact)) for fact in reading.facts if fact.kind not in NAMES]
    columns = ("storyline_id", "key", "slot", "text", "fact", "article_id", "source", "at")
    rows = [
        (storyline, key, fact.slot, fact.text, packed, article, source, at) for fact, packed in told for key in (*fact.keys, *_crafts(fact))
    ]
    insert_many(tx, facts, columns, rows)
