"""Digest: put everything since the last digest that went out into one message for each channel that takes digests."""

import logging
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from monitor.adapters.schedule import next_time
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.message import Message
from monitor.domain.alerts.rendering.digests import render_digest
from monitor.store import digests, outbox
from monitor.store.database import reading, take_turn

log = logging.getLogger(__name__)

Now = Callable[[], datetime]


def queue_due(db: sa.Engine, rules: DeliveryRules, now: Now) -> int:
    """Queue the digests whose time has come, and say how many there were."""
    takers = [channel for channel in rules.own_channels if channel.takes("digest")]
    return sum(build_digest(db, rules, channel, now(), by_clock=True) is not None for channel in takers if _may_be_due(db, channel, now()))


def _may_be_due(db: sa.Engine, channel: Channel, now: datetime) -> bool:
    """Look without a turn, which is free; the first digest comes at the next time of the schedule, not at once."""
    with reading(db).begin() as tx:
        if digests.made_last(tx, channel.name) is not None:
            return _is_due(tx, channel, now)
    with db.begin() as tx:
        digests.begin(tx, channel.name, now)
    return False


def _is_due(tx: sa.Connection, channel: Channel, now: datetime) -> bool:
    """Whether a time of the schedule has passed since the last digest; however many passed meanwhile, one is made."""
    last = digests.made_last(tx, channel.name) or now
    times = [next_time(schedule, last, channel.zone) for schedule in channel.digests]
    return any(time is not None and time <= now for time in times)


def build_digest(db: sa.Engine, rules: DeliveryRules, channel: Channel, now: datetime, *, by_clock: bool = False) -> Message | None:
    """Queue the digest of a channel: everything since the last one that was not given up, exactly once.

    None where an earlier one has yet to be sent, or, where it goes by the clock, where it is not yet time again.
    """
    with db.begin() as tx:
        take_turn(tx, "digest")
        if digests.is_on_its_way(tx, channel.name) or (by_clock and not _is_due(tx, channel, now)):
            return None
        message = render_digest(digests.period(tx, rules, channel, now), channel)
        outbox.queue_message(tx, channel.name, "digest", message, now)
    log.info("queued digest channel=%s key=%s: %s", channel.name, message.key, message.subject)
    return message


def preview_digest(db: sa.Engine, rules: DeliveryRules, channel: Channel, now: datetime) -> Message:
    """Write the digest as it would be sent now; nothing is queued."""
    with reading(db).begin() as tx:
        return render_digest(digests.period(tx, rules, channel, now), channel)
