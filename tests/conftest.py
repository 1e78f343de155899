"""A fresh archive and a web of our own on loopback, for every test that wants one."""

import fcntl
import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy as sa

from monitor.demo.play import Played, play
from monitor.heap import keep_what_is_loaded, load_undisturbed
from monitor.store import migrate
from monitor.store.database import open_database
from tests.local_postgres import LocalPostgres
from tests.local_web import LocalWeb

load_undisturbed()  # as a command does
hypothesis.settings.register_profile("unhurried", deadline=1_000)  # ms; three processes share two cores, and one waited 200
hypothesis.settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """Six thousand tests stay: the garbage collector need not look through them again and again."""
    keep_what_is_loaded()


@pytest.fixture(scope="session")
def postgres() -> Iterator[LocalPostgres]:
    """A PostgreSQL server, started for the first test that wants it; all workers of a run share it."""
    server = LocalPostgres(os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid())))
    yield server
    server.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty archive, migrated once: to copy it is forty times faster than to migrate another."""
    file = tmp_path_factory.mktemp("migrated") / "archive.db"
    migrate.open_archive(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def sqlite(tmp_path: Path, migrated: Path) -> Iterator[sa.Engine]:
    """A migrated archive in a file of its own, for what only SQLite has."""
    engine = open_database(f"sqlite:///{shutil.copy(migrated, tmp_path)}")
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql(postgres: LocalPostgres) -> Iterator[sa.Engine]:
    """A migrated, empty archive in a database that nobody else uses meanwhile, for what only PostgreSQL has."""
    with postgres.emptied() as url:
        engine = open_database(url)
        yield engine
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest) -> sa.Engine:
    """A migrated archive of its own: every test that asks for it runs on both databases."""
    engine: sa.Engine = request.getfixturevalue(request.param)
    return engine


@pytest.fixture
def local_web() -> Iterator[LocalWeb]:
    """A web server on a free port of 127.0.0.1."""
    with LocalWeb() as web:
        yield web


@pytest.fixture(scope="session")
def week(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Played, list[str]]:
    """The demo's week, played once for all workers: what came of it, and what it said meanwhile."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "played-week"
    outcome = folder.with_suffix(".pickle")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other workers wait, and find it played
        if not outcome.exists():
            said: list[str] = []
            outcome.write_bytes(pickle.dumps((play(folder, said.append), said)))
    played: tuple[Played, list[str]] = pickle.loads(outcome.read_bytes())
    return played


@pytest.fixture(scope="session")
def played_week(week: tuple[Played, list[str]]) -> Path:
    """The folder of the demo's week; whoever changes something in it takes a copy."""
    return week[0].folder
