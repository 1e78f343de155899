"""What can be seen of each feed: what its history says, and the troubles that stand or are over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.feeds.coverage import NEWEST, Ailment, History, Trouble
from monitor.domain.feeds.feed import Feed
from monitor.store.database import insert_new
from monitor.store.tables import articles, entries, feeds, troubles

REMEMBERED = 4 * NEWEST  # of the newest entries and articles


@dataclass(frozen=True, slots=True)
class Standing:
    """A trouble in the archive, with the feed that it is about."""

    id: int
    feed_id: int
    feed: str  # its name
    trouble: Trouble
    began: datetime


def history(tx: sa.Connection, feed: Feed) -> History:
    """Gather what the archive remembers of a feed."""
    newest = sa.select(entries.c.title, entries.c.published_at, entries.c.first_seen_at).where(entries.c.feed_id == feed.id)
    seen = tx.execute(newest.order_by(entries.c.id.desc()).limit(REMEMBERED)).all()
    pages = sa.select(articles.c.stub).join(entries, entries.c.article_id == articles.c.id).where(entries.c.feed_id == feed.id)
    return History(
        arrivals=[min(row.published_at or row.first_seen_at, row.first_seen_at) for row in seen],
        days=feed.days,
        stubs=tx.execute(pages.order_by(entries.c.id.desc()).limit(REMEMBERED)).scalars().all(),
        texts=[row.title for row in seen[:NEWEST]],
    )


def standing(tx: sa.Connection) -> list[Standing]:
    """List the troubles that are not over, the oldest first."""
    joined = sa.select(troubles, feeds.c.name).join(feeds).where(troubles.c.ended_at.is_(None), feeds.c.active)
    return [_standing(row) for row in tx.execute(joined.order_by(troubles.c.began_at, troubles.c.id))]


def _standing(row: Any) -> Standing:
    return Standing(row.id, row.feed_id, row.name, Trouble(Ailment(row.ailment), row.told, row.usual), row.began_at)


def begin(tx: sa.Connection, feed: Feed, found: Trouble, now: datetime) -> Standing | None:
    """Keep a trouble that was not known; None where another process has kept it meanwhile."""
    row = {"feed_id": feed.id, "ailment": found.ailment, "told": found.told, "usual": found.usual, "began_at": now}
    new = insert_new(tx, troubles, [row], returning=troubles.c.id)
    return Standing(new[0], feed.id, feed.settings.name, found, now) if new else None


def tell_anew(tx: sa.Connection, one: Standing, found: Trouble) -> None:
    """Bring the sentence of a trouble that stands up to date."""
    if found.told != one.trouble.told:
        tx.execute(sa.update(troubles).where(troubles.c.id == one.id).values(told=found.told))


def end(tx: sa.Connection, one: Standing, now: datetime) -> bool:
    """Note that a trouble is over; False where another process has noted it meanwhile."""
    ours = sa.and_(troubles.c.id == one.id, troubles.c.ended_at.is_(None))
    return tx.execute(sa.update(troubles).where(ours).values(ended_at=now)).rowcount == 1


def forget_inactive(tx: sa.Connection, now: datetime) -> None:
    """End the troubles of feeds that are no longer asked: nobody has to hear of these."""
    asked = sa.select(feeds.c.id).where(feeds.c.active)
    tx.execute(sa.update(troubles).where(troubles.c.ended_at.is_(None), troubles.c.feed_id.not_in(asked)).values(ended_at=now))
