"""Entries as feeds listed them: each is kept once, whatever a feed changes about it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa

from monitor.domain.address import mask_url
from monitor.domain.feed import Entry, Feed, FeedSettings, settings_from_dict
from monitor.store import leases
from monitor.store.database import insert_new
from monitor.store.tables import entries, entry_keys, feeds

NEW, PASSED_OVER, READ, STUB = "new", "passed over", "read", "stub"  # stub: read from the feed's own words, its page to be tried again


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry with its place in the archive and the feed that listed it."""

    id: int
    feed_id: int
    feed: FeedSettings
    entry: Entry
    state: str
    first_seen: datetime
    baseline: bool
    attempts: int
    article_id: int | None
    note: str | None
    lease: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What one poll brought."""

    new: tuple[int, ...]  # ids of entries not seen before
    known: int
    edited: int


def save(tx: sa.Connection, feed: Feed, found: Sequence[tuple[Entry, Sequence[str]]], now: datetime, *, baseline: bool) -> Kept:
    """Keep the entries of a poll with the keys that each is known by; any known key says that the entry is known."""
    named = [(entry, keys, _said(entry)) for entry, keys in found]
    known = _known(tx, feed.id, [key for _, keys, said in named for key in (*keys, said)])
    new: list[int] = []
    listed: set[int] = set()
    edited: list[int] = []
    fresh: list[dict[str, Any]] = []
    for entry, keys, said in reversed(named):  # feeds list the newest first: the oldest gets the lowest id
        entry_id = next((known[key] for key in keys if key in known), None)
        if entry_id is None:
            entry_id = _insert(tx, feed.id, entry, now, baseline)
            new.append(entry_id)
        elif entry_id not in listed and said not in known:
            _take_edit(tx, entry_id, entry, now)
            edited.append(entry_id)
        listed.add(entry_id)
        unknown = [key for key in (*keys, said) if key not in known]
        fresh += [{"feed_id": feed.id, "key": key, "entry_id": entry_id} for key in unknown]
        known |= dict.fromkeys(unknown, entry_id)
    insert_new(tx, entry_keys, fresh)
    _note_listed(tx, sorted(listed - set(new)), now)
    return Kept(tuple(new), len(found) - len(new), len(edited))


def _known(tx: sa.Connection, feed_id: int, keys: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    every = list(keys)
    for start in range(0, len(every), 500):  # SQLite bounds the number of parameters
        part = sa.select(entry_keys.c.key, entry_keys.c.entry_id).where(
            entry_keys.c.feed_id == feed_id, entry_keys.c.key.in_(every[start : start + 500])
        )
        found |= {row.key: row.entry_id for row in tx.execute(part)}
    return found


def _said(entry: Entry) -> str:
    """A key for the words themselves: it does not identify, but tells an edit from a feed that flips between two known states."""
    words = "\0".join((entry.title, entry.summary, entry.content))
    return f"said:{blake2b(words.encode(), digest_size=16).hexdigest()}"


def _words(entry: Entry) -> dict[str, Any]:
    return {"title": entry.title, "summary": entry.summary, "content": entry.content}


def _insert(tx: sa.Connection, feed_id: int, entry: Entry, now: datetime, baseline: bool) -> int:
    row = {
        **_words(entry),
        "feed_id": feed_id,
        "guid": entry.guid,
        "link": entry.link,
        "author": entry.author,
        "publisher": entry.publisher,
        "publisher_url": entry.publisher_url,
        "language": entry.language,
        "published_at": entry.published,
        "first_seen_at": now,
        "last_seen_at": now,
        "baseline": baseline,
        "due_at": now,
    }
    return int(tx.execute(sa.insert(entries).values(row).returning(entries.c.id)).scalar_one())


def _take_edit(tx: sa.Connection, entry_id: int, entry: Entry, now: datetime) -> None:
    """Keep the new words of an entry, and look at it again."""
    again = sa.case((entries.c.attempts < 3, NEW), else_=entries.c.state)
    # Whoever reads the old words at this moment loses the entry: it is read again.
    free = {"lease": None, "leased_until": None}
    tx.execute(sa.update(entries).where(entries.c.id == entry_id).values(**_words(entry), **free, state=again, due_at=now))


def _note_listed(tx: sa.Connection, ids: Sequence[int], now: datetime) -> None:
    """Note that entries are still listed."""
    for start in range(0, len(ids), 500):
        tx.execute(sa.update(entries).where(entries.c.id.in_(ids[start : start + 500])).values(last_seen_at=now))


def claim_unread(tx: sa.Connection, now: datetime, limit: int) -> list[StoredEntry]:
    """Take entries that nobody has looked at yet, and stubs whose page is to be tried again."""
    rows = leases.claim(tx, entries, entries.c.state.in_((NEW, STUB)), now, limit)
    settings = {
        feed.id: feed.settings
        for feed in tx.execute(sa.select(feeds.c.id, feeds.c.settings).where(feeds.c.id.in_({row.feed_id for row in rows})))
    }
    return [_stored(row, settings[row.feed_id]) for row in rows]


def settle(
    tx: sa.Connection, stored: StoredEntry, state: str, *, note: str | None, due_at: datetime, article_id: int | None = None
) -> bool:
    """Write what became of an entry; False where its lease was lost."""
    changes: dict[str, Any] = {"state": state, "note": note, "due_at": due_at, "attempts": stored.attempts + 1}
    if article_id is not None:
        changes["article_id"] = article_id
    return leases.settle(tx, entries, stored.id, stored.lease, **changes)


def release_all(tx: sa.Connection) -> None:
    """Give back every lease."""
    leases.release_all(tx, entries)


def export(tx: sa.Connection) -> dict[str, dict[str, Any]]:
    """Every entry under the URL of its feed as configured, but for keys in it, in order of arrival, with the state of the feed."""
    told: dict[str, dict[str, Any]] = {}
    for feed in tx.execute(sa.select(feeds.c.id, feeds.c.url, feeds.c.state).order_by(feeds.c.id)):
        shown = mask_url(feed.url)
        told[shown if shown not in told else f"{shown} {feed.id}"] = {
            "status": feed.state,
            "entries": [_exported(row) for row in tx.execute(_of_feed(feed.id))],
        }
    return told


def _of_feed(feed_id: int) -> sa.Select[Any]:
    columns = (entries.c.id, entries.c.guid, entries.c.link, entries.c.title, entries.c.summary, entries.c.content)
    return sa.select(*columns).where(entries.c.feed_id == feed_id).order_by(entries.c.id)


def _exported(row: Any) -> dict[str, Any]:
    return {"id": row.guid or row.link or str(row.id), "title": row.title, "link": row.link, "summary": row.summary or row.content}


def counts(tx: sa.Connection) -> Mapping[str, int]:
    """How many entries are in which state."""
    return {row.state: row.n for row in tx.execute(sa.select(entries.c.state, sa.func.count().label("n")).group_by(entries.c.state))}


def of_article(tx: sa.Connection, article_id: int) -> list[Any]:
    """The entries that led to an article, with the feed that listed each."""
    query = sa.select(entries, feeds.c.name.label("feed")).join(feeds).where(entries.c.article_id == article_id)
    return list(tx.execute(query.order_by(entries.c.id)))


def newest_of_feed(tx: sa.Connection, feed_id: int, limit: int) -> list[Any]:
    """The newest entries of a feed."""
    return list(tx.execute(sa.select(entries).where(entries.c.feed_id == feed_id).order_by(entries.c.id.desc()).limit(limit)))


def _stored(row: Any, settings: Mapping[str, Any]) -> StoredEntry:
    entry = Entry(
        guid=row.guid,
        link=row.link,
        title=row.title,
        summary=row.summary,
        content=row.content,
        author=row.author,
        publisher=row.publisher,
        publisher_url=row.publisher_url,
        language=row.language,
        published=row.published_at,
    )
    return StoredEntry(
        id=row.id,
        feed_id=row.feed_id,
        feed=settings_from_dict(settings),
        entry=entry,
        state=row.state,
        first_seen=row.first_seen_at,
        baseline=row.baseline,
        attempts=row.attempts,
        article_id=row.article_id,
        note=row.note,
        lease=row.lease,
    )


def same_feed_has_other(tx: sa.Connection, feed_id: int, entry_id: int, article_id: int) -> bool:
    """Say whether another entry of the same feed led to an article."""
    other = sa.select(entries.c.id).where(entries.c.feed_id == feed_id, entries.c.article_id == article_id, entries.c.id != entry_id)
    return tx.execute(other.limit(1)).first() is not None
