"""The daemon under SIGKILL at random, with targets that fail at random: nothing is lost, nothing comes twice without a reason."""

import random
import time

import pytest

from tests.faults.invariants import Expected, violations
from tests.faults.program import Home, Zygote, pass_time, wait_for
from tests.faults.progress import with_progress
from tests.faults.scenarios import settle_down
from tests.faults.world import ACCEPT, BUSY, DROP, FAIL, REFUSE, World, stories

TARGETS = ("desk", "pager")
FEEDS = ("wire", "blog")


@pytest.fixture(scope="module")
def zygote():
    with Zygote() as ready:
        yield ready


@pytest.fixture(scope="module")
def daemons():
    """A zygote of which daemons are forked, beside the one that runs commands."""
    with Zygote() as ready:
        yield ready


@pytest.fixture
def world():
    with World() as ready:
        yield ready


@pytest.fixture
def home(tmp_path, zygote, world):
    """A home whose two feeds have been looked at once; they are due every second."""
    ready = Home(tmp_path / "home", zygote)
    ready.settle([world.feed(name) for name in FEEDS], {target: world.hook(target) for target in TARGETS}, every="1s")
    for place, name in enumerate(FEEDS):
        world.add(name, stories(10 + 10 * place, 3))
    ready.run("poll")
    return ready


def torture(world, home, daemons, dice, kills, seconds):
    """Kill the daemon again and again while stories come in and targets fail; then bring it to rest."""
    base = frozenset(world.listed())
    for target in TARGETS:
        world.answers[target] = lambda _: dice.choices((ACCEPT, REFUSE, BUSY, DROP, FAIL), (6, 1, 1, 1, 1))[0]
    told = 1000
    for _ in with_progress("random kills", range(kills)):
        with home.forked_daemon(daemons) as daemon:
            end = time.monotonic() + dice.uniform(0.1, 2 * seconds / kills - 0.1)
            while (left := end - time.monotonic()) > 0 and daemon.works():
                # In all a feed lists fewer stories than the 2,000 that one poll takes.
                world.add(dice.choice(FEEDS), stories(told, dice.choice((1, 1, 1, 3))))
                told += 10
                pass_time(min(left, 0.6))
            assert daemon.works(), f"the daemon has died by itself:\n{(home.place / 'daemon.log').read_text()[-3000:]}"
    world.answers.clear()
    settle_down(world, home)
    return violations(world, home, Expected(base, TARGETS, kills))


def test_random_kills_lose_nothing_and_repeat_nothing_without_a_reason(world, home, daemons):
    assert torture(world, home, daemons, random.Random(), kills=8, seconds=14) == []


@pytest.mark.torture
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_random_kills_lose_nothing_and_repeat_nothing_without_a_reason(world, home, daemons, seed):
    assert torture(world, home, daemons, random.Random(seed), kills=200, seconds=400) == []


def test_a_feed_that_was_being_asked_when_the_daemon_died_is_asked_again_when_it_is_due(world, home, daemons):
    with home.forked_daemon(daemons) as daemon:
        world.before_feed = daemon.kill
        assert wait_for(lambda: not daemon.works())
    world.before_feed = lambda: None
    world.add("wire", stories(500, 1))
    world.asked.clear()
    with home.daemon():  # another one than that which a late request may still kill
        assert wait_for(lambda: {"/feed/wire", "/feed/blog"} <= set(world.asked)), "the lease of the dead daemon was waited for"


def test_a_message_that_was_being_sent_when_the_daemon_died_comes_again_with_the_same_key(world, home, daemons):
    world.add("wire", stories(500, 1))
    with home.forked_daemon(daemons) as daemon:
        world.kill = daemon.kill
        world.answers["desk"] = lambda _: "the sender dies when we have it"
        assert wait_for(lambda: not daemon.works())
    world.answers.clear()
    with home.daemon() as daemon:
        assert wait_for(lambda: len([one for one in world.received if one.target == "desk" and "tok500k" in one.tokens]) == 2)
        daemon.terminate()
        assert daemon.wait(15) == 0
    settle_down(world, home)
    assert violations(world, home, Expected(frozenset(f"tok{n}k" for n in (10, 11, 12, 20, 21, 22)), TARGETS, kills=1)) == []
