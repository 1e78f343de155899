"""What one feed, entry or command may do to another that works at the same moment."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from monitor.adapters.children import run_here
from monitor.errors import FetchError
from monitor.pipeline.read import Tools, read
from monitor.settings import load
from monitor.store import entries, outbox
from monitor.wiring import build, sole
from tests.faults.invariants import Expected, exported_tokens, violations
from tests.faults.program import Home, Zygote
from tests.faults.world import ACCEPT, REFUSE, World, stories

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
BASE = frozenset({"tok1k", "tok2k"})


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture(scope="module")
def zygote():
    with Zygote() as ready:
        yield ready


@pytest.fixture
def world():
    with World() as ready:
        yield ready


@pytest.fixture
def home(tmp_path, zygote, world):
    """A home with one feed and one target, before its first start."""
    ready = Home(tmp_path / "home", zygote)
    ready.settle([world.feed("wire")], {"desk": world.hook("desk")})
    world.add("wire", stories(1, 2))
    return ready


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def monitor(home, clock):
    """The program in this process, with a clock of ours; started, and after its baseline."""
    with build(load(home.place / "config", home.data, {}), clock) as ready, sole(ready):
        ready.start()
        ready.river()
        clock.time += 10 * MINUTE
        yield ready


def test_two_feeds_that_have_become_one_address_are_both_kept(home, world):
    world.moved["old"] = "wire"
    home.settle([world.feed("old"), world.feed("wire")], {"desk": world.hook("desk")})
    home.run("poll")
    world.add("wire", stories(10, 1))
    home.run("poll", "--feed", f"{world.url}/feed/old", "--feed", f"{world.url}/feed/wire")
    assert exported_tokens(home) == dict.fromkeys([*BASE, "tok10k"], 2)


def test_an_entry_that_is_edited_while_its_page_is_read_is_read_again(monitor, home, world):
    world.add("wire", stories(10, 1))
    monitor.poll()

    def edit():
        world.before_page = lambda: None
        world.edit("wire", 2)
        monitor.poll([world.feed("wire")])

    world.before_page = edit
    monitor.river()
    monitor.river()
    assert world.asked.count("/page/tok10k") == 2
    assert violations(world, home, Expected(BASE, ("desk",))) == []


def test_retrying_by_hand_leaves_alone_what_is_being_sent(monitor, home, world, clock):
    world.add("wire", stories(10, 1))
    sending, wake = threading.Event(), threading.Event()

    def stall(number):
        if number == 1:
            return REFUSE
        sending.set()
        wake.wait(30)
        return ACCEPT

    world.numbers.clear()
    world.answers["desk"] = stall
    monitor.river()
    clock.time += 2 * MINUTE
    sender = threading.Thread(target=monitor.deliver)
    sender.start()
    assert sending.wait(30)
    with monitor.db.begin() as tx:
        assert outbox.retry(tx, clock()) == 0
    wake.set()
    sender.join(60)
    monitor.deliver()
    assert violations(world, home, Expected(BASE, ("desk",))) == []


def test_an_entry_that_trips_us_stops_no_other(monitor, world):
    world.add("wire", stories(10, 3))
    with monitor.db.begin() as tx:
        tx.exec_driver_sql("""UPDATE feeds SET settings = json_set(settings, '$.robots', json('true'))""")
    with monitor.db.begin() as tx:
        (feed,) = entries.export(tx)
    monitor.poll([feed])

    def fetch(requests):
        for request in requests:
            yield request, FetchError("not today")

    def allowed(url, _agent):
        if "tok11k" in url:
            raise ZeroDivisionError(url)
        return True

    with monitor.db.begin() as tx:
        before = entries.counts(tx)
    assert before["new"] == 3
    read(monitor.db, monitor.topic, Tools(fetch, run_here, allowed), monitor.now)
    with monitor.db.begin() as tx:
        assert entries.counts(tx).get("new", 0) <= 1


def test_poll_sends_the_digest_whose_time_has_come(monitor, world, clock):
    monitor.river()
    world.add("wire", stories(10, 1))
    clock.time += DAY - 10 * MINUTE
    monitor.river()
    assert [one.kind for one in world.received if "tok10k" in one.tokens] == ["alert", "digest"]
