"""Moves an archive from an SQLite file into an empty PostgreSQL: every row, counted and hashed on both sides, all of it or nothing."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from typing import Any

import sqlalchemy as sa

from monitor.errors import StoreError
from monitor.store import entries, feeds, lock, outbox, search_index
from monitor.store.database import reading
from monitor.store.migrate import open_archive
from monitor.store.sweep import CLOCK
from monitor.store.tables import articles, metadata, notes

BATCH = 5_000  # rows read at a time
_ALL = 2**128  # hashes of rows are added up to one number of this size, so that their order does not matter

Progress = Callable[[str, int, int], None]  # the table, rows done, rows in all


@dataclass(frozen=True, slots=True)
class Moved:
    """One table, the same on both sides."""

    table: str
    rows: int
    hash: str


def move(from_url: str, to_url: str, progress: Progress) -> list[Moved]:
    """Copy the archive of an SQLite file into an empty PostgreSQL, in one transaction; StoreError where the two then differ."""
    if sa.make_url(to_url).get_backend_name() != "postgresql":
        raise StoreError("an archive is moved to PostgreSQL: name its address, such as postgresql://monitor@db/monitor")
    if sa.make_url(from_url).get_backend_name() != "sqlite":
        raise StoreError("the archive lies in PostgreSQL already: only one in an SQLite file is moved")
    source, target = open_archive(from_url), open_archive(to_url)
    try:
        with lock.only_one(source), lock.undisturbed(source) as alone:
            if not alone:
                raise StoreError("a command works on the archive: wait for its end, then move it")
            _release(source)
            with reading(source).begin() as there, target.begin() as here:
                return _move(there, here, progress)
    finally:
        source.dispose()
        target.dispose()


def _release(source: sa.Engine) -> None:
    """Give back what a process that died was working on, so that the workers begin with it at once."""
    with source.begin() as tx:
        feeds.release_all(tx)
        entries.release_all(tx)
        outbox.release_all(tx)


def _move(there: sa.Connection, here: sa.Connection, progress: Progress) -> list[Moved]:
    _check_empty(here)
    here.exec_driver_sql("SET LOCAL TIME ZONE 'UTC'")  # SQLite's moments bear no zone
    moved = [_move_table(there, here, table, progress) for table in metadata.sorted_tables]
    _move_index(there, here, progress)
    return moved


def _check_empty(here: sa.Connection) -> None:
    here.execute(sa.delete(notes).where(notes.c.name == CLOCK))  # a worker that waits for its archive
    held = [table.name for table in metadata.sorted_tables if here.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first()]
    if held:
        raise StoreError(f"the database {here.engine.url.database} holds an archive already ({', '.join(held)}); name an empty one")


def _move_table(there: sa.Connection, here: sa.Connection, table: sa.Table, progress: Progress) -> Moved:
    total = there.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
    progress(table.name, 0, total)
    done, mark = 0, 0
    for rows in _batches(there, table):
        _copy(here, table, rows)
        mark = (mark + sum(map(_hash, rows))) % _ALL
        done += len(rows)
        progress(table.name, done, total)
    _count_on(here, table)
    arrived = digest(here, table)
    if arrived != (done, mark):
        raise StoreError(f"{table.name}: {done} rows were sent and {arrived[0]} have arrived, or not as they were sent; nothing was kept")
    return Moved(table.name, done, f"{mark:032x}")


def digest(tx: sa.Connection, table: sa.Table) -> tuple[int, int]:
    """Count the rows of a table, and take one hash of them all, whatever their order and the database."""
    count, mark = 0, 0
    for rows in _batches(tx, table):
        count += len(rows)
        mark = (mark + sum(map(_hash, rows))) % _ALL
    return count, mark


def _batches(tx: sa.Connection, table: sa.Table) -> Iterator[Sequence[Any]]:
    rows = tx.execute(sa.select(table), execution_options={"yield_per": BATCH})
    yield from rows.partitions()


def _hash(row: Any) -> int:
    written = json.dumps(tuple(row), ensure_ascii=False, sort_keys=True, default=datetime.isoformat)
    return int.from_bytes(blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).digest(), "big")


def _copy(here: sa.Connection, table: sa.Table, rows: Sequence[Any]) -> None:
    """Send rows by COPY, ten times faster than by INSERT."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    json_at = {at for at, column in enumerate(table.columns) if isinstance(column.type, sa.JSON)}
    driver: Any = here.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row([_plain(value) if at in json_at else value for at, value in enumerate(row)])


def _plain(value: Any) -> str | None:
    return None if value is None else json.dumps(value)


def _count_on(here: sa.Connection, table: sa.Table) -> None:
    """Let the numbers that the database gives go on after the highest."""
    column = table.autoincrement_column
    if column is not None and not column.foreign_keys:
        highest = sa.select(sa.func.max(column)).scalar_subquery()
        here.execute(
            sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, column.name), highest)).where(highest.is_not(None))
        )


def _move_index(there: sa.Connection, here: sa.Connection, progress: Progress) -> None:
    """Take the index of the search along: making it anew would take hours for a large archive."""
    ids = iter(there.execute(sa.select(articles.c.id).order_by(articles.c.id)).scalars().all())
    total = there.execute(sa.select(sa.func.count()).select_from(articles)).scalar_one()
    done = 0
    while some := list(islice(ids, search_index.BATCH)):
        search_index.write(here, list(search_index.rows_of(there, some)))
        done += len(some)
        progress("index of the search", done, total)
