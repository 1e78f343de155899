"""Messages on their way and those that arrived, as a person looks through them."""

from typing import Any

import sqlalchemy as sa

from monitor.store.outbox import listed
from monitor.store.tables import alerts as made
from monitor.store.tables import deliveries, developments

STATES = ("pending", "waiting", "joined", "sent", "given up")


def newest(tx: sa.Connection, *, state: str | None, channel: str | None, before: int | None, limit: int) -> list[dict[str, Any]]:
    """List messages, the newest first, each with the development that it tells."""
    query = sa.select(deliveries, developments.c.key.label("development"))
    query = query.select_from(deliveries.outerjoin(made, made.c.id == deliveries.c.alert_id).outerjoin(developments))
    query = query.where(deliveries.c.state == state) if state else query
    query = query.where(deliveries.c.channel == channel) if channel else query
    query = query.where(deliveries.c.id < before) if before is not None else query
    rows = tx.execute(query.order_by(deliveries.c.id.desc()).limit(limit))
    return [{**listed(row), "development": row.development} for row in rows]


def channels(tx: sa.Connection) -> list[str]:
    """Name the channels that messages ever went to."""
    return list(tx.execute(sa.select(deliveries.c.channel).distinct().order_by(deliveries.c.channel)).scalars())


def message(tx: sa.Connection, number: int) -> dict[str, Any] | None:
    """Tell one message as it was rendered."""
    row = tx.execute(sa.select(deliveries).where(deliveries.c.id == number)).first()
    return {**listed(row), "text": row.message["text"]} if row else None
