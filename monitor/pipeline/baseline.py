"""Baseline: when all that the first polls brought is judged, say once what would have alerted."""

import logging
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from monitor.domain.alerts.channel import DeliveryRules
from monitor.store import baselines
from monitor.store.database import take_turn

log = logging.getLogger(__name__)


def sum_up(db: sa.Engine, rules: DeliveryRules, now: Callable[[], datetime]) -> int:
    """Queue one message about the baselines that are complete and untold; answer how many feeds it is about."""
    with db.begin() as tx:
        take_turn(tx, "baseline")
        if baselines.is_unfinished(tx):
            return 0
        feed_ids, until = baselines.untold(tx)
        if not feed_ids:
            return 0
        summary = baselines.summary(tx, feed_ids)
        if summary.storylines:  # with nothing that would have alerted there is nothing to tell
            baselines.queue_summary(tx, rules, feed_ids, now())
        baselines.note_told(tx, until, now())
    log.info(
        "baseline kept feeds=%d entries=%d matches=%d would_alert=%d",
        *(summary.feeds, summary.entries, summary.matches, sum(summary.storylines.values())),
    )
    return len(feed_ids)
