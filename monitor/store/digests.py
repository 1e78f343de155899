"""What digests tell: everything since the last one of the same channel that was not given up."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import Alert, alert_from_dict
from monitor.domain.alerts.channel import UNNAMED, Channel, DeliveryRules
from monitor.domain.alerts.digest import Period, Unseen
from monitor.domain.alerts.takers import takers
from monitor.domain.feeds.coverage import Ailment, without_address
from monitor.domain.words.text import clean_line
from monitor.store import coverage, notes, outlook, snoozes
from monitor.store.listing import held_reason
from monitor.store.storylines import as_told_now
from monitor.store.tables import alerts, articles, deliveries, feeds, matches, placements

WITHDRAWN = frozenset({"not-relevant", "not-new", "same-as"})  # verdicts that leave no development of its own to tell of
UNSEEN_AFTER = timedelta(hours=24)  # a feed that has not answered for so long could not be seen

Data = Mapping[str, Any]


def is_on_its_way(tx: sa.Connection, channel: str) -> bool:
    """Say whether a digest of a channel has yet to be sent: then no other is made."""
    unsent = sa.select(deliveries.c.id).where(_of(channel), deliveries.c.state == "pending")
    return tx.execute(unsent.limit(1)).first() is not None


def made_last(tx: sa.Connection, channel: str) -> datetime | None:
    """Say when the last digest of a channel was made that was not given up, else since when it is asked for any; None: never."""
    last = _last(tx, channel)
    return datetime.fromisoformat(last["until"]) if last else None


def begin(tx: sa.Connection, channel: str, now: datetime) -> None:
    """Note that a channel is asked for digests from now on: what was before is none of its news."""
    newest = tx.execute(sa.select(sa.func.max(alerts.c.id))).scalar() or 0
    notes.write(tx, _BEGAN.format(channel), {"until": now.isoformat(), "last_alert": newest}, now)


_BEGAN = "digests of {} began"


def period(tx: sa.Connection, rules: DeliveryRules, channel: Channel, now: datetime) -> Period:
    """Gather what the next digest of a channel tells."""
    last = _last(tx, channel.name)
    since = datetime.fromisoformat(last["until"]) if last else None
    after = last["last_alert"] if last else 0
    told, newest = _alerts_after(tx, after)
    amended = outlook.amended(tx, rules, channel.name, since, now)
    withdrawn = {one.subject for one in amended if one.verdict in WITHDRAWN}
    feeds_on = tx.execute(sa.select(feeds).where(feeds.c.active).order_by(feeds.c.name)).all()
    return Period(
        since=since,
        until=now,
        topic="" if rules.topic == UNNAMED else rules.topic,
        alerts=[as_told_now(tx, alert) for alert in told if channel.name in takers(alert, rules) and alert.subject not in withdrawn],
        held=_held(tx, since, now),
        articles=_count(tx, articles, articles.c.seed.is_(None), *_between(articles.c.first_seen_at, since, now)),
        feeds=len(feeds_on),
        unseen=[
            Unseen(row.name, clean_line(without_address(row.last_error) or row.state, 300), row.succeeded_at)
            for row in feeds_on
            if _is_unseen(row, now)
        ],
        unusual=_unusual(tx),
        dead=_count(tx, deliveries, deliveries.c.state == "given up", deliveries.c.kind.not_in(["digest", "released"])),
        last_alert=newest,
        moved=_moved(tx, channel.name, after),
        amended=amended,
        calendar=outlook.calendar(tx, now, channel.zone),
        quiet=outlook.standing_still(tx, now),
        snoozed={one["title"]: one["until"] for one in snoozes.standing(tx, now, channel.name)},
    )


def _of(channel: str) -> sa.ColumnElement[bool]:
    return sa.and_(deliveries.c.channel == channel, deliveries.c.kind == "digest")


def _last(tx: sa.Connection, channel: str) -> Data | None:
    # One that was given up told nobody anything, so what it held is told by the next.
    told = sa.select(deliveries.c.message).where(_of(channel), deliveries.c.state != "given up").order_by(deliveries.c.id.desc())
    message = tx.execute(told.limit(1)).scalar()
    began: Data | None = notes.read(tx, _BEGAN.format(channel))
    return message["data"] if message else began


def _alerts_after(tx: sa.Connection, last_alert: int) -> tuple[list[Alert], int]:
    rows = tx.execute(sa.select(alerts.c.id, alerts.c.alert).where(alerts.c.id > last_alert).order_by(alerts.c.id)).all()
    told = [alert_from_dict(row.alert) for row in rows]
    return sorted(told, key=lambda alert: alert.level != "push"), rows[-1].id if rows else last_alert


def _moved(tx: sa.Connection, channel: str, after: int) -> dict[str, str]:
    """Say of each alert that did not push to a channel why."""
    joined = sa.select(alerts.c.key, deliveries.c.reason).join(alerts, alerts.c.id == deliveries.c.alert_id)
    rows = tx.execute(joined.where(deliveries.c.channel == channel, deliveries.c.state == "moved", alerts.c.id > after))
    return {row.key: row.reason for row in rows}


def _held(tx: sa.Connection, since: datetime | None, until: datetime) -> dict[str, int]:
    joined = placements.join(matches, matches.c.article_id == placements.c.article_id).join(articles)
    relevant = (
        matches.c.relevant,
        articles.c.seed.is_(None),
        placements.c.held.is_not(None),
        *_between(placements.c.placed_at, since, until),
    )
    reason = held_reason().label("reason")
    rows = tx.execute(sa.select(reason, sa.func.count().label("number")).select_from(joined).where(*relevant).group_by(reason))
    return {row.reason: row.number for row in rows}


def _between(moment: sa.Column[Any], since: datetime | None, until: datetime) -> list[sa.ColumnElement[bool]]:
    return [moment <= until, *([moment > since] if since else [])]


def _count(tx: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    return int(tx.execute(sa.select(sa.func.count()).select_from(table).where(*where)).scalar_one())


def _is_unseen(feed: Any, now: datetime) -> bool:
    """Say whether a feed could not be seen."""
    rests = feed.state == "error" and feed.succeeded_at and now - feed.succeeded_at < UNSEEN_AFTER
    return feed.state not in ("new", "ok") and not rests


def _unusual(tx: sa.Connection) -> list[tuple[str, str]]:
    """Say which feeds answer, but not as they used to."""
    found = (one for one in coverage.standing(tx) if one.trouble.ailment is not Ailment.DEAD)
    return [(one.feed, clean_line(one.trouble.told, 300)) for one in found]
