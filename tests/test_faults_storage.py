"""The disk, the clock and other processes at their worst: what the archive does then, and that it recovers by itself."""

import contextlib
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from monitor.settings import load
from monitor.wiring import build, sole
from tests.faults.clock import Clock
from tests.faults.invariants import Expected, exported_tokens, violations
from tests.faults.program import ROOT, Home, Zygote, environment, pass_time, wait_for
from tests.faults.scenarios import settle_down
from tests.faults.world import ACCEPT, NEVER, REFUSE, World, stories

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TARGETS = ("desk",)
FEED = "wire"
BASE = frozenset({"tok1k", "tok2k", "tok3k"})


@pytest.fixture(scope="module")
def zygote():
    with Zygote() as ready:
        yield ready


@pytest.fixture(scope="module")
def server():
    with World() as ready:
        yield ready


@pytest.fixture
def world(server):
    """The world before anything has happened, with three stories to begin with."""
    server.reset()
    server.feeds[FEED] = stories(1, 3)
    server.xml(FEED)
    return server


@pytest.fixture
def home(tmp_path, zygote, world):
    """A home with one feed and one target, before its first start."""
    return settled(tmp_path / "home", zygote, world)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory, zygote, server):
    """A home after its baseline, to be copied."""
    server.feeds[FEED] = stories(1, 3)
    ready = settled(tmp_path_factory.mktemp("rested") / "home", zygote, server)
    ready.run("poll")
    return ready


@pytest.fixture
def rested(snapshot, tmp_path, world):  # noqa: ARG001 (the world is as it was when the snapshot was taken)
    """A home after its baseline."""
    return snapshot.copy_to(tmp_path / "home")


def settled(place, zygote, world):
    ready = Home(place, zygote)
    ready.settle([world.feed(FEED)], {"desk": world.hook("desk")})
    return ready


def database(home):
    (file,) = home.data.glob("*.db")
    return file


def poll(home, world, **more):
    return home.run("poll", "--feed", world.feed(FEED), **more)


def alone(home, *words, before=(), limit=None):
    """Run a command as a process of its own, behind other words or within a limit to the size of files."""

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    argv = [*before, sys.executable, "-m", "monitor", *home.words(*words)]
    return subprocess.run(
        argv, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT, env=environment(), preexec_fn=limited if limit else None
    )


def no_traceback(done):
    return "Traceback" not in done.stderr


# ── the disk ──────────────────────────────────────────────────────────────────


def test_a_full_disk_is_said_plainly_and_nothing_is_sent_that_could_not_be_stored(rested, world):
    world.add(FEED, stories(10, 20))
    size = max(file.stat().st_size for file in rested.data.iterdir())
    done = alone(rested, "poll", "--feed", world.feed(FEED), limit=size + 4096)
    assert done.returncode == 1
    assert "no room" in done.stderr or "disk" in done.stderr
    assert no_traceback(done)
    told = {token for one in world.received for token in one.tokens}
    assert told <= set(exported_tokens(rested))
    settle_down(world, rested)
    assert violations(world, rested, Expected(BASE, TARGETS)) == []


def let_write(process, most=resource.RLIM_INFINITY):
    """Say how long the files of a process may be: as on a full disk, or as long as it likes."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


FULL = 1024


def test_a_daemon_whose_disk_is_full_keeps_still_and_recovers_alone(home, world):
    """It fills up just as a feed answers, then a page, then a target: with room again nothing waits for a lease or is sent twice."""
    home.settle([world.feed(FEED)], {"desk": world.hook("desk")}, every="1s")
    home.run("poll")
    filled = threading.Event()

    def fill(_number=0):
        world.before_feed = world.before_page = lambda: None
        world.answers.clear()
        let_write(daemon, FULL)
        filled.set()
        return ACCEPT

    def room_until(answer):
        filled.clear()
        answer()
        let_write(daemon)
        assert wait_for(filled.is_set, 60), "nothing goes on though there is room"

    def noted():
        return all(one["state"] == "sent" for alert in home.told("alerts", "list") for one in alert["deliveries"])

    with home.daemon() as daemon:
        world.add(FEED, stories(10, 3))
        room_until(lambda: setattr(world, "before_feed", fill))
        log = home.place / "daemon.log"
        before, asked = log.stat().st_size, len(world.asked)
        pass_time(2.5)
        assert daemon.poll() is None
        assert len(world.asked) - asked <= 3, "nobody is asked for what cannot be kept"
        assert log.stat().st_size - before < 20_000, "a full disk is not filled further with complaints"
        room_until(lambda: setattr(world, "before_page", fill))
        pass_time(0.5)
        assert not alerts(world)
        room_until(lambda: world.answers.update(desk=fill))
        pass_time(0.5)
        let_write(daemon)
        assert wait_for(lambda: len(alerts(world)) == 3 and noted(), 60, step=0.3)
    settle_down(world, home)
    assert violations(world, home, Expected(BASE, TARGETS)) == []


def obedient():
    """Words before a command that make root obey permissions as everybody else does."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may write everywhere, and setpriv, which would take that away, is missing")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-dac_override,-dac_read_search,-fowner")


