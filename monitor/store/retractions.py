"""Taking back what was sent: those who got the alert are told, each once for a review."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import alert_from_dict
from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.rendering.retractions import render_retraction
from monitor.store.outbox import queue_message
from monitor.store.tables import alerts, deliveries


def queue_retractions(tx: sa.Connection, review: dict[str, Any], rules: DeliveryRules, now: datetime) -> int:
    """Queue a message to every channel that was sent the alert of a reviewed article; say how many."""
    told = sa.select(alerts.c.alert, deliveries.c.channel, deliveries.c.key).join(deliveries, deliveries.c.alert_id == alerts.c.id)
    told = told.where(alerts.c.article_id == review["article_id"], deliveries.c.state == "sent").order_by(deliveries.c.channel)
    said = {"verdict": review["verdict"].replace("-", " "), "note": review["note"]}
    queued = 0
    for channel, row in {row.channel: row for row in tx.execute(told)}.items():
        message = render_retraction(alert_from_dict(row.alert), rules.channel(channel), review["id"], said, now, row.key)
        queued += queue_message(tx, channel, "retraction", message, now)
    return queued
