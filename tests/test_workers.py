"""Workers as real processes on one real PostgreSQL: who dies or hangs in the middle of its work loses nothing, and repeats nothing."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from monitor.cli import cli
from tests.faults.program import ROOT, Home, environment, pass_time, wait_for
from tests.faults.world import CANARY, World, stories

LEASE = 2  # seconds
SETTINGS = f"lease: {LEASE}s\nweb: {{enabled: false}}\n"


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.fixture
def database(postgres) -> Iterator[str]:
    with postgres.database() as url:
        yield url


@contextmanager
def worker(home: Home, database: str, name: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a worker on a machine of its own: the same settings, another data folder."""
    words = ["--config", str(home.place / "config"), "--data", str(home.place / name), "worker"]
    with (home.place / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "monitor", *words],
            stdout=log,
            stderr=log,
            cwd=ROOT,
            env=environment() | {"MONITOR_DATABASE_URL": database},
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def asking(database: str):
    """Ask the database from outside, with statements as they stand."""
    db = sa.create_engine(database, poolclass=sa.NullPool)

    def ask(statement: str):
        with db.connect() as connection:
            return connection.exec_driver_sql(statement).scalar()

    yield ask
    db.dispose()


class Door:
    """A door that whoever comes to it waits at, until it is opened; it knows how many stood there at once."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.came: list[float] = []
        self.within, self.most = 0, 0
        self._lock = threading.Lock()

    def enter(self) -> None:
        with self._lock:
            self.came.append(time.monotonic())
            self.within += 1
            self.most = max(self.most, self.within)
        self.open.wait(30)
        with self._lock:
            self.within -= 1


def fall_silent(process, fate, ask):
    """Kill or stop a process; one that is stopped amid a transaction keeps what it holds until PostgreSQL ends it, for a minute."""
    held = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%%'"
    while True:
        os.kill(process.pid, fate)
        if fate == signal.SIGKILL or wait_for(lambda: ask(held) == 0, seconds=1):
            return
        os.kill(process.pid, signal.SIGCONT)
        pass_time(0.2)  # one that is stopped again at once never comes to the end of its transaction


@pytest.mark.parametrize("fate", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_the_work_of_a_worker_that_falls_silent_is_taken_over_and_done_once(fate, tmp_path, world, database):
    home, door = Home(tmp_path, None), Door()
    home.settle([world.feed("a"), world.feed("b")], {"desk": world.hook("desk")}, every="1s", more=SETTINGS)
    with asking(database) as ask, worker(home, database, "first") as first:
        assert wait_for(lambda: ask("SELECT count(baseline_at) FROM feeds") == 2), (tmp_path / "first.log").read_text()
        world.before_page = door.enter
        world.add("a", stories(1, 3))
        assert wait_for(lambda: door.came), "the first worker is reading a page"
        with worker(home, database, "second") as second:
            assert wait_for(lambda: ask("SELECT count(*) FROM procrastinate_workers") == 2)
            fall_silent(first, fate, ask)
            silent, before = time.monotonic(), len(door.came)
            assert wait_for(lambda: len(door.came) > before)
            assert door.came[before] - silent < LEASE + 5
            door.open.set()
            assert wait_for(lambda: len(world.received) == 3)

            os.kill(first.pid, signal.SIGCONT) if fate == signal.SIGSTOP else first.wait()
            world.add("b", stories(10, 2))
            assert wait_for(lambda: len(world.received) == 5), "those who are left go on"
            if fate == signal.SIGSTOP:
                assert first.poll() is None
            second.terminate()
            assert second.wait(15) == 0
        assert ask("SELECT count(*) FROM articles") == 5
        assert ask("SELECT sum(attempts) FROM deliveries") == 5
        assert ask("SELECT count(*) FROM entries WHERE state <> 'read'") == 0
    assert sorted(token for one in world.received for token in one.tokens) == sorted(s.token for s in (*stories(1, 3), *stories(10, 2)))


def test_two_workers_share_the_feeds_and_never_ask_one_host_at_once(tmp_path, world, database):
    home, door = Home(tmp_path, None), Door()
    door.open.set()
    feeds = [world.feed(name) for name in "abcdef"]
    world.before_feed = door.enter
    home.settle(feeds, {}, every="1s", more=SETTINGS)
    with asking(database) as ask, worker(home, database, "first"), worker(home, database, "second"):
        assert wait_for(lambda: ask("SELECT count(*) FROM procrastinate_workers") == 2)
        assert wait_for(lambda: all((tmp_path / f"{name}.log").read_text().count("polled") > 3 for name in ("first", "second")))
        assert door.most == 1
        assert ask("SELECT value ->> 'keeper' FROM notes WHERE name = 'clock'").split(":")[1].isdigit()
        keeping = [name for name in ("first", "second") if "keeping the clock" in (tmp_path / f"{name}.log").read_text()]
        assert len(keeping) == 1


def test_a_worker_needs_nothing_but_the_address_of_the_database(tmp_path, world, database):
    home, elsewhere = Home(tmp_path / "home", None), tmp_path / "elsewhere"
    elsewhere.mkdir()
    open_hook = f"json://{world.url[7:]}/hook/open"
    home.settle([world.feed("a")], {"open": open_hook, "locked": world.hook("locked")}, every="1s", more=SETTINGS)
    log = tmp_path / "worker.log"

    def told(*words: str) -> str:
        done = CliRunner().invoke(cli, home.words(*words), env={"MONITOR_DATABASE_URL": database})
        assert done.exit_code == 0, done.output
        return done.output

    variables = environment() | {"MONITOR_DATABASE_URL": database}
    with asking(database) as ask, log.open("wb") as into:
        alone = subprocess.Popen([sys.executable, "-m", "monitor", "worker"], cwd=elsewhere, stdout=into, stderr=into, env=variables)
        try:
            assert wait_for(lambda: "no settings were published yet" in log.read_text())
            assert "channel locked: its address is not stored; a worker sends there if it has MONITOR_CHANNEL_LOCKED" in told(
                "settings", "publish"
            )
            assert wait_for(lambda: ask("SELECT count(baseline_at) FROM feeds") == 1), log.read_text()
            world.add("a", stories(1, 1))
            assert wait_for(lambda: [one.target for one in world.received if one.kind == "alert"] == ["open"]), log.read_text()
            assert "channels.locked is left to workers that know the address" in log.read_text()

            (home.place / "config" / "topic.yaml").write_text("words: [somebody else]\nalert_on: matches\n")
            assert "number 2" in told("settings", "publish")
            assert wait_for(lambda: log.read_text().count("started feeds=") == 2), log.read_text()
            world.add("a", stories(2, 1))
            assert wait_for(lambda: ask("SELECT count(*) FROM entries WHERE state = 'passed over'") == 1), "the new topic counts"

            assert ask("SELECT state FROM deliveries WHERE channel = 'locked'") == "pending"
            told("poll")
            assert [one.target for one in world.received if one.kind == "alert"] == ["open", "locked"], "who knows the address sends there"
            alone.terminate()
            assert alone.wait(15) == 0
        finally:
            alone.kill()
            alone.wait()
        assert CANARY not in str(ask("SELECT array_agg(documents) FROM published"))
    assert list(elsewhere.glob("config*")) == []


def test_a_worker_on_an_sqlite_file_is_refused_with_a_remedy(tmp_path, world):
    home = Home(tmp_path, None)
    home.settle([world.feed("a")], {})
    done = CliRunner().invoke(cli, home.words("worker"), env={"MONITOR_DATABASE_URL": None})
    assert done.exit_code == 2
    assert "migrate-database" in done.output
