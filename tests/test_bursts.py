"""Hundreds of alerts at once, and targets that were down: they come together, and each is told exactly once."""

from collections import Counter
from datetime import timedelta

import pytest

from monitor.settings import load
from monitor.wiring import build, sole
from tests.faults.clock import Clock
from tests.faults.program import Home
from tests.faults.world import BUSY, World, stories

MINUTE = timedelta(minutes=1)
FEED = "wire"


@pytest.fixture
def world():
    with World() as ready:
        ready.feed(FEED)
        ready.add(FEED, stories(1, 3))
        yield ready


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def monitor(tmp_path, world, clock):
    """The program after its baseline; of its two targets one reads ten singly, the other every one."""
    home = Home(tmp_path / "home", None)
    home.settle([world.feed(FEED)], {"desk": world.hook("desk"), "hook": world.hook("hook")})
    channels = home.place / "config" / "channels.yaml"
    channels.write_text(channels.read_text().replace('desk"}', 'desk", burst: 10}'))
    with build(load(home.place / "config", home.data, {}), clock) as ready, sole(ready):
        ready.start()
        ready.river()
        clock.time += 10 * MINUTE
        yield ready


def came(world, target, *kinds):
    return [one for one in world.received if one.target == target and one.kind in kinds]


def times_told(world, target):
    return Counter(token for one in came(world, target, "alert", "released") for token in one.tokens)


def pass_minutes(monitor, clock, number):
    for _ in range(number):
        clock.time += MINUTE
        monitor.river()


def test_of_many_at_once_a_few_come_singly_and_the_rest_together_each_once(monitor, world, clock):
    world.add(FEED, stories(100, 50))
    monitor.river()
    assert (len(came(world, "desk", "alert")), len(came(world, "hook", "alert"))) == (10, 50)
    released = []
    for _ in range(4):
        pass_minutes(monitor, clock, 1)
        released.append(len(came(world, "desk", "released")))
    assert max(after - before for before, after in zip([0, *released], released, strict=False)) == 1, "a message a minute"
    assert released[-1] == 2
    assert all(len(one.tokens) <= 30 for one in came(world, "desk", "released"))
    new = {f"tok{number}k" for number in range(100, 150)}
    assert times_told(world, "desk") == times_told(world, "hook") == dict.fromkeys(new, 1)


def test_a_target_that_was_down_for_half_a_day_gets_few_messages_and_every_alert_once(monitor, world, clock):
    world.answers["desk"] = lambda _: BUSY
    for turn in range(8):
        world.add(FEED, stories(100 + 5 * turn, 5))
        clock.time += 90 * MINUTE
        monitor.river()
    world.answers.clear()
    for _ in range(8):
        clock.time += 20 * MINUTE
        monitor.river()
    new = {f"tok{number}k" for number in range(100, 140)}
    assert times_told(world, "desk") == dict.fromkeys(new, 1)
    assert len(came(world, "desk", "alert")) <= 12
    assert len(came(world, "desk", "released")) <= 4
