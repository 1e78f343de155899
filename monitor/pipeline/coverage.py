"""Coverage: look at what can be seen of each feed, and tell once what changed for the worse and once when it is over."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.operations import Matter, Report
from monitor.domain.alerts.rendering.operations import render_report
from monitor.domain.feeds.coverage import Ailment, Trouble, look_at
from monitor.domain.feeds.feed import Feed
from monitor.store import coverage, feeds, notes, outbox
from monitor.store.coverage import Standing
from monitor.store.database import reading

log = logging.getLogger(__name__)

Now = Callable[[], datetime]
Found = tuple[Feed, list[Standing], list[Trouble]]  # what stands already, what is found now


EVERY = timedelta(minutes=5)
LOOKED = "coverage looked at"


def is_due(db: sa.Engine, now: datetime) -> bool:
    """Say whether it is time for another look, and note that it is taken."""
    with reading(db).begin() as tx:
        last = notes.read(tx, LOOKED)
    if last and timedelta(0) <= now - datetime.fromisoformat(last) < EVERY:
        return False
    with db.begin() as tx:
        notes.write(tx, LOOKED, now.isoformat(), now)
    return True


def look_over(db: sa.Engine, rules: DeliveryRules, now: Now) -> int:
    """Look at every feed, queue one message about all that has begun or is over, and say how many troubles that is."""
    with reading(db).begin() as tx:
        looked = _look(tx, now())
    if not any(known or troubles for _, known, troubles in looked):
        return 0
    with db.begin() as tx:
        coverage.forget_inactive(tx, now())
        began, ended = _settle(tx, looked, now())
        if began or ended:
            channel = rules.channel(rules.operations or rules.fallback)
            outbox.queue_message(tx, channel.name, "operations", render_report(_report(tx, looked, began, ended, now()), channel), now())
    for one in began:
        log.warning("coverage feed=%s %s: %s", one.feed, one.trouble.ailment, one.trouble.told)
    for one in ended:
        log.info("coverage feed=%s no longer %s", one.feed, one.trouble.ailment)
    return len(began) + len(ended)


def _look(tx: sa.Connection, now: datetime) -> list[Found]:
    stands: dict[int, list[Standing]] = {}
    for one in coverage.standing(tx):
        stands.setdefault(one.feed_id, []).append(one)
    looked = []
    for feed in feeds.list_feeds(tx):
        known = stands.get(feed.id, [])
        habits = {one.trouble.ailment: one.trouble.usual for one in known}
        looked.append((feed, known, look_at(feed, coverage.history(tx, feed), habits, now)))
    return looked


def _settle(tx: sa.Connection, found: Sequence[Found], now: datetime) -> tuple[list[Standing], list[Standing]]:
    began: list[Standing] = []
    ended: list[Standing] = []
    for feed, known, troubles in found:
        stands = {one.trouble.ailment: one for one in known}
        for trouble in troubles:
            if trouble.ailment in stands:
                coverage.tell_anew(tx, stands.pop(trouble.ailment), trouble)
            elif new := coverage.begin(tx, feed, trouble, now):
                began.append(new)
        ended += [one for one in stands.values() if coverage.end(tx, one, now)]
    return began, ended


def _report(tx: sa.Connection, looked: Sequence[Found], began: Sequence[Standing], ended: Sequence[Standing], now: datetime) -> Report:
    """Say all that was found at once in one report: when our own line is down, every feed is silent together."""
    stands = coverage.standing(tx)
    new = {one.id for one in began}
    dead = {one.feed_id for one in stands if one.trouble.ailment is Ailment.DEAD}
    return Report(
        at=now,
        new=[_matter(one) for one in began],
        over=[_matter(one) for one in ended],
        lasting=[_matter(one) for one in stands if one.id not in new],
        feeds=len(looked),
        unseen=len(dead),
    )


def _matter(one: Standing) -> Matter:
    return Matter("feed", one.feed, f"{one.trouble.ailment}, {one.trouble.told}", one.began)
