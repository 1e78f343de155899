"""Upkeep: what is wrong with the monitor itself is told once, and once when it is over; heartbeat and ping."""

from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_network

import pytest
import sqlalchemy as sa

from monitor.adapters.http import Pace, Web
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.delivery import Verdict
from monitor.domain.alerts.operations import Matter
from monitor.domain.alerts.upkeep import Refusing, Standing, Vitals, changed, matters
from monitor.domain.feeds.feed import FeedSettings
from monitor.pipeline.deliver import deliver
from monitor.pipeline.upkeep import EVERY, Tools, look_after
from monitor.store import feeds, vitals
from monitor.store.tables import deliveries
from tests.alerts import DAY, MINUTE, NOON
from tests.archive import alert_of

HOUR = timedelta(hours=1)
RULES = DeliveryRules(channels=(Channel("desk"), Channel("ops"), Channel("chief")), fallback="chief", operations="ops")
ROOM, FULL = (10**12, 10**12), (10**8, 10**12)


def nobody(_request):
    raise AssertionError("nobody is asked")


def look(db, now, room=ROOM, rules=RULES, **tools):
    return look_after(db, rules, Tools(tools.pop("get", nobody), lambda: room, **tools), lambda: now)


def told(db, kind="operations"):
    with db.begin() as tx:
        rows = tx.execute(sa.select(deliveries).where(deliveries.c.kind == kind).order_by(deliveries.c.id)).all()
    return [(row.channel, row.message["subject"]) for row in rows]


# ── what is wrong ─────────────────────────────────────────────────────────────

FINE = Vitals(NOON, *ROOM, {})


@pytest.mark.parametrize(
    ("measured", "kind", "said"),
    [
        pytest.param({"free": 10**8}, "disk", "only 95 MB are free", id="a full disk"),
        pytest.param({"oldest": {"place": NOON - 20 * MINUTE}}, "stage", "its oldest work waits for 20 minutes", id="a stage"),
        pytest.param(
            {"refusing": (Refusing("desk", NOON, 2, 1, "550 no"),)},
            "channel",
            "2 messages wait, 1 given up; its target says: 550 no",
            id="it",
        ),
        pytest.param({"set_back": (NOON - MINUTE, HOUR)}, "clock", "ahead by 60 minutes", id="a clock that was set back"),
        pytest.param({"no_copy": (NOON - DAY, "no room")}, "copy", "it cannot be copied: no room", id="a copy that cannot be made"),
    ],
)
def test_what_is_wrong_is_said_with_its_measure(measured, kind, said):
    [matter] = matters(replace(FINE, **measured))
    assert matter.kind == kind
    assert said in matter.told


@pytest.mark.parametrize(
    "measured",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"oldest": {"read": NOON - HOUR, "match": NOON - MINUTE}}, id="work that waits no longer than it may"),
        pytest.param({"set_back": (NOON - DAY, HOUR)}, id="a clock that was set back yesterday"),
    ],
)
def test_what_is_well_is_not_told(measured):
    assert list(matters(replace(FINE, **measured))) == []


DISK, STAGE = Matter("disk", "data", "full", NOON), Matter("stage", "place", "overdue", NOON)


def test_a_stage_is_overdue_from_the_second_look_on_and_all_else_from_the_first():
    first = changed(Standing(), [DISK, STAGE])
    assert first.new == (DISK,)
    second = changed(first.standing, [replace(DISK, since=NOON + MINUTE), STAGE])
    assert (second.new, second.over, second.lasting) == ((STAGE,), (), (DISK,)), "what is still wrong began when it began"
    third = changed(second.standing, [STAGE])
    assert (third.new, third.over, third.lasting) == ((), (DISK,), (STAGE,))
    assert changed(Standing(), [STAGE]).standing.told == ()
    assert changed(changed(Standing(), [STAGE]).standing, []).over == (), "one slow look is no matter"


# ── telling ───────────────────────────────────────────────────────────────────


def test_a_full_disk_is_told_once_on_the_channel_for_operations_and_once_when_it_is_over(db):
    for n, room in enumerate([ROOM, FULL, FULL, FULL, ROOM, ROOM]):
        look(db, NOON + n * EVERY, room)
        look(db, NOON + n * EVERY + MINUTE, room)
    assert [channel for channel, _ in told(db)] == ["ops", "ops"]
    assert "95 MB" in told(db)[0][1]


