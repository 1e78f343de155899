"""Digest: put everything since the last digest that went out into one message for each channel that takes digests."""

import logging
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from monitor.domain.delivery import DeliveryRules, last_digest_time
from monitor.domain.digest import render_digest
from monitor.domain.message import Message
from monitor.store import digests, outbox
from monitor.store.database import reading, take_turn

log = logging.getLogger(__name__)

Now = Callable[[], datetime]


def queue_due(db: sa.Engine, rules: DeliveryRules, now: Now) -> int:
    """Queue the digests whose time has come, and say how many there were."""
    if rules.digest is None:
        return 0
    due_since = last_digest_time(rules.digest, now(), rules.zone)
    return sum(build_digest(db, rules, channel.name, now(), due_since=due_since) is not None for channel in rules.takers("digest"))


def build_digest(db: sa.Engine, rules: DeliveryRules, channel: str, now: datetime, *, due_since: datetime | None = None) -> Message | None:
    """Queue the digest of one channel: everything since the last one that was not given up, exactly once.

    None where an earlier one has yet to be sent, or where one was made since `due_since`.
    """
    with db.begin() as tx:
        take_turn(tx, "digest")
        if not digests.may_follow(tx, channel, due_since, now):
            return None
        message = render_digest(digests.period(tx, channel, now), channel, rules.zone)
        outbox.queue_message(tx, channel, "digest", message, now)
    log.info("queued digest channel=%s key=%s: %s", channel, message.key, message.subject)
    return message


def preview_digest(db: sa.Engine, rules: DeliveryRules, channel: str, now: datetime) -> Message:
    """Write the digest as it would be sent now; nothing is queued."""
    with reading(db).begin() as tx:
        return render_digest(digests.period(tx, channel, now), channel, rules.zone)
