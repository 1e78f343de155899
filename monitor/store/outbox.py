"""The outbox: messages on their way, claimed to be sent, settled by the target's verdict.

A delivery is pending → sent, or pending → given up; while it is being sent it is pending with a lease. In quiet hours, and where many come
at once, it is waiting before; where several waited for one channel they are joined in one message, and share its fate. One that is moved is
told by the channel's digest instead. Key and message are made once, so every attempt is the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import alert_from_dict
from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.delivery import CROWDED, QUIET, Verdict, day_start, delivery_key, next_try
from monitor.domain.alerts.message import Delivery, Message, message_from_dict, message_to_dict
from monitor.domain.alerts.rendering.digests import LISTED, render_released
from monitor.domain.alerts.rendering.operations import render_given_up
from monitor.store import leases, queue, rests
from monitor.store.database import insert_new
from monitor.store.queue import Job
from monitor.store.storylines import as_told_now
from monitor.store.tables import alerts, deliveries

APART = timedelta(minutes=1)  # the least between two messages that stand for several
GATHER = timedelta(hours=6)  # how long what comes together waits at most for a target that takes nothing

# ── writing ───────────────────────────────────────────────────────────────────


def row_of(channel: str, kind: str, message: Message, now: datetime) -> dict[str, Any]:
    """Write a delivery as it begins."""
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


def queue_message(tx: sa.Connection, channel: str, kind: str, message: Message, now: datetime, due_at: datetime | None = None) -> bool:
    """Put any other message into the outbox; False where one with its key is there already."""
    row = {**row_of(channel, kind, message, now), "due_at": due_at or now}
    new = insert_new(tx, deliveries, [row], returning=deliveries.c.id)
    queue.for_delivering(tx, [channel])
    return bool(new)


# ── sending ───────────────────────────────────────────────────────────────────


def release_waiting(tx: sa.Connection, rules: DeliveryRules, now: datetime) -> int:
    """Let go what was held, together for each channel, and say how many deliveries had waited for this moment."""
    over = sa.and_(deliveries.c.state == "waiting", deliveries.c.due_at <= now)
    columns = (deliveries.c.id, deliveries.c.key, deliveries.c.channel, deliveries.c.reason, deliveries.c.made_at, alerts.c.alert)
    wanted = sa.select(*columns).join(alerts).where(over).order_by(deliveries.c.channel, deliveries.c.id)
    rows = tx.execute(wanted.with_for_update(of=deliveries)).all()
    for channel, held in groupby(rows, key=lambda row: row.channel):
        waited = list(held)
        if not _goes_on_waiting(tx, channel, waited, now):
            for number, first in enumerate(range(0, len(waited), LISTED)):
                _join(tx, channel, waited[first : first + LISTED], rules, now, now + number * APART)
    return len(rows)


def _goes_on_waiting(tx: sa.Connection, channel: str, waited: Sequence[Any], now: datetime) -> bool:
    """Let what came with many others wait for those on their way: so a target that was down is not flooded when it is back."""
    untaken = (deliveries.c.channel == channel, deliveries.c.state == "pending", deliveries.c.kind.in_(["alert", "correction", "released"]))
    last: datetime | None = tx.execute(sa.select(sa.func.max(deliveries.c.due_at)).where(*untaken)).scalar()
    crowded = all(str(row.reason).startswith(CROWDED) and row.made_at > now - GATHER for row in waited)
    if last is None or not crowded:
        return False
    chosen = sa.update(deliveries).where(deliveries.c.id.in_([row.id for row in waited]))
    tx.execute(chosen.values(due_at=max(last, now) + APART))
    return True


def _join(tx: sa.Connection, channel: str, waited: Sequence[Any], rules: DeliveryRules, now: datetime, due_at: datetime) -> None:
    chosen = sa.update(deliveries).where(deliveries.c.id.in_([row.id for row in waited]))
    if len(waited) == 1:
        tx.execute(chosen.values(state="pending", due_at=due_at))
        return
    tx.execute(chosen.values(state="joined"))
    quiet = all(str(row.reason).startswith(QUIET) for row in waited)
    told = [as_told_now(tx, alert_from_dict(row.alert)) for row in waited]
    message = render_released(told, [row.key for row in waited], rules.channel(channel), quiet=quiet)
    queue_message(tx, channel, "released", message, now, due_at)


def claim_due(tx: sa.Connection, now: datetime, limit: int, job: Job | None = None) -> list[Delivery]:
    """Take up to `limit` due deliveries of each channel, or of a job's, the longest waiting first.

    One whose sender died comes again with the same key.
    """
    pending, heir_of = deliveries.c.state == "pending", job.name if job else None
    waiting = sa.select(deliveries.c.channel).where(pending, deliveries.c.due_at <= now).distinct()
    # Channel by channel: however much waits for a target that is down, the others get their turn.
    channels = [job.key] if job else sorted(tx.execute(waiting).scalars())
    of_channel = [sa.and_(pending, deliveries.c.channel == name) for name in channels if rests.until(tx, name, now) is None]
    return [_delivery(row) for due in of_channel for row in leases.claim(tx, deliveries, due, now, limit, heir_of=heir_of)]


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
    rests.note(tx, delivery.channel, delivery.key, verdict, now)
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
    told_on = rules.ear({delivery.channel})
    if told_on.name == delivery.channel or delivery.kind == "operations":
        return
    key = delivery_key("given up", delivery.channel, told_on.name, day_start(now, told_on.zone).isoformat())
    message = render_given_up(key, delivery.channel, delivery.message, delivery.attempts, verdict.text, told_on, now)
    queue_message(tx, told_on.name, "operations", message, now)


def release_all(tx: sa.Connection) -> None:
    """Give back every lease: for the start of the only process that works on this database."""
    leases.release_all(tx, deliveries)


def _delivery(row: Any) -> Delivery:
    return Delivery(row.id, row.key, row.channel, row.kind, message_from_dict(row.message), row.attempts, row.made_at, row.lease)


# ── looking ───────────────────────────────────────────────────────────────────


def list_failed(tx: sa.Connection, *, limit: int = 100) -> list[dict[str, Any]]:
    """List deliveries that were refused and not accepted since: those given up first, then those that are tried again."""
    wanted = sa.select(deliveries).where(_refused()).order_by(deliveries.c.state, deliveries.c.id.desc()).limit(limit)
    return [listed(row) for row in tx.execute(wanted)]


def _refused() -> sa.ColumnElement[bool]:
    return sa.or_(deliveries.c.state == "given up", sa.and_(deliveries.c.state == "pending", deliveries.c.verdict.is_not(None)))


def listed(row: Any) -> dict[str, Any]:
    """Tell a delivery."""
    names = ("id", "key", "channel", "kind", "state", "attempts", "verdict", "made_at", "due_at", "sent_at", "alert_id", "reason")
    return {name: getattr(row, name) for name in names} | {"subject": row.message["subject"]}


def retry(tx: sa.Connection, now: datetime, *, ids: Sequence[int] = ()) -> int:
    """Try refused deliveries again at once, all or those named; the patience with them begins anew."""
    # What a digest told that was given up is told by the next one, and what was joined goes singly: these two are sent again only by name.
    chosen = deliveries.c.id.in_(ids) if ids else sa.or_(deliveries.c.state == "pending", deliveries.c.kind.not_in(["digest", "released"]))
    again = {"state": "pending", "attempts": 0, "made_at": now, "due_at": now, "lease": None, "leased_until": None}
    # What is being sent at this moment comes to its own end.
    rests.end_all(tx)
    idle = sa.or_(deliveries.c.leased_until.is_(None), deliveries.c.leased_until <= now)
    return tx.execute(sa.update(deliveries).where(_refused(), chosen, idle).values(again)).rowcount


def counts(tx: sa.Connection) -> dict[str, int]:
    """Count deliveries by state."""
    rows = tx.execute(sa.select(deliveries.c.state, sa.func.count()).group_by(deliveries.c.state))
    return dict(sorted((state, number) for state, number in rows))
