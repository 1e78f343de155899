"""What the archive says of the monitor itself: work that waits, targets that take nothing, counts since the last heartbeat."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.operations import Matter, Pulse
from monitor.domain.alerts.upkeep import Refusing, Standing
from monitor.store import notes
from monitor.store.tables import alerts, articles, deliveries, entries, feeds, matches

REFUSING_AFTER = timedelta(hours=1)
STANDING, HEARTBEAT, SET_BACK, COPIED = "operations standing", "heartbeat", "clock set back", "copied"
NEVER_SEEN = ("gone", "refused")  # states of a feed


def oldest_work(tx: sa.Connection, now: datetime) -> dict[str, datetime]:
    """Say for each stage since when its oldest work waits that nobody is at; stages without any are left out."""
    waits = {
        "poll": _first(feeds.c.due_at, feeds.c.active, feeds.c.due_at <= now, _idle(feeds, now)),
        "read": _first(entries.c.due_at, entries.c.state == "new", entries.c.due_at <= now, _idle(entries, now)),
        "match": _first(articles.c.first_seen_at, articles.c.matched_at.is_(None)),
        "place": _first(matches.c.matched_at, matches.c.relevant.in_([True, False]), matches.c.placed_at.is_(None)),
        "deliver": _first(deliveries.c.due_at, *_deliverable(now)),
    }
    found = {stage: tx.execute(query).scalar() for stage, query in waits.items()}
    return {stage: since for stage, since in found.items() if since is not None}


def _deliverable(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    """What a target that refuses keeps waiting is no fault of the stage."""
    waiting = deliveries.alias("waiting")
    refusing = sa.select(waiting.c.channel).where(waiting.c.state == "pending", waiting.c.verdict.is_not(None))
    return (
        deliveries.c.state == "pending",
        deliveries.c.due_at <= now,
        _idle(deliveries, now),
        deliveries.c.channel.not_in(refusing),
    )


def _first(moment: sa.Column[Any], *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(sa.func.min(moment)).where(*where)


def _idle(table: sa.Table, now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(table.c.leased_until.is_(None), table.c.leased_until <= now)


def refusing(tx: sa.Connection, now: datetime) -> list[Refusing]:
    """List the channels whose target refused something an hour ago and has taken nothing since."""
    refused = sa.or_(deliveries.c.state == "given up", sa.and_(deliveries.c.state == "pending", deliveries.c.verdict.is_not(None)))
    rows = tx.execute(sa.select(deliveries).where(refused, deliveries.c.made_at <= now - REFUSING_AFTER).order_by(deliveries.c.id)).all()
    by_channel: dict[str, list[Any]] = {}
    for row in rows:
        by_channel.setdefault(row.channel, []).append(row)
    return [one for channel, refusals in by_channel.items() for one in _refusing(tx, channel, refusals)]


def _refusing(tx: sa.Connection, channel: str, refusals: list[Any]) -> Iterator[Refusing]:
    sent = sa.select(sa.func.max(deliveries.c.sent_at)).where(deliveries.c.channel == channel, deliveries.c.state == "sent")
    last: datetime | None = tx.execute(sent).scalar()
    since = [row for row in refusals if last is None or row.made_at > last]
    if any(row.state == "pending" for row in since):  # what was given up has been told when it was
        given_up = sum(row.state == "given up" for row in since)
        yield Refusing(channel, since[0].made_at, len(since) - given_up, given_up, since[-1].verdict or "")


def standing(tx: sa.Connection) -> Standing:
    """Say what was wrong at the last look."""
    noted = notes.read(tx, STANDING) or {"told": [], "suspected": []}
    return Standing(*(tuple(_matter(one) for one in noted[name]) for name in ("told", "suspected")))


def note(tx: sa.Connection, now_standing: Standing, now: datetime) -> None:
    """Note what is wrong now."""
    rows = {name: [_plain(one) for one in getattr(now_standing, name)] for name in ("told", "suspected")}
    notes.write(tx, STANDING, rows, now)


def _plain(matter: Matter) -> dict[str, Any]:
    return {"kind": matter.kind, "name": matter.name, "told": matter.told, "since": matter.since.isoformat()}


def _matter(noted: dict[str, Any]) -> Matter:
    return Matter(noted["kind"], noted["name"], noted["told"], datetime.fromisoformat(noted["since"]))


def note_set_back(tx: sa.Connection, by: timedelta, now: datetime) -> None:
    """Note that the clock was set back."""
    notes.write(tx, SET_BACK, {"at": now.isoformat(), "seconds": by.total_seconds()}, now)


def set_back(tx: sa.Connection) -> tuple[datetime, timedelta] | None:
    """Say when the clock was last set back, and by how much."""
    noted = notes.read(tx, SET_BACK)
    return (datetime.fromisoformat(noted["at"]), timedelta(seconds=noted["seconds"])) if noted else None


@dataclass(frozen=True, slots=True)
class LastCopy:
    """What became of the daily copy of the archive."""

    made: datetime  # the last that is whole; before the first, when it was wished
    tried: datetime
    failed: str | None = None  # why there is no newer one


def last_copy(tx: sa.Connection) -> LastCopy | None:
    """Say what became of the daily copy; None where none was ever wished."""
    noted = notes.read(tx, COPIED)
    if noted is None:
        return None
    return LastCopy(datetime.fromisoformat(noted["made"]), datetime.fromisoformat(noted["tried"]), noted["failed"])


def note_copy(tx: sa.Connection, now: datetime) -> None:
    """Note that the archive has been copied."""
    notes.write(tx, COPIED, {"made": now.isoformat(), "tried": now.isoformat(), "failed": None}, now)


def note_no_copy(tx: sa.Connection, why: str, now: datetime) -> None:
    """Note that the archive could not be copied."""
    notes.write(tx, COPIED, {**notes.read(tx, COPIED), "tried": now.isoformat(), "failed": why}, now)


def coverage(tx: sa.Connection) -> tuple[int, int]:
    """Count the feeds that are asked, and those of them that did not answer last time."""
    asked = sa.select(sa.func.count()).select_from(feeds).where(feeds.c.active)
    unseen = asked.where(feeds.c.state.not_in(["new", "ok"]))
    return int(tx.execute(asked).scalar_one()), int(tx.execute(unseen).scalar_one())


def pulse(tx: sa.Connection, since: datetime, now: datetime) -> Pulse:
    """Count what the monitor did since its last heartbeat."""
    asked, unseen = coverage(tx)
    return Pulse(
        at=now,
        since=since,
        feeds=asked,
        unseen=unseen,
        entries=_count(tx, entries, entries.c.first_seen_at > since),
        articles=_count(tx, articles, articles.c.first_seen_at > since),
        alerts=_count(tx, alerts, alerts.c.made_at > since),
        sent=_count(tx, deliveries, deliveries.c.state == "sent", deliveries.c.sent_at > since),
        waiting=_count(tx, deliveries, deliveries.c.state.in_(["pending", "waiting"])),
        given_up=_count(tx, deliveries, deliveries.c.state == "given up", deliveries.c.made_at > since),
        last_alert_at=tx.execute(sa.select(sa.func.max(alerts.c.made_at))).scalar(),
        matters=standing(tx).told,
    )


def _count(tx: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    return int(tx.execute(sa.select(sa.func.count()).select_from(table).where(*where)).scalar_one())
