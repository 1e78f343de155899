"""Alerts and the messages on their way: written with the placement, claimed to be sent, settled by the target's verdict.

A delivery is pending → sent, or pending → given up; while it is being sent it is pending with a lease. In quiet hours it is waiting
before; where several waited for one channel they are joined in one message, and share its fate. Key and message are made once, so every
attempt is the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from monitor.domain.alert import Alert, alert_from_dict, alert_to_dict, make_alert
from monitor.domain.article import Article
from monitor.domain.delivery import DeliveryRules, Timing, Verdict, day_start, delivery_key, next_try, when_to_send
from monitor.domain.digest import BaselineSummary, render_baseline, render_released
from monitor.domain.message import Delivery, Message, count, message_from_dict, message_to_dict, moment, render, render_operations
from monitor.domain.storyline import Decision
from monitor.domain.topic import Match
from monitor.store import leases
from monitor.store.database import insert_new
from monitor.store.storylines import storyline_context
from monitor.store.tables import address, alerts, articles, deliveries, developments, entries, placements, storylines

Queue = Callable[[sa.Connection, Article, Match, Decision, datetime], None]


# ── writing ───────────────────────────────────────────────────────────────────


def make_queue(rules: DeliveryRules) -> Queue:
    """Make what placing calls for each decision, in its own transaction: it queues what alerts and holds the rest with its reason."""

    def queue(tx: sa.Connection, article: Article, match: Match, decision: Decision, now: datetime) -> None:
        if decision.level not in ("push", "digest") or decision.held is not None:
            return
        reason = why_silent(article)
        if reason is None and queue_alert(tx, rules, article, match, decision, now) is None:
            reason = "its development has alerted already"
        if reason:
            _hold(tx, article, reason)

    return queue


def why_silent(article: Article) -> str | None:
    """Say why what an article tells does not alert singly, whatever it is; None where it does."""
    return "seed" if article.seed is not None else "baseline" if article.baseline else None


def _hold(tx: sa.Connection, article: Article, reason: str) -> None:
    open_ones = sa.and_(placements.c.article_id == article.id, placements.c.held.is_(None))
    tx.execute(sa.update(placements).where(open_ones).values(held=reason))


def queue_alert(tx: sa.Connection, rules: DeliveryRules, article: Article, match: Match, decision: Decision, now: datetime) -> int | None:
    """Keep the alert of a decision with one delivery for each channel that takes its level; None where the development has alerted."""
    timing = when_to_send(decision.level, now, rules.quiet, pushes_since(tx, day_start(now, rules.zone)), rules.budget, rules.zone)
    context = storyline_context(tx, decision.storyline, article.id) if decision.storyline else None
    alert = _at_level(make_alert(article, match, decision, context, now), timing)
    alert_id = _keep(tx, alert, now)
    if alert_id is None:
        return None
    if alert.level == "push":
        rows = [_row(channel.name, "alert", render(alert, channel.name, rules.zone), now) for channel in rules.takers("push")]
        state = "waiting" if timing.due_at > now else "pending"
        insert_new(tx, deliveries, [{**row, "alert_id": alert_id, "state": state, "due_at": timing.due_at} for row in rows])
    return alert_id


def _at_level(alert: Alert, timing: Timing) -> Alert:
    return replace(alert, level=timing.level, why=(*alert.why, *([timing.reason] if timing.reason else [])))


def _keep(tx: sa.Connection, alert: Alert, now: datetime) -> int | None:
    """Keep an alert; None where what it tells has alerted at this level, or at a higher one."""
    pushed = sa.select(alerts.c.id).where(alerts.c.key == alert.key, alerts.c.level == "push")
    if tx.execute(pushed).first():
        return None
    development_id = tx.execute(sa.select(developments.c.id).where(developments.c.key == alert.development)).scalar()
    row = {"key": alert.key, "development_id": development_id, "article_id": alert.article_id, "level": alert.level, "made_at": now}
    return next(iter(insert_new(tx, alerts, [{**row, "alert": alert_to_dict(alert)}], returning=alerts.c.id)), None)


def _row(channel: str, kind: str, message: Message, now: datetime) -> dict[str, Any]:
    return {
        "key": message.key,
        "channel": channel,
        "kind": kind,
        "message": message_to_dict(message),
        "state": "pending",
        "attempts": 0,
        "made_at": now,
        "due_at": now,
    }


def queue_message(tx: sa.Connection, channel: str, kind: str, message: Message, now: datetime) -> bool:
    """Put any other message into the outbox; False where one with its key is there already."""
    return bool(insert_new(tx, deliveries, [_row(channel, kind, message, now)], returning=deliveries.c.id))


def queue_baseline(tx: sa.Connection, rules: DeliveryRules, feed_ids: Sequence[int], now: datetime) -> BaselineSummary:
    """Queue the one message about a first look at some feeds, for every channel; the same look twice is one message."""
    summary = baseline_summary(tx, feed_ids)
    for channel in sorted({channel.name for level in ("push", "digest") for channel in rules.takers(level)}):
        queue_message(tx, channel, "baseline", render_baseline(summary, channel), now)
    return summary


def baseline_summary(tx: sa.Connection, feed_ids: Sequence[int]) -> BaselineSummary:
    """Count what the first look at some feeds found."""
    looked_at = sa.and_(entries.c.feed_id.in_(feed_ids), entries.c.baseline)
    kept, newest = tx.execute(sa.select(sa.func.count(), sa.func.max(entries.c.first_seen_at)).where(looked_at)).one()
    seen = sa.select(entries.c.article_id).where(looked_at, entries.c.article_id.is_not(None))
    chosen = sa.and_(placements.c.article_id.in_(seen), placements.c.placement != "none")
    would_alert = sa.and_(chosen, placements.c.held == "baseline", placements.c.development_id.is_not(None))
    held = sa.select(placements.c.held, sa.func.count()).where(chosen, placements.c.held.is_not(None)).group_by(placements.c.held)
    return BaselineSummary(
        feeds=len(feed_ids),
        entries=kept,
        matches=tx.execute(sa.select(sa.func.count()).select_from(placements).where(chosen)).scalar_one(),
        storylines=_developments_by_storyline(tx, would_alert),
        held={str(reason): int(number) for reason, number in tx.execute(held)},
        until=newest,
    )


def _developments_by_storyline(tx: sa.Connection, which: sa.ColumnElement[bool]) -> dict[str, int]:
    counted = sa.select(storylines.c.title, storylines.c.dossier, sa.func.count(placements.c.development_id.distinct()))
    counts: dict[str, int] = {}
    for title, dossier, number in tx.execute(counted.join_from(placements, storylines).where(which).group_by(storylines.c.id)):
        # A storyline without a dossier bears the title of an article, and a first look names no single titles.
        name = title if dossier else "storylines that no dossier tells of"
        counts[name] = counts.get(name, 0) + number
    return counts


def pushes_since(tx: sa.Connection, since: datetime) -> int:
    """Count the alerts that pushed since a moment."""
    pushed = sa.select(sa.func.count()).select_from(alerts).where(alerts.c.level == "push", alerts.c.made_at >= since)
    return int(tx.execute(pushed).scalar_one())


# ── sending ───────────────────────────────────────────────────────────────────


def release_waiting(tx: sa.Connection, rules: DeliveryRules, now: datetime) -> int:
    """Let go what quiet hours held, as one message a channel, and say how many deliveries waited."""
    over = sa.and_(deliveries.c.state == "waiting", deliveries.c.due_at <= now)
    columns = (deliveries.c.id, deliveries.c.key, deliveries.c.channel, alerts.c.alert)
    wanted = sa.select(*columns).join(alerts).where(over).order_by(deliveries.c.channel, deliveries.c.id)
    rows = tx.execute(wanted.with_for_update(of=deliveries)).all()
    for channel, waited in groupby(rows, key=lambda row: row.channel):
        _join(tx, channel, list(waited), rules, now)
    return len(rows)


def _join(tx: sa.Connection, channel: str, waited: Sequence[Any], rules: DeliveryRules, now: datetime) -> None:
    chosen = sa.update(deliveries).where(deliveries.c.id.in_([row.id for row in waited]))
    if len(waited) == 1:
        tx.execute(chosen.values(state="pending"))
        return
    tx.execute(chosen.values(state="joined"))
    message = render_released([alert_from_dict(row.alert) for row in waited], [row.key for row in waited], channel, rules.zone)
    queue_message(tx, channel, "released", message, now)


def claim_due(tx: sa.Connection, now: datetime, limit: int) -> list[Delivery]:
    """Take up to `limit` due deliveries of each channel, the longest waiting first; one whose sender died comes again with the same key."""
    pending = deliveries.c.state == "pending"
    channels = tx.execute(sa.select(deliveries.c.channel).where(pending, deliveries.c.due_at <= now).distinct()).scalars().all()
    # Channel by channel: however much waits for a target that is down, the others get their turn.
    claimed = [leases.claim(tx, deliveries, sa.and_(pending, deliveries.c.channel == name), now, limit) for name in sorted(channels)]
    return [_delivery(row) for rows in claimed for row in rows]


def begin_attempt(tx: sa.Connection, delivery: Delivery, now: datetime) -> Delivery | None:
    """Count an attempt before it is made and hold the lease for its length; None where another has taken the delivery meanwhile."""
    ours = sa.and_(deliveries.c.id == delivery.id, deliveries.c.lease == delivery.lease, deliveries.c.state == "pending")
    begun = {"attempts": deliveries.c.attempts + 1, "leased_until": now + leases.LEASE}
    if tx.execute(sa.update(deliveries).where(ours).values(begun)).rowcount != 1:
        return None
    return replace(delivery, attempts=delivery.attempts + 1)


def put_back(tx: sa.Connection, claimed: Iterable[Delivery]) -> None:
    """Give back deliveries that were not tried."""
    for delivery in claimed:
        leases.settle(tx, deliveries, delivery.id, delivery.lease)


def settle(tx: sa.Connection, delivery: Delivery, verdict: Verdict, rules: DeliveryRules, now: datetime) -> str:
    """Write down a verdict and what follows from it: "sent", "pending" (tried again later), "given up", or "lost" where the lease was."""
    if verdict.accepted:
        return "sent" if _write(tx, delivery, verdict, state="sent", sent_at=now) else "lost"
    due_at = next_try(delivery.key, delivery.attempts, delivery.made_at, verdict, now, rules.give_up_after)
    if due_at is not None:
        return "pending" if _write(tx, delivery, verdict, due_at=due_at) else "lost"
    if not _write(tx, delivery, verdict, state="given up"):
        return "lost"
    _tell_fallback(tx, delivery, verdict, rules, now)
    return "given up"


def _write(tx: sa.Connection, delivery: Delivery, verdict: Verdict, **changes: Any) -> bool:
    ours = leases.settle(tx, deliveries, delivery.id, delivery.lease, verdict=verdict.text, **changes)
    if ours and "state" in changes and delivery.kind == "released":
        joined = sa.and_(deliveries.c.key.in_(delivery.message.data["joined"]), deliveries.c.state == "joined")
        tx.execute(sa.update(deliveries).where(joined).values(verdict=verdict.text, **changes))
    return ours


def _tell_fallback(tx: sa.Connection, delivery: Delivery, verdict: Verdict, rules: DeliveryRules, now: datetime) -> None:
    """Say on another channel that messages are being given up: once a day for each channel, never about itself."""
    if rules.fallback == delivery.channel or delivery.kind == "operations":
        return
    key = delivery_key("given up", delivery.channel, rules.fallback, day_start(now, rules.zone).isoformat())
    lines = (
        f"Given up on {moment(now, rules.zone)} after {count(delivery.attempts, 'attempt')}: {delivery.message.subject}",
        f"The target's last answer: {verdict.text}",
        "Further messages to this channel that are given up today are not told singly.",
    )
    remedy = f"monitor alerts failed lists them; monitor alerts test {delivery.channel} tries the channel; monitor alerts retry sends them."
    message = render_operations(key, f"messages to the channel {delivery.channel} cannot be delivered", lines, remedy)
    queue_message(tx, rules.fallback, "operations", message, now)


def release_all(tx: sa.Connection) -> None:
    """Give back every lease: for the start of the only process that works on this database."""
    leases.release_all(tx, deliveries)


def _delivery(row: Any) -> Delivery:
    return Delivery(row.id, row.key, row.channel, row.kind, message_from_dict(row.message), row.attempts, row.made_at, row.lease)


# ── looking ───────────────────────────────────────────────────────────────────


def list_alerts(tx: sa.Connection, *, limit: int = 50, storyline: str | None = None) -> list[dict[str, Any]]:
    """List alerts, the newest first, each with its deliveries."""
    joined = alerts.join(articles, articles.c.id == alerts.c.article_id).outerjoin(
        developments, developments.c.id == alerts.c.development_id
    )
    joined = joined.outerjoin(placements, placements.c.article_id == alerts.c.article_id)
    joined = joined.outerjoin(storylines, storylines.c.id == placements.c.storyline_id)
    columns = (
        alerts,
        developments.c.key.label("development"),
        storylines.c.slug.label("storyline"),
        address.label("url"),
        articles.c.title,
    )
    wanted = sa.select(*columns).select_from(joined).order_by(alerts.c.id.desc()).limit(limit)
    rows = tx.execute(wanted.where(storylines.c.slug == storyline) if storyline else wanted).all()
    sent = _deliveries_of(tx, [row.id for row in rows])
    return [_alert_listed(row, sent.get(row.id, [])) for row in rows]


def _deliveries_of(tx: sa.Connection, alert_ids: Sequence[int]) -> Mapping[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in tx.execute(sa.select(deliveries).where(deliveries.c.alert_id.in_(alert_ids)).order_by(deliveries.c.id)):
        found.setdefault(row.alert_id, []).append(_listed(row))
    return found


def _alert_listed(row: Any, sent: list[dict[str, Any]]) -> dict[str, Any]:
    names = ("id", "key", "level", "made_at", "development", "storyline", "article_id", "url", "title")
    told = {name: row.alert[name] for name in ("subject", "kind", "novelties", "why", "publisher")}
    return {name: getattr(row, name) for name in names} | told | {"deliveries": sent}


def list_failed(tx: sa.Connection, *, limit: int = 100) -> list[dict[str, Any]]:
    """List deliveries that were refused and not accepted since: those given up first, then those that are tried again."""
    wanted = sa.select(deliveries).where(_refused()).order_by(deliveries.c.state, deliveries.c.id.desc()).limit(limit)
    return [_listed(row) for row in tx.execute(wanted)]


def _refused() -> sa.ColumnElement[bool]:
    return sa.or_(deliveries.c.state == "given up", sa.and_(deliveries.c.state == "pending", deliveries.c.verdict.is_not(None)))


def _listed(row: Any) -> dict[str, Any]:
    names = ("id", "key", "channel", "kind", "state", "attempts", "verdict", "made_at", "due_at", "sent_at", "alert_id")
    return {name: getattr(row, name) for name in names} | {"subject": row.message["subject"]}


def retry(tx: sa.Connection, now: datetime, *, ids: Sequence[int] = ()) -> int:
    """Try refused deliveries again at once, all or those named; the patience with them begins anew."""
    # What a digest told that was given up is told by the next one, and what was joined goes singly: these two are sent again only by name.
    chosen = deliveries.c.id.in_(ids) if ids else sa.or_(deliveries.c.state == "pending", deliveries.c.kind.not_in(["digest", "released"]))
    again = {"state": "pending", "attempts": 0, "made_at": now, "due_at": now, "lease": None, "leased_until": None}
    # What is being sent at this moment comes to its own end.
    idle = sa.or_(deliveries.c.leased_until.is_(None), deliveries.c.leased_until <= now)
    return tx.execute(sa.update(deliveries).where(_refused(), chosen, idle).values(again)).rowcount


def counts(tx: sa.Connection) -> dict[str, int]:
    """Count deliveries by state."""
    rows = tx.execute(sa.select(deliveries.c.state, sa.func.count()).group_by(deliveries.c.state))
    return dict(sorted((state, number) for state, number in rows))
