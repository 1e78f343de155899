"""Deliver: send what is due, each channel in its own thread, and write down what each target said."""

import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from time import monotonic

import sqlalchemy as sa

from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.delivery import Verdict
from monitor.domain.alerts.message import Delivery, Message
from monitor.store import outbox
from monitor.store.queue import Job

log = logging.getLogger(__name__)

AT_ONCE = 4  # channels
ROUND = timedelta(seconds=60)  # what a channel may take before the rest of its messages waits for the next round

Now = Callable[[], datetime]
Send = Callable[[str, Message], Verdict]


def deliver(db: sa.Engine, send: Send, rules: DeliveryRules, now: Now, *, limit: int = 50, job: Job | None = None) -> int:
    """Send up to `limit` due deliveries of each channel, or of a job's, and say how many were tried."""
    with db.begin() as tx:
        outbox.release_waiting(tx, rules, now())
        due = outbox.claim_due(tx, now(), limit, job)
    if not due:
        return 0
    with ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="deliver") as threads:
        tried = [threads.submit(_send_in_order, db, send, rules, now, queue) for queue in _by_channel(due)]
    return sum(channel.result() for channel in tried)


def _by_channel(due: Iterable[Delivery]) -> list[list[Delivery]]:
    queues: dict[str, list[Delivery]] = {}
    for delivery in due:
        queues.setdefault(delivery.channel, []).append(delivery)
    return list(queues.values())


def _send_in_order(db: sa.Engine, send: Send, rules: DeliveryRules, now: Now, queue: Sequence[Delivery]) -> int:
    """Send the messages of one channel one after the other; where the target fails or is slow, the rest waits for the next round."""
    end = monotonic() + ROUND.total_seconds()
    for sent, delivery in enumerate(queue, start=1):
        going_on = _send_one(db, send, rules, now, delivery)
        if not going_on or monotonic() >= end:
            with db.begin() as tx:
                outbox.put_back(tx, queue[sent:])
            return sent
    return len(queue)


def _send_one(db: sa.Engine, send: Send, rules: DeliveryRules, now: Now, delivery: Delivery) -> bool:
    """Send one message and settle it; False where its target had better be left alone for now."""
    with db.begin() as tx:
        begun = outbox.begin_attempt(tx, delivery, now())
    if begun is None:
        log.info("passed over %s: another sends it", _named(delivery))
        return True
    verdict = _ask(send, begun)
    with db.begin() as tx:
        state = outbox.settle(tx, begun, verdict, rules, now())
    level = logging.INFO if verdict.accepted else logging.WARNING
    log.log(level, "%s %s attempt=%d: %s", state, _named(begun), begun.attempts, verdict.text)
    # What is wrong with one message only (a final refusal) says nothing about the next one.
    return verdict.accepted or verdict.permanent


def _ask(send: Send, delivery: Delivery) -> Verdict:
    """Send a message; a fault of ours costs this one message an attempt, no other."""
    try:
        return send(delivery.channel, delivery.message)
    except Exception as error:
        log.exception("sending failed %s", _named(delivery))
        return Verdict(False, f"could not be sent: {type(error).__name__}", ambiguous=True)


def _named(delivery: Delivery) -> str:
    """Name a delivery by every id that one may search the log for."""
    data = delivery.message.data
    about = f" development={data.get('development')} article={data['article']['id']}" if "article" in data else ""
    return f"delivery={delivery.id} key={delivery.key} channel={delivery.channel} kind={delivery.kind}{about}"