@contextlib.contextmanager
def locked_away(*paths):
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.mark.parametrize("what", ["the file", "the folder"])
def test_a_read_only_archive_is_refused_with_a_message_that_names_it_and_is_left_as_it_was(rested, world, what):
    file = database(rested)
    before = file.read_bytes()
    posts = len(world.received)
    world.add(FEED, stories(10, 1))
    with locked_away(file if what == "the file" else rested.data):
        done = alone(rested, "poll", "--feed", world.feed(FEED), before=obedient())
    assert done.returncode == 1, done.stderr
    assert no_traceback(done), done.stderr
    assert str(rested.data) in done.stderr
    assert "permission" in done.stderr.lower() or "read-only" in done.stderr.lower() or "readonly" in done.stderr.lower()
    assert file.read_bytes() == before
    assert len(world.received) == posts
    settle_down(world, rested)
    assert violations(world, rested, Expected(BASE, TARGETS)) == []


def test_a_data_folder_that_cannot_be_made_is_named(home):
    with locked_away(home.place):
        done = alone(home, "poll", before=obedient())
    assert done.returncode == 1
    assert no_traceback(done), done.stderr
    assert str(home.data) in done.stderr


def test_a_corrupted_page_stops_the_start_and_the_file_is_kept(rested, world):
    world.add(FEED, stories(10, 30))
    poll(rested, world)
    file = database(rested)
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damaged = bytearray(file.read_bytes())
    damaged[10 * 4096 : 40 * 4096] = b"\xa5" * (30 * 4096)
    file.write_bytes(damaged)
    posts = len(world.received)
    world.add(FEED, stories(50, 1))
    for command in (["run"], ["poll", "--feed", world.feed(FEED)]):
        done = alone(rested, *command)
        assert done.returncode == 1, done.stderr
        assert no_traceback(done), done.stderr
        assert str(file) in done.stderr
        assert ".recover" in done.stderr
        assert "backup" in done.stderr
        assert file.read_bytes() == bytes(damaged)
    assert len(world.received) == posts


# ── others at the same file ───────────────────────────────────────────────────


