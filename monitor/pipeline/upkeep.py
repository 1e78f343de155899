"""Upkeep: look at the monitor itself, tell what changed in one message, send the heartbeat, let a watcher outside know that we live."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from monitor.adapters.schedule import next_time
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.operations import Report
from monitor.domain.alerts.rendering.operations import render_heartbeat, render_report
from monitor.domain.alerts.upkeep import Change, Vitals, changed, matters
from monitor.domain.feeds.request import Request, Response
from monitor.errors import OutsideError
from monitor.store import notes, outbox, vitals
from monitor.store.database import reading, take_turn

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=5)
LOOKED, PINGED, BEAT = "upkeep looked at", "pinged", "heartbeat"

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Tools:
    """What upkeep needs of the world."""

    get: Callable[[Request], Response]
    room: Callable[[], tuple[int, int]]  # free and whole size of the disk
    ping: str | None = None  # an address that is asked as long as all is well
    ping_every: timedelta = EVERY


def look_after(db: sa.Engine, rules: DeliveryRules, tools: Tools, now: Now) -> int:
    """Do what is due of looking, beating and pinging, and say how many messages that made."""
    made = _look(db, rules, tools, now()) if _is_due(db, LOOKED, EVERY, now()) else 0
    made += _beat(db, rules, now())
    if tools.ping and _is_due(db, PINGED, tools.ping_every, now()):
        _ping(db, tools)
    return made


def _is_due(db: sa.Engine, name: str, every: timedelta, now: datetime) -> bool:
    """Whether something is due, and if so, that it is done now: of several processes one does it."""
    with reading(db).begin() as tx:
        if _rests(tx, name, every, now):
            return False
    with db.begin() as tx:
        take_turn(tx, "upkeep")
        if _rests(tx, name, every, now):
            return False
        notes.write(tx, name, now.isoformat(), now)
    return True


def _rests(tx: sa.Connection, name: str, every: timedelta, now: datetime) -> bool:
    last = notes.read(tx, name)
    return last is not None and timedelta(0) <= now - datetime.fromisoformat(last) < every


def _look(db: sa.Engine, rules: DeliveryRules, tools: Tools, now: datetime) -> int:
    free, size = tools.room()
    with db.begin() as tx:
        copy = vitals.last_copy(tx)
        no_copy = (copy.made, copy.failed) if copy and copy.failed else None
        found = Vitals(now, free, size, vitals.oldest_work(tx, now), vitals.refusing(tx, now), vitals.set_back(tx), no_copy)
        change = changed(vitals.standing(tx), list(matters(found)))
        vitals.note(tx, change.standing, now)
        for one in change.new:
            log.warning("upkeep %s=%s: %s", one.kind, one.name, one.told)
        for one in change.over:
            log.info("upkeep %s=%s is well again", one.kind, one.name)
        return _tell(tx, rules, change, now)


def _tell(tx: sa.Connection, rules: DeliveryRules, change: Change, now: datetime) -> int:
    if not change.new and not change.over:
        return 0
    asked, unseen = vitals.coverage(tx)
    channel = rules.ear({one.name for one in (*change.new, *change.lasting) if one.kind == "channel"})
    report = Report(now, change.new, change.over, change.lasting, asked, unseen)
    return int(outbox.queue_message(tx, channel.name, "operations", render_report(report, channel), now))


def _beat(db: sa.Engine, rules: DeliveryRules, now: datetime) -> int:
    """Send the heartbeat when its time has come; however many times passed meanwhile, one is sent."""
    if rules.heartbeat is None:
        return 0
    channel = rules.ear()
    with reading(db).begin() as tx:
        if not _is_time(tx, rules.heartbeat, channel, now):
            return 0
    with db.begin() as tx:
        take_turn(tx, "upkeep")
        if not _is_time(tx, rules.heartbeat, channel, now):
            return 0
        last = notes.read(tx, BEAT)
        notes.write(tx, BEAT, now.isoformat(), now)
        if last is None:  # the first one comes at the next time, not at once
            return 0
        message = render_heartbeat(vitals.pulse(tx, datetime.fromisoformat(last), now), channel)
        return int(outbox.queue_message(tx, channel.name, "heartbeat", message, now))


def _is_time(tx: sa.Connection, schedule: str, channel: Channel, now: datetime) -> bool:
    last = notes.read(tx, BEAT)
    if last is None:
        return True
    due = next_time(schedule, datetime.fromisoformat(last), channel.zone)
    return due is not None and due <= now


def _ping(db: sa.Engine, tools: Tools) -> None:
    """Let the outside watcher know that all is well; while a stage is overdue, or the disk full, it must hear nothing."""
    with reading(db).begin() as tx:
        wrong = [one for one in vitals.standing(tx).told if one.kind in ("stage", "disk")]
    if wrong:
        log.warning("no ping: %s is not well", ", ".join(one.name for one in wrong))
        return
    try:
        answer = tools.get(Request(url=tools.ping or "", max_bytes=100_000))
    except OutsideError as error:
        log.warning("the ping was not heard: %s", type(error).__name__)  # its words hold the address, which is a secret
        return
    log.log(logging.DEBUG if answer.status < 400 else logging.WARNING, "pinged status=%d", answer.status)
