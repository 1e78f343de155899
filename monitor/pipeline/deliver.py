"""Deliver: send what is due, each channel in its own thread, and write down what each target said."""

import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

import sqlalchemy as sa

from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.delivery import Verdict
from monitor.domain.alerts.message import Delivery, Message
from monitor.errors import StoreError
from monitor.store import outbox
from monitor.store.queue import Job
from monitor.store.unwritten import Unwritten

log = logging.getLogger(__name__)

AT_ONCE = 4  # channels
ROUND = timedelta(seconds=60)  # what a channel may take before the rest of its messages waits for the next round

Now = Callable[[], datetime]
Send = Callable[[str, Message], Verdict]


def deliver(
    db: sa.Engine,
    send: Send,
    rules: DeliveryRules,
    now: Now,
    *,
    limit: int = 50,
    job: Job | None = None,
    unwritten: Unwritten | None = None,
) -> int:
    """Send up to `limit` due deliveries of each channel, or of a job's, and say how many were tried."""
    unwritten = unwritten or Unwritten()
    unwritten.make_up()  # what was accepted is noted before its lease can be over for others
    with db.begin() as tx:
        outbox.release_waiting(tx, rules, now())
        due = outbox.claim_due(tx, now(), limit, job)
    if not due:
        return 0
    with ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="deliver") as threads:
        sending = partial(_send_in_order, db, send, rules, now, unwritten)
        tried = [threads.submit(sending, queue) for queue in _by_channel(due)]
    return sum(channel.result() for channel in tried)


def _by_channel(due: Iterable[Delivery]) -> list[list[Delivery]]:
    queues: dict[str, list[Delivery]] = {}
    for delivery in due:
        queues.setdefault(delivery.channel, []).append(delivery)
    return list(queues.values())


def _send_in_order(db: sa.Engine, send: Send, rules: DeliveryRules, now: Now, unwritten: Unwritten, queue: Sequence[Delivery]) -> int:
    """Send the messages of one channel one after the other; where the target fails or is slow, the rest waits for the next round."""
    end = monotonic() + ROUND.total_seconds()
    for tried, delivery in enumerate(queue, start=1):
        try:
            going_on = _send_one(db, send, rules, now, unwritten, delivery)
        except StoreError:  # not even the attempt could be noted
            unwritten.write("what is not sent", partial(_put_back, db, queue[tried - 1 :]))
            raise
        if not going_on or monotonic() >= end:
            unwritten.write("what is not sent", partial(_put_back, db, queue[tried:]))
            return tried
    return len(queue)


def _put_back(db: sa.Engine, queue: Sequence[Delivery]) -> None:
    with db.begin() as tx:
        outbox.put_back(tx, queue)


def _send_one(db: sa.Engine, send: Send, rules: DeliveryRules, now: Now, unwritten: Unwritten, delivery: Delivery) -> bool:
    """Send one message and settle it; False where its target had better be left alone for now."""
    with db.begin() as tx:
        begun = outbox.begin_attempt(tx, delivery, now())
    if begun is None:
        log.info("passed over %s: another sends it", _named(delivery))
        return True
    verdict = _ask(send, begun)
    unwritten.write(f"verdict on {_named(begun)}", partial(_settle, db, rules, begun, verdict, now()))
    # What is wrong with one message only (a final refusal) says nothing about the next one.
    return verdict.accepted or verdict.permanent


def _settle(db: sa.Engine, rules: DeliveryRules, begun: Delivery, verdict: Verdict, now: datetime) -> None:
    with db.begin() as tx:
        state = outbox.settle(tx, begun, verdict, rules, now)
    level = logging.INFO if verdict.accepted else logging.WARNING
    log.log(level, "%s %s attempt=%d: %s", state, _named(begun), begun.attempts, verdict.text)


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
