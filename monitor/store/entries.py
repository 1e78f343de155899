"""Entries as feeds listed them: each is kept once, whatever a feed changes about it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from typing import Any

import sqlalchemy as sa

from monitor.domain.feeds.address import mask_url
from monitor.domain.feeds.feed import Entry, Feed, FeedSettings, Found, settings_from_dict
from monitor.domain.feeds.url import host_of
from monitor.store import leases, queue
from monitor.store.database import insert_many, next_ids
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
class Listed:
    """What a poll brought."""

    feed: Feed
    found: Sequence[Found]
    baseline: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What of it was kept."""

    new: tuple[int, ...]  # ids of entries not seen before, the oldest first
    known: int
    edited: int
    ids: tuple[int, ...]  # of all that were read, in the order of the feed


def save(tx: sa.Connection, polls: Sequence[Listed], now: datetime) -> list[Kept]:
    """Keep the entries of some polls with the keys that each is known by; any known key says that the entry is known."""
    sortings = [_sort(tx, poll) for poll in polls]
    ids = iter(next_ids(tx, entries, sum(len(one.new) for one in sortings)))
    for one in sortings:
        one.new_ids = list(islice(ids, len(one.new)))
    edited = [edit for one in sortings for edit in one.edited]
    insert_many(tx, entries, _COLUMNS, [row for one in sortings for row in one.rows(now)])
    for entry_id, entry in edited:
        _take_edit(tx, entry_id, entry, now)
    insert_many(tx, entry_keys, ("feed_id", "key", "entry_id"), [row for one in sortings for row in one.key_rows()], skip_known=True)
    queue.for_reading(tx, [*(new for one in sortings for new in one.new_ids), *(entry_id for entry_id, _ in edited)])
    return [one.kept() for one in sortings]


def _sort(tx: sa.Connection, poll: Listed) -> "_Sorting":
    named = [one if isinstance(one, int) else (one[0], (*one[1], _said(one[0])), one[2]) for one in poll.found]
    asked = [key for one in named if not isinstance(one, int) for key in one[1]]
    # The first poll that is kept says so in the same transaction (`baseline_at`): before it, nothing is known.
    sorting = _Sorting(poll, _known(tx, poll.feed.id, asked) if poll.feed.baseline_at else {})
    for one in reversed(named):  # feeds list the newest first: the oldest gets the lowest id
        if isinstance(one, int):
            sorting.listed.add(one)
        else:
            sorting.take(*one)
    return sorting


@dataclass(slots=True)
class _Sorting:
    """Part what a poll lists into new, edited and known; a new entry has no id yet, so it goes by -1, -2 and so on."""

    poll: Listed
    known: dict[str, int]  # key → entry
    listed: set[int] = field(default_factory=set)
    new: list[tuple[Entry, str]] = field(default_factory=list)  # with its site
    new_ids: list[int] = field(default_factory=list)
    edited: list[tuple[int, Entry]] = field(default_factory=list)
    keys: list[tuple[str, int]] = field(default_factory=list)  # that were not known
    ids: list[int] = field(default_factory=list)  # of each that was taken

    def take(self, entry: Entry, keys: Sequence[str], site: str) -> None:
        *identity, said = keys
        entry_id = next((self.known[key] for key in identity if key in self.known), None)
        if entry_id is None:
            self.new.append((entry, site))
            entry_id = -len(self.new)
        elif entry_id not in self.listed and said not in self.known:
            self.edited.append((entry_id, entry))
        self.listed.add(entry_id)
        self.ids.append(entry_id)
        for key in keys:
            if key not in self.known:
                self.known[key] = entry_id
                self.keys.append((key, entry_id))

    def id_of(self, place: int) -> int:
        return place if place > 0 else self.new_ids[-place - 1]

    def rows(self, now: datetime) -> Iterator[tuple[Any, ...]]:
        feed, baseline = self.poll.feed, self.poll.baseline
        for entry_id, (entry, site) in zip(self.new_ids, self.new, strict=True):
            yield (entry_id, feed.id, *entry, now, baseline, NEW, 0, now, site or host_of(feed.settings.url))

    def key_rows(self) -> Iterator[tuple[int, str, int]]:
        return ((self.poll.feed.id, key, self.id_of(place)) for key, place in self.keys)

    def kept(self) -> Kept:
        ids = tuple(map(self.id_of, reversed(self.ids)))
        return Kept(tuple(self.new_ids), len(self.poll.found) - len(self.new), len(self.edited), ids)


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


_SEEN = ("published_at", "first_seen_at", "baseline", "state", "attempts", "due_at", "host")
_COLUMNS = ("id", "feed_id", *Entry._fields[:-1], *_SEEN)  # the last field of an entry is when it says it was published


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
