"""Alerts: written with the placement that they tell of, each with a delivery for every channel that it pushes to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import Alert, Earlier, alert_from_dict, alert_to_dict, make_alert
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.delivery import AT_ONCE, Timing, by_clock, day_start, when_to_send
from monitor.domain.alerts.feedback import links_of
from monitor.domain.alerts.message import Links
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.takers import Taking, takers, takings
from monitor.domain.alerts.updates import placed_among
from monitor.domain.articles.article import Article
from monitor.domain.judging.placing import EVERY_MATCH
from monitor.domain.judging.storyline import Decision
from monitor.domain.matching.topic import Match
from monitor.store import feedback, rests, snoozes
from monitor.store.database import insert_new
from monitor.store.outbox import listed, row_of
from monitor.store.queue import for_delivering
from monitor.store.storylines import storyline_context
from monitor.store.tables import address, alerts, articles, deliveries, developments, placements, storylines

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
    """Keep the alert of a decision with one delivery for each channel that takes it; None where the development has alerted."""
    context = storyline_context(tx, decision.storyline, article.id) if decision.storyline else None
    alert = make_alert(article, match, decision, context, now)
    if EVERY_MATCH not in decision.reasons:
        alert = placed_among(alert, earlier_alert(tx, decision), rules.update_within)
    alert_id = _keep(tx, alert, now)
    if alert_id is None:
        return None
    pushed = [rules.channel(name) for name, level in takers(alert, rules).items() if level == "push"]
    insert_new(tx, deliveries, [_push(tx, alert, alert_id, channel, rules, now) for channel in pushed])
    for_delivering(tx, [channel.name for channel in pushed])
    return alert_id


def _push(tx: sa.Connection, alert: Alert, alert_id: int, channel: Channel, rules: DeliveryRules, now: datetime) -> dict[str, Any]:
    timing = _timing(tx, alert, channel, now)
    told = replace(alert, why=(*alert.why, *([timing.reason] if timing.reason else [])))
    row = row_of(
        channel.name, "correction" if alert.corrects else "alert", render(told, channel, _links(tx, alert, channel, rules, now)), now
    )
    return {**row, "alert_id": alert_id, "state": timing.state, "due_at": timing.due_at, "reason": timing.reason}


def _links(tx: sa.Connection, alert: Alert, channel: Channel, rules: DeliveryRules, now: datetime) -> Links:
    key = feedback.key(tx, now) if rules.feedback else None
    until, alone = now + (rules.feedback or timedelta(0)), len(rules.own_channels) < 2
    return links_of(alert, channel.name, rules.pages, key, until, alone=alone)


def _timing(tx: sa.Connection, alert: Alert, channel: Channel, now: datetime) -> Timing:
    sent = pushes_since(tx, channel.name, day_start(now, channel.zone))
    snoozed = snoozes.until(tx, alert.storyline, channel.name)
    return when_to_send(channel, now, sent, alert.kinds, snoozed, _at_once(tx, channel, now))


def _at_once(tx: sa.Connection, channel: Channel, now: datetime) -> int:
    """Count, as far as the channel's burst goes, the pushes that have come to it just now, or that it has yet to take."""
    if channel.burst is None:
        return 0
    pushes = (deliveries.c.channel == channel.name, deliveries.c.alert_id.is_not(None))
    newest = sa.select(deliveries.c.made_at).where(*pushes, deliveries.c.state != "moved").order_by(deliveries.c.id.desc())
    lately: int = sum(made_at > now - AT_ONCE for made_at in tx.execute(newest.limit(channel.burst)).scalars())
    untaken = sa.select(sa.func.count()).select_from(deliveries).where(*pushes, deliveries.c.state == "pending")
    return max(lately, tx.execute(untaken).scalar_one())


def _keep(tx: sa.Connection, alert: Alert, now: datetime) -> int | None:
    """Keep an alert; None where what it tells has alerted at this level, or at a higher one."""
    pushed = sa.select(alerts.c.id).where(alerts.c.key == alert.key, alerts.c.level == "push")
    if tx.execute(pushed).first():
        return None
    development_id = tx.execute(sa.select(developments.c.id).where(developments.c.key == alert.development)).scalar()
    row = {"key": alert.key, "development_id": development_id, "article_id": alert.article_id, "level": alert.level, "made_at": now}
    return next(iter(insert_new(tx, alerts, [{**row, "alert": alert_to_dict(alert)}], returning=alerts.c.id)), None)


def pushes_since(tx: sa.Connection, channel: str, since: datetime) -> int:
    """Count the alerts that were pushed to a channel since a moment; those moved to its digest are none."""
    mine = (
        deliveries.c.channel == channel,
        deliveries.c.alert_id.is_not(None),
        deliveries.c.state != "moved",
        deliveries.c.made_at >= since,
    )
    return int(tx.execute(sa.select(sa.func.count()).select_from(deliveries).where(*mine)).scalar_one())


def earlier_alert(tx: sa.Connection, decision: Decision) -> tuple[Alert, Earlier] | None:
    """Find the newest alert of the development that a decision continues, or whose value it corrects."""
    told = [novelty.old_article for novelty in decision.novelties if novelty.kind == "correction"]
    articles_before = [article for article in (*told, decision.of) if article is not None]
    of = sa.select(placements.c.development_id).where(placements.c.article_id.in_(articles_before))
    found = sa.select(alerts.c.id, alerts.c.alert).where(sa.or_(alerts.c.article_id.in_(articles_before), alerts.c.development_id.in_(of)))
    row = tx.execute(found.order_by(alerts.c.id.desc()).limit(1)).first() if articles_before else None
    if row is None:
        return None
    alert = alert_from_dict(row.alert)
    sent = sa.select(deliveries.c.channel, deliveries.c.key).where(deliveries.c.alert_id == row.id, deliveries.c.state != "moved")
    return alert, Earlier(alert.key, alert.subject, alert.made_at, {row.channel: row.key for row in tx.execute(sent)})


# ── looking ───────────────────────────────────────────────────────────────────


def where_to(tx: sa.Connection, alert: Alert, rules: DeliveryRules, now: datetime) -> Iterator[tuple[str, bool, str]]:
    """Say of each channel whether and when it would get an alert now, and why."""
    for taking in takings(alert, rules):
        timing = _timing(tx, alert, taking.channel, now) if taking.level == "push" else None
        resting = rests.until(tx, taking.channel.name, now)
        tired = f"; but its target failed, and is left alone until {by_clock(resting, taking.channel.zone)}" if timing and resting else ""
        yield taking.channel.name, True, _foretold(taking, timing) + tired


def _foretold(taking: Taking, timing: Timing | None) -> str:
    if taking.level is None:
        return f"does not get it: {taking.why}"
    if timing is None:
        return f"gets it in its digest: {taking.why}"
    how = {"pending": "at once", "waiting": "later", "moved": "in its digest"}[timing.state]
    return f"gets it {how}: {taking.why}" + (f"; {timing.reason}" if timing.reason else "")


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
        found.setdefault(row.alert_id, []).append(listed(row))
    return found


def _alert_listed(row: Any, sent: list[dict[str, Any]]) -> dict[str, Any]:
    names = ("id", "key", "level", "made_at", "development", "storyline", "article_id", "url", "title")
    told = {name: row.alert[name] for name in ("subject", "kind", "novelties", "why", "publisher")}
    return {name: getattr(row, name) for name in names} | told | {"deliveries": sent}
