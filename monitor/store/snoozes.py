"""Snoozes: storylines that a person wants to hear nothing of for a while, on every channel or on one."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.delivery import SNOOZED
from monitor.store.database import upsert
from monitor.store.tables import alerts, deliveries, developments, snoozes, storylines

EVERYWHERE = ""


def snooze(tx: sa.Connection, slug: str, until: datetime, now: datetime, channel: str = EVERYWHERE) -> bool:
    """Silence a storyline until a moment. False where there is no such storyline."""
    storyline = tx.execute(sa.select(storylines.c.id).where(storylines.c.slug == slug)).scalar()
    if storyline is None:
        return False
    row = {"storyline_id": storyline, "channel": channel, "until": until, "made_at": now}
    upsert(tx, snoozes, ["storyline_id", "channel"], row)
    return True


def wake(tx: sa.Connection, slug: str, now: datetime, channel: str | None = None) -> bool:
    """End the snoozes of a storyline, on one channel or on all, and let go what they held. False where there is no such storyline."""
    storyline = tx.execute(sa.select(storylines.c.id).where(storylines.c.slug == slug)).scalar()
    if storyline is None:
        return False
    tx.execute(sa.delete(snoozes).where(snoozes.c.storyline_id == storyline, *([snoozes.c.channel == channel] if channel else [])))
    its_alerts = sa.select(alerts.c.id).join(developments).where(developments.c.storyline_id == storyline)
    held = (deliveries.c.state == "waiting", deliveries.c.reason.startswith(SNOOZED), deliveries.c.alert_id.in_(its_alerts))
    tx.execute(sa.update(deliveries).where(*held, *([deliveries.c.channel == channel] if channel else [])).values(due_at=now))
    return True


def until(tx: sa.Connection, slug: str, channel: str) -> datetime | None:
    """Say until when a storyline is silent on a channel; None where it never was snoozed."""
    mine = (storylines.c.slug == slug, snoozes.c.channel.in_([EVERYWHERE, channel]))
    found: datetime | None = tx.execute(sa.select(sa.func.max(snoozes.c.until)).join(storylines).where(*mine)).scalar()
    return found


def standing(tx: sa.Connection, now: datetime, channel: str | None = None) -> list[dict[str, Any]]:
    """List the snoozes that hold, of one channel or of all."""
    columns = (storylines.c.slug, storylines.c.title, snoozes.c.channel, snoozes.c.until)
    wanted = sa.select(*columns).join(storylines).where(snoozes.c.until > now).order_by(snoozes.c.until, storylines.c.slug)
    mine = snoozes.c.channel.in_([EVERYWHERE, channel])
    return [dict(row._mapping) for row in tx.execute(wanted if channel is None else wanted.where(mine))]