def test_without_a_channel_for_operations_the_fallback_hears_of_it(db):
    look(db, NOON, FULL, replace(RULES, operations=None))
    assert [channel for channel, _ in told(db)] == ["chief"]


def test_a_target_that_takes_nothing_is_told_once_on_another_channel_however_many_messages_wait(db):
    with db.begin() as tx:
        for n in range(5):
            alert_of(tx, replace(RULES, channels=(Channel("ops"),)), f"baiterek#{n}")
    down = Verdict(False, "connection refused")
    for n in range(30):
        deliver(db, lambda channel, _: down if channel == "ops" else Verdict(True, "ok"), RULES, lambda n=n: NOON + n * EVERY)
        look(db, NOON + n * EVERY)
    assert [channel for channel, _ in told(db)] == ["chief"], "the channel that takes nothing is no ear"
    with db.begin() as tx:
        tx.execute(sa.update(deliveries).where(deliveries.c.channel == "ops").values(due_at=NOON))
    later = NOON + 40 * EVERY
    while deliver(db, lambda *_: Verdict(True, "ok"), RULES, lambda: later):
        pass
    look(db, later)
    assert [channel for channel, _ in told(db)] == ["chief", "ops"], "well again"


def test_work_that_nobody_does_is_told_at_the_second_look(db):
    with db.begin() as tx:
        feeds.sync(tx, [FeedSettings("https://example.org/1", "one", "One")], NOON)
    look(db, NOON + HOUR)
    assert told(db) == []
    look(db, NOON + HOUR + EVERY)
    [(channel, subject)] = told(db)
    assert (channel, "poll" in subject) == ("ops", True)


def test_a_clock_that_was_set_back_is_told(db):
    with db.begin() as tx:
        vitals.note_set_back(tx, 3 * HOUR, NOON)
    for n in range(15):
        look(db, NOON + n * EVERY)
        deliver(db, lambda *_: Verdict(True, "ok"), RULES, lambda n=n: NOON + n * EVERY)
    assert len(told(db)) == 1


# ── the heartbeat ─────────────────────────────────────────────────────────────


def test_the_heartbeat_comes_by_the_clock_and_counts_what_was_done_since(db):
    beating = replace(RULES, heartbeat="0 8 * * *")
    look(db, NOON, rules=beating)
    assert told(db, "heartbeat") == [], "the first one comes at the next time, not at once"
    with db.begin() as tx:
        alert_of(tx, RULES, "baiterek#1", at=NOON + HOUR)
    for hours in range(1, 72):
        look(db, NOON + hours * HOUR, rules=beating)
    assert [channel for channel, _ in told(db, "heartbeat")] == ["ops"] * 3
    assert "1 alert" in told(db, "heartbeat")[0][1]
    look(db, NOON + 10 * DAY, rules=beating)
    assert len(told(db, "heartbeat")) == 4, "a host that slept sends one"


# ── the ping ──────────────────────────────────────────────────────────────────


@pytest.fixture
def web():
    with Web(Pace(gap=timedelta(0)), (ip_network("127.0.0.1/32"),), "monitor-test") as one:
        yield one


def test_a_watcher_outside_hears_from_us_as_long_as_all_is_well(db, local_web, web):
    ping = local_web.serve("/ping", "OK")
    for n in range(4):
        look(db, NOON + n * MINUTE, get=web.get, ping=ping, ping_every=2 * MINUTE)
    assert local_web.times("/ping") == 2
    look(db, NOON + HOUR, FULL, get=web.get, ping=ping)
    assert local_web.times("/ping") == 2, "the disk is full: the watcher must miss us"
    look(db, NOON + 2 * HOUR, get=web.get, ping=ping)
    assert local_web.times("/ping") == 3


@pytest.mark.parametrize("status", [404, 500])
def test_a_watcher_that_answers_badly_or_not_stops_nothing_and_its_address_is_not_logged(db, local_web, web, caplog, status):
    ping = local_web.serve("/secret-token", "no", status)
    assert look(db, NOON, get=web.get, ping=ping) == 0
    assert look(db, NOON + HOUR, get=web.get, ping="http://127.0.0.1:9/secret-token") == 0
    assert "the ping was not heard: FetchError" in caplog.text
    assert "secret-token" not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("monitor.pipeline"))
