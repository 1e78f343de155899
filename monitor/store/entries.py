"""Entries as feeds listed them: each is kept once, whatever a feed changes about it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa

from monitor.domain.feeds.address import mask_url
from monitor.domain.feeds.feed import Entry, Feed, FeedSettings, Found, settings_from_dict
from monitor.domain.feeds.url import host_of, unwrap
from monitor.store import leases, queue
from monitor.store.database import insert_in_order, insert_plain
from monitor.store.queue import Job
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

    new: tuple[int, ...]  # ids of entries not seen before, the oldest first
    known: int
    edited: int
    ids: tuple[int, ...]  # of all that were read, in the order of the feed


def save(tx: sa.Connection, feed: Feed, found: Sequence[Found], now: datetime, *, baseline: bool) -> Kept:
    """Keep the entries of a poll with the keys that each is known by; any known key says that the entry is known."""
    named = [one if isinstance(one, int) else (one[0], one[1], _said(one[0])) for one in found]
    sorting = _Sorting(_known(tx, feed.id, [key for one in named if not isinstance(one, int) for key in (*one[1], one[2])]))
    for one in reversed(named):  # feeds list the newest first: the oldest gets the lowest id
        if isinstance(one, int):
            sorting.listed.add(one)
        else:
            sorting.take(*one)
    new = _insert(tx, feed, sorting.new, now, baseline)
    for entry_id, entry in sorting.edited:
        _take_edit(tx, entry_id, entry, now)
    insert_plain(tx, entry_keys, ("feed_id", "key", "entry_id"), [(feed.id, key, _id_of(place, new)) for key, place in sorting.keys])
    queue.for_reading(tx, [*new, *(entry_id for entry_id, _ in sorting.edited)])
    ids = tuple(_id_of(place, new) for place in reversed(sorting.ids))
    return Kept(tuple(new), len(found) - len(new), len(sorting.edited), ids)


@dataclass(slots=True)
class _Sorting:
    """Part what a poll lists into new, edited and known; a new entry has no id yet, so it goes by -1, -2 and so on."""

    known: dict[str, int]  # key → entry
    listed: set[int] = field(default_factory=set)
    new: list[Entry] = field(default_factory=list)
    edited: list[tuple[int, Entry]] = field(default_factory=list)
    keys: list[tuple[str, int]] = field(default_factory=list)  # that were not known
    ids: list[int] = field(default_factory=list)  # of each that was taken

    def take(self, entry: Entry, keys: Sequence[str], said: str) -> None:
        entry_id = next((self.known[key] for key in keys if key in self.known), None)
        if entry_id is None:
            self.new.append(entry)
            entry_id = -len(self.new)
        elif entry_id not in self.listed and said not in self.known:
            self.edited.append((entry_id, entry))
        self.listed.add(entry_id)
        self.ids.append(entry_id)
        for key in (*keys, said):
            if self.known.setdefault(key, entry_id) == entry_id:
                self.keys.append((key, entry_id))


def _id_of(place: int, new: Sequence[int]) -> int:
    return place if place > 0 else new[-place - 1]


def _known(tx: sa.Connection, feed_id: int, keys: Sequence[str]) -> dict[str, int]:
    asked = {"feed": feed_id, "asked": json.dumps(keys)}
    return {row.key: row.entry_id for row in tx.execute(_KNOWN, asked)} if keys else {}


_ASKED = sa.func.each(sa.bindparam("asked", type_=sa.Text)).table_valued(sa.column("value", sa.Text), name="asked")
_KNOWN = sa.select(entry_keys.c.key, entry_keys.c.entry_id).where(
    entry_keys.c.feed_id == sa.bindparam("feed"), entry_keys.c.key.in_(sa.select(_ASKED.c.value))
)


def _said(entry: Entry) -> str:
    """A key for the words themselves: it does not identify, but tells an edit from a feed that flips between two known states."""
    words = "\0".join((entry.title, entry.summary, entry.content))
    return f"said:{blake2b(words.encode(), digest_size=16).hexdigest()}"


def _words(entry: Entry) -> dict[str, Any]:
    return {"title": entry.title, "summary": entry.summary, "content": entry.content}


def _insert(tx: sa.Connection, feed: Feed, new: Sequence[Entry], now: datetime, baseline: bool) -> list[int]:
    common = {"feed_id": feed.id, "first_seen_at": now, "baseline": baseline, "due_at": now}
    rows = [
        {
            **common,
            **_words(entry),
            "guid": entry.guid,
            "link": entry.link,
            "host": host_of(unwrap(entry.link or "") or feed.settings.url),
            "author": entry.author,
            "publisher": entry.publisher,
            "publisher_url": entry.publisher_url,
            "language": entry.language,
            "published_at": entry.published,
        }
        for entry in new
    ]
    return insert_in_order(tx, entries, rows)


def _take_edit(tx: sa.Connection, entry_id: int, entry: Entry, now: datetime) -> None:
    """Keep the new words of an entry, and look at it again."""
    again = sa.case((entries.c.attempts < 3, NEW), else_=entries.c.state)
    # Whoever reads the old words at this moment loses the entry: it is read again.
    free = {"lease": None, "leased_until": None}
    tx.execute(sa.update(entries).where(entries.c.id == entry_id).values(**_words(entry), **free, state=again, due_at=now))


def claim_unread(tx: sa.Connection, now: datetime, limit: int, job: Job | None = None) -> list[StoredEntry]:
    """Take entries that nobody has looked at yet, and stubs whose page is to be tried again; only those of a job, where one is given."""
    waiting = entries.c.state.in_((NEW, STUB))
    due = sa.and_(waiting, entries.c.host == job.key) if job else waiting
    rows = leases.claim(tx, entries, due, now, limit, heir_of=job.name if job else None)
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


def give_back(tx: sa.Connection, claimed: Iterable[StoredEntry]) -> None:
    """Give back entries that nobody has looked at."""
    for stored in claimed:
        leases.settle(tx, entries, stored.id, stored.lease)


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