@contextlib.contextmanager
def held_by_another(file, seconds, how="BEGIN IMMEDIATE"):
    """Let another process's connection hold the database for a while."""
    code = (
        "import sqlite3, sys, time\n"
        f"c = sqlite3.connect({str(file)!r}, isolation_level=None)\nc.execute({how!r})\n"
        f"c.execute('SELECT count(*) FROM feeds').fetchall()\nprint('held', flush=True)\ntime.sleep({seconds})\nc.execute('ROLLBACK')\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline().strip() == "held"
        yield holder
        holder.kill()


def test_a_database_that_another_process_writes_to_is_waited_for(rested, world):
    world.add(FEED, stories(10, 1))
    with held_by_another(database(rested), 2, "BEGIN EXCLUSIVE"):
        poll(rested, world)
    assert violations(world, rested, Expected(BASE, TARGETS)) == []


@pytest.mark.torture
def test_a_daemon_whose_database_is_locked_for_more_than_a_minute_goes_on_when_it_is_free(home, world):
    home.settle([world.feed(FEED)], {"desk": world.hook("desk")}, every="1s")
    home.run("poll")
    with home.daemon() as daemon:
        assert wait_for(lambda: world.asked.count("/feed/wire") >= 3)
        with held_by_another(database(home), 120):
            world.add(FEED, stories(10, 3))
            pass_time(65)
            assert daemon.poll() is None
        assert wait_for(lambda: len([one for one in world.received if one.kind == "alert"]) >= 3, 60)
    settle_down(world, home)
    assert violations(world, home, Expected(BASE, TARGETS, kills=1)) == []


def test_a_reader_stops_nobody(rested, world):
    world.add(FEED, stories(10, 1))
    with held_by_another(database(rested), 60, "BEGIN"):
        began = time.monotonic()
        poll(rested, world)
        assert time.monotonic() - began < 20
    assert violations(world, rested, Expected(BASE, TARGETS)) == []


def test_looking_waits_for_no_writer(rested):
    with held_by_another(database(rested), 60):
        began = time.monotonic()
        assert set(exported_tokens(rested)) == BASE
        assert rested.run("status", "--json").code == 0
        assert time.monotonic() - began < 10


def test_of_two_daemons_that_start_at_once_one_works_and_the_other_says_why_not(home, world):
    with home.daemon() as one, home.daemon() as other:
        assert wait_for(lambda: one.poll() is not None or other.poll() is not None)
        first, second = (one, other) if one.poll() is not None else (other, one)
        assert first.returncode == 1
        assert wait_for(lambda: "/feed/wire" in world.asked)
        assert second.poll() is None
    assert "another monitor" in (home.place / "daemon.log").read_text()


def stops_between_writes(process, home):
    """Stop a process where it does not hold the right to write; let it go on where it does."""
    process.send_signal(signal.SIGSTOP)
    with contextlib.closing(sqlite3.connect(database(home), timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            process.send_signal(signal.SIGCONT)
            return False
        connection.execute("ROLLBACK")
    return True


def test_a_command_that_starts_while_another_sends_does_not_send_the_same_again(rested, world):
    """Three overlap: the first leaves while the second is still sending, and the third finds nobody in its way."""
    world.add(FEED, stories(10, 1))
    release, sending = threading.Event(), threading.Event()

    def slow(_number):
        sending.set()
        release.wait(30)
        return ACCEPT

    world.answers["desk"] = slow
    lock = subprocess.Popen([sys.executable, "-m", "monitor", *rested.words("run")], stderr=subprocess.PIPE, cwd=ROOT, env=environment())
    second = None
    try:
        assert wait_for(lambda: b"started" in lock.stderr.readline())
        assert wait_for(lambda: stops_between_writes(lock, rested))  # it holds the archive, and does nothing
        second = subprocess.Popen(
            [sys.executable, "-m", "monitor", *rested.words("poll", "--feed", world.feed(FEED))],
            stderr=subprocess.DEVNULL, cwd=ROOT, env=environment(),
        )  # fmt: skip
        assert sending.wait(60)
    finally:
        lock.kill()
        lock.communicate()
        if second is not None and not sending.is_set():
            second.kill()
            second.wait()
    third = subprocess.Popen([sys.executable, "-m", "monitor", *rested.words("poll")], stderr=subprocess.PIPE, cwd=ROOT, env=environment())
    wait_for(lambda: (len(world.numbers) and world.numbers["desk"] > 1) or third.poll() is not None, 20)
    release.set()
    third.communicate(timeout=60)
    assert second.wait(60) == 0
    settle_down(world, rested)
    assert violations(world, rested, Expected(BASE, TARGETS)) == []


# ── the clock ─────────────────────────────────────────────────────────────────


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def monitor(home, clock):
    """The program in this process, with a clock of ours; started, and after its baseline."""
    with build(load(home.place / "config", home.data, {}), clock) as ready, sole(ready):
        ready.start()
        ready.river()
        yield ready


def alerts(world):
    return {token for one in world.received if one.kind == "alert" for token in one.tokens}


def test_after_a_day_of_sleep_each_feed_is_asked_once_and_what_came_is_one_message(monitor, world, clock):
    world.add(FEED, stories(10, 20))
    asked, posts = world.asked.count("/feed/wire"), len(world.received)
    clock.time += DAY + HOUR
    assert monitor.river() == 1
    assert monitor.river() == 0
    assert world.asked.count("/feed/wire") == asked + 1
    assert alerts(world) == set()
    assert [one.kind for one in world.received[posts:] if one.kind != "digest"] == ["baseline"]
    world.add(FEED, stories(50, 1))
    clock.time += 10 * MINUTE
    monitor.river()
    assert alerts(world) == {"tok50k"}


def test_a_clock_that_was_a_day_ahead_for_a_while_keeps_no_feed_and_no_message_waiting(monitor, world, clock):
    world.add(FEED, stories(10, 1))
    world.answers["desk"] = lambda _: REFUSE
    clock.time += 10 * MINUTE
    monitor.river()
    clock.time += DAY
    monitor.river()
    monitor.river()
    clock.time -= DAY
    world.answers.clear()
    world.add(FEED, stories(20, 1))
    for _ in range(4):  # the daemon goes on: nobody starts it anew
        clock.time += 2 * MINUTE
        monitor.watch()
        monitor.river()
    assert {"tok10k", "tok20k"} <= alerts(world)


def test_a_clock_that_is_set_back_a_day_loses_and_repeats_nothing(monitor, world, clock):
    clock.time -= DAY
    world.add(FEED, stories(10, 2))
    for _ in range(4):
        clock.time += 5 * MINUTE
        monitor.watch()
        monitor.river()
    assert alerts(world) == {"tok10k", "tok11k"}
    assert len([one for one in world.received if one.kind == "alert"]) == 2


def test_a_clock_that_is_a_day_ahead_when_an_edited_story_is_read_keeps_it_readable(monitor, home, world, clock):
    clock.time += DAY
    world.add(FEED, stories(10, 2))
    monitor.river()
    clock.time -= DAY
    world.edit(FEED, 2)
    clock.time += 10 * MINUTE
    monitor.watch()
    monitor.river()
    titles = json.dumps(home.told("archive", "export"))
    assert "tok1k, edition 2" in titles


@pytest.mark.parametrize(
    "night",
    [
        pytest.param(datetime(2026, 3, 28, 22, tzinfo=UTC), id="the night that loses an hour"),
        pytest.param(datetime(2026, 10, 24, 22, tzinfo=UTC), id="the night that gains one"),
    ],
)
def test_a_night_in_which_the_clocks_are_changed_has_one_digest_and_loses_and_repeats_nothing(home, world, clock, night):
    home.settle([world.feed(FEED)], {"desk": world.hook("desk")}, more='zone: Europe/Berlin\ndigest: {at: "02:30"}\n')
    clock.time = night - DAY
    with build(load(home.place / "config", home.data, {}), clock) as ready, sole(ready):
        ready.start()
        ready.river()
        clock.time = night
        ready.river()
        world.received.clear()
        for half in range(16):  # eight hours, in which the local clock is set forward or back
            if half % 4 == 0:
                world.add(FEED, stories(10 + half, 1))
            clock.time += HOUR / 2
            ready.watch()
            ready.river()
    assert alerts(world) == {"tok10k", "tok14k", "tok18k", "tok22k"}
    kinds = [one.kind for one in world.received]
    assert (kinds.count("alert"), kinds.count("digest")) == (4, 1)


def test_a_worker_that_stalls_for_longer_than_its_lease_cannot_undo_what_another_has_done(monitor, home, world, clock):
    """The late answer is a final refusal, the earlier one an acceptance: what was accepted stays so."""
    world.add(FEED, stories(10, 1))
    sending, wake = threading.Event(), threading.Event()

    def stall(number):
        if number > 1:
            return ACCEPT
        sending.set()
        wake.wait(30)
        return NEVER

    world.numbers.clear()
    world.answers["desk"] = stall
    clock.time += 10 * MINUTE
    late = threading.Thread(target=monitor.river)
    late.start()
    assert sending.wait(30)
    clock.time += 10 * MINUTE
    with build(load(home.place / "config", home.data, {}), clock) as other:
        other.deliver()
    wake.set()
    late.join(60)
    assert violations(world, home, Expected(BASE, TARGETS)) == []
