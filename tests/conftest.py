"""A fresh archive and a web of our own on loopback, for every test that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.store import migrate
from monitor.store.database import open_database
from tests.local_web import LocalWeb


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sa.Engine]:
    """A migrated archive in a file of its own."""
    engine = open_database(f"sqlite:///{tmp_path / 'archive.db'}")
    migrate.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def local_web() -> Iterator[LocalWeb]:
    """A web server on a free port of 127.0.0.1."""
    with LocalWeb() as web:
        yield web
