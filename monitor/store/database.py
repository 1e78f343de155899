"""One engine for SQLite and PostgreSQL; whatever differs between the two stands here."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from time import monotonic
from typing import Any
from zlib import crc32

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import ConnectionPoolEntry

from monitor.domain.feeds.address import mask_url
from monitor.errors import StoreError, TooLongError
from monitor.store.trouble import speak_plainly

_STEPS = 20_000  # of SQLite's machine, between two looks at the clock
BUSY_SECONDS = 30  # how long a statement waits for another writer
IDLE_SECONDS = 60  # how long a transaction may lie idle before PostgreSQL ends it


class UtcTime(sa.TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets zones, so they are put back on reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a zone cannot be stored: {value}")
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def result_processor(self, dialect: sa.Dialect, coltype: Any) -> Callable[[Any], datetime | None] | None:
        # Rows are read by the hundred, with half a dozen moments each: the way through SQLAlchemy takes several times as long.
        return _moment_of_sqlite if dialect.name == "sqlite" else super().result_processor(dialect, coltype)

    def process_result_value(self, value: datetime | None, _dialect: sa.Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)  # PostgreSQL answers in the zone of its server


def _moment_of_sqlite(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


def open_database(url: str) -> sa.Engine:
    """Open the database at an SQLAlchemy URL; SQLite files are made with the folders above them."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise StoreError(f"not a database URL: {mask_url(url)}; use sqlite:///path/to/file or postgresql://host/name") from error
    if parsed.get_backend_name() != "sqlite":
        return _open_postgresql(parsed)
    if parsed.database and parsed.database != ":memory:":
        make_folder(Path(parsed.database).parent)
        with suppress(OSError):  # it is there already; or it cannot be made, and SQLite says why
            os.close(os.open(parsed.database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return _open_sqlite(parsed)


def make_folder(folder: Path) -> None:
    """Make a folder for data, and those above it; StoreError where that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what one follows is nobody else's business
    except OSError as error:
        raise StoreError(f"the data folder {folder} cannot be made: {error.strerror}; name another with --data") from error


def _open_sqlite(url: sa.URL) -> sa.Engine:
    in_memory = not url.database or url.database == ":memory:"
    pool: dict[str, Any] = {"poolclass": sa.StaticPool} if in_memory else {"pool_size": 10, "max_overflow": 40}
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **pool)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_immediately)
    sa.event.listen(engine, "handle_error", speak_plainly, retval=True)
    return engine


def _open_postgresql(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url, pool_pre_ping=True)
    sa.event.listen(engine, "connect", _prepare_postgresql)
    sa.event.listen(engine, "handle_error", speak_plainly, retval=True)
    return engine


def _prepare_postgresql(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # A process that is stopped in the middle of a transaction would keep its turns and rows from all others for ever.
    connection.cursor().execute(f"SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'")
    connection.commit()


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediately(connection: sa.Connection) -> None:
    # A deferred BEGIN fails with "database is locked" when it first writes, whatever the timeout says.
    deferred = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if deferred else "BEGIN IMMEDIATE")


def reading(db: sa.Engine) -> sa.Engine:
    """The same database for transactions that only read: they wait for no writer."""
    return db.execution_options(read_only=True)


def take_turn(tx: sa.Connection, what: str) -> None:
    """Let one transaction at a time do what reads first and writes by what it read; SQLite's BEGIN IMMEDIATE has seen to it already."""
    if tx.dialect.name == "postgresql":
        tx.execute(sa.select(sa.func.pg_advisory_xact_lock(crc32(f"monitor: {what}".encode()))))


@contextmanager
def bounded(tx: sa.Connection, seconds: float | None) -> Iterator[None]:
    """Let the statements of a transaction that only reads take so long and no longer; TooLongError where they would."""
    if seconds is None:
        yield
        return
    try:
        with _deadline_of_sqlite(tx, seconds) if tx.dialect.name == "sqlite" else _deadline_of_postgresql(tx, seconds):
            yield
    except sa.exc.DBAPIError as error:
        if "interrupted" in str(error.orig) or "statement timeout" in str(error.orig):
            raise TooLongError(f"the archive did not answer within {seconds:.0f} seconds; ask for less") from error
        raise


@contextmanager
def _deadline_of_sqlite(tx: sa.Connection, seconds: float) -> Iterator[None]:
    connection = tx.connection.driver_connection
    assert connection is not None
    end = monotonic() + seconds
    connection.set_progress_handler(lambda: monotonic() > end, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def _deadline_of_postgresql(tx: sa.Connection, seconds: float) -> Iterator[None]:
    tx.execute(sa.text("SELECT set_config('statement_timeout', :most, true)"), {"most": f"{int(seconds * 1000)}ms"})
    yield


def insert_new(tx: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]], returning: sa.Column[Any] | None = None) -> list[Any]:
    """Insert the rows that no unique key knows yet; answer the `returning` column of those that were new."""
    if not rows:
        return []
    insert = _insert_new(tx.dialect.name, table, returning)
    if returning is None:
        tx.execute(insert, list(rows))
        return []
    return [value for row in rows for value in tx.execute(insert, row).scalars()]


@lru_cache(maxsize=100)  # a statement is built once: that costs as much as to execute it
def _insert_new(dialect: str, table: sa.Table, returning: sa.Column[Any] | None) -> sa.Insert:
    insert = insert_into(dialect, table).on_conflict_do_nothing()
    return insert if returning is None else insert.returning(returning)


def insert_into(dialect: str, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """Begin an insert that says what is done where the key is known."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def next_ids(tx: sa.Connection, table: sa.Table, count: int) -> list[int]:
    """Answer the ids of the next rows of a table, rising; they are ours until the transaction ends."""
    if not count:
        return []
    if tx.dialect.name == "postgresql":
        sequence = sa.func.pg_get_serial_sequence(table.name, "id")
        return list(tx.execute(sa.select(sa.func.nextval(sequence)).select_from(sa.func.generate_series(1, count))).scalars())
    # Nobody else writes before we commit.
    last = tx.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0))).scalar_one()
    return list(range(last + 1, last + 1 + count))


def insert_many(
    tx: sa.Connection,
    table: sa.Table,
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    *,
    skip_known: bool = False,
    adding: str | None = None,
) -> None:
    """Insert hundreds of rows of hashable values, in a third of the time of other ways; the columns come in the order of the table.

    Columns that the program has a default for have to be among them. `skip_known` leaves out rows that a unique key knows already,
    `adding` names a column whose values are added to those of the rows that are known.
    """
    if not rows:
        return
    _write_many(tx, _insert_many(tx.dialect, table, tuple(columns), skip_known, adding), rows)


def update_many(tx: sa.Connection, update: sa.Update, rows: Sequence[Mapping[str, Any]]) -> int:
    """Update hundreds of rows with hashable values, in a third of the time of other ways; say how many rows were found.

    Each names the columns that change, in the order of the table, and after them what the statement itself binds. The statement must be
    one that lasts: what is made of it is kept.
    """
    if not rows:
        return 0
    return _write_many(tx, _update_many(tx.dialect, update, tuple(rows[0])), [tuple(row.values()) for row in rows]).rowcount


@dataclass(frozen=True, slots=True)
class _Written:
    """A statement as the driver wants it."""

    told: str
    names: Sequence[str]  # of the values
    named: bool  # whether values are handed over by their names
    processors: Sequence[Callable[[Any], Any] | None]  # what makes each value fit


def _write_many(tx: sa.Connection, statement: _Written, rows: Sequence[tuple[Any, ...]]) -> sa.CursorResult[Any]:
    columnwise = zip(statement.processors, zip(*rows, strict=True), strict=True)
    # Many values of a column are the same.
    written = zip(*(map(cache(process), values) if process else values for process, values in columnwise), strict=True)
    handed = [dict(zip(statement.names, row, strict=True)) for row in written] if statement.named else list(written)
    return tx.exec_driver_sql(statement.told, handed)


def _as_written(dialect: sa.Dialect, statement: sa.Insert | sa.Update, columns: Sequence[str], bound: Sequence[str] = ()) -> _Written:
    """Write a statement with values for some columns, and for what it binds itself."""
    told = statement.compile(dialect=dialect, column_keys=list(columns))
    names = [*columns, *bound]
    assert told.positiontup in (None, names), "columns are missing, or in another order than that of the table"
    processors = [told.binds[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    return _Written(told.string, names, told.positiontup is None, processors)


@lru_cache(maxsize=50)
def _update_many(dialect: sa.Dialect, update: sa.Update, names: tuple[str, ...]) -> _Written:
    columns = [name for name in names if name in update.table.c]
    return _as_written(dialect, update, columns, names[len(columns) :])


@lru_cache(maxsize=50)
def _insert_many(dialect: sa.Dialect, table: sa.Table, columns: tuple[str, ...], skip_known: bool, adding: str | None) -> _Written:
    insert = insert_into(dialect.name, table)
    if adding:
        more = {adding: table.c[adding] + insert.excluded[adding]}
        insert = insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=more)
    return _as_written(dialect, insert.on_conflict_do_nothing() if skip_known else insert, columns)


def upsert(tx: sa.Connection, table: sa.Table, key: Sequence[str], *rows: dict[str, Any]) -> None:
    """Insert rows, or bring those with the same unique key up to date."""
    if rows:
        tx.execute(_upsert(tx.dialect.name, table, tuple(key), tuple(rows[0])), list(rows))


@lru_cache(maxsize=100)
def _upsert(dialect: str, table: sa.Table, key: tuple[str, ...], columns: tuple[str, ...]) -> sa.Insert:
    insert = insert_into(dialect, table)
    newest = {name: insert.excluded[name] for name in columns if name not in key}
    return insert.on_conflict_do_update(index_elements=list(key), set_=newest)


def listed(ids: Sequence[int] | sa.BindParameter[str]) -> sa.Select[Any]:
    """Hand ids to a statement as one value, whatever their number: as many values would be compiled anew each time.

    A statement that lasts names a value that is their JSON.
    """
    told = ids if isinstance(ids, sa.BindParameter) else json.dumps(list(ids))
    each = sa.func.each(told).table_valued(sa.column("value", sa.Text))
    return sa.select(sa.cast(each.c.value, sa.Integer))


class Each(sa.sql.functions.GenericFunction[str]):
    """The texts of a JSON list, a row for each: so that one statement can look up each of many keys with a limit of its own."""

    inherit_cache = True
    name = "each"


@compiles(Each, "sqlite")
def _each_of_sqlite(element: Each, compiler: sa.sql.compiler.SQLCompiler, **how: Any) -> str:
    return f"json_each{compiler.process(element.clause_expr, **how)}"


@compiles(Each, "postgresql")
def _each_of_postgresql(element: Each, compiler: sa.sql.compiler.SQLCompiler, **how: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clause_expr, **how)} AS JSON))"
